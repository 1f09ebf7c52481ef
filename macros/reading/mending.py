"""What is odd about a YAML text that cannot be read, said at the line where an editor must mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

# What git leaves where two people changed the same lines.
MERGE = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?\r?$", re.MULTILINE)
# A value that opens a quotation and does not close it on its line, though something follows that looks like the next entry.
OPENED = re.compile(r"""^[ ]*(?:- )*(?:[\w-]+:[ ]+)?(?P<quote>["'])(?P<rest>.*)$""")
NEXT = re.compile(r"^[ ]*(?:- |[A-Za-z_][\w-]*:(?: |$))|^\s*$")
WIDE = re.compile(r"^[ ]*(?:- )*[A-Za-z_][\w-]*(：)")
ROUND = re.compile("[“”„‘’‚]([^“”‘’]*)[“”‘’]")
WIDE_DIGITS = re.compile("[0-9,.%]*[０-９][0-9０-９,，.．%％]*")


# A text that begins with what opens a list or names a place in YAML.
BRACKET = re.compile(r"^[ ]*(?:- )*(?:[\w-]+:[ ]+)?(?P<text>\[[^\[\]]*\]\s*[가-힣A-Za-z(].*)$")
NAMED = re.compile(r"^[ ]*(?:- )*(?:[\w-]+:[ ]+)(?P<text>&[^ ]*[가-힣].*)$")


def merge_marks(text: str) -> Iterator[tuple[int, str]]:
    """Each line that git left, by its number, with a sentence."""
    for found in MERGE.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, (f"두 사람이 고친 것을 합치다 만 표시({found[0][:7]})예요. "
                                                       "두 쪽 가운데 맞는 것만 남기고 표시한 줄은 지워 주세요.")


def cause(text: str) -> tuple[int, int, str] | None:
    """Line, column and sentence of the likely cause of a text's being no YAML; None when nothing looks like one."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if found := WIDE.match(line):
            return number, found.start(1) + 1, "폭이 넓은 쌍점(：)이에요. 보통 쌍점(:)과 빈칸으로 바꿔 주세요."
        if found := BRACKET.match(line) or NAMED.match(line):
            text = found["text"]
            return number, found.start("text") + 1, f"'{text[0]}'로 시작하는 글은 전체를 따옴표로 감싸 주세요: \"{text}\""
        opened = OPENED.match(line)
        if opened and _open(opened["quote"], opened["rest"]) and number < len(lines) and NEXT.match(lines[number]):
            quote = opened["quote"]
            return number, opened.start("quote") + 1, f"여기에서 연 따옴표({quote})를 닫지 않았어요. 값의 끝에 {quote}를 넣어 주세요."
    return None


def _open(quote: str, rest: str) -> bool:
    """Whether the quotation that begins before `rest` does not end in it."""
    plain = re.sub(r"\\.", "", rest) if quote == '"' else rest.replace("''", "")
    return quote not in plain


def odd_letters(text: str) -> str | None:
    """What is wrong with a value without quotes that is written in letters which only look right; None when nothing is."""
    if found := ROUND.fullmatch(text):
        return f"둥근 따옴표(“ ”)는 값을 감싸는 따옴표가 아니에요. 곧은 따옴표로 바꿔 주세요: \"{found[1]}\""
    if WIDE_DIGITS.fullmatch(text):
        return f"폭이 넓은 숫자({text})예요. 보통 숫자로 바꿔 주세요: {normalize('NFKC', text)}"
    return None
