"""What is wrong with a template, in Korean. Jinja tells where it noticed, at the end of the file; we tell what was left open."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError

UNCLOSED = re.compile(r"innermost block that needs to be closed is '(\w+)'")
# What Jinja says, and what we say.
SAID = (
    (re.compile(r"Encountered unknown tag '(\w+)'"), "'{{% {0} %}}'가 올 자리가 아니에요. 이름과, 짝이 되는 여는 표시를 확인해 주세요."),
    (re.compile(r"No (?:filter|test) named '(\w+)'"), "'{0}'이라는 필터가 없어요. 이름을 확인해 주세요."),
    (re.compile(r"unexpected end of template|unexpected '?end of|Missing end of", re.IGNORECASE), "연 표시를 닫지 않고 파일이 끝났어요."),
    (re.compile(r"expected token '([^']*)', got '([^']*)'"), "'{1}'이(가) 올 자리가 아니에요. 괄호와 표시(}}}}, %}})를 닫았는지 확인해 주세요."),
    (re.compile(r"unexpected '([^']*)'|unexpected char '(.*?)'"), "'{0}'이(가) 올 자리가 아니에요. 괄호와 따옴표를 닫았는지 확인해 주세요."),
)
PLAIN = "틀의 문법에 맞지 않아요. 괄호와 따옴표, 여는 표시와 닫는 표시의 짝을 확인해 주세요."


def explained(error: TemplateSyntaxError | TemplateNotFound) -> tuple[int | None, str]:
    """The line of what is to be mended (None: where Jinja says), and what is wrong with it."""
    message = error.message or ""
    if isinstance(error, TemplateNotFound):
        return None, f"'{error.name}'이라는 틀이 없어요. 파일 이름을 확인해 주세요."
    if unclosed := UNCLOSED.search(message):
        line = _opened(Path(error.filename or ""), unclosed[1])
        return line, f"여기에서 연 '{{% {unclosed[1]} %}}'를 닫지 않았어요. 끝에 '{{% end{unclosed[1]} %}}'를 넣어 주세요."
    for pattern, said in SAID:
        if found := pattern.search(message):
            return None, said.format(*(part or "" for part in found.groups()))
    return None, PLAIN


def _opened(path: Path, name: str) -> int | None:
    """The line on which the block was opened that is still open at the end of the file."""
    try:
        source = path.read_text(encoding="utf-8")
    except OSError:
        return None
    open_lines: list[int] = []
    begins = False
    for line, kind, value in Environment(autoescape=True).lex(source):
        if kind == "block_begin":
            begins = True
        elif begins and kind == "name":
            begins = False
            if value == name:
                open_lines.append(line)
            elif value == f"end{name}" and open_lines:
                open_lines.pop()
    return open_lines[-1] if open_lines else None
