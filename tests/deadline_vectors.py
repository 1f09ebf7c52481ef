"""The deadline vectors (tests/vectors/deadlines.yaml), as both engines take them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.models.deadline import Deadlines
from macros.reading.guidebook import Guidebook
from macros.rules.deadlines import Rest
from tests.conftest import ROOT
from tests.plain_yaml import plain

WORDS: dict[str, Rest] = {"앞당김": "earlier", "그대로": "keep", "미룸": "later"}


@dataclass(frozen=True)
class Vector:
    """One known day and the days that must follow."""

    name: str
    deadlines: Deadlines
    start: date
    rest: Rest
    expect: dict[str, list[str]]


def _sum(case: dict[str, Any]) -> Vector:
    """A mere length of time, as a due of its own."""
    span = {"before": case["앞"]} if "앞" in case else {"after": case["뒤"]}
    due = {"id": "sum", "title": "계산", "basis": "suggested", "actors": ["council"], "summary": "계산", **span}
    made = Deadlines.model_validate({"id": "sums", "order": 0, "known": "시작", "summary": "계산", "editions": ["2021"],
                                     "dues": [due]})
    return Vector(case["이름"], made, date.fromisoformat(case["시작"]), "keep", {"sum": [case["끝"]]})


def load_vectors(guide: Guidebook, *, fixed: bool = False) -> list[Vector]:
    """All of the file; with the lengths that the vectors know where the data has others (`fixed`)."""
    cases = plain((ROOT / "tests/vectors/deadlines.yaml").read_text(encoding="utf-8"))
    lengths = cases["길이"] if fixed else {}
    return [_sum(case) for case in cases["계산"]] + [
        Vector(case["이름"], _with(guide.deadlines[case["아는 날"]], lengths), date.fromisoformat(case["날짜"]), WORDS[case["쉬는 날"]],
               case["할 일"]) for case in cases["기한"]]


def _with(deadlines: Deadlines, lengths: Mapping[str, str]) -> Deadlines:
    """The deadlines with other lengths of time."""
    written = deadlines.model_dump(mode="json", exclude_none=True)
    for due in written["dues"]:
        if due["id"] in lengths:
            due["before" if "before" in due else "after"] = lengths[due["id"]]
    return Deadlines.model_validate(written) if lengths else deadlines
