"""Forty random recorded values changed one at a time, and the leftovers told of each: `python -m tests.leftovers [seed] [how many]`.

Every alarm is printed with what is left and where, to be judged by reading: it is false when the text is about something else.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

from macros.cache.kept import Kept
from macros.changes.leaves import Leaf, leaves
from macros.changes.leftovers import leftovers
from macros.changes.likeness import COMPUTED
from macros.changes.written import recorded
from macros.commands import KEPT
from macros.models.common import Moment, Record
from macros.models.deadline import Span
from macros.reading.guidebook import Guidebook, load
from tests.conftest import ROOT


def another(value: Any) -> Any:
    """A value that an editor might put in its place."""
    if isinstance(value, Moment):
        if not value.day:
            return value.model_copy(update={"month": (value.month or 1) % 12 + 1})
        day = value.first + timedelta(days=7)
        return value.model_copy(update={"year": day.year, "month": day.month, "day": day.day})
    if isinstance(value, Fraction):
        return value + Fraction(5, 100)
    if isinstance(value, Span):
        return value.model_copy(update={"count": value.count + 3})
    return value + max(1, value // 10)


def put(record: Any, place: tuple[str | int, ...], value: Any) -> Any:
    """The record with another value at a place."""
    if not place:
        return value
    step, rest = place[0], place[1:]
    if isinstance(step, int):
        return tuple(put(item, rest, value) if index == step else item for index, item in enumerate(record))
    if isinstance(record, dict):
        return {**record, step: put(record[step], rest, value)}
    assert isinstance(record, Record)
    return record.model_copy(update={step: put(getattr(record, step), rest, value)})


def changed(guide: Guidebook, leaf: Leaf) -> Guidebook:
    """The guide with one value changed."""
    if leaf.kind == "budget":
        return replace(guide, budget=put(guide.budget, leaf.place, another(leaf.value)))
    records = getattr(guide, leaf.kind)
    record = put(records[leaf.key], leaf.place, another(leaf.value))
    fields: dict[str, Any] = {leaf.kind: {**records, leaf.key: record}}
    return replace(guide, **fields)


def values(guide: Guidebook) -> Iterator[Leaf]:
    """The recorded values: dates, limits, amounts, counts."""
    for leaf in leaves(guide):
        if not COMPUTED & set(leaf.path) and leaf.kind not in ("forms", "sheets", "sources", "headings", "editions", "moves") \
                and recorded(leaf.value, leaf.around.unit) is not None:
            yield leaf


def main(seed: int = 19, count: int = 40) -> None:
    """Print what is told for each of `count` values."""
    guide, problems = load(ROOT / "data", Kept(KEPT))
    assert guide is not None, problems
    some = list(values(guide))
    told = 0
    for leaf in random.Random(seed).sample(some, count):
        found = leftovers(guide, changed(guide, leaf), ROOT / "docs")
        told += len(found)
        print(f"\n## {'/'.join(leaf.path)}: {leaf.value!r:.60} {leaf.around.unit} ({len(found)})")
        print("\n".join(f"   {one.as_text()}" for one in found))
    print(f"\n값 {count}개 (모두 {len(some)}개 가운데), 알림 {told}개")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
