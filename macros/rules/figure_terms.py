"""What a tool's sheet (members, points, the money of one change) has beside rules: facts, checks, outcomes.

macros/rules/figure_compiler.py turns records into these; the browser gets the very same objects as JSON.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from macros.rules.terms import Measure, Rule


@dataclass(frozen=True)
class FactTerm:
    """A fact with its answers. `only_if`: the facts without which it is not asked, each with the answers that ask for it."""

    id: str
    subject: str
    answers: tuple[str, ...]
    only_if: tuple[tuple[str, tuple[str, ...]], ...] = ()
    asked_when: Measure | None = None
    answered_by: Measure | None = None


@dataclass(frozen=True)
class Check:
    """Right numbers have `part` at most `of`, or equal to it. `field` is where the reader is told."""

    id: str
    part: Measure
    of: Measure
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

    rules: tuple[Rule, ...]
    checks: tuple[Check, ...]
    outcomes: tuple[OutcomeRow, ...]
    subjects: tuple[tuple[str, tuple[str, ...]], ...]
    facts: tuple[FactTerm, ...] = ()
    applies_at: tuple[tuple[str, str], ...] = ()
    together: bool = False


def own_fact(rule: Rule, answered_by: Measure | None = None) -> FactTerm:
    """A rule's own question as a fact."""
    return FactTerm(rule.id, rule.subject, ("yes", "no"), (), rule.asked_when, answered_by)


def looked_at(rule: Rule, facts: Iterable[FactTerm] = ()) -> tuple[Measure, ...]:
    """All measures that a rule looks at, itself or by its facts."""
    compared = [measure for one in rule.readings for measure in (one.part, one.of)]
    known = [measure for fact in facts if fact.id in rule.facts for measure in (fact.asked_when, fact.answered_by)]
    return tuple(measure for measure in (*compared, rule.asked_when, *known) if measure)
