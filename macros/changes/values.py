"""Which values of which records changed, before and after, with the names that editors know them by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from fractions import Fraction
from typing import Any, Literal

from macros.models.common import Moment, Record
from macros.models.deadline import Span
from macros.reading.guidebook import Guidebook
from macros.schema.words import words
from macros.words.korean import korean_date, share

Nature = Literal["number", "date", "text"]
LONG = 160  # a text longer than this is cut in the report; the file shows all of it


@dataclass(frozen=True)
class Change:
    """One value: of which record, by what names, before and after (None: not there)."""

    kind: str
    key: str
    place: tuple[str, ...]
    nature: Nature
    before: str | None
    after: str | None


def changes(old: Guidebook, new: Guidebook) -> Iterator[Change]:
    """Every value that differs, record by record."""
    before = {(kind, key): record for kind, key, record in old.records()}
    after = {(kind, key): record for kind, key, record in new.records()}
    for spot in sorted(before.keys() | after.keys()):
        for place, one, other, name in _compare(before.get(spot), after.get(spot), (), None):
            yield Change(*spot, place, _nature(one, other), said(one, name), said(other, name))


Difference = tuple[tuple[str, ...], Any, Any, tuple[type[Record], str] | None]


def _compare(one: Any, other: Any, place: tuple[str, ...], name: tuple[type[Record], str] | None) -> Iterator[Difference]:
    if one == other:
        return
    if isinstance(one, Record) and type(one) is type(other) and not isinstance(one, Moment | Span):
        for field in type(one).model_fields:
            label = words().fields[words().key(type(one), field) or field].label
            yield from _compare(getattr(one, field), getattr(other, field), (*place, label), (type(one), field))
    elif isinstance(one, tuple) and isinstance(other, tuple):
        yield from _lists(one, other, place, name)
    elif isinstance(one, dict) and isinstance(other, dict):
        for key in sorted(one.keys() | other.keys()):
            yield from _compare(one.get(key), other.get(key), (*place, key), name)
    else:
        yield place, one, other, name


def _lists(one: tuple[Any, ...], other: tuple[Any, ...], place: tuple[str, ...],
           name: tuple[type[Record], str] | None) -> Iterator[Difference]:
    """Lists of records with ids by their ids, others by what is alike; a place is the item's own name."""
    keyed = [getattr(item, "id", None) for item in (*one, *other)]
    if keyed and all(keyed):
        left, right = {item.id: item for item in one}, {item.id: item for item in other}
        for key in dict.fromkeys([*left, *right]):
            pair = left.get(key), right.get(key)
            yield from _compare(*pair, (*place, title(pair[1] or pair[0])), name)
        return
    alike = SequenceMatcher(None, [repr(item) for item in one], [repr(item) for item in other], autojunk=False)
    for change, start, end, first, last in alike.get_opcodes():
        if change == "equal":
            continue
        for step in range(max(end - start, last - first)):
            left_item = one[start + step] if start + step < end else None
            right_item = other[first + step] if first + step < last else None
            shown = right_item if right_item is not None else left_item
            at = (title(shown),) if isinstance(shown, Record) else ()
            yield from _compare(left_item, right_item, (*place, *at), name)


def title(item: Any) -> str:
    """What a record is called, shortly."""
    for field in ("title", "label", "name", "term", "text", "agenda", "doc", "edition", "id"):
        value = getattr(item, field, None)
        if isinstance(value, str):
            return value if len(value) <= 40 else value[:39] + "…"
    return "항목"


def said(value: Any, name: tuple[type[Record], str] | None = None) -> str | None:
    """A value in words: dates, shares and amounts as the pages say them, choices by their Korean names."""
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        return ", ".join(said(item, name) or "" for item in value)
    speak = next((speak for kind, speak in SPEAKING if isinstance(value, kind)), str)
    text = words().choices(*name).get(value, value) if name and isinstance(value, str) else speak(value)
    return text if len(text) <= LONG else text[:LONG - 1] + "…"


# In this order: a truth value is a whole number to Python.
SPEAKING: tuple[tuple[Any, Callable[[Any], str]], ...] = (
    (bool, lambda value: "예" if value else "아니요"), (int, "{:,}".format), (Fraction, share),
    (Moment | date, lambda value: korean_date(value).replace("\u2060", "")), (Span, lambda value: value.text), (Record, title),
)


def _nature(one: Any, other: Any) -> Nature:
    some = other if other is not None else one
    if isinstance(some, Moment | date | Span):
        return "date"
    return "number" if isinstance(some, int | Fraction) and not isinstance(some, bool) else "text"
