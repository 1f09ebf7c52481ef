"""What is wrong with the page that a browser shows: what axe finds, and what it does not look at (probes.js)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.conftest import ROOT

AXE = (ROOT / "tests/vendor/axe-core/axe.min.js").read_text(encoding="utf-8")
PROBES = (Path(__file__).parent / "probes.js").read_text(encoding="utf-8")
# Takes out what repeats on a long page: of a list's items, all of one template, all but the first twelve, and the menu's links, the same
# on every page. Axe takes seconds for hundreds; before a release every page is tried whole (tests/access).
THIN = """() => {
  for (const parent of document.querySelectorAll("main *")) {
    const seen = new Map();
    for (const child of [...parent.children]) {
      const kind = `${child.tagName} ${child.className}`;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      if (seen.get(kind) > 12) child.remove();
    }
  }
}"""
STRIP = """() => document.querySelectorAll(".md-sidebar--primary li:not(.md-nav__item--active), .md-tabs li:not(.md-tabs__item--active)")
  .forEach((one) => one.remove())"""
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def addresses(built: Path) -> list[str]:
    """The addresses of all built pages, without those that only lead on to where a page has moved."""
    return sorted(path.parent.relative_to(built).as_posix().removeprefix(".") + "/" for path in built.rglob("index.html")
                  if b'http-equiv="refresh"' not in path.read_bytes()[:1000])


def faults(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """What axe finds, as one line a fault. `rules` are the only ones to try, all if left out."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    # The theme scrolls a long menu to the current page; axe takes the entry half under its sticky head for a small one.
    page.evaluate("document.querySelectorAll('.md-sidebar__scrollwrap').forEach(one => one.scrollTop = 0)")
    found: list[dict[str, Any]] = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(r => r.violations)", list(rules or TAGS))
    return [f"{fault['id']}: {node['html'][:120]}" for fault in found for node in fault["nodes"][:3]]


def probe(page: Page, name: str) -> list[str]:
    """What one probe finds."""
    if not page.evaluate("typeof hgProbes === 'object'"):
        page.evaluate(PROBES)
    found: Any = page.evaluate(f"hgProbes.{name}()")
    return list(found)
