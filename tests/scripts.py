"""The guide's scripts for a page of a test: modules and what they import, joined as the build joins them."""

from __future__ import annotations

from playwright.sync_api import Page

from macros.finish.modules import Modules

NAMELESS = {"names": "export const names = {};\n"}


def put(page: Page, *names: str) -> None:
    """Run these modules in a page, whatever its policy; what they export stands in `hyeopchi.modules` by their names."""
    page.evaluate(Modules(given=NAMELESS).joined(names))
