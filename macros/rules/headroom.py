"""How much more a line can take: exact to the won, with the rule that binds.

A change of one won moves a cap's slack by a whole number; what fits is slack divided by that, rounded down.
So x fits and x+1 does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.plan import Plan
from macros.models.rule import Operator
from macros.rules.cells import Cell, counts
from macros.rules.evaluate import as_told, evaluate_cap, followed, limit_of, scopes
from macros.rules.judge import FLOOR, spare
from macros.rules.terms import Rule


@dataclass(frozen=True)
class Room:
    """How much fits. `won` None: no rule limits it. `rule`: what binds. `unknown`: a rule cannot be decided."""

    won: int | None
    rule: str | None
    unknown: bool = False


def _fit(rule: Rule, plan: Plan, into: Cell, out_of: Cell | None) -> int | bool | None:
    """What fits under one rule: won, None when it sets no bound here, False when it cannot be decided."""
    for name, projects in scopes(rule, plan):
        if name is not None and name != into.project:
            continue
        pair = followed(rule, plan)
        flags = [counts(measure, cell) if measure and cell else False
                 for measure in (pair.part, pair.of) for cell in (into, out_of)]
        if None in flags:
            return False
        part_in, part_out, whole_in, whole_out = (int(bool(flag)) for flag in flags)
        if part_in == part_out and whole_in == whole_out:
            continue
        limit = limit_of(rule, plan)
        verdict = evaluate_cap(rule, plan, name, projects)
        if limit is None or verdict.status == "unknown":
            return False
        gain = limit[0] * (whole_in - whole_out) - limit[1] * (part_in - part_out)
        return _bound(rule.operator, gain, verdict.slack)
    return None


def _bound(operator: Operator, gain: int, slack: int) -> int | None:
    if operator == "equal":
        return 0 if gain else None
    return spare(operator, slack, gain if operator in FLOOR else -gain)


def room(rules: Iterable[Rule], plan: Plan, into: Cell, out_of: Cell | None = None) -> Room:
    """The most that can be newly added to `into`, or moved there from `out_of`, without breaking a cap.

    Rules that only inform bound nothing.
    """
    least: tuple[int, str] | None = None
    unknown = False
    for rule in as_told(rules, plan):
        if rule.kind != "cap" or rule.info:
            continue
        fit = _fit(rule, plan, into, out_of)
        if fit is False:
            unknown = True
        elif fit is not None and fit is not True and (least is None or (fit, rule.id) < least):
            least = (fit, rule.id)
    return Room(least[0] if least else None, least[1] if least else None, unknown)
