"""The search box of the built site, driven in a real browser."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Page

FIELD = ".md-search__input"
RESULT = ".hg-result__link"
STATUS = ".md-search [role=status]"
# The places that each text finds first, as the box shows them.
FIND_ALL = """async (texts) => {
  const found = [];
  for (const text of texts) found.push((await hyeopchi.modules['search/box'].client.find(text)).rows.map(({ at }) => at));
  return found;
}"""
TYPE = """async (text) => {
  const field = document.querySelector(".md-search__input");
  field.value = text;
  field.dispatchEvent(new Event("input"));
  await hyeopchi.modules['search/box'].answered();
}"""


def loaded(page: Page) -> None:
    """What can be found is there: it loads when a reader turns to the search."""
    page.evaluate("hyeopchi.modules['search/box'].load()")
    page.wait_for_selector("[data-hg-search][data-read]", state="attached")


def open_box(page: Page, text: str = "") -> None:
    """Opens the box as a reader does, and types."""
    loaded(page)
    page.click(FIELD)
    if text:
        type_in(page, text)
        page.wait_for_selector(f"{RESULT}, .hg-result__divider")


def type_in(page: Page, text: str) -> None:
    """Types a text in the place of another, and waits until what it finds is shown."""
    page.evaluate(TYPE, text)


def found(page: Page, texts: Sequence[str]) -> list[list[str]]:
    """For each text the addresses that the box shows first."""
    loaded(page)
    result: list[list[str]] = page.evaluate(FIND_ALL, list(texts))
    return result


def engine(page: Page) -> None:
    """The engine itself on the page, for looking into it."""
    page.evaluate("""() => new Promise((load) => {
      const address = new URL(`${document.querySelector("[data-hg-search]").dataset.base}/search/index.js`, location.href);
      document.head.append(hyeopchi.modules.trusted.script(address, { load }));
    })""")
