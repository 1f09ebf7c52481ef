"""How long the calculator takes to judge a large plan again, part of `make bench`: an amount typed into 500 lines.

Printed beside a fixed piece of counting in the same browser, because a machine's speed drifts.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import Any

from playwright.sync_api import expect, sync_playwright

from macros.reading.guidebook import Guidebook, load
from macros.reading.problems import report
from tests.browser.ensure import ensure
from tests.conftest import ROOT

LINES = 500
PROJECTS = 20
RUNS = 30
SEED = 41
TYPE = """([runs, json]) => {
  const data = JSON.parse(document.querySelector("[data-calculator]").textContent);
  const rules = hyeopchi.modules['rules/terms'].load(data.rules[json.edition]);
  const draft = hyeopchi.modules['budget/draft'].fromPlan(hyeopchi.modules.plan.fromJson(json, data).plan);
  const judged = [];
  for (let run = 0; run < runs; run += 1) {
    draft.projects[0].lines[0].typed.city = String(1000 + run);
    const before = performance.now();
    hyeopchi.modules['rules/evaluate'].evaluate(rules, hyeopchi.modules['budget/draft'].toPlan(draft));
    judged.push(performance.now() - before);
  }
  const field = document.querySelectorAll(".hg-line input[data-fund]")[700];
  const median = (of) => of.sort((a, b) => a - b)[Math.floor(of.length / 2)];
  const took = [];
  for (let run = 0; run < runs; run += 1) {
    field.value = String(1000 + run);
    const before = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    took.push(performance.now() - before);
  }
  const counted = [];
  for (let run = 0; run < 9; run += 1) {
    const before = performance.now();
    let sum = 0;
    for (let at = 0; at < 5e6; at += 1) sum += at % 7;
    counted.push(performance.now() - before + (sum < 0 ? 1 : 0));
  }
  return [median(judged), median(took), Math.max(...took), median(counted)];
}"""


def large_plan(guide: Guidebook) -> dict[str, Any]:
    """A plan file of 500 lines in 20 projects."""
    random = Random(SEED)
    parts, kinds, funds = ([term.id for term in getattr(guide.budget, name)] for name in ("parts", "kinds", "funds"))
    return {"format": "hyeopchi-plan", "version": 1, "edition": list(guide.editions)[-1], "title": "천 줄", "projects": [
        {"id": f"p{number}", "name": f"사업 {number}", "part": random.choice(parts), "lines": [
            {"id": f"p{number}-{line}", "name": f"줄 {line}", "kind": random.choice(kinds),
             "amounts": {fund: random.randrange(1, 100) * 100_000 for fund in funds}} for line in range(LINES // PROJECTS)]}
        for number in range(PROJECTS)]}


def main() -> int:
    """Builds the site, types into the plan and prints what it took."""
    guide, problems = load(ROOT / "data")
    if guide is None:
        print(report(problems), file=sys.stderr)
        return 1
    executable = ensure()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        print("계산기를 재요. 먼저 사이트를 만들어요.", flush=True)
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", folder], cwd=ROOT, check=True, capture_output=True)
        plan = Path(folder) / "plan.json"
        large = large_plan(guide)
        plan.write_text(json.dumps(large, ensure_ascii=False), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=executable)
        page = browser.new_page()
        page.goto((Path(folder) / "tools/budget/index.html").as_uri())
        page.get_by_label("계획 파일").set_input_files(plan)
        expect(page.locator(".hg-line")).to_have_count(LINES, timeout=60_000)
        judged, middle, most, counted = page.evaluate(TYPE, [RUNS, large])
        browser.close()
    print(f"계산기: {LINES:,}줄에 금액 하나를 적으면 판정까지 {judged:.1f} ms, 화면의 모든 여유 금액까지 {middle:.1f} ms(가장 길게 {most:.1f} ms),"
          f" 같은 브라우저의 500만 번 덧셈 {counted:.1f} ms")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
