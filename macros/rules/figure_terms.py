"""Rules on what a sheet counts (members, points, the money of one change) in the closed form of both engines.

macros/rules/figure_compiler.py turns records into these; the browser gets the very same objects as JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from macros.models.rule import Operator
from macros.rules.terms import BandRow

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
class FactTerm:
    """A fact with its answers. `only_if`: the facts without which it is not asked, each with the answers that ask for it."""

    id: str
    subject: str
    answers: tuple[str, ...]
    only_if: tuple[tuple[str, tuple[str, ...]], ...] = ()
    asked_when: Tally | None = None
    answered_by: Tally | None = None


@dataclass(frozen=True)
class FigureRule:
    """A cap, band or question. The first reading is the one that the guide follows; a question has none.

    A question is broken where all facts of one of `violated_when` are so: (fact, answer).
    """

    id: str
    kind: Literal["cap", "band", "ask"]
    subject: str
    readings: tuple[Comparison, ...] = ()
    rows: tuple[BandRow, ...] = ()
    asked_when: Tally | None = None
    violated_when: tuple[tuple[tuple[str, str], ...], ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that a question looks at."""
        return tuple(dict.fromkeys(fact for entry in self.violated_when for fact, _ in entry))


@dataclass(frozen=True)
class Check:
    """Right numbers have `part` at most `of`, or equal to it. `field` is where the reader is told."""

    id: str
    part: Tally
    of: Tally
    equal: bool
    field: str


@dataclass(frozen=True)
class CaseTerm:
    """What makes an outcome so, all of it: (rule, result), (fact, answers). `grounds`: rules on which it stands beside."""

    rules: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    grounds: tuple[str, ...]


@dataclass(frozen=True)
class OutcomeRow:
    """An outcome at one level, and the cases that lead to it."""

    id: str
    level: Literal["breach", "care", "ok", "unknown"]
    when: tuple[CaseTerm, ...]


@dataclass(frozen=True)
class SheetRules:
    """Everything that judges one edition's sheet. `subjects`: the fields of each subject.

    `applies_at`: (rule, outcome) of rules that matter at that outcome alone. `together`: with anything entered or
    answered, every subject is looked at.
    """

    rules: tuple[FigureRule, ...]
    checks: tuple[Check, ...]
    outcomes: tuple[OutcomeRow, ...]
    subjects: tuple[tuple[str, tuple[str, ...]], ...]
    facts: tuple[FactTerm, ...] = ()
    applies_at: tuple[tuple[str, str], ...] = ()
    together: bool = False


def tallies(rule: FigureRule, facts: Iterable[FactTerm] = ()) -> tuple[Tally, ...]:
    """All tallies that a rule looks at, itself or by its facts."""
    compared = [tally for one in rule.readings for tally in (one.part, one.of)]
    known = [tally for fact in facts if fact.id in rule.facts for tally in (fact.asked_when, fact.answered_by)]
    return tuple(tally for tally in (*compared, rule.asked_when, *known) if tally)
