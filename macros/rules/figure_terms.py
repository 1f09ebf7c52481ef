"""Rules on what a sheet counts (members, points, the money of one change) in the closed form of both engines.

`compile_sheet` turns records into whole numbers; the browser gets the very same objects as JSON (`as_json`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from macros.models.budget import Budget
from macros.models.budget import Measure as MeasureRecord
from macros.models.rule import Ask, Band, ByChoice, Cap, Operator, Reading
from macros.models.sheet import Sheet, SheetField
from macros.rules.terms import BandRow, compile_row, ratio

# A figure of such a unit is kept in this many parts, so that its decimals are whole numbers too.
SCALES: Mapping[str, int] = {"point": 100}


@dataclass(frozen=True)
class Tally:
    """A number worked out of fields: the sum of each group, then the one sum, the larger or the smaller of them.

    Without one of `required` it is not known, nor with anything in `open`. `scale` parts make one unit.
    """

    id: str
    groups: tuple[tuple[str, ...], ...]
    pick: Literal["sum", "larger", "smaller"]
    required: tuple[str, ...]
    open: tuple[str, ...]
    scale: int

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields that count."""
        return tuple(field for group in self.groups for field in group)


@dataclass(frozen=True)
class Comparison:
    """One reading of a rule: what is compared, how (None: the rows of a band say it), with num/den of what."""

    id: str
    operator: Operator | None
    num: int
    den: int
    part: Tally
    of: Tally | None


@dataclass(frozen=True)
class FigureRule:
    """A cap, band or question. The first reading is the one that the guide follows; a question has none."""

    id: str
    kind: Literal["cap", "band", "ask"]
    subject: str
    readings: tuple[Comparison, ...] = ()
    rows: tuple[BandRow, ...] = ()
    violated_by: str = ""
    asked_when: Tally | None = None
    answered_by: Tally | None = None


@dataclass(frozen=True)
class Check:
    """Right numbers have `part` at most `of`, or equal to it. `field` is where the reader is told."""

    id: str
    part: Tally
    of: Tally
    equal: bool
    field: str


@dataclass(frozen=True)
class OutcomeRow:
    """An outcome and the (rule, result) pairs that lead to it."""

    id: str
    conditions: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SheetRules:
    """Everything that judges one edition's sheet. `subjects`: the fields of each subject."""

    rules: tuple[FigureRule, ...]
    checks: tuple[Check, ...]
    outcomes: tuple[OutcomeRow, ...]
    subjects: tuple[tuple[str, tuple[str, ...]], ...]


class _Compiler:
    def __init__(self, budget: Budget, sheet: Sheet) -> None:
        self.records = {measure.id: measure for measure in budget.measures}
        self.fields: dict[str, SheetField] = {field.id: field for group in sheet.groups for field in group.fields}

    def tally(self, key: str) -> Tally:
        record = self.records[key]
        pick: Literal["sum", "larger", "smaller"] = (
            "larger" if record.larger_of else "smaller" if record.smaller_of else "sum")
        groups = tuple(self._fields(self.records[one]) for one in record.larger_of or record.smaller_of or (key,))
        required = tuple(field for group in groups for field in group
                         if field in self.fields and not self.fields[field].optional)
        return Tally(key, groups, pick, required, record.open, SCALES.get(record.unit, 1))

    def _fields(self, record: MeasureRecord) -> tuple[str, ...]:
        return record.fields or (record.id,)

    def maybe(self, key: str | None) -> Tally | None:
        return self.tally(key) if key else None

    def comparisons(self, rule: Cap | Band) -> tuple[Comparison, ...]:
        operator, num, den = None, 0, 1
        if isinstance(rule, Cap):
            assert not isinstance(rule.limit, ByChoice), "a sheet's cap has one limit"
            operator, (num, den) = rule.operator, ratio(rule.limit)
        readings = rule.readings or (Reading(id="stated", label="-", part=rule.part, of=rule.of),)
        return tuple(Comparison(one.id, one.operator or operator, num, den, self.tally(one.part), self.maybe(one.of))
                     for one in readings)

    def rule(self, rule: Cap | Band | Ask) -> FigureRule:
        if isinstance(rule, Ask):
            return FigureRule(rule.id, "ask", rule.subject, violated_by=rule.violated_by,
                              asked_when=self.maybe(rule.asked_when), answered_by=self.maybe(rule.answered_by))
        rows = tuple(compile_row(row) for row in rule.rows) if isinstance(rule, Band) else ()
        return FigureRule(rule.id, rule.kind, rule.subject, self.comparisons(rule), rows)


def tallies(rule: FigureRule) -> tuple[Tally, ...]:
    """All tallies that a rule looks at."""
    compared = [tally for one in rule.readings for tally in (one.part, one.of)]
    return tuple(tally for tally in (*compared, rule.asked_when, rule.answered_by) if tally)


def compile_sheet(budget: Budget, records: Iterable[Cap | Band | Ask], sheet: Sheet, edition: str) -> SheetRules:
    """The rules on the sheet's subjects that hold in `edition`, by id, with its checks and outcomes."""
    compiler = _Compiler(budget, sheet)
    chosen = sorted((rule for rule in records if rule.subject in sheet.subjects and edition in rule.editions),
                    key=lambda rule: rule.id)
    rules = tuple(compiler.rule(rule) for rule in chosen)
    subjects = tuple(
        (subject, tuple(dict.fromkeys(
            field for rule in rules if rule.subject == subject for tally in tallies(rule) for field in tally.fields)))
        for subject in sheet.subjects)
    checks = tuple(Check(one.id, compiler.tally(one.part), compiler.tally(one.of), one.equal, one.field)
                   for one in sheet.consistency)
    outcomes = tuple(OutcomeRow(one.id, tuple((condition.rule, condition.result) for condition in one.conditions))
                     for one in sheet.outcomes)
    return SheetRules(rules, checks, outcomes, subjects)


def as_json(sheet: SheetRules) -> dict[str, Any]:
    """The same as plain JSON values for the browser."""
    return asdict(sheet)
