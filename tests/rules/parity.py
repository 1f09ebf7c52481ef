"""Both engines over the same plans: Python's, and the browser's in an empty page; compared character by character."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, product
from typing import Any
from unittest.mock import patch

from playwright.sync_api import Browser, Page

from macros.models.plan import Plan
from macros.models.rule import OPERATORS
from macros.reading.guidebook import Guidebook
from macros.rules import headroom
from macros.rules.canonical import rooms_json, verdicts_json
from macros.rules.cells import Cell
from macros.rules.evaluate import evaluate
from macros.rules.missing import missing
from macros.rules.terms import Comparison, Rule, as_json, for_plan, measures
from tests.rules.random_plans import moves
from tests.scripts import put

ENGINE = ("plan", "rules/headroom", "rules/missing", "rules/canonical", "rules/adjust/adjust")
BATCH = 1_000
JUDGE = """([edition, text]) => JSON.parse(text).map(([json, cells]) => {
  const rules = globalThis.rulesOf[edition];
  const { plan } = hyeopchi.modules.plan.fromJson(json, globalThis.known);
  const rooms = cells.map(([into, outOf]) => hyeopchi.modules['rules/headroom'].room(rules, plan, into, outOf));
  const verdicts = hyeopchi.modules['rules/evaluate'].evaluate(rules, plan);
  const open = verdicts.flatMap(({ rule, project }) => {
    const cap = rules.find(({ id }) => id === rule);
    if (cap.kind !== "cap") return [];
    return [hyeopchi.modules['rules/missing'].missing(cap, plan, project).map(({ project, line, what }) => [project, line, what])];
  });
  return hyeopchi.modules['rules/canonical'].verdictsJson(verdicts) + hyeopchi.modules['rules/canonical'].roomsJson(rooms) + JSON.stringify(open);
}).join("\\n")"""
Engines = tuple[dict[str, tuple[Rule, ...]], Page]
Move = tuple[Cell, Cell | None]
SET_UP = """([rules, known]) => {
  globalThis.known = known;
  globalThis.rulesOf = Object.fromEntries(Object.entries(rules).map(([id, list]) => [id, hyeopchi.modules['rules/terms'].load(list)]));
}"""


def invented(guide: Guidebook) -> tuple[Rule, ...]:
    """Caps with every operator, as a share and as an amount, for the plan and for each project: what no rule has yet."""
    known = measures(guide.budget)
    share: dict[str, tuple[str, ...]] = {"a": ("labour", "sectoral"), "b": ("sectoral", "grant"), "c": ("labour-kind", "total")}
    amount: dict[str, tuple[str, ...]] = {"a": ("grant",), "b": ("facility",)}
    cases = product(OPERATORS, (False, True), ((share, 1, 3), (share, 1, 1), (amount, 30_000_000, 1)))
    return tuple(Rule(f"invented-{number:02}", "cap", each=each, readings=tuple(
        Comparison(key, operator, num, den, *(known[one] for one in pair)) for key, pair in pairs.items()))
        for number, (operator, each, (pairs, num, den)) in enumerate(cases))


def open_engines(guide: Guidebook, browser: Browser) -> Engines:
    """Both engines over the same rules; the caller closes the page."""
    known = measures(guide.budget)
    rules = {edition: for_plan(guide.rules.values(), known, edition) for edition in ("2020", "2021")}
    rules["invented"] = invented(guide)
    page = browser.new_page()
    put(page, *ENGINE)
    terms: dict[str, Any] = {
        name: [{"id": term.id} for term in getattr(guide.budget, name)] for name in ("parts", "kinds", "funds")}
    terms["editions"] = [{"id": edition} for edition in guide.editions]
    terms["choices"] = [choice.model_dump(mode="json", include={"id", "label", "options"}) for choice in guide.budget.choices]
    terms["texts"] = {rule.id: {"kind": rule.kind, "readings": {one.id: "" for one in getattr(rule, "readings", ())}}
                      for rule in guide.rules.values()}
    page.evaluate(SET_UP, [{key: as_json(found) for key, found in rules.items()}, terms])
    return rules, page


def judged(rules: Sequence[Rule], plan: Plan, pairs: Sequence[Move]) -> str:
    """Python's verdicts, rooms and missing figures of a plan. Rooms take the verdicts that are there already: the plan is the same."""
    verdicts = evaluate(rules, plan)
    known = {(verdict.rule, verdict.project): verdict for verdict in verdicts}
    with patch.object(headroom, "evaluate_cap", lambda rule, _plan, name, _projects: known[rule.id, name]):
        rooms = rooms_json(headroom.room(rules, plan, *pair) for pair in pairs)
    caps = {rule.id: rule for rule in rules if rule.kind == "cap"}
    places = [[[place.project, place.line, place.what] for place in missing(caps[one.rule], plan, one.project)]
              for one in verdicts if one.rule in caps]
    return verdicts_json(verdicts) + rooms + json.dumps(places, separators=(",", ":"))


def compare(engines: Engines, name: str, plans: Iterator[Plan], funds: list[str],
            told: Callable[[int], None] = lambda count: None) -> int:
    """Judges all plans in both engines; fails on the first difference. Returns how many were compared.

    `told` hears after each batch how many there have been.
    """
    rules, page = engines
    compared = 0
    while batch := list(islice(plans, BATCH)):
        cells = [moves(plan, funds) for plan in batch]
        # One text each way: the browser's driver is slow with many small values.
        text = json.dumps([[plan.model_dump(mode="json"), [[vars(into), out_of and vars(out_of)] for into, out_of in pairs]]
                           for plan, pairs in zip(batch, cells, strict=True)])
        theirs = page.evaluate(JUDGE, [name, text]).split("\n")
        for plan, pairs, found in zip(batch, cells, theirs, strict=True):
            assert judged(rules[name], plan, pairs) == found, plan.model_dump_json()
        compared += len(batch)
        told(compared)
    return compared
