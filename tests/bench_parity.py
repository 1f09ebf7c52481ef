"""The long proofs of the rule engines, part of `make bench`: 100,000 random plans equal in Python and in the browser,
and on 10,000 plans every promised amount fits to the won while one won more breaks the rule that is named.
"""

from __future__ import annotations

import sys
import time

from playwright.sync_api import sync_playwright

from macros.reading.guidebook import Guidebook, load
from macros.reading.problems import report
from macros.rules.headroom import room
from macros.rules.terms import for_plan, measures
from tests.browser.ensure import ensure
from tests.conftest import ROOT
from tests.rules.parity import compare, open_engines
from tests.rules.random_plans import moves, random_plans
from tests.rules.test_headroom import FUNDS, SmallPlans, check_room, excused, small

PARITY = (("2020", "2020", 40_000), ("2021", "2021", 40_000), ("invented", "2021", 20_000))
TIGHT = 5_000  # for each edition
STEP = 10_000
SEED = 41  # another than the tests': other plans


def parity(guide: Guidebook) -> None:
    """Canonical JSON of both engines on random plans."""
    executable = ensure()
    started = time.perf_counter()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        engines = open_engines(guide, browser)
        before = 0
        for name, edition, count in PARITY:
            def told(compared: int, name: str = name, before: int = before) -> None:
                if compared % STEP == 0:
                    print(f"  {before + compared:,}개 같음 ({name} 규칙, {time.perf_counter() - started:.0f}초)", flush=True)

            before += compare(engines, name, random_plans(guide, edition, SEED, count), FUNDS, told)
        browser.close()
    print(f"두 엔진의 비교: 무작위 계획 {before:,}개의 판정과 여유 금액이 글자 하나까지 같음 ({time.perf_counter() - started:.0f}초)")


def tightness(guide: Guidebook) -> None:
    """What fits, fits; one won more does not."""
    started = time.perf_counter()
    plans = promises = 0
    for edition in ("2020", "2021"):
        rules = [small(rule) for rule in for_plan(guide.rules.values(), measures(guide.budget), edition)
                 if rule.kind == "cap"]
        maker = SmallPlans(guide, edition, seed=SEED)
        for _ in range(TIGHT):
            plan = maker.plan()
            before = excused(rules, plan)
            promises += sum(check_room(rules, plan, before, cell, out_of, room(rules, plan, cell, out_of))
                            for cell, out_of in moves(plan, FUNDS))
            plans += 1
            if plans % 1_000 == 0:
                print(f"  계획 {plans:,}개, 약속한 금액 {promises:,}개 ({time.perf_counter() - started:.0f}초)", flush=True)
    print(f"여유 금액의 빈틈: 계획 {plans:,}개에서 {promises:,}개 금액이 1원까지 맞음 ({time.perf_counter() - started:.0f}초)")


if __name__ == "__main__":
    found, problems = load(ROOT / "data")
    if found is None:
        sys.exit(report(problems))
    parity(found)
    tightness(found)
