"""Amounts in 조, 억, 만, 천, 백 and 십: `1억 2,345만`, `3천5백만`, `천만`. The twin of js/typed/korean.js."""

from __future__ import annotations

import re

from macros.typed.digits import read
from macros.typed.text import UnreadError

LARGE = {"조": 10**12, "억": 10**8, "만": 10**4, "": 1}
SMALL = {"천": 1000, "백": 100, "십": 10, "": 1}
NEXT = {"만": "천", "천": "백", "백": "십", "십": ""}
SECTION = re.compile("((?:[0-9.,]*[천백십])*[0-9.,]*)([조억만]?)")
PIECE = re.compile("([0-9.,]*)([천백십]?)")
NAMES = {name: str(value) for value, name in enumerate("영일이삼사오육칠팔구")} | {"륙": "6"}
# A digit by its name, alone before a unit or the end: 일백, 삼십오.
NAMED = re.compile("([0-9]?)([일이삼사오육륙칠팔구])(?=[천백십조억만]|$)")
ORDER = "큰 단위부터 차례로 적어 주세요."
BELOW_ONE = "1원보다 작은 돈은 넣을 수 없어요. 소수점을 확인해 주세요."


def with_digits(core: str) -> str:
    """`일백이십만` -> `1백2십만`; names that stand side by side stay as they are."""
    return NAMED.sub(lambda found: found[0] if found[1] else NAMES[found[2]], core)


def won_of(core: str, says_won: bool) -> int:
    """The won of all sections together. Raises UnreadError; its likely form is that of the whole core."""
    rest, won, above = core, 0, None
    while rest:
        found = SECTION.match(rest)
        assert found  # the alphabet has been checked
        text, name = found.groups()
        unit = LARGE[name]
        try:
            part = _section(text, unit) if text or above is not None or not name else unit
        except UnreadError as wrong:
            fixed = wrong.likely and spaced(core[:len(core) - len(rest)] + wrong.likely + rest[len(text):])
            raise UnreadError(wrong.why, fixed) from None
        if above is not None and (unit >= above or part >= above):
            raise UnreadError(ORDER)
        rest = rest[found.end():]
        if not rest and not says_won and unit == 1:
            _sure(core, text, above)
        won, above = won + part, unit
    return won


def _section(text: str, unit: int) -> int:
    """`2천5백` in a unit. Raises UnreadError with the likely form of the section."""
    won, above = 0, None
    for found in PIECE.finditer(text):
        digits, small = found.groups()
        if not found[0]:
            continue
        if above is not None and SMALL[small] >= above:
            raise UnreadError(ORDER)
        try:
            whole, fraction = read(digits, bool(small) or unit > 1) if digits else ("1", "")
        except UnreadError as wrong:
            raise UnreadError(wrong.why, wrong.likely and text[:found.start()] + wrong.likely + text[found.end(1):]) from None
        won += _scaled(whole, fraction, SMALL[small] * unit)
        above = SMALL[small]
    if above is None:
        raise UnreadError(ORDER)
    return won


def _scaled(whole: str, fraction: str, unit: int) -> int:
    """`whole.fraction` times the unit in whole won."""
    scale: int = 10 ** len(fraction)
    won, rest = divmod(int(whole + fraction) * unit, scale)
    if rest:
        raise UnreadError(BELOW_ONE)
    return won


def _sure(core: str, text: str, above: int | None) -> None:
    """`1억 5천` may mean 5천만, `3만 5` and `2천5` 5천 or 5백, `5천` 5천만; `3만 5천` can only mean 35,000."""
    smalls = re.findall("[천백십]", text)
    ends_bare = text[-1] not in SMALL
    in_thousands = re.fullmatch("[0-9,]{2,}천", text)
    if (smalls and not in_thousands) if above is None else (ends_bare or above > LARGE["만"]):
        next_place = NEXT[smalls[-1] if smalls else "만"] if ends_bare and re.search("(?:^|[천백십])[0-9]$", text) else ""
        larger = {LARGE["조"]: "억", LARGE["만"]: ""}.get(above or 0, "만")
        raise UnreadError(f"끝의 ‘{text}’에 ‘만원’이나 ‘원’까지 적어 주세요.", spaced(f"{core}{next_place}{larger}원"))


def spaced(core: str) -> str:
    """`10억5천만원` -> `10억 5천만원`."""
    return re.sub("([조억만])(?=[0-9])", r"\1 ", core)
