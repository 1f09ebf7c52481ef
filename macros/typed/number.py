"""Numbers as people type them, in parts of their unit: `1,234명`, `３인`, `84.5점`, `3위`, and money. The twin of js/tools/number.js."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from macros.models.budget import Unit
from macros.models.sheet import SheetField
from macros.rules.terms import SCALES
from macros.typed import digits, money
from macros.typed.text import UNDECIDED, UnreadError, clean, lookalikes, mixed, signed
from macros.words.vocabulary import VOCABULARY

# The words that may follow a number of the unit; the first is the one that the guide writes.
WORDS: Mapping[str, tuple[str, ...]] = {"count": ("",), **VOCABULARY.units}
EXAMPLES = {"person": "21", "point": "84 또는 84.5", "rank": "7", "count": "3", "organisation": "3",
            "area": "50", "year": "3", "age": "18", "hour": "50"}
MOST_DIGITS = 9


@dataclass(frozen=True)
class Bounds:
    """What a number is and between what it lies, in its unit."""

    unit: Unit | str
    least: int = 0
    most: int | None = None


@dataclass(frozen=True)
class Typed:
    """`value` in parts of the unit; None: not known, either said so (미정), blank, or because of `error`."""

    value: int | None
    error: str | None = None
    blank: bool = False
    likely: str | None = None


def bounds_of(field: SheetField) -> Bounds:
    """A field's."""
    return Bounds(field.unit, field.least, field.most)


def parse(typed: str, field: Bounds) -> Typed:
    """What a field keeps of a text."""
    if field.unit == "won":
        found = money.parse(typed)
        return _bounded(Typed(found.won, found.error, found.blank, found.likely), field)
    text = clean(typed)
    if not text:
        return Typed(None, blank=True)
    if UNDECIDED.fullmatch(text):
        return Typed(None)
    try:
        return _bounded(Typed(_number(text, field.unit)), field)
    except UnreadError as refusal:
        return Typed(None, str(refusal), likely=refusal.likely)


def _number(text: str, unit: str) -> int:
    """The number in parts of its unit. Raises UnreadError."""
    below, bare = signed(text)
    if below:
        raise UnreadError("0보다 작은 수는 넣을 수 없어요.")
    words = "|".join(WORDS[unit])
    found = re.fullmatch(f"([0-9][0-9., ]*?|[.,][0-9][0-9., ]*?) ?(?:{words})?", bare)
    if not found:
        letters, plain = lookalikes(bare)
        if letters:
            raise UnreadError(mixed(letters), _one_number(plain))
        raise UnreadError(f"숫자로 적어 주세요(예: {EXAMPLES[unit]}).", _one_number(bare))
    try:
        whole, fraction = digits.read(found[1].replace(" ", ","), has_unit=unit in SCALES)
    except UnreadError as wrong:
        raise UnreadError(wrong.why, wrong.likely and wrong.likely + bare[found.end(1):].strip(" ")) from None
    return _parts(whole, fraction.rstrip("0"), unit)


def _parts(whole: str, fraction: str, unit: str) -> int:
    if len(whole.lstrip("0")) > MOST_DIGITS:
        raise UnreadError("너무 큰 수예요. 자릿수를 확인해 주세요.")
    places = len(str(SCALES.get(unit, 1))) - 1
    if fraction and not places:
        raise UnreadError("소수점 없이 적어 주세요.")
    if len(fraction) > places:
        raise UnreadError("소수점 아래는 두 자리까지 적어 주세요.")
    return int(whole + fraction.ljust(places, "0"))


def _one_number(text: str) -> str | None:
    """The only number in a text of words."""
    found = re.findall("[0-9]+(?:,[0-9]{3})*", text)
    return found[0] if len(found) == 1 and not re.search("[%×xX*÷/=~∼]", text) else None


def _bounded(typed: Typed, field: Bounds) -> Typed:
    """A number within the field's bounds, or the sentence that says what they are."""
    if typed.value is None:
        return typed
    scale = SCALES.get(field.unit, 1)
    word = WORDS[field.unit][0]
    if field.least * scale <= typed.value and (field.most is None or typed.value <= field.most * scale):
        return typed
    upper = "" if field.most is None else f" {field.most}{word}까지"
    return Typed(None, f"{field.least}{word}부터{upper} 넣을 수 있어요.")
