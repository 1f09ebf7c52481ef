"""Rules and measures in the closed form that both engines evaluate: of a plan, and of a tool's sheet.

`compile_rule` turns a rule record into whole numbers; the browser gets the very same object as JSON
(`as_json`), so there is one table and two small evaluators of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal

from macros.models.budget import Budget
from macros.models.budget import Measure as MeasureRecord
from macros.models.rule import Ask, Band, ByChoice, Cap, Operator, Reading, Row
from macros.rules.sparse import sparse

# A number of such a unit is kept in this many parts, so that its decimals are whole numbers too.
SCALES: Mapping[str, int] = {"point": 100}
Pick = Literal["sum", "larger", "smaller"]
# Which one number counts of several sums. A record names it by its key (`larger_of`, `smaller_of`).
PICKS: Mapping[Pick, Callable[[Iterable[int]], int]] = {"larger": max, "smaller": min, "sum": sum}


@dataclass(frozen=True)
class Measure:
    """A number worked out of cells (macros/rules/cells.py): those that the filters take; an empty filter takes every cell.

    `groups`: the ids of cells whose sums are added, or the larger or smaller of which counts (`pick`). Without one of
    `required` it is not known, nor with anything in `open`. `by_kind`: a line belongs by its 비목 alone, not by its
    further kinds. `told`: the plan may say the amount itself; `won` is what it says (`as_told` in evaluate.py), and then
    no line makes it more or less. `scale` parts make one unit.
    """

    id: str
    parts: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    funds: tuple[str, ...] = ()
    by_kind: bool = False
    told: bool = False
    won: int | None = None
    groups: tuple[tuple[str, ...], ...] = ()
    pick: Pick = "sum"
    required: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    scale: int = 1

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The ids of all cells that count; none where it does not go by ids."""
        return tuple(field for group in self.groups for field in group)

    @cached_property
    def every_kind(self) -> frozenset[str]:
        """The kinds of cost that count; none where any does."""
        return frozenset(self.kinds)

    def within(self, other: Measure) -> bool:
        """Whether all that this measure counts, the other counts too."""
        if self.won is not None or other.won is not None or (other.by_kind and other.kinds and not self.by_kind):
            return False
        mine = (self.parts, self.kinds, self.funds, self.fields)
        its = (other.parts, other.kinds, other.funds, other.fields)
        return all(not wide or (narrow and set(narrow) <= set(wide))
                   for narrow, wide in zip(mine, its, strict=True))


@dataclass(frozen=True)
class Comparison:
    """One reading of a rule: part OP num/den of the whole; without a whole, part OP `num`. A band's rows say OP (None)."""

    id: str
    operator: Operator | None
    num: int
    den: int
    part: Measure
    of: Measure | None = None

    @property
    def nested(self) -> bool:
        """Whether all that the part counts, the whole counts too."""
        return self.of is not None and self.part.within(self.of)


@dataclass(frozen=True)
class BandRow:
    """A row's condition in whole numbers; the last row has none."""

    id: str
    operator: Operator | None
    num: int
    den: int


@dataclass(frozen=True)
class Rule:
    """A cap, band or question. The first reading is the one that the guide follows; a question has none.

    `each`: once for every project of a plan. With `choice`, the limit is `amounts[answer]` and the readings' is 0. `info`: it
    tells and does not judge, so nothing is measured against it that may still be taken. A question is broken where all
    facts of one of `violated_when` are so: (fact, answer); its own is a fact of the rule's id. `asked_when`: the measure
    without which the rule does not apply; `given`: the facts without which it does not.
    """

    id: str
    kind: Literal["cap", "band", "ask"]
    subject: str = "plan"
    readings: tuple[Comparison, ...] = ()
    rows: tuple[BandRow, ...] = ()
    asked_when: Measure | None = None
    violated_when: tuple[tuple[tuple[str, str], ...], ...] = ()
    each: bool = False
    choice: str | None = None
    amounts: tuple[tuple[str, int], ...] = ()
    info: bool = False
    given: tuple[tuple[str, str], ...] = ()

    @property
    def operator(self) -> Operator:
        """A cap's, as the guide reads it."""
        assert self.readings[0].operator, "a cap compares"
        return self.readings[0].operator

    @property
    def num(self) -> int:
        """A cap's limit: a share's numerator, or won; 0 where it hangs on a choice."""
        return self.readings[0].num

    @property
    def den(self) -> int:
        """A cap's limit: a share's denominator, or 1."""
        return self.readings[0].den

    def limited(self, num: int, den: int) -> Rule:
        """The rule with this limit in every reading."""
        return replace(self, readings=tuple(replace(one, num=num, den=den) for one in self.readings))

    @property
    def violated_by(self) -> str:
        """The answer to a question of the rule's own that breaks it."""
        return self.violated_when[0][0][1]

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that a question looks at."""
        return tuple(dict.fromkeys(fact for entry in self.violated_when for fact, _ in entry))


def measures(budget: Budget, required: Collection[str] = ()) -> dict[str, Measure]:
    """The measures by id. `required`: the fields of a sheet that have to be filled."""
    records = {record.id: record for record in budget.measures}
    return {key: _measure(record, records, required) for key, record in records.items()}


def _measure(record: MeasureRecord, records: Mapping[str, MeasureRecord], required: Collection[str]) -> Measure:
    if record.subject == "plan":
        return Measure(record.id, record.parts, record.kinds, record.funds, record.by_kind, record.told)
    pick: Pick = "larger" if record.larger_of else "smaller" if record.smaller_of else "sum"
    of = record.larger_of or record.smaller_of or (record.id,)
    groups = tuple(records[one].fields or (one,) for one in of)
    return Measure(record.id, groups=groups, pick=pick, required=tuple(one for group in groups for one in group if one in required),
                   open=record.open, scale=SCALES.get(record.unit, 1))


def ratio(limit: Fraction | int) -> tuple[int, int]:
    """A limit as whole numbers: a share as num, den; an amount as won, 1."""
    return (limit.numerator, limit.denominator) if isinstance(limit, Fraction) else (limit, 1)


def comparisons(rule: Cap | Band, known: Mapping[str, Measure]) -> tuple[Comparison, ...]:
    """A rule's readings in whole numbers."""
    limit: Fraction | int | ByChoice = rule.limit if isinstance(rule, Cap) else 0
    num, den = (0, 1) if isinstance(limit, ByChoice) else ratio(limit)
    operator = rule.operator if isinstance(rule, Cap) else None
    readings = rule.readings or (Reading(id="stated", label="-", part=rule.part, of=rule.of),)
    return tuple(Comparison(one.id, one.operator or operator, num, den, known[one.part], known[one.of] if one.of else None)
                 for one in readings)


def compile_rule(rule: Cap | Band | Ask, known: Mapping[str, Measure]) -> Rule:
    """Any rule in whole numbers."""
    when = known[rule.asked_when] if rule.asked_when else None
    if isinstance(rule, Ask):
        return compile_ask(rule, when)
    readings, info = comparisons(rule, known), rule.severity == "info"
    if isinstance(rule, Band):
        return Rule(rule.id, "band", rule.subject, readings, tuple(map(compile_row, rule.rows)), when, info=info)
    choice, amounts = (rule.limit.by, tuple(sorted(rule.limit.amounts.items()))) if isinstance(rule.limit, ByChoice) else (None, ())
    return Rule(rule.id, "cap", rule.subject, readings, (), when, (), rule.each == "project", choice, amounts, info)


def compile_ask(rule: Ask, when: Measure | None = None) -> Rule:
    """A question, or what follows from facts."""
    given = tuple((fact, rule.violated_when[0][fact]) for fact in rule.given)
    return Rule(rule.id, "ask", rule.subject, asked_when=when, violated_when=tuple(tuple(one.items()) for one in rule.breaking), given=given)


def compile_row(row: Row) -> BandRow:
    """A band's row in whole numbers."""
    for name in ("at_most", "below", "at_least", "above", "equal"):
        limit = getattr(row, name)
        if isinstance(limit, (Fraction, int)):
            return BandRow(row.id, name, *ratio(limit))
    return BandRow(row.id, None, 0, 1)


# What the budget calculator asks and sums; rules on documents and agendas have checklists instead.
BUDGET_TOPICS = frozenset({"grant", "limit", "prohibited", "care", "funds"})


def for_plan(rules: Iterable[Cap | Band | Ask], known: Mapping[str, Measure], edition: str) -> tuple[Rule, ...]:
    """The rules that judge a plan of `edition`, by id."""
    return tuple(compile_rule(rule, known) for rule in sorted(rules, key=lambda rule: rule.id)
                 if rule.subject == "plan" and rule.topic in BUDGET_TOPICS and edition in rule.editions and not isinstance(rule, Band))


def plan_editions(rules: Iterable[Cap | Band | Ask]) -> list[str]:
    """The editions that have rules for a plan, oldest first."""
    return sorted({edition for rule in rules if rule.subject == "plan" and rule.topic in BUDGET_TOPICS
                   for edition in rule.editions})


def as_json(rules: Iterable[Rule]) -> list[dict[str, Any]]:
    """The rules as plain JSON values for the browser, without what they leave as it is by itself."""
    return [sparse(rule) for rule in rules]
