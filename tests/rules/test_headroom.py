"""Headroom and the ways to mend are tight: what they name is enough, and one won less (or more) is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.models.plan import Line, Plan, Project
from macros.reading.guidebook import Guidebook
from macros.rules.cells import Cell
from macros.rules.evaluate import as_told, evaluate, followed, limit_of
from macros.rules.headroom import Room, room
from macros.rules.judge import FLOOR, Verdict
from macros.rules.terms import Measure, Rule, for_plan, measures
from tests.rules.random_plans import PlanMaker, moves

EDITIONS = ("2020", "2021")
SMALL_PLANS = 250  # `make bench` tries 10,000
FUNDS = ["city", "own", "outside"]
PARTS = ("base", "sectoral")
KINDS = ("labour", "facility", "transfer", "other")
ALSO = ((), (), ("labour",), ("labour", "transfer"))


class SmallPlans(PlanMaker):
    """Plans of a few hundred won at most, so that every amount can be tried."""

    def _amount(self, unit: int) -> int | None:
        return self.random.randint(0, 40) if self.random.random() < 0.99 else None


@pytest.fixture(scope="module", params=EDITIONS)
def case(request: pytest.FixtureRequest, guide: Guidebook) -> tuple[Sequence[Rule], list[Plan]]:
    """An edition's caps, its limits in won made small enough to be reached, and small plans."""
    rules = [small(rule) for rule in for_plan(guide.rules.values(), measures(guide.budget), request.param)
             if rule.kind == "cap"]
    maker = SmallPlans(guide, request.param, seed=7)
    return rules, [maker.plan() for _ in range(SMALL_PLANS)]


def small(rule: Rule) -> Rule:
    """A limit of 1,000,000,000 won as one of 100 won, and each as one that judges."""
    if rule.readings[0].of:
        return replace(rule, info=False)
    amounts = tuple((option, won // 10**7) for option, won in rule.amounts)
    return replace(rule.limited(rule.num // 10**7, 1), amounts=amounts, info=False)


def with_money(plan: Plan, cell: Cell, won: int, out_of: Cell | None) -> Plan | None:
    """The plan after `won` is put into a cell, taken from another one; None when there is not so much to take."""
    left = won if out_of else 0
    projects = []
    for project in plan.projects:
        lines = []
        for line in project.lines:
            held = line.amounts.get(cell.fund) or 0
            taken = min(left, held) if out_of and project.id == out_of.project and line.kinds == out_of.kinds else 0
            left -= taken
            lines.append(line.model_copy(update={"amounts": line.amounts | {cell.fund: held - taken}} if taken else {}))
        if project.id == cell.project:
            lines.append(Line(id="more", kind=cell.kinds[0], also=tuple(filter(None, cell.kinds[1:])), amounts={cell.fund: won}))
        projects.append(project.model_copy(update={"lines": tuple(lines)}))
    return None if left else plan.model_copy(update={"projects": tuple(projects)})


def failing(rules: Iterable[Rule], plan: Plan) -> set[tuple[str, str | None]]:
    """The caps that the plan breaks."""
    return {(verdict.rule, verdict.project) for verdict in evaluate(rules, plan) if verdict.status == "fail"}


def excused(rules: Iterable[Rule], plan: Plan) -> set[tuple[str, str | None]]:
    """What may fail after money is added: what fails already, and the least amounts of which nothing stands there yet
    (an amount in won, or a share of a grant that has been told).

    Such a floor says nothing of a plan without that money; the first won makes it ask for the rest. That does not limit adding.
    """
    told = plan.grant is not None
    floors = {rule.id for rule in rules
              if rule.operator in FLOOR and (rule.readings[0].of is None or (told and rule.readings[0].of.told))}
    return {(verdict.rule, verdict.project) for verdict in evaluate(rules, plan)
            if verdict.status == "fail" or (verdict.status == "na" and verdict.rule in floors)}


def test_아직_없는_돈의_하한은_넣을_금액을_막지_않는다(guide: Guidebook) -> None:
    rules = [small(rule) for rule in for_plan(guide.rules.values(), measures(guide.budget), "2020") if rule.kind == "cap"]
    plan = Plan(format="hyeopchi-plan", version=1, edition="2020", projects=(
        Project(id="p0", part="sectoral", lines=(Line(id="l0", kind="other", amounts={"own": 18}),)), Project(id="p1", part="base")))
    found = room(rules, plan, Cell("p1", "base", ("facility",), "city"))
    assert found.won and ("grant-range-low-2020", None) in excused(rules, plan)
    assert check_room(rules, plan, excused(rules, plan), Cell("p1", "base", ("facility",), "city"), None, found)


def test_더_넣을_수_있는_금액까지는_맞고_1원_더하면_어긴다(case: tuple[Sequence[Rule], list[Plan]]) -> None:
    rules, plans = case
    tried = 0
    for plan in plans:
        before = excused(rules, plan)
        for cell, out_of in moves(plan, FUNDS):
            found = room(rules, plan, cell, out_of)
            tried += check_room(rules, plan, before, cell, out_of, found)
    assert tried > 500


def check_room(rules: Sequence[Rule], plan: Plan, before: set[tuple[str, str | None]], cell: Cell,
               out_of: Cell | None, found: Room) -> bool:
    """Tries what a room promises. Tells whether there was something to try."""
    if found.unknown:
        return False
    fits = with_money(plan, cell, 10_000 if found.won is None else found.won, out_of)
    assert fits is None or failing(rules, fits) <= before, (plan, cell, out_of, found)
    if found.won is None:
        return False
    over = with_money(plan, cell, found.won + 1, out_of)
    assert over is None or found.rule in {rule for rule, _ in failing(rules, over)}, (plan, cell, out_of, found)
    return over is not None


def test_모르는_것이_있으면_금액을_약속하지_않는다(case: tuple[Sequence[Rule], list[Plan]]) -> None:
    rules, plans = case
    for plan in plans:
        unknown = {(verdict.rule, verdict.project) for verdict in evaluate(rules, plan) if verdict.status == "unknown"}
        for cell, out_of in moves(plan, FUNDS):
            found = room(rules, plan, cell, out_of)
            assert not unknown & {(found.rule, None), (found.rule, cell.project)}


@dataclass(frozen=True)
class Shares:
    """A cap's money counted anew: in the part alone, in both, in the whole alone."""

    part: int
    both: int
    whole: int


def shares(plan: Plan, verdict: Verdict, part: Measure, whole: Measure) -> Shares:
    """The three sums of one verdict's scope."""
    sums = {(True, False): 0, (True, True): 0, (False, True): 0, (False, False): 0}
    for project in plan.projects:
        if verdict.project not in (None, project.id):
            continue
        for line in project.lines:
            for fund, won in line.amounts.items():
                inside = [all(not wanted or value in wanted for value, wanted in (
                    (project.part, measure.parts), (fund, measure.funds))) and bool(
                        not measure.kinds or set(line.kinds[:1] if measure.by_kind else line.kinds) & set(measure.kinds))
                    for measure in (part, whole)]
                sums[inside[0], inside[1]] += won or 0
    return Shares(sums[True, False], sums[True, True], sums[False, True])


def is_mended(rule: Rule, limit: Fraction, money: Shares) -> bool:
    """Whether the cap would not be broken."""
    part, whole = money.part + money.both, money.both + money.whole
    return part <= limit * whole if rule.operator == "at_most" else part >= limit * whole


def least(amounts: Iterable[int], mends: Callable[[int], bool]) -> int | None:
    """The first amount that mends."""
    return next((won for won in amounts if mends(won)), None)


def least_fixes(rule: Rule, limit: Fraction, money: Shares, nested: bool) -> dict[str, int | None]:
    """By trying: the least to take from the part (or the rest), to add, to move between them."""
    a, b, c = money.part, money.both, money.whole
    far = range(1, 20_000)

    def mended(part: int, both: int, whole: int) -> bool:
        return is_mended(rule, limit, Shares(part, both, whole))

    if rule.operator == "at_most":
        return {
            "cut": least(range(1, a + b + 1), lambda x: any(
                mended(a - i, b - (x - i), c) for i in range(min(a, x) + 1) if x - i <= b)),
            "add": least(far, lambda x: mended(a, b, c + x)),
            "move": least(range(1, b + 1), lambda x: mended(a, b - x, c + x)) if nested else None}
    return {
        "cut": least(range(1, c + 1), lambda x: mended(a, b, c - x)),
        "add": least(far, lambda x: mended(a, b + x, c) if nested else mended(a + x, b, c)),
        "move": least(range(1, c + 1), lambda x: mended(a, b + x, c - x)) if nested else None}


def told_fixes(rule: Rule, limit: Fraction, part: int, grant: int) -> dict[str, int | None]:
    """The same where the whole is a grant that has been told: only the part can mend it."""
    far = range(1, 20_000)
    floor = rule.operator in FLOOR
    cut = None if floor else least(range(1, part + 1), lambda x: part - x <= limit * grant)
    add = least(far, lambda x: part + x >= limit * grant) if floor else None
    return {"cut": cut, "add": add, "move": add if floor else cut}


def compare_fixes(rules: Sequence[Rule], plans: Iterable[Plan], nested: bool, told: bool = False) -> int:
    """Compares the ways to mend of every failing share with what trying finds. Returns how many there were."""
    compared = 0
    for plan in plans:
        by_id = {rule.id: rule for rule in as_told(rules, plan) if rule.kind == "cap"}
        for verdict in evaluate(rules, plan):
            rule = by_id[verdict.rule]
            if verdict.status != "fail":
                continue
            pair, limit = followed(rule, plan), limit_of(rule, plan)
            if pair.of is None or limit is None or pair.part.within(pair.of) is not nested or (pair.of.won is not None) is not told:
                continue
            expected = (told_fixes(rule, Fraction(*limit), verdict.part, pair.of.won) if pair.of.won is not None else
                        least_fixes(rule, Fraction(*limit), shares(plan, verdict, pair.part, pair.of), nested))
            found = {name: getattr(verdict, name) for name in expected}
            assert found == expected, (plan, verdict)
            compared += 1
    return compared


def test_고칠_금액은_가장_적은_금액이다(case: tuple[Sequence[Rule], list[Plan]]) -> None:
    assert compare_fixes(*case, nested=True) > 100


def test_부분이_전체_밖에도_있을_때_고칠_금액은_가장_적은_금액이다(case: tuple[Sequence[Rule], list[Plan]]) -> None:
    assert compare_fixes(*case, nested=False) > 25


def test_지원금을_따로_적었으면_고칠_금액은_그_금액을_기준으로_한다(case: tuple[Sequence[Rule], list[Plan]]) -> None:
    assert compare_fixes(*case, nested=False, told=True) > 20


def test_알려_주기만_하는_규칙은_더_넣을_수_있는_금액을_막지_않는다(case: tuple[Sequence[Rule], list[Plan]]) -> None:
    rules, plans = case
    told = [replace(rule, info=True) for rule in rules]
    found = [room(told, plan, cell) for plan in plans for cell, _ in moves(plan, FUNDS)]
    assert found and set(found) == {Room(None, None)}


def test_금액_한도의_고칠_금액은_한도와의_차이다(case: tuple[Sequence[Rule], list[Plan]]) -> None:
    rules, plans = case
    amounts = {rule.id: rule for rule in rules if not rule.readings[0].of}
    for plan in plans:
        for verdict in evaluate(rules, plan):
            if verdict.rule in amounts and verdict.status == "fail":
                floor = amounts[verdict.rule].operator == "at_least"
                gap = abs(verdict.part - verdict.num)
                assert (verdict.cut, verdict.add, verdict.move) == (None if floor else gap, gap if floor else None, None)


def line_strategy() -> st.SearchStrategy[Line]:
    """A line with known amounts."""
    won = st.one_of(st.integers(0, 100), st.integers(0, 10**12))
    return st.builds(Line, id=st.just("l"), kind=st.sampled_from(KINDS), also=st.sampled_from(ALSO),
                     amounts=st.dictionaries(st.sampled_from(FUNDS), won, max_size=3))


def plan_strategy() -> st.SearchStrategy[Plan]:
    """A plan in which everything is known."""
    project = st.builds(Project, id=st.uuids().map(str), part=st.sampled_from(PARTS),
                        lines=st.lists(line_strategy(), max_size=4).map(tuple))
    return st.builds(Plan, format=st.just("hyeopchi-plan"), version=st.just(1), edition=st.sampled_from(EDITIONS),
                     choices=st.sampled_from([{}, {"grade": "ga"}, {"grade": "da"}]),
                     projects=st.lists(project, max_size=3).map(tuple))


@pytest.fixture(scope="module")
def rules_of(guide: Guidebook) -> dict[str, Sequence[Rule]]:
    """The rules of each edition."""
    return {edition: for_plan(guide.rules.values(), measures(guide.budget), edition) for edition in EDITIONS}


def by_scope(rules: Sequence[Rule], plan: Plan) -> dict[tuple[str, str | None], Verdict]:
    """Verdicts by rule and project."""
    return {(verdict.rule, verdict.project): verdict for verdict in evaluate(rules, plan)}


@settings(max_examples=150, deadline=None)
@given(plan=plan_strategy(), data=st.data())
def test_줄과_사업의_차례는_판정을_바꾸지_않는다(
        rules_of: dict[str, Sequence[Rule]], plan: Plan, data: st.DataObject) -> None:
    projects = data.draw(st.permutations(plan.projects))
    turned = plan.model_copy(update={"projects": tuple(
        project.model_copy(update={"lines": tuple(data.draw(st.permutations(project.lines)))})
        for project in projects)})
    rules = rules_of[plan.edition]
    assert by_scope(rules, turned) == by_scope(rules, plan)


@settings(max_examples=150, deadline=None)
@given(plan=plan_strategy(), more=st.integers(0, 10**12), fund=st.sampled_from(FUNDS))
def test_그_밖의_사업비를_더해도_비목_한도를_어기게_되지_않는다(
        rules_of: dict[str, Sequence[Rule]], plan: Plan, more: int, fund: str) -> None:
    rules = [rule for rule in rules_of[plan.edition] if rule.kind == "cap" and rule.readings[0].part.kinds]
    richer = plan.model_copy(update={"projects": tuple(
        project.model_copy(update={"lines": (*project.lines, Line(id="m", kind="other", amounts={fund: more}))})
        for project in plan.projects)})
    assert failing(rules, richer) <= failing(rules, plan)


@settings(max_examples=150, deadline=None)
@given(plan=plan_strategy(), times=st.integers(2, 9))
def test_모든_금액을_같은_배로_늘려도_비율_한도의_판정은_같다(
        rules_of: dict[str, Sequence[Rule]], plan: Plan, times: int) -> None:
    rules = [rule for rule in rules_of[plan.edition] if rule.kind == "cap" and rule.readings[0].of]
    larger = plan.model_copy(update={"projects": tuple(
        project.model_copy(update={"lines": tuple(
            line.model_copy(update={"amounts": {fund: (won or 0) * times for fund, won in line.amounts.items()}})
            for line in project.lines)}) for project in plan.projects)})
    assert {key: verdict.status for key, verdict in by_scope(rules, larger).items()} == {
        key: verdict.status for key, verdict in by_scope(rules, plan).items()}


@settings(max_examples=150, deadline=None)
@given(plan=plan_strategy())
def test_줄을_둘로_나누어_적어도_판정은_같다(rules_of: dict[str, Sequence[Rule]], plan: Plan) -> None:
    halves = plan.model_copy(update={"projects": tuple(
        project.model_copy(update={"lines": tuple(
            line.model_copy(update={"amounts": {fund: (won or 0) // 2 + rest * ((won or 0) % 2)
                                                for fund, won in line.amounts.items()}})
            for line in project.lines for rest in (0, 1))}) for project in plan.projects)})
    rules = rules_of[plan.edition]
    assert by_scope(rules, halves) == by_scope(rules, plan)
