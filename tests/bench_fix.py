"""The long proofs of the moves and cuts that make all limits hold (`python -m tests.bench_fix [small|again|parity|speed]`).

On 6,000 small plans no change at all is smaller than the one proposed; 20,000 proposals are judged again as whole
plans; 10,000 come out the same in the browser, character by character; and how long the browser takes for 100 lines.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from itertools import chain, islice
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from macros.reading.guidebook import Guidebook, load
from macros.reading.problems import report
from tests.browser.ensure import ensure
from tests.conftest import ROOT
from tests.rules.adjust_oracle import FUNDS
from tests.rules.adjust_plans import TablePlans
from tests.rules.adjust_proof import (
    check_again,
    check_small,
    compare,
    edge_cases,
    rule_sets,
    small_cases,
    table_cases,
)
from tests.rules.parity import open_engines

SEED = 97  # another than the tests': other plans
SMALL = 2_000  # of each rule set
AGAIN = (("표", (3, 5, 8, 12, 20, 40), 8_000), ("경계", (), 12_000))
PARITY = 10_000
TIMED = 100  # plans of each sort
TIME = """([funds, text]) => JSON.parse(text).map(([name, json]) => {
  const { plan } = hyeopchi.modules.plan.fromJson(json, globalThis.known);
  const times = [0, 1, 2].map(() => {
    const started = performance.now();
    hyeopchi.modules['rules/adjust/adjust'].adjust(globalThis.adjustable[name], plan, funds, []);
    return performance.now() - started;
  });
  return Math.min(...times);
})"""


def small(guide: Guidebook) -> None:
    """Every change of small plans, tried."""
    started = time.perf_counter()
    told: Counter[str | None] = Counter()
    for name in ("2020", "2021", "invented"):
        mine: Counter[str | None] = Counter()
        for case in small_cases(guide, name, SEED):
            result = check_small(*case)
            mine[result] += 1
            done = mine["found"] + mine["none"]
            if result and done % 500 == 0:
                print(f"  {name} 규칙: 작은 계획 {done:,}개 ({time.perf_counter() - started:.0f}초)", flush=True)
            if done == SMALL:
                break
        told += mine
    print(f"작은 계획 {told['found'] + told['none']:,}개에서 모든 변경을 해 봄: 조정안 {told['found']:,}개가 가장 작고, 맞출 수 없는 "
          f"{told['none']:,}개에서 서로 막는 규칙만 댐 (변경이 너무 많아 넘긴 계획 {told[None]:,}개, {time.perf_counter() - started:.0f}초)")


def again(guide: Guidebook) -> None:
    """Every proposal, judged again."""
    started = time.perf_counter()
    rules = rule_sets(guide)
    told: Counter[str] = Counter()
    for name, lines, count in AGAIN:
        cases = table_cases(guide, SEED, lines) if lines else edge_cases(guide, SEED)
        for number, (key, plan, pins) in enumerate(islice(cases, count), 1):
            found = check_again(rules[key], plan, pins)
            told[found.status] += 1
            told["not proven"] += not found.fewest
            if number % 2_000 == 0:
                print(f"  {name} 계획 {number:,}개 ({time.perf_counter() - started:.0f}초)", flush=True)
    print(f"무작위 계획 {told['kept'] + told['found'] + told['none']:,}개: 조정안 {told['found']:,}개를 다시 판정해 모두 지킴, 고칠 것 없음 "
          f"{told['kept']:,}개, 맞출 수 없음 {told['none']:,}개 (줄 수까지는 밝히지 못한 것 {told['not proven']:,}개, "
          f"{time.perf_counter() - started:.0f}초)")


def parity(guide: Guidebook, page: Page) -> None:
    """Canonical JSON of both engines."""
    started = time.perf_counter()
    cases = chain(islice(table_cases(guide, SEED + 1, (3, 5, 8, 12, 20)), PARITY // 2), islice(edge_cases(guide, SEED + 1), PARITY // 2))

    def told(count: int) -> None:
        if count % 2_000 == 0:
            print(f"  {count:,}개 같음 ({time.perf_counter() - started:.0f}초)", flush=True)

    count = compare(guide, page, cases, told)
    print(f"두 엔진의 비교: 조정안 {count:,}개가 글자 하나까지 같음 ({time.perf_counter() - started:.0f}초)")


def speed(guide: Guidebook, page: Page) -> None:
    """The best of three goes at plans of 100 lines, as other work on the machine only ever slows it."""
    compare(guide, page, iter(()))
    for wild in (False, True):
        makers = [TablePlans(guide, edition, SEED) for edition in ("2020", "2021")]
        cases = [[maker.edition, maker.plan(100, wild).model_dump(mode="json")] for _ in range(TIMED // 2) for maker in makers]
        times = sorted(page.evaluate(TIME, [list(FUNDS), json.dumps(cases)]))
        print(f"100줄 계획 {len(times)}개({'마구 만든 것' if wild else '있을 법한 것'}): 가운데 {times[len(times) // 2]:.0f} ms, "
              f"95% {times[len(times) * 95 // 100]:.0f} ms, 가장 길게 {times[-1]:.0f} ms")


def main(wanted: set[str]) -> None:
    """The proofs that are asked for."""
    guide, problems = load(Path(ROOT / "data"))
    if guide is None:
        sys.exit(report(problems))
    if "small" in wanted:
        small(guide)
    if "again" in wanted:
        again(guide)
    if wanted & {"parity", "speed"}:
        executable = ensure()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=executable)
            _, page = open_engines(guide, browser)
            if "parity" in wanted:
                parity(guide, page)
            if "speed" in wanted:
                speed(guide, page)
            browser.close()


if __name__ == "__main__":
    main(set(sys.argv[1:]) or {"small", "again", "parity", "speed"})
