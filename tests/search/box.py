"""The search box of the built site, driven in a real browser."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Page

FIELD = ".md-search__input"
RESULT = ".hg-result__link"
STATUS = ".md-search [role=status]"
# Types each text into the box and reads the links that it shows, from the site's root.
TYPE_ALL = """(texts) => {
  const field = document.querySelector(".md-search__input");
  const root = new URL(document.querySelector("[data-hg-search]").dataset.base + "/", location.href).href;
  return texts.map((text) => {
    field.value = text;
    field.dispatchEvent(new Event("input"));
    return [...document.querySelectorAll(".hg-result__link")].map((link) => decodeURI(link.href.slice(root.length)));
  });
}"""


def loaded(page: Page) -> None:
    """What can be found is there: it loads when a reader turns to the search."""
    page.evaluate("hyeopchi.search.load()")
    page.wait_for_function("globalThis.hyeopchi?.search?.ready")


def open_box(page: Page, text: str = "") -> None:
    """Opens the box as a reader does, and types."""
    loaded(page)
    page.click(FIELD)
    if text:
        page.keyboard.insert_text(text)
        page.wait_for_selector(f"{RESULT}, .hg-result__divider")


def found(page: Page, texts: Sequence[str]) -> list[list[str]]:
    """For each text the addresses that the box shows first."""
    loaded(page)
    result: list[list[str]] = page.evaluate(TYPE_ALL, list(texts))
    return result
