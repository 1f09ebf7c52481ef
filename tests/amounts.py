"""Amounts as people type them, read by Python and by the browser: `python -m tests.amounts FILE` judges a file of cases.

A case has `typed` and one of `won`, `people`, `value` (in parts of its `unit`), `blank`, `unknown` or `refused`; `likely` is the
form to offer, compared as an amount. With `or_refused` a refusal with the right likely form is as good. Exit code 1 when any fails.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from macros.typed.number import Bounds, Typed, parse
from tests.plain_yaml import plain
from tests.scripts import put

Case = dict[str, Any]
READ = """(cases) => cases.map(([typed, unit]) => {
  const { value, error, blank, likely } = hyeopchi.modules['tools/number'].parse(typed, { unit, least: 0, most: null });
  return [value === null ? null : String(value), error, blank, likely];
})"""


def unit_of(case: Case) -> str:
    """The unit of the field that it is typed into."""
    return "person" if "people" in case or case.get("field") == "people" else str(case.get("unit", "won"))


def open_page(browser: Browser) -> Page:
    """An empty page with the grammar; the caller closes it."""
    page = browser.new_page()
    put(page, "tools/number")
    return page


def by_browser(page: Page, typed: Iterable[tuple[str, str]]) -> list[Typed]:
    """What the browser reads of (text, unit)."""
    return [Typed(None if value is None else int(value), error, blank, likely)
            for value, error, blank, likely in page.evaluate(READ, [list(one) for one in typed])]


def fault(case: Case, found: Typed) -> str | None:
    """What is wrong with how a case was read."""
    wanted = next((case[key] for key in ("won", "people", "value") if key in case), None)
    if "refused" in case or (case.get("or_refused") and found.error):
        return _refusal(case, found, wanted)
    if case.get("blank") or case.get("unknown"):
        right = found.value is None and found.error is None and found.blank == bool(case.get("blank"))
        return None if right else "blank or unknown"
    return None if found.value == wanted and not found.error else f"should be {wanted}"


def _refusal(case: Case, found: Typed, wanted: int | None) -> str | None:
    if found.value is not None or not found.error:
        return "should be refused"
    if isinstance(case.get("refused"), str) and case["refused"] not in found.error:
        return f"should say {case['refused']!r}"
    field = Bounds(unit_of(case))
    offered = parse(found.likely, field).value if found.likely else None
    likely = parse(str(case["likely"]), field).value if "likely" in case else wanted
    return None if likely is None or offered == likely else f"should offer {case.get('likely', wanted)}"


def main(path: Path) -> int:
    """Judges a file of cases by both readers. Returns the exit code."""
    from tests.browser.ensure import find

    cases: list[Case] = plain(path.read_text(encoding="utf-8"))
    executable = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        theirs = by_browser(open_page(browser), [(case["typed"], unit_of(case)) for case in cases])
        browser.close()
    bad = 0
    for case, other in zip(cases, theirs, strict=True):
        found = parse(case["typed"], Bounds(unit_of(case)))
        wrong = fault(case, found) or (None if found == other else f"the browser reads {other}")
        bad += wrong is not None
        if wrong:
            print(f"✕ {case['typed']!r}: {wrong}; read as {found}")
    print(f"{len(cases) - bad} of {len(cases)} right")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
