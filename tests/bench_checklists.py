"""How long the checklists take in a browser with 500 items: `python -m tests.bench_checklists`.

The pages' own items are repeated until there are 500; each figure is the median of several runs, in milliseconds.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, Route, sync_playwright

from tests.browser.ensure import ensure
from tests.conftest import ROOT

SIZE = 500
LIMIT = 50  # ms, the project's own bar
PAGE = "checklists/planning/index.html"
STATE = {"state": "doing", "who": "협치추진단", "due": "2026-03-31", "note": "다음 회의에서 다시 봐요. " * 4, "evidence": "3차 회의록"}

MEASURE = """() => {
  const { createGuide } = hyeopchi.modules['checklist/guide'];
  const { createStore } = hyeopchi.modules['checklist/store'];
  const file = hyeopchi.modules['checklist/file'];
  const root = document.querySelector("[data-module=checklist]");
  const guide = createGuide(root);
  const median = (run) => {
    const times = Array.from({ length: 21 }, () => { const start = performance.now(); run(); return performance.now() - start; });
    return times.sort((a, b) => a - b)[10];
  };
  const store = createStore(guide);
  const first = document.querySelector("[data-item] input[value=done]"), second = document.querySelector("[data-item] input[value=doing]");
  let turn = 0;
  return {
    items: document.querySelectorAll("[data-item]").length,
    noted: Object.keys(store.plan.items).length,
    load: median(() => createStore(guide)),
    save: median(() => { store.refresh(); store.write(); }),
    tick: median(() => { turn += 1; (turn % 2 ? first : second).click(); document.body.offsetHeight; }),
    merge: median(() => hyeopchi.modules['checklist/merge'].merge([store.plan, { ...store.plan, id: "other" }])),
    read: median(() => file.read(JSON.stringify(file.toJson({ current: null, plans: store.plans })))),
  };
}"""


def enlarged(html: str) -> str:
    """The page with its items repeated until there are SIZE of them, in the markup and in the data."""
    items = re.findall(r'<li class="hg-check" data-item=.*?</li>', html, re.S)
    keys = re.findall(r'data-item="([^"]+)"', html)
    more = []
    for number in range(SIZE - len(items)):
        key = keys[number % len(keys)]
        more.append(items[number % len(items)].replace(key, f"{key}-x{number}"))
    html = html.replace(items[-1], items[-1] + "".join(more), 1)
    entry = f'{{"id":"{keys[-1]}",'
    added = "".join(f'{{"id":"{keys[number % len(keys)]}-x{number}","text":"더한 항목","role":"joint"}},' for number in range(len(more)))
    assert entry in html
    return html.replace(entry, added + entry, 1)


def measured(page: Page, address: str) -> dict[str, float]:
    """The figures of one page."""

    def serve(route: Route) -> None:
        route.fulfill(body=enlarged(Path(address.removeprefix("file://")).read_text(encoding="utf-8")), content_type="text/html")

    page.route("**/" + PAGE, serve)
    page.goto(address)
    keys = page.locator("[data-item]").evaluate_all("all => all.map((one) => one.dataset.item)")
    plan = {"id": "bench", "district": "강서구", "year": "2026", "moves": [], "items": dict.fromkeys(keys, STATE)}
    page.evaluate("text => localStorage.setItem('hyeopchi-checklist', text)",
                  json.dumps({"format": "hyeopchi-checklist", "version": 1, "plans": [plan]}))
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("[data-module=checklist][data-ready]")
    return dict(page.evaluate(MEASURE))


def main() -> None:
    """Builds the site, measures, prints."""
    names = {"load": "저장한 상태 읽기(JSON, 검사, 변경)", "save": "다른 탭의 것을 읽고 저장하기", "tick": "한 번 표시해 화면이 다 바뀔 때까지",
             "merge": "두 계획 합치기", "read": "파일로 적고 다시 읽기"}
    executable = ensure()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder], cwd=ROOT, check=True, capture_output=True)
        browser = playwright.chromium.launch(executable_path=executable)
        found = measured(browser.new_page(), (Path(folder) / PAGE).as_uri())
        browser.close()
    print(f"항목 {found['items']}개, 적은 것 {found['noted']}개 (목표 {LIMIT} ms)")
    for key, name in names.items():
        print(f"  {found[key]:6.1f} ms  {name}{'' if found[key] <= LIMIT else '  ← 목표를 넘음'}")


if __name__ == "__main__":
    main()
