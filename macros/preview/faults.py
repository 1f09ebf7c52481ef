"""What went wrong while a change was taken in, as the command line says it: file, line, column, and a sentence."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError
from mkdocs.exceptions import Abort, BuildError, ConfigurationError
from yaml import MarkedYAMLError

from macros.preview.template_faults import explained

LINE = re.compile(r"(?P<file>[^\s:]+):(?P<line>\d+):(?P<column>\d+) (?P<message>.*)")
TEMPLATES = (".j2", ".html")
UNDEFINED = re.compile(r"'([^']*)' is undefined")


def said(error: BaseException, project: Path, page: str = "") -> str:
    """The fault in Korean, a line each. `page` is the file of the page that was being made, if one was."""
    if isinstance(error, SystemExit) and error.__context__:
        error = error.__context__  # mkdocs-macros gives up so when a macro has failed
    if isinstance(error, BuildError):
        return str(error).strip()
    while error.__cause__:
        error = error.__cause__
    if isinstance(error, (ConfigurationError, Abort)):
        return _settings(error)
    file, line, column = _place(error, project)
    kind = "틀" if isinstance(error, TemplateSyntaxError) or file.endswith(TEMPLATES) else "코드"
    text = f"{file}:{line}:{column} {kind}에서 멈췄어요: {_reason(error)}" if file else f"멈췄어요: {_reason(error)}"
    return f"{text}\n{page} 페이지를 만들던 중이었어요." if page and page != file else text


def _settings(error: ConfigurationError | Abort) -> str:
    """What is wrong with mkdocs.yml. What MkDocs finds wrong with a value it says itself, in the terminal."""
    mark = error.__context__.problem_mark if isinstance(error.__context__, MarkedYAMLError) else None
    if mark is None:
        return "mkdocs.yml:1:1 설정에 쓸 수 없는 값이 있어요. 어느 것인지는 터미널에 나와요."
    return f"mkdocs.yml:{mark.line + 1}:{mark.column + 1} YAML을 읽을 수 없어요. 이 줄과 앞줄의 들여쓰기, 따옴표, 괄호를 확인해 주세요."


def _reason(error: BaseException) -> str:
    if isinstance(error, (TemplateSyntaxError, TemplateNotFound)):
        return explained(error)[1]
    missing = UNDEFINED.fullmatch(str(error))
    if missing:
        return f"'{missing[1]}'이라는 이름이 없어요."
    if isinstance(error, SyntaxError):
        return f"문법에 맞지 않아요 ({error.msg})."
    return f"{type(error).__name__}: {error}"


def _place(error: BaseException, project: Path) -> tuple[str, int, int]:
    """The last place within the project that the error passed: file, line, column; ("", 0, 0) when there is none."""
    if isinstance(error, TemplateSyntaxError):
        named = _named(error.filename, project) or _named(error.name, project) or ""
        return named, explained(error)[0] or error.lineno, 1
    if isinstance(error, SyntaxError):
        return _named(error.filename, project) or "", error.lineno or 1, error.offset or 1
    for frame in reversed(traceback.TracebackException.from_exception(error, lookup_lines=False).stack):
        file = _named(frame.filename, project)
        if file:
            # A template's frames are those of the Python made from it, with the template's lines.
            return file, frame.lineno or 1, 1 if file.endswith(TEMPLATES) else (frame.colno or 0) + 1
    return "", 0, 0


def _named(file: str | None, project: Path) -> str | None:
    """A file's name from the project's folder; None for what is not the project's own."""
    if not file:
        return None
    path = Path(file)
    own = path.is_relative_to(project) and not any(part in (".venv", "site-packages") for part in path.parts)
    return path.relative_to(project).as_posix() if own else None


@dataclass(frozen=True)
class Shown:
    """One thing to mend as the browser shows it: where, what, and the line as it stands in the file."""

    place: str
    message: str
    source: str


def shown(text: str, project: Path) -> list[Shown]:
    """The lines of a fault, each with the line of the file that it speaks of."""
    found = []
    for line in text.splitlines():
        match = LINE.fullmatch(line)
        if not match:
            found.append(Shown("", line, ""))
            continue
        place = f"{match['file']}:{match['line']}:{match['column']}"
        found.append(Shown(place, match["message"], _source(project / match["file"], int(match["line"]))))
    return found


def _source(path: Path, line: int) -> str:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return lines[line - 1].strip()[:200] if 0 < line <= len(lines) else ""
