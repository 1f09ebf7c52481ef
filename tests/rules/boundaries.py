"""Which limits stand at their edge in a vector: exactly at it, one won (person, hour, point) below and above.

`python -m tests.rules.boundaries` lists what no vector shows, new rules and editions too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from macros.reading.guidebook import Guidebook, load
from macros.rules.evaluate import evaluate
from macros.rules.judge import Verdict
from macros.rules.terms import Rule, for_plan, measures
from macros.tools.sheets import compiled
from tests.conftest import ROOT
from tests.rules.sheet_vectors import judged, load_sheet_vectors
from tests.rules.vectors import load_vectors

SIDES = ("꼭", "하나 아래", "하나 위")


class Edge(NamedTuple):
    """One side of a limit in a tool's edition (or part of it). `row`: of a band."""

    tool: str
    scope: str
    rule: str
    row: str
    side: str


def side_of(num: int, den: int, part: int, whole: int, step: int = 1) -> str | None:
    """On which side of the limit the part stands, if it is no more than one `step` beside it (grades go by whole points)."""
    beyond = den * part - num * whole
    if beyond == 0:
        return SIDES[0]
    return None if abs(beyond) > den * step else SIDES[1 if beyond < 0 else 2]


def limits_of(rule: Rule) -> Iterator[tuple[str, int, int]]:
    """The limits of a sheet's rule: (row, num, den)."""
    if rule.kind == "cap":
        yield "", rule.readings[0].num, rule.readings[0].den
    for row in rule.rows:
        if row.operator:
            yield row.id, row.num, row.den


def demanded(num: int) -> tuple[str, ...]:
    """Of a limit of nothing there is no side below."""
    return SIDES if num else (SIDES[0], SIDES[2])


def sheet_edges(guide: Guidebook) -> set[Edge]:
    """Every side that a sheet's limits have."""
    return {Edge(key, scope, rule.id, row, side) for key, sheet in guide.sheets.items() for scope, rules in compiled(guide, sheet).items()
            for rule in rules.rules for row, num, _ in limits_of(rule) for side in demanded(num)}


def sheet_edges_shown(guide: Guidebook) -> set[Edge]:
    """The sides at which a vector of the sheets stands."""
    found = set()
    for vector in load_sheet_vectors():
        rules = {rule.id: rule for rule in compiled(guide, guide.sheets[vector.tool])[vector.edition].rules}
        for verdict in judged(guide, vector).verdicts:
            rounded = any(one.part.scale > 1 for one in rules[verdict.rule].readings)
            if verdict.status in ("ok", "fail") or (rounded and verdict.status == "unknown"):
                found |= {Edge(vector.tool, vector.edition, verdict.rule, row, side) for row, side in _sides(rules[verdict.rule], verdict)}
    return found


def _sides(rule: Rule, verdict: Verdict) -> Iterator[tuple[str, str]]:
    if rule.kind == "ask":
        return
    followed = rule.readings[0]
    unit = followed.part.scale if rule.kind == "band" else 1
    for row, num, den in limits_of(rule):
        side = side_of(num, den, verdict.part, verdict.whole if followed.of else unit, followed.part.scale)
        if side:
            yield row, side


def plan_edges(guide: Guidebook) -> set[Edge]:
    """Every side that a plan's limits have, an amount that hangs on a choice under each option."""
    return {Edge("budget", edition, rule.id, option, side) for edition in _plan_editions(guide) for rule in _caps(guide, edition).values()
            for option, num, _ in _amounts(rule) for side in demanded(num)}


def _plan_editions(guide: Guidebook) -> list[str]:
    return sorted({edition for rule in guide.rules.values() if rule.subject == "plan" for edition in rule.editions})


def _caps(guide: Guidebook, edition: str) -> Mapping[str, Rule]:
    known = measures(guide.budget)
    return {rule.id: rule for rule in for_plan(guide.rules.values(), known, edition) if rule.kind == "cap"}


def _amounts(rule: Rule) -> Iterator[tuple[str, int, int]]:
    """The limits of a plan's cap: (option of the choice that it hangs on, num, den)."""
    if rule.choice:
        yield from ((option, won, 1) for option, won in rule.amounts)
    else:
        yield "", rule.num, rule.den


def plan_edges_shown(guide: Guidebook) -> set[Edge]:
    """The sides at which a plan of the vectors stands."""
    found = set()
    for vector in load_vectors(guide):
        caps = _caps(guide, vector.plan.edition)
        for verdict in evaluate(for_plan(guide.rules.values(), measures(guide.budget), vector.plan.edition), vector.plan):
            if verdict.rule not in caps or verdict.status not in ("ok", "fail"):
                continue
            rule = caps[verdict.rule]
            option = str(vector.plan.choices.get(rule.choice, "")) if rule.choice else ""
            whole = verdict.whole if rule.readings[0].of else 1
            if side := side_of(verdict.num, verdict.den, verdict.part, whole):
                found.add(Edge("budget", vector.plan.edition, verdict.rule, option, side))
    return found


def missing(guide: Guidebook) -> list[Edge]:
    """Sides of limits at which no vector stands."""
    return sorted((sheet_edges(guide) - sheet_edges_shown(guide)) | (plan_edges(guide) - plan_edges_shown(guide)))


def main() -> None:
    """Prints each side of a limit that no vector shows."""
    guide, problems = load(ROOT / "data")
    assert guide, problems
    for edge in missing(guide):
        print(" ".join(edge))


if __name__ == "__main__":
    main()
