"""What is proven of the engine of moves and cuts, for as many plans as are asked for: the tests ask for few, the bench for many."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice

from playwright.sync_api import Page

from macros.models.plan import Plan
from macros.reading.guidebook import Guidebook
from macros.rules.adjust.adjust import Adjustment, adjust
from macros.rules.adjust.steps import with_steps
from macros.rules.canonical import adjustment_json
from macros.rules.evaluate import evaluate
from macros.rules.terms import Rule
from tests.rules.adjust_oracle import (
    FUNDS,
    Changes,
    FewWon,
    Judge,
    TooMany,
    best_changes,
    few,
    lines_of,
    touchable,
)
from tests.rules.adjust_plans import TablePlans, caps
from tests.rules.parity import invented
from tests.rules.random_plans import PlanMaker

Case = tuple[str, Plan, list[str]]  # the rules' name, the plan, the ids of lines that stay
BATCH = 200
THEIRS = """([funds, text]) => JSON.parse(text).map(([name, json, pins]) => {
  const { plan } = hyeopchi.modules.plan.fromJson(json, globalThis.known);
  const rules = globalThis.adjustable[name];
  return hyeopchi.modules['rules/canonical'].adjustmentJson(hyeopchi.modules['rules/adjust/adjust'].adjust(rules, plan, funds, pins));
}).join("\\n")"""


def rule_sets(guide: Guidebook) -> dict[str, tuple[Rule, ...]]:
    """The caps of both editions, and invented ones with every operator."""
    return {edition: caps(guide, edition) for edition in ("2020", "2021")} | {
        "invented": tuple(rule for rule in invented(guide) if rule.kind == "cap")}


def small_cases(guide: Guidebook, name: str, seed: int) -> Iterator[tuple[list[Rule], Plan, list[str]]]:
    """Small plans that break something, with limits that they reach and lines that stay."""
    rules = [few(rule) for rule in rule_sets(guide)[name]]
    maker = FewWon(guide, "2021" if name == "invented" else name, seed)
    while True:
        plan = maker.plan()
        draw = maker.random
        chosen = sorted(draw.sample(rules, draw.choice((1, 1, 2))), key=lambda rule: rule.id) if name == "invented" else rules
        pins = [line.id for _, line in lines_of(plan) if draw.random() < 0.15]
        if Judge(chosen, plan, ()).broken:
            yield chosen, plan, pins


def changes_of(before: Plan, after: Plan) -> Changes:
    """What each amount gained."""
    return {(at, fund): gained for at, ((_, old), (_, new)) in enumerate(zip(lines_of(before), lines_of(after), strict=True))
            for fund in FUNDS if (gained := (new.amounts.get(fund) or 0) - (old.amounts.get(fund) or 0))}


def check_small(rules: Sequence[Rule], plan: Plan, pins: Collection[str]) -> str | None:
    """One small plan against every possible change. Returns what came of it; None when there are too many to try."""
    found = adjust(rules, plan, FUNDS, pins)
    told = (plan.model_dump_json(), pins, [rule.id for rule in rules], found)
    try:
        best = best_changes(rules, plan, pins)
        if best is None:
            check_against(rules, plan, pins, found)
            return "none"
    except TooMany:
        return None
    won, changes = best
    assert (found.status, found.won, found.fewest) == ("found", won, True), told
    assert changes_of(plan, with_steps(plan, found.steps)) == changes, told
    assert found.lines == len({line for line, _ in changes}), told
    return "found"


def check_against(rules: Sequence[Rule], plan: Plan, pins: Collection[str], found: Adjustment) -> None:
    """The rules that are named cannot hold together; without any one of them the others can. Raises TooMany."""
    assert found.status == "none", (plan.model_dump_json(), pins, found)
    named = set(found.against)
    keys = touchable(rules, plan, pins)
    assert best_changes(rules, plan, pins, only=named, keys=keys) is None, (plan.model_dump_json(), pins, found)
    for scope in named:
        assert best_changes(rules, plan, pins, only=named - {scope}, keys=keys) is not None, (plan.model_dump_json(), pins, found)


def table_cases(guide: Guidebook, seed: int, lines: Sequence[int]) -> Iterator[Case]:
    """Plans of both editions, believable and wild, some with lines that stay."""
    makers = [TablePlans(guide, edition, seed) for edition in ("2020", "2021")]
    while True:
        for maker in makers:
            for wild in (False, True):
                plan = maker.plan(maker.random.choice(lines), wild)
                yield maker.edition, plan, maker.pins(plan) if maker.random.random() < 0.3 else []


def edge_cases(guide: Guidebook, seed: int) -> Iterator[Case]:
    """The engines' own random plans, with the rules of both editions and invented ones."""
    makers = [(name, PlanMaker(guide, "2021" if name == "invented" else name, seed)) for name in ("2020", "2021", "invented")]
    while True:
        for name, maker in makers:
            plan = maker.plan()
            yield name, plan, [line.id for _, line in lines_of(plan) if maker.random.random() < 0.1]


def check_again(rules: Sequence[Rule], plan: Plan, pins: Collection[str]) -> Adjustment:
    """Every proposal is judged again, as a whole plan: nothing that could be judged is broken any more."""
    found = adjust(rules, plan, FUNDS, pins)
    told = (plan.model_dump_json(), pins, found)
    assert found.status != "unsolved", told
    broken = any(verdict.status == "fail" for verdict in evaluate(rules, plan))
    assert broken == (found.status != "kept"), told
    if found.status != "found":
        return found
    after = with_steps(plan, found.steps)
    changes = changes_of(plan, after)
    assert Judge(rules, plan, list(changes)).accepts(changes), told
    assert not any(verdict.status == "fail" for verdict in evaluate(rules, after)), told
    assert sum(-won for won in changes.values() if won < 0) == found.won, told
    assert not {lines_of(plan)[line][1].id for line, _ in changes} & set(pins), told
    assert all((amount or 0) >= 0 for _, line in lines_of(after) for amount in line.amounts.values()), told
    for fund in FUNDS:
        assert sum(won for (_, each), won in changes.items() if each == fund) <= 0, told
    return found


def compare(guide: Guidebook, page: Page, cases: Iterator[Case], told: Callable[[int], None] = lambda count: None) -> int:
    """Both engines on all plans, character by character. Returns how many were compared."""
    rules = rule_sets(guide)
    page.evaluate("""(names) => { globalThis.adjustable = Object.fromEntries(Object.entries(names).map(([name, ids]) =>
      [name, globalThis.rulesOf[name].filter(({ id }) => ids.includes(id))])); }""",
                  {name: [rule.id for rule in found] for name, found in rules.items()})
    compared = 0
    while batch := list(islice(cases, BATCH)):
        text = json.dumps([[name, plan.model_dump(mode="json"), pins] for name, plan, pins in batch])
        theirs = page.evaluate(THEIRS, [list(FUNDS), text]).split("\n")
        for (name, plan, pins), found in zip(batch, theirs, strict=True):
            assert adjustment_json(adjust(rules[name], plan, FUNDS, pins)) == found, (name, plan.model_dump_json(), pins)
        compared += len(batch)
        told(compared)
    return compared
