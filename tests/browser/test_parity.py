"""The browser's engine and Python's say the same about every plan: canonical JSON, character by character."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import batched, product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from macros.guidebook import Guidebook
from macros.models.plan import Plan
from macros.models.rule import OPERATORS
from macros.rules.canonical import rooms_json, verdicts_json
from macros.rules.evaluate import evaluate
from macros.rules.headroom import room
from macros.rules.terms import CapRule, EngineRule, Pair, as_json, for_plan, measures
from tests.conftest import ROOT
from tests.rules.random_plans import moves, random_plans
from tests.rules.vectors import load_vectors

SCRIPTS = ROOT / "docs" / "assets" / "js"
ENGINE = ("money", "plan", "rules/terms", "rules/evaluate", "rules/headroom", "rules/canonical")
BATCH = 500
JUDGE = """([edition, plans]) => plans.map(([json, cells]) => {
  const rules = globalThis.rulesOf[edition];
  const { plan } = hyeopchi.plan.fromJson(json, globalThis.known);
  const rooms = cells.map(([into, outOf]) => hyeopchi.rules.room(rules, plan, into, outOf));
  return hyeopchi.rules.verdictsJson(hyeopchi.rules.evaluate(rules, plan)) + hyeopchi.rules.roomsJson(rooms);
})"""
SET_UP = """([rules, known]) => {
  globalThis.known = known;
  globalThis.rulesOf = Object.fromEntries(Object.entries(rules).map(([id, list]) => [id, hyeopchi.rules.load(list)]));
}"""


def invented(guide: Guidebook) -> tuple[EngineRule, ...]:
    """Caps with every operator, as a share and as an amount, for the plan and for each project: what no rule has yet."""
    known = measures(guide.budget)
    share = (Pair("a", known["labour"], known["sectoral"]), Pair("b", known["sectoral"], known["grant"]))
    amount = (Pair("a", known["grant"], None), Pair("b", known["facility"], None))
    return tuple(
        CapRule(f"{operator.replace('_', '-')}-{each}-{len(str(num))}".lower(), operator, num, den, each, pairs, None, ())
        for operator, each, (pairs, num, den) in product(
            OPERATORS, (False, True), ((share, 1, 3), (share, 1, 1), (amount, 30_000_000, 1))))


@pytest.fixture(scope="module")
def engines(guide: Guidebook, browser: Browser) -> Iterator[tuple[dict[str, tuple[EngineRule, ...]], Page]]:
    """Both engines over the same rules: Python's as they are, the browser's in an empty page."""
    known = measures(guide.budget)
    rules = {edition: for_plan(guide.rules.values(), known, edition) for edition in ("2020", "2021")}
    rules["invented"] = invented(guide)
    page = browser.new_page()
    for script in ENGINE:
        page.add_script_tag(path=SCRIPTS / f"{script}.js")
    terms: dict[str, list[dict[str, str]]] = {
        name: [{"id": term.id} for term in getattr(guide.budget, name)] for name in ("parts", "kinds", "funds")}
    terms["editions"] = [{"id": edition} for edition in guide.editions]
    page.evaluate(SET_UP, [{key: as_json(found) for key, found in rules.items()}, terms])
    yield rules, page
    page.close()


def compare(rules: Sequence[EngineRule], name: str, page: Page, plans: Iterator[Plan], funds: list[str]) -> int:
    """Judges all plans in both engines; fails on the first difference. Returns how many were compared."""
    compared = 0
    for batch in batched(plans, BATCH):
        cells = [moves(plan, funds) for plan in batch]
        expected = [verdicts_json(evaluate(rules, plan)) + rooms_json(room(rules, plan, *pair) for pair in pairs)
                    for plan, pairs in zip(batch, cells, strict=True)]
        found = page.evaluate(JUDGE, [name, [
            [plan.model_dump(mode="json"), [[vars(into), vars(out_of) if out_of else None] for into, out_of in pairs]]
            for plan, pairs in zip(batch, cells, strict=True)]])
        for plan, ours, theirs in zip(batch, expected, found, strict=True):
            assert ours == theirs, plan.model_dump_json()
        compared += len(batch)
    return compared
