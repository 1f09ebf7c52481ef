"""Rules and measures in the closed form that both engines evaluate.

`compile_rule` turns a rule record into whole numbers; the browser gets the very same object as JSON
(`as_json`), so there is one table and two small evaluators of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any, Literal

from macros.models.budget import Budget
from macros.models.budget import Measure as MeasureRecord
from macros.models.rule import Ask, Band, ByChoice, Cap, Operator, Row


@dataclass(frozen=True)
class Measure:
    """A filtered sum of plan lines; an empty filter takes everything.

    `by_kind`: a line belongs by its 비목 alone, not by its further kinds. `told`: the plan may say the amount itself;
    `won` is what it says (see `as_told`), and then no line makes it more or less.
    """

    id: str
    parts: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    funds: tuple[str, ...] = ()
    by_kind: bool = False
    told: bool = False
    won: int | None = None

    def within(self, other: Measure) -> bool:
        """Whether all that this measure counts, the other counts too."""
        if self.won is not None or other.won is not None or (other.by_kind and other.kinds and not self.by_kind):
            return False
        mine = (self.parts, self.kinds, self.funds)
        its = (other.parts, other.kinds, other.funds)
        return all(not wide or (narrow and set(narrow) <= set(wide))
                   for narrow, wide in zip(mine, its, strict=True))


@dataclass(frozen=True)
class Pair:
    """What is compared: the part and, for a share, the whole. `id` is the reading's."""

    id: str
    part: Measure
    of: Measure | None


@dataclass(frozen=True)
class CapRule:
    """part OP num/den of the whole; or part OP an amount (`num` won, `den` 1, no whole).

    With `choice`, the amount is `amounts[answer]` and `num` is 0. `info`: it tells and does not judge, so nothing is
    measured against it that a plan may still take.
    """

    id: str
    operator: Operator
    num: int
    den: int
    each: bool
    pairs: tuple[Pair, ...]
    choice: str | None
    amounts: tuple[tuple[str, int], ...]
    info: bool = False
    kind: Literal["cap"] = "cap"


@dataclass(frozen=True)
class AskRule:
    """A question; `asked_when` is the measure without which it does not arise."""

    id: str
    violated_by: Literal["yes", "no"]
    asked_when: Measure | None
    kind: Literal["ask"] = "ask"


EngineRule = CapRule | AskRule


@dataclass(frozen=True)
class BandRow:
    """A row's condition in whole numbers; the last row has none."""

    id: str
    operator: Operator | None
    num: int
    den: int


def measures(budget: Budget) -> dict[str, Measure]:
    """The measures by id, in the engine's form."""
    return {record.id: _measure(record) for record in budget.measures}


def _measure(record: MeasureRecord) -> Measure:
    return Measure(record.id, record.parts, record.kinds, record.funds, record.by_kind, record.told)


def ratio(limit: Fraction | int) -> tuple[int, int]:
    """A limit as whole numbers: a share as num, den; an amount as won, 1."""
    return (limit.numerator, limit.denominator) if isinstance(limit, Fraction) else (limit, 1)


def compile_cap(rule: Cap, known: Mapping[str, Measure]) -> CapRule:
    """A cap in whole numbers. The first pair is the reading that the guide follows."""
    limit = rule.limit
    num, den = (0, 1) if isinstance(limit, ByChoice) else ratio(limit)
    readings = [(reading.id, reading.part, reading.of) for reading in rule.readings]
    pairs = tuple(Pair(name, known[part], known[of] if of else None)
                  for name, part, of in readings or [("stated", rule.part, rule.of)])
    choice, amounts = (limit.by, tuple(sorted(limit.amounts.items()))) if isinstance(limit, ByChoice) else (None, ())
    return CapRule(rule.id, rule.operator, num, den, rule.each == "project", pairs, choice, amounts,
                   rule.severity == "info")


def compile_ask(rule: Ask, known: Mapping[str, Measure]) -> AskRule:
    """A question with its condition."""
    return AskRule(rule.id, rule.violated_by or "yes", known[rule.asked_when] if rule.asked_when else None)


def compile_row(row: Row) -> BandRow:
    """A band's row in whole numbers."""
    for name in ("at_most", "below", "at_least", "above", "equal"):
        limit = getattr(row, name)
        if isinstance(limit, (Fraction, int)):
            return BandRow(row.id, name, *ratio(limit))
    return BandRow(row.id, None, 0, 1)


# What the budget calculator asks and sums; rules on documents and agendas have checklists instead.
BUDGET_TOPICS = frozenset({"grant", "limit", "prohibited", "care", "funds"})


def for_plan(rules: Iterable[Cap | Band | Ask], known: Mapping[str, Measure], edition: str) -> tuple[EngineRule, ...]:
    """The rules that judge a plan of `edition`, by id."""
    chosen: list[EngineRule] = []
    for rule in sorted(rules, key=lambda rule: rule.id):
        if rule.subject != "plan" or rule.topic not in BUDGET_TOPICS or edition not in rule.editions:
            continue
        if isinstance(rule, Cap):
            chosen.append(compile_cap(rule, known))
        elif isinstance(rule, Ask):
            chosen.append(compile_ask(rule, known))
    return tuple(chosen)


def plan_editions(rules: Iterable[Cap | Band | Ask]) -> list[str]:
    """The editions that have rules for a plan, oldest first."""
    return sorted({edition for rule in rules if rule.subject == "plan" and rule.topic in BUDGET_TOPICS
                   for edition in rule.editions})


def as_json(rules: Iterable[EngineRule]) -> list[dict[str, Any]]:
    """The rules as plain JSON values for the browser."""
    return [asdict(rule) for rule in rules]
