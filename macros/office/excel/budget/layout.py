"""Where what stands in the workbook: one place for its writer, its reader and the browser's filler."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.models.budget import Choice, Term
from macros.reading.guidebook import Guidebook
from macros.rules.terms import Rule, for_plan, measures
from macros.words.readings import earlier_reading_labels, reading_labels

MARK = "hyeopchi-plan-xlsx 2"  # format and version; the reader refuses what is newer or foreign
FIRST_MARK = "hyeopchi-plan-xlsx 1"  # without the column of further kinds; still read
SETTINGS, LINES, ASKS, TOTALS, CAPS, EACH, TABLES, COSTS, LINE_SUMS, CAP_SUMS = SHEETS = (
    "바탕", "사업", "질문", "요약", "한도", "사업별 한도", "예산표", "소요예산", "줄 계산", "한도 계산")
FIRST = 5  # the first row (1-based) of every list
LINE_COUNT, PROJECT_COUNT = 200, 30
MARK_CELL, TITLE_CELL, EDITION_CELL, READING_CELL = "B2", "B3", "B4", "B5"
FIRST_CHOICE = 6
GUIDE_READING = "이 길잡이가 따르는 방법"
NO_CHOICE = "아직 몰라요"
UNDECIDED = "미정"
UNNAMED = "(이름 없음)"
NO_RULES = "이 해의 기준이 없어요."  # what a list of rules says in an edition that has none of its kind
# Columns of the sheet of lines.
NAME, PART, WHAT, KIND = "A", "B", "C", "D"
FUNDS = ("E", "F", "G")
ALSO, SUBJECT, SUBTOTAL, TOLD = "H", "I", "J", "K"
ALSO_HEAD = "함께 계산할 비목"
SUBJECT_HEAD = "통계목"  # files of before have no such column; they are still read
GRANT = "통보받은 시비 지원금(원)"
# What the ids of a file are of.
CHOICE, FUND, IS_PART, IS_KIND, IS_READING, ASKED = "choice", "fund", "part", "kind", "reading", "ask"
# Columns of the sheet of questions.
QUESTION, ANSWER, NOTE = "B", "C", "D"


@dataclass(frozen=True)
class Layout:
    """An edition's rules and words, in the order in which the workbook shows them. `informing` rules tell and do not judge."""

    guide: Guidebook
    edition: str
    caps: tuple[Rule, ...]
    informing: tuple[Rule, ...]
    each: tuple[Rule, ...]
    asks: tuple[Rule, ...]
    line_count: int = LINE_COUNT
    project_count: int = PROJECT_COUNT

    @property
    def last(self) -> int:
        """The last row for a line."""
        return FIRST + self.line_count - 1

    @property
    def last_project(self) -> int:
        """The last row for a project."""
        return FIRST + self.project_count - 1

    @property
    def parts(self) -> Sequence[Term]:
        """협치기반 구축 and 분야별 협치."""
        return self.guide.budget.parts

    @property
    def kinds(self) -> Sequence[Term]:
        """The cost kinds."""
        return self.guide.budget.kinds

    @property
    def kind_filters(self) -> tuple[tuple[tuple[str, ...], bool], ...]:
        """The kinds of cost by which rules of this edition sum, and whether by the 비목 alone; each combination once."""
        pairs = [pair for rule in (*self.caps, *self.informing, *self.each) for pair in rule.readings]
        used = [*(pair.part for pair in pairs), *(pair.of for pair in pairs), *(rule.asked_when for rule in self.asks)]
        return tuple(dict.fromkeys((measure.kinds, measure.by_kind) for measure in used if measure and measure.kinds))

    @property
    def funds(self) -> Sequence[Term]:
        """The funds; each has a column."""
        return self.guide.budget.funds

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What limits of this edition depend on."""
        used = {rule.choice for rule in (*self.caps, *self.informing, *self.each)}
        return tuple(choice for choice in self.guide.budget.choices if choice.id in used)

    @property
    def readings(self) -> dict[str, str]:
        """Readings that may be chosen instead of the guide's: id and label."""
        found: dict[str, str] = {}
        for rule in (*self.caps, *self.informing, *self.each):
            labels = reading_labels(self.guide.budget, self.guide.rules[rule.id])
            found |= {pair.id: labels[pair.id] for pair in rule.readings[1:] if pair.id not in found}
        return found

    def heads(self, has_also: bool = True) -> dict[str, str]:
        """The columns that are typed into but for the funds', with their heads; the first version had no further kinds."""
        return {NAME: "사업명", PART: "부문", WHAT: "내용", KIND: "비목", **({ALSO: ALSO_HEAD} if has_also else {})}

    def fund_heads(self) -> dict[str, tuple[str, ...]]:
        """The heads of the funds' columns by fund: as they are, then as they were."""
        return {fund.id: tuple(f"{label}(원)" for label in (fund.label, *fund.earlier_labels)) for fund in self.funds}

    @property
    def earlier_readings(self) -> dict[str, str]:
        """What the readings were called before, by label."""
        return {label: key for rule in (*self.caps, *self.informing, *self.each)
                for label, key in earlier_reading_labels(self.guide.budget, self.guide.rules[rule.id]).items() if key in self.readings}

    @property
    def grant_cell(self) -> str:
        """Where the grant that the city has told is typed."""
        return self.choice_cell(len(self.choices))

    def choice_cell(self, number: int) -> str:
        """Where the choice of this number (from 0) is made."""
        return f"B{FIRST_CHOICE + number}"


def last_of(rules: Sequence[Rule]) -> int:
    """The last row (1-based) of a list of rules. A list without one has the row that says so."""
    return FIRST + max(1, len(rules)) - 1


def layout(guide: Guidebook, edition: str, size: tuple[int, int] = (LINE_COUNT, PROJECT_COUNT)) -> Layout:
    """The layout of an edition's workbook, with room for so many lines and projects."""
    rules: Sequence[Rule] = for_plan(guide.rules.values(), measures(guide.budget), edition)
    caps = [rule for rule in rules if rule.kind == "cap"]
    if len(guide.budget.funds) != len(FUNDS):
        raise ValueError("the sheet of lines has a column for each fund")
    judging = [rule for rule in caps if not rule.info]
    return Layout(
        guide, edition, tuple(rule for rule in judging if not rule.each), tuple(rule for rule in caps if rule.info),
        tuple(rule for rule in judging if rule.each), tuple(rule for rule in rules if rule.kind == "ask"), *size)
