"""What a tool's workbook is made from, and where it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any

from macros.models.rule import Ask, Band, Cap
from macros.models.sheet import FieldGroup, Sheet
from macros.office.excel.book import Book
from macros.office.excel.budget.formulas import at
from macros.office.excel.sheets.ledger import LEDGER
from macros.office.excel.sheets.lines import LINES
from macros.reading.guidebook import Guidebook
from macros.rules.change import Moved
from macros.rules.figure_compiler import compile_sheet
from macros.rules.figure_terms import Check, FactTerm, OutcomeRow
from macros.rules.terms import Rule
from macros.tools.sheets import rules_of
from macros.words.figures import FigureWords

MAIN, SUMS = "판정", "셈"
TITLE, SUMMARY, PENDING, FIRST = "B3", 4, 5, 7  # cells and rows of the main sheet
OF, RULES = " — ", "년판 규칙"  # between a tool's name and the editions in a heading, and after these
TOOL, FIELD, ANSWER, READING = "tool", "field", "answer", "reading"  # what the ids of a file are of
WIDTHS = {"A": 34, "B": 20, "C": 17, "D": 17, "E": 9, "F": 17, "G": 26, "H": 7, "I": 30}


@dataclass(frozen=True)
class Entered:
    """What is typed in. Figures in parts of their unit, None for one that is not known; answers by fact, readings by rule.

    `complete`: the lines are all the lines of their projects. `ledger`: the won of the year's earlier changes.
    """

    title: str = ""
    figures: Mapping[str, int | None] = field(default_factory=dict)
    lines: Sequence[Moved] = ()
    complete: bool = False
    ledger: Sequence[int | None] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    readings: Mapping[str, str] = field(default_factory=dict)


def heading(sheet: Sheet, scope: str | None) -> str:
    """What stands above everything, by which a workbook is known again: the tool, the part that is judged, the editions."""
    return f"{names(sheet, scope)[0]}{OF}{scope[:4] if scope else '·'.join(sheet.editions)}{RULES}"


def names(sheet: Sheet, scope: str | None) -> list[str]:
    """What the tool and its part are called in a heading, and what they were called before."""
    part, titles = sheet.part_of(scope), (sheet.title, *sheet.earlier_titles)
    return [f"{title}: {name}" for name in (part.name, *part.earlier_titles) for title in titles] if part else list(titles)


def headings(sheet: Sheet, scope: str | None) -> list[str]:
    """What a workbook of the scope is known by, as it is headed and as it was. What judges by all editions is known whichever they are:
    by what stands before them."""
    return [f"{name}{OF}{scope[:4]}{RULES}" if scope else name for name in names(sheet, scope)]


class Writing:
    """A workbook in the making: the rules, the sheets, and the cells that have a meaning for others."""

    def __init__(self, guide: Guidebook, sheet: Sheet, scope: str | None, entered: Entered) -> None:
        self.guide, self.sheet, self.entered = guide, sheet, entered
        self.scope = scope
        self.scopes = [scope] if scope else list(sheet.editions)
        self.editions = [one[:4] for one in self.scopes]
        self.part = sheet.part_of(scope)
        compiled = [compile_sheet(guide.budget, guide.rules.values(), sheet, one) for one in self.scopes]
        self.together = compiled[0].together
        engine = {rule.id: rule for one in compiled for rule in one.rules}
        self.records: list[Cap | Band | Ask] = [rule for rule in rules_of(guide, sheet) if rule.id in engine]
        self.engine: list[Rule] = [engine[rule.id] for rule in self.records]
        self.checks: tuple[Check, ...] = compiled[0].checks
        self.outcomes: tuple[OutcomeRow, ...] = compiled[0].outcomes
        self.applies_at = dict(compiled[0].applies_at)
        self.facts: list[FactTerm] = list({fact.id: fact for one in compiled for fact in one.facts}.values())
        self.subjects = {subject: fields for one in compiled for subject, fields in one.subjects}
        self.words = FigureWords({measure.id: measure for measure in guide.budget.measures})
        # An edition may have none of the rules yet; the file is then as old as what the other editions have.
        day = max(rule.checked_on for rule in self.records or rules_of(guide, sheet))
        names = (MAIN, LINES, LEDGER, SUMS) if sheet.lines else (MAIN, SUMS)
        self.book = Book(sheet.title, datetime.combine(day, time()), guide.named("guide"), names)
        self.main, self.sums = self.book.sheets[MAIN], self.book.sheets[SUMS]
        self.row, self._kept = FIRST, 1
        self.places: dict[str, Any] = {"title": TITLE, "fields": {}, "answers": {}, "readings": {}}

    @property
    def groups(self) -> list[FieldGroup]:
        """The groups of fields that these scopes ask for."""
        asked = {group.id for one in self.scopes for group in self.sheet.groups_of(one)}
        return [group for group in self.sheet.groups if group.id in asked]


    def keep(self, formula: str) -> str:
        """A formula on the sheet of sums; its address."""
        self._kept += 1
        self.sums.formula(f"A{self._kept}", formula)
        return at(SUMS, f"$A${self._kept}")

    def head(self, *words: str) -> None:
        """A row of heads on the main sheet, from its first column on."""
        for column, word in zip(WIDTHS, words, strict=False):
            self.main.text(f"{column}{self.row}", word, "head")
        self.row += 1
