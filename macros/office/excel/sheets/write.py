"""The workbook of a small tool's sheet, empty or filled in: what is asked, the verdicts, and the sums behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.models.sheet import Sheet
from macros.office.excel.sheets import inputs, ledger, lines, outcomes, results
from macros.office.excel.sheets.layout import Entered, Writing
from macros.reading.guidebook import Guidebook


@dataclass(frozen=True)
class Made:
    """The file's bytes, the keys of what formulas show by sheet and cell, and where what is typed stands."""

    content: bytes
    keys: dict[str, dict[str, str]]
    places: dict[str, Any]


def workbook(guide: Guidebook, sheet: Sheet, edition: str | None, entered: Entered | None = None) -> Made:
    """The workbook of an edition's rules; of all editions' where the tool judges by all of them (`edition` None)."""
    made = Writing(guide, sheet, edition, entered or Entered())
    inputs.opening(made)
    if sheet.lines:
        lines.table(made.book, made.entered.lines, made.entered.complete)
        ledger.sheet(made.book, made.entered.ledger)
    where = inputs.fields(made)
    answers = inputs.questions(made)
    choices = inputs.readings(made)
    judged = results.judged(made, where, answers, choices)
    apart = outcomes.conclude(made, judged, where, choices) if made.outcomes else {}
    results.table(made, judged.verdicts, apart, choices)
    made.main.raw.activate()
    tables = {"lines": {"sheet": lines.LINES, "first": lines.FIRST, "count": lines.COUNT, "complete": lines.COMPLETE},
              "ledger": {"sheet": ledger.LEDGER, "first": ledger.FIRST, "count": ledger.COUNT}}
    places = {**made.places, "all": inputs.ALL, **(tables if sheet.lines else {})}
    return Made(made.book.close(), made.book.keys, places)
