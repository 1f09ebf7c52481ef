"""The vectors of tests/vectors/sheets.yaml, which a clerk can read, as sheets and what is expected of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from macros.models.budget import Unit
from macros.reading.guidebook import Guidebook
from macros.rules.change import Moved, change_figures
from macros.rules.figure_compiler import compile_sheet
from macros.rules.figure_terms import SheetRules
from macros.rules.outcomes import Conclusion, judge_sheet
from macros.words.figures import UNITS, amount_text
from tests.conftest import ROOT
from tests.plain_yaml import plain
from tests.rules.vectors import ANSWERS, STATUSES, UNKNOWN

NATURES = {"경상": "current", "자본": "capital", None: None}
NONE = "없음"
LEVELS = {"위반": "breach", "주의": "care", "지킴": "ok", "확인 필요": "unknown", "해당 없음": "na"}


@dataclass(frozen=True)
class SheetVector:
    """A sheet's figures, lines and answers, and what has to come out. `edition`: or a part of it (`2021-mutual`)."""

    name: str
    tool: str
    edition: str
    typed: dict[str, int | None]
    lines: tuple[Moved, ...]
    answers: dict[str, str]
    results: dict[str, str]
    fixes: dict[str, dict[str, int | None]]
    rooms: dict[str, int]
    readings: dict[str, dict[str, str]]
    complete: bool
    ledger: tuple[int | None, ...]
    chosen: dict[str, str]
    decision: tuple[str | None, str] | None
    pending: tuple[str, ...] | None
    grounds: tuple[str, ...] | None

    @property
    def figures(self) -> dict[str, int | None]:
        """What the engine looks at: the fields, and what lines and ledger fill."""
        return change_figures(self.typed, self.lines, self.complete, self.ledger)


def records() -> list[dict[str, Any]]:
    """The files as they stand."""
    folder = ROOT / "tests" / "vectors"
    return [record for name in ("changes", "sheets", "eligibility")
            for record in plain((folder / f"{name}.yaml").read_text(encoding="utf-8"))]


def _won(value: int | str) -> int | None:
    return None if value == UNKNOWN else int(value)


@cache
def load_sheet_vectors() -> list[SheetVector]:
    """All vectors; nobody changes the list."""
    return [SheetVector(
        record["이름"], record["도구"], record["판"], {field: _won(value) for field, value in record["칸"].items()},
        tuple(Moved(line["사업"], NATURES[line.get("성질")], _won(line["전"]), _won(line["후"])) for line in record.get("줄", ())),
        {fact: ANSWERS.get(answer, answer) for fact, answer in record.get("답", {}).items()},
        {rule: _result(word) for rule, word in record["판정"].items()},
        record.get("고치기", {}), record.get("여유", {}),
        {rule: {key: _result(word) for key, word in found.items()} for rule, found in record.get("읽기", {}).items()},
        record.get("줄이_전부", False), tuple(map(_won, record.get("대장", ()))), record.get("고른_기준", {}), _decision(record),
        tuple(record["먼저"]) if "먼저" in record else None, tuple(record["근거"]) if "근거" in record else None)
        for record in records()]


def _result(word: str) -> str:
    return STATUSES.get(word, word)


def _decision(record: dict[str, Any]) -> tuple[str | None, str] | None:
    if "결론" not in record:
        return None
    outcome, level = record["결론"]
    return None if outcome == NONE else outcome, LEVELS[level]


def rules_of(guide: Guidebook, vector: SheetVector) -> SheetRules:
    """The rules that judge a vector."""
    return compile_sheet(guide.budget, guide.rules.values(), guide.sheets[vector.tool], vector.edition)


def judged(guide: Guidebook, vector: SheetVector) -> Conclusion:
    """What Python's engine says."""
    return judge_sheet(rules_of(guide, vector), vector.figures, vector.answers, vector.chosen)


def saved(guide: Guidebook, vector: SheetVector) -> dict[str, Any]:
    """The vector as the page saves it: texts as they may be typed."""
    units = {field.id: field.unit for group in guide.sheets[vector.tool].groups for field in group.fields}

    def text(won: int | None, unit: Unit = "won") -> str:
        return UNKNOWN if won is None else amount_text(won, unit).removesuffix(UNITS[unit])
    part = guide.sheets[vector.tool].part_of(vector.edition)
    return {
        "format": "hyeopchi-sheet", "version": 2, "tool": vector.tool, "edition": vector.edition[:4],
        **({"part": part.id} if part else {}), "title": vector.name,
        "values": {key: text(value, units[key]) for key, value in vector.typed.items()},
        "lines": [{"project": line.project, "item": "", "nature": line.nature, "before": text(line.before), "after": text(line.after)}
                  for line in vector.lines],
        **({"complete": vector.complete,
            "ledger": [{"date": "", "what": "앞선 변경", "amount": text(won), "decided": ""} for won in vector.ledger]}
           if guide.sheets[vector.tool].lines else {}),
        "answers": {fact: {"answer": answer, "note": ""} for fact, answer in vector.answers.items()}, "readings": vector.chosen}
