"""What is odd about a YAML text that cannot be read, said at the line where an editor must mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from macros.words.korean import particle

# What git leaves where two people changed the same lines.
MERGE = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?\r?$", re.MULTILINE)
# A line that looks like the next entry: a quotation that is still open before it was never closed.
NEXT = re.compile(r"^[ ]*(?:- |[A-Za-z_][\w-]*:(?: |$))|^\s*$")
WIDE = re.compile(r"^[ ]*(?:- )*[A-Za-z_][\w-]*(：)")
EQUALS = re.compile(r"^[ ]*(?:- )*([A-Za-z_][\w-]*)[ ]*=[ ]*(?P<value>[^=].*)$")
# What looks like the '- ' of a list.
DASH = re.compile(r"^[ ]*([－–—‐−])[ ]")
# In a list or group between brackets: a second colon in a value, and signs of a Korean keyboard between values.
# A word is looked at from its first letter alone: of a line of thousands of letters, from each of them, it would take seconds.
SECOND = re.compile(r"(?<![\w-])[\w-]+: +(?P<text>[^\s,{}\[\]\"':][^,{}\[\]\"':]*: +[^,{}\[\]\"':]+)")
FULL = {"，": ",", "｛": "{", "｝": "}", "［": "[", "］": "]"}
ROUND = re.compile("[“”„‘’‚]([^“”‘’]*)[“”‘’]")
WIDE_QUOTES = re.compile("[＂＇]([^＂＇]*)[＂＇]")
WIDE_DIGITS = re.compile("[0-9,.%]*[０-９][0-9０-９,，.．%％]*")
# What stands right behind a quotation that ended: a quotation within one, as a rule.
BEHIND = re.compile(r"""[:,\[{] *(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')(?P<more>[^\s,:}\]"'，｛｝［］])""")
# A quotation begins where a value does.
BEGINS = re.compile(r"(?:^[ ]*(?:- )*|[:,\[{][ ]*|- )$")
COLON = "글 안에 쌍점(:)이 있어서 '이름: 값'으로 읽혔어요. 글 전체를 따옴표로 감싸세요"

# A text that begins with what opens a list or names a place in YAML.
BRACKET = re.compile(r"^[ ]*(?:- )*(?:[\w-]+:[ ]+)?(?P<text>\[[^\[\]]*\]\s*[가-힣A-Za-z(].*)$")
NAMED = re.compile(r"^[ ]*(?:- )*(?:[\w-]+:[ ]+)(?P<text>&[^ ]*[가-힣].*)$")


def merge_marks(text: str) -> Iterator[tuple[int, str]]:
    """Each line that git left, by its number, with a sentence."""
    for found in MERGE.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, (f"두 사람이 고친 것의 병합 충돌 표시({found[0][:7]})예요. "
                                                       "두 쪽 가운데 맞는 것만 남기고 표시한 줄은 지워 주세요.")


def remark(rest: str) -> str:
    """What is said of a value's end that YAML takes for a remark."""
    return (f"'{rest}'{particle(rest, '은/는')} 설명으로 읽혀서 값에서 빠져요. "
            "값이면 값 전체를 따옴표로 감싸고, 설명이면 윗줄에 따로 적어 주세요.")


def cause(text: str, at: int) -> tuple[int, int, str] | None:
    """Line, column and sentence of the likely cause of a text's being no YAML; None when nothing looks like one.

    `at`: the line at which reading ended. What is no fault by itself is looked for no further down.
    """
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if found := _marks(line) or (_before(line) if number <= at else None):
            return number, *found
        opened = _unclosed(line)
        if opened is not None and number < len(lines) and NEXT.match(lines[number]):
            quote = line[opened]
            return number, opened + 1, f"여기에서 연 따옴표({quote})를 닫지 않았어요. 값의 끝에 {quote}를 넣어 주세요."
    return None


def _marks(line: str) -> tuple[int, str] | None:
    """Column and sentence of a sign that only looks like one of YAML's, or that begins a text."""
    if found := WIDE.match(line):
        return found.start(1) + 1, "전각 쌍점(：)이에요. 보통 쌍점(:)과 빈칸으로 바꿔 주세요."
    if found := BRACKET.match(line) or NAMED.match(line):
        text = found["text"]
        return found.start("text") + 1, f"'{text[0]}'로 시작하는 글은 전체를 따옴표로 감싸 주세요: \"{text}\""
    return None


def _before(line: str) -> tuple[int, str] | None:
    """The same for signs that are right in a text, and so a cause only before the place where reading ended."""
    if found := EQUALS.match(line):
        return found.start(1) + 1, f"이름 뒤에는 '='이 아니라 쌍점(:)과 빈칸을 써요: {found[1]}: {found['value']}"
    if found := DASH.match(line):
        return found.start(1) + 1, f"목록의 줄은 '{found[1]}'가 아니라 보통 붙임표와 빈칸('- ')으로 시작해 주세요."
    if found := BEHIND.search(line):
        return found.start("more") + 1, "따옴표를 닫은 뒤에 글이 더 있어요. 글 안의 따옴표는 지우거나 ‘ ’로 바꿔 주세요."
    bare = _unquoted(line)
    return _between(line, bare) if re.search(r"[\[{｛［]", bare) else None


def _between(line: str, bare: str) -> tuple[int, str] | None:
    """The same for what stands between brackets; `bare`: the line without its quotations."""
    found = re.search(r"[ \t](#.*)$", bare)
    if found and sum(map(bare[:found.start()].count, "[{")) > sum(map(bare[:found.start()].count, "]}")):
        return found.start(1) + 1, remark(line[found.start(1):].strip())
    if found := SECOND.search(bare):
        return found.start("text") + 1, f'{COLON}: "{found["text"].strip()}"'
    if found := re.search(f"[{''.join(FULL)}]", bare):
        return found.start() + 1, f"전각 기호({found[0]})예요. 보통 기호({FULL[found[0]]})로 바꿔 주세요."
    return None


def _unquoted(line: str) -> str:
    """The line with underscores for what stands in its quotations, each letter in its place."""
    return re.sub(r"""(?<=[:,\[{ ])("(?:\\.|[^"\\])*"|'(?:''|[^'])*')""", lambda found: "_" * len(found[0]), line)


def _unclosed(line: str) -> int | None:
    """Where the quotation begins that does not end in its line; None when there is none."""
    at = 0
    while at < len(line):
        if line[at] == "#" and (at == 0 or line[at - 1] in " \t"):
            return None
        if line[at] in "\"'" and BEGINS.search(line[:at]):
            found = re.compile(r'"(?:\\.|[^"\\])*"' if line[at] == '"' else "'(?:''|[^'])*'").match(line, at)
            if not found:
                return at
            at = found.end()
        else:
            at += 1
    return None


def odd_letters(text: str) -> str | None:
    """What is wrong with a value without quotes that is written in letters which only look right; None when nothing is."""
    if found := ROUND.fullmatch(text):
        return f"둥근 따옴표(“ ”)는 값을 감싸는 따옴표가 아니에요. 곧은 따옴표로 바꿔 주세요: \"{found[1]}\""
    if found := WIDE_QUOTES.fullmatch(text):
        return f"전각 따옴표({text[0]})예요. 보통 따옴표로 바꿔 주세요: \"{found[1]}\""
    if WIDE_DIGITS.fullmatch(text):
        return f"전각 숫자({text})예요. 보통 숫자로 바꿔 주세요: {normalize('NFKC', text)}"
    return None
