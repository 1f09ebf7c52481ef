"""Moves and cuts that make all limits hold: nothing smaller does, on small plans by trying every change there is.

`python -m tests.bench_fix` does the same with 6,000 small plans and judges 20,000 proposals again.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest

from macros.models.plan import Line, Plan, Project
from macros.models.rule import Operator
from macros.reading.guidebook import Guidebook
from macros.rules.adjust.adjust import adjust
from macros.rules.adjust.steps import Change, Step, steps_of, with_steps
from macros.rules.evaluate import evaluate
from macros.rules.terms import Comparison, Measure, Rule
from tests.rules.adjust_oracle import FUNDS
from tests.rules.adjust_proof import (
    check_again,
    check_against,
    check_small,
    edge_cases,
    rule_sets,
    small_cases,
    table_cases,
)

LABOUR = Measure("labour", parts=("sectoral",), kinds=("labour",))
FACILITY = Measure("facility", parts=("sectoral",), kinds=("facility",))
SECTORAL = Measure("sectoral", parts=("sectoral",))
BASE = Measure("base", parts=("base",), funds=("city",))
GRANT = Measure("grant", funds=("city",))


def cap(key: str, part: Measure, of: Measure | None, num: int, den: int = 1, *, each: bool = False,
        floor: bool = False) -> Rule:
    """A cap, or a floor, of an invented rule."""
    return Rule(key, "cap", each=each, readings=(Comparison("stated", "at_least" if floor else "at_most", num, den, part, of),))


def plan_of(*projects: tuple[str, dict[str, int | None]]) -> Plan:
    """A plan of city money: (part, won by kind) for each project; lines are named p1-labour, p1-other …"""
    return Plan(format="hyeopchi-plan", version=1, edition="2021", projects=tuple(
        Project(id=f"p{number}", part=part, lines=tuple(
            Line(id=f"p{number}-{kind}", kind=kind, amounts={"city": won}) for kind, won in lines.items()))
        for number, (part, lines) in enumerate(projects, 1)))


LABOUR_CAP = cap("labour", LABOUR, SECTORAL, 1, 10)
FACILITY_CAP = cap("facility", FACILITY, SECTORAL, 2, 5)
FLOOR = cap("base", BASE, GRANT, 3, 10, floor=True)
GRANT_CAP = cap("grant", GRANT, None, 1000)
PROJECT_CAP = cap("project", FACILITY, SECTORAL, 7, 10, each=True)


def test_지킨_계획은_그대로_둔다() -> None:
    plan = plan_of(("sectoral", {"labour": 100, "other": 900}))
    assert adjust([LABOUR_CAP], plan, FUNDS).status == "kept"


def test_옮기면_되는_것은_줄이지_않는다() -> None:
    plan = plan_of(("sectoral", {"labour": 150, "other": 850}))
    found = adjust([LABOUR_CAP], plan, FUNDS)
    assert found.steps == (Step("city", "p1-labour", "p1-other", 50),)
    assert (found.won, found.lines, found.fewest) == (50, 2, True)


def test_금액이_모두_천원_단위이면_천원_단위로_맞춘다() -> None:
    plan = plan_of(("sectoral", {"labour": 150_000, "other": 849_000}))  # a tenth is 99,900 won
    found = adjust([LABOUR_CAP], plan, FUNDS)
    assert (found.steps, found.won, found.unit) == ((Step("city", "p1-labour", "p1-other", 51_000),), 51_000, 1_000)
    assert {verdict.status for verdict in evaluate([LABOUR_CAP], with_steps(plan, found.steps))} == {"ok"}
    apart = plan_of(("sectoral", {"labour": 150_000, "other": 849_001}))
    assert (adjust([LABOUR_CAP], apart, FUNDS).won, adjust([LABOUR_CAP], apart, FUNDS).unit) == (50_100, 1)


def test_천원_단위로는_맞출_수_없으면_원_단위로_맞춘다() -> None:
    quarter = Rule("quarter", "cap", each=False, readings=(Comparison("stated", "equal", 1, 4, LABOUR, SECTORAL),))
    whole = cap("grant", GRANT, None, 1_001_000, floor=True)
    plan = plan_of(("sectoral", {"labour": 150_000, "other": 851_000}))
    found = adjust([quarter, whole], plan, FUNDS)
    assert (found.status, found.won, found.unit) == ("found", 100_250, 1)
    assert adjust([quarter], plan, FUNDS).unit == 1_000  # with one unit cut, thousands do


def test_총액을_넘으면_줄인다() -> None:
    plan = plan_of(("sectoral", {"other": 1001}))
    assert adjust([GRANT_CAP], plan, FUNDS).steps == (Step("city", "p1-other", None, 1),)


def test_세_한도를_함께_맞추는_가장_작은_금액을_찾는다() -> None:
    plan = plan_of(("base", {"other": 200}), ("sectoral", {"labour": 120, "facility": 400, "other": 330}))
    found = adjust([FACILITY_CAP, FLOOR, GRANT_CAP, LABOUR_CAP], plan, FUNDS)
    after = with_steps(plan, found.steps)
    assert {verdict.status for verdict in evaluate([FACILITY_CAP, FLOOR, GRANT_CAP, LABOUR_CAP], after)} == {"ok"}
    # Of 1,050, 1,000 may stay, 300 in the base; of the other 700, 280 for facilities (400 - 120) and 70 for labour (120 - 50).
    assert found.won == 170


def test_같은_금액이면_적은_줄을_그다음에는_앞_줄을_바꾼다() -> None:
    plan = plan_of(("sectoral", {"labour": 30, "other": 400}), ("sectoral", {"labour": 120, "other": 450}))
    found = adjust([LABOUR_CAP], plan, FUNDS)
    assert found.steps == (Step("city", "p2-labour", "p1-other", 50),)  # one line gives; of those that take, the first


def test_고정한_줄은_건드리지_않는다() -> None:
    plan = plan_of(("sectoral", {"labour": 150, "other": 400}), ("sectoral", {"labour": 60, "other": 390}))
    found = adjust([LABOUR_CAP], plan, FUNDS, ["p1-labour"])
    assert all("p1-labour" not in (step.out_of, step.into) for step in found.steps)
    assert found.status == "none"
    assert found.against == (("labour", None),)
    assert found.pins == ("p1-labour",)


def test_맞출_수_없으면_서로_막는_규칙만_댄다() -> None:
    plan = plan_of(("base", {"other": 200}), ("sectoral", {"labour": 80, "other": 720}))
    found = adjust([FACILITY_CAP, FLOOR, GRANT_CAP, LABOUR_CAP], plan, FUNDS, ["p2-labour"])
    assert found.status == "none"
    assert found.against == (("base", None), ("labour", None))
    assert found.pins == ("p2-labour",)


def test_똑같아야_하는_규칙은_넘는_쪽과_모자라는_쪽을_함께_댄다() -> None:
    """Of 1 won in 2, a third can be hit by no whole won: that rule alone is named, though each of its sides could hold."""
    operators: tuple[Operator, ...] = ("above", "equal")
    above, equal = (Rule(name, "cap", each=True, readings=(Comparison("stated", name, 1, 3, LABOUR, SECTORAL),)) for name in operators)
    plan = plan_of(("base", {"other": 3}), ("sectoral", {"labour": 1, "other": 1}))
    for pins in ([], ["p1-other"], ["p2-labour"], ["p2-other"]):
        found = adjust([above, equal], plan, FUNDS, pins)
        check_against([above, equal], plan, pins, found)


def test_재원은_섞지_않는다() -> None:
    project = Project(id="p1", part="sectoral", lines=(
        Line(id="a", kind="labour", amounts={"city": 0, "own": 150}), Line(id="b", kind="other", amounts={"city": 850})))
    plan = Plan(format="hyeopchi-plan", version=1, edition="2021", projects=(project,))
    assert adjust([LABOUR_CAP], plan, FUNDS).steps == (Step("own", "a", "b", 50),)


def test_여러_비목인_줄은_모든_한도에서_센다() -> None:
    transfer = cap("transfer", Measure("transfer", parts=("sectoral",), kinds=("transfer",)), SECTORAL, 3, 10)
    project = Project(id="p1", part="sectoral", lines=(
        Line(id="a", kind="transfer", also=("labour",), amounts={"city": 400}), Line(id="b", kind="other", amounts={"city": 600})))
    plan = Plan(format="hyeopchi-plan", version=1, edition="2021", projects=(project,))
    assert adjust([LABOUR_CAP, transfer], plan, FUNDS).won == 300


def test_0원인_줄로도_옮길_수_있다() -> None:
    plan = plan_of(("base", {"other": 400}), ("sectoral", {"facility": 450, "other": 0}), ("sectoral", {"other": 150}))
    found = adjust([FACILITY_CAP, PROJECT_CAP], plan, FUNDS, ["p1-other", "p3-other"])
    assert found.steps == (Step("city", "p2-facility", "p2-other", 210),)


def test_모르는_금액이_있는_규칙은_더_나빠지지_않는다() -> None:
    plan = plan_of(("base", {"other": 100}), ("sectoral", {"labour": 80, "other": 820, "facility": None}))
    found = adjust([FLOOR, GRANT_CAP, LABOUR_CAP], plan, FUNDS)
    assert found.status == "kept"  # the limits hang on the unknown amount
    whole = cap("own-floor", Measure("known", parts=("base",)), Measure("known-sum", kinds=("labour", "other")), 3, 10, floor=True)
    found = adjust([LABOUR_CAP, whole], plan, FUNDS)
    assert found.status == "found"
    moved = {step.out_of: step.won for step in found.steps}
    # Labour gives first: 1 of it is worth 10 of the sectoral part, whose sum must not shrink by more.
    assert 10 * moved.get("p2-labour", 0) >= sum(moved.values())


def test_비어서_해당_없던_하한은_깨우지_않는다() -> None:
    floor = cap("floor", FACILITY, None, 100, floor=True)
    plan = plan_of(("sectoral", {"labour": 150, "facility": 0}), ("sectoral", {"other": 850}))
    found = adjust([floor, LABOUR_CAP], plan, FUNDS)
    assert {step.into for step in found.steps} == {"p2-other"}


def test_같은_사업_안에서_먼저_짝지어_옮긴다() -> None:
    changes = [Change("p1", "a", "city", -5), Change("p2", "b", "city", 3), Change("p1", "c", "city", 1), Change("p2", "d", "own", -2)]
    assert steps_of(changes) == (
        Step("city", "a", "b", 3), Step("city", "a", "c", 1), Step("city", "a", None, 1), Step("own", "d", None, 2))


@pytest.mark.parametrize("name", ["2020", "2021", "invented"])
def test_작은_계획에서_모든_변경을_해_보아도_더_작은_것이_없다(guide: Guidebook, name: str) -> None:
    told = Counter(check_small(*case) for case in islice(small_cases(guide, name, seed=11), 40))
    assert told["found"] > 3
    assert told["none"] > 0


def test_조정안을_다시_판정하면_모두_지킨다(guide: Guidebook) -> None:
    rules = rule_sets(guide)
    told = Counter(check_again(rules[name], plan, pins).status
                   for cases, count in ((table_cases(guide, 3, (4, 8, 15, 30)), 32), (edge_cases(guide, 3), 300))
                   for name, plan, pins in islice(cases, count))
    assert told["found"] > 40
    assert told["none"] > 0
