"""The deadline vectors (tests/vectors/deadlines.yaml), as both engines take them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from macros.models.deadline import Deadlines
from macros.reading.guidebook import Guidebook
from macros.rules.deadlines import Rest
from tests.conftest import ROOT

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


def load_vectors(guide: Guidebook) -> list[Vector]:
    """All of the file."""
    cases = yaml.safe_load((ROOT / "tests/vectors/deadlines.yaml").read_text(encoding="utf-8"))
    return [_sum(case) for case in cases["계산"]] + [
        Vector(case["이름"], guide.deadlines[case["아는 날"]], date.fromisoformat(case["날짜"]), WORDS[case["쉬는 날"]],
               case["할 일"]) for case in cases["기한"]]
