"""One tab that serves many tests: starting a tab costs as much processor time as loading a page into it.

After each test the tab is brought back to how a new one is: nothing stored, nothing routed, size and media as given. What
cannot be taken back (a script that runs in every page, a listener, a clock) makes the next test start a tab of its own.

A page that many cases only ask, or leave as they found it, stands for all of them: what a page loads takes longer than the asking.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

SIZE = {"width": 1280, "height": 720}
# What leaves traces in a tab or its context that nothing takes back.
LASTING = ("add_init_script", "expose_function", "expose_binding", "on", "once", "set_default_timeout", "set_default_navigation_timeout",
           "set_extra_http_headers", "route_from_har", "add_locator_handler", "new_cdp_session", "grant_permissions", "add_cookies",
           "set_geolocation")
# Runs in a bare page of the site. Script that outlived its page may have stored once more: all kinds of store are emptied.
EMPTY = """async () => {
  localStorage.clear();
  sessionStorage.clear();
  window.name = "";
  for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
}"""
BARE = "/robots.txt"


class KeptPage:
    """A tab of one site that is handed out to one test after the other."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser, self.site = browser, site
        self.context: BrowserContext | None = None
        self.page: Page | None = None
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.lasting = False

    def take(self) -> Page:
        """The tab, as a new one is."""
        if self.page is None:
            self._open()
        assert self.page is not None
        self.requests.clear()
        self.errors.clear()
        return self.page

    def give_back(self) -> None:
        """Brings the tab back to how a new one is, or closes it where that cannot be."""
        assert self.page is not None and self.context is not None
        if self.lasting or self.page.is_closed():
            self.close()
            return
        for other in self.context.pages:
            if other is not self.page:
                other.close()
        self.context.set_offline(False)
        self.page.unroute_all()
        self.context.unroute_all()
        self.page.goto(self.site + BARE)
        self.page.evaluate(EMPTY)
        self.page.set_viewport_size(SIZE)  # type: ignore[arg-type]  # a TypedDict of the same keys
        self.page.emulate_media(media="null", color_scheme="null", forced_colors="null", contrast="null", reduced_motion="reduce")

    def close(self) -> None:
        """Closes the tab with all that it stored."""
        if self.context is not None:
            self.context.close()
        self.context = self.page = None

    def _open(self) -> None:
        self.context = self.browser.new_context(base_url=self.site, locale="ko-KR", reduced_motion="reduce", accept_downloads=True,
                                                bypass_csp=True, service_workers="block", viewport=SIZE)  # type: ignore[arg-type]
        self.page = self.context.new_page()
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.lasting = False
        for owner in (self.page, self.page.clock, self.context):
            self._notice(owner, LASTING if owner is not self.page.clock else ("install", "set_fixed_time", "set_system_time"))

    def _notice(self, owner: Any, names: tuple[str, ...]) -> None:
        for name in names:
            if hasattr(owner, name):
                setattr(owner, name, self._noticed(getattr(owner, name)))

    def _noticed(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def noticed(*given: Any, **named: Any) -> Any:
            self.lasting = True
            return call(*given, **named)
        return noticed


class Standing:
    """Pages that stand for the tests of a module: each address is opened once, in a tab of its own."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser, self.site = browser, site
        self.tabs: dict[str, KeptPage] = {}

    def __call__(self, address: str, ready: str) -> Page:
        """The page of an address, in which `ready` has been found; as the test before left it."""
        if address not in self.tabs:
            self.tabs[address] = KeptPage(self.browser, self.site)
            page = self.tabs[address].take()
            page.goto(address)
            page.wait_for_selector(ready, state="attached")
        found = self.tabs[address].page
        assert found is not None
        return found

    def faults(self) -> list[str]:
        """What went to another host, and the scripts' errors, since this was last asked."""
        found = []
        for tab in self.tabs.values():
            found += [*outside(tab.requests, self.site), *tab.errors]
            tab.requests.clear()
            tab.errors.clear()
        return found

    def close(self) -> None:
        """Closes all tabs: the next test opens its page anew."""
        for tab in self.tabs.values():
            tab.close()
        self.tabs.clear()


def outside(requests: list[str], site: str) -> list[str]:
    """The addresses that are not the site's."""
    return [url for url in requests if not url.startswith((site, "data:", "blob:"))]
