"""Use without a network: what a visit keeps, when it is shown, and what becomes of it when the site changes."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page

from macros.finish import worker
from macros.finish.modules import Modules
from tests.conftest import ROOT, Quiet, Server

KEEP = """async () => {
  const told = new Promise((done) => navigator.serviceWorker.addEventListener("message", (event) => done(event.data), { once: true }));
  await hyeopchi.modules.offline.start();
  return told;
}"""
OURS = "assets/js/offline.js"  # what a page needs for its worker
KEPT_PAGE = ".hg-kept-page"
DAY = 86_400  # seconds
HELD = "caches.open('hyeopchi').then((store) => store.keys()).then((all) => all.map(({ url }) => new URL(url).pathname).sort())"


class Fresh(Quiet):
    """Has the browser ask again each time, so that what it shows is told by the worker and not by its own store."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


@contextmanager
def served(folder: Path, port: int = 0, handler: type[Quiet] = Fresh) -> Iterator[ThreadingHTTPServer]:
    """A server that can go away."""
    server = Server(("127.0.0.1", port), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser profile of its own."""
    made = browser.new_context(locale="ko-KR")
    yield made
    made.close()


def test_한_번_연_사이트는_인터넷이_끊겨도_찾고_계산한다(context: BrowserContext, built: Path) -> None:
    page = context.new_page()
    with served(built) as server:
        root = f"http://127.0.0.1:{server.server_address[1]}"
        page.goto(f"{root}/plan/")
        assert page.evaluate("document.cookie") == "" and page.evaluate(HELD) == []
        assert page.evaluate(KEEP) == "kept"
        held = page.evaluate(HELD)
        assert "/tools/budget/" in held and "/search/index.js" in held and len(held) > 200
        assert not [path for path in held if path.startswith(("/api/", "/downloads/forms/"))]
    page.goto(f"{root}/dates/2021/")
    assert "2021년" in page.inner_text("h1") and "저장해 둔 페이지" in page.inner_text(KEPT_PAGE)
    page.evaluate("hyeopchi.modules['search/box'].open('의제 우선순위')")
    page.click(".hg-result__link[href*='agenda-priority']")
    page.wait_for_url("**/plan/agenda-priority/**")
    assert "우선순위" in page.inner_text("h1")
    page.goto(f"{root}/tools/budget")  # without its slash, as people type it
    page.wait_for_selector("[data-module=budget-calculator][data-ready]")
    page.click(".hg-menu > summary")
    page.click(".hg-menu li:nth-child(2) button")
    page.wait_for_selector("[data-rule][data-verdict=fail]")
    with pytest.raises(Error, match="ERR_FAILED"):
        page.goto(f"{root}/api/v1/index.json")


def small(folder: Path, text: str, age: int) -> None:
    """A site of two pages, finished as the real one is. `age` in seconds: servers tell files apart by whole ones."""
    head = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body data-hg-search data-base=".">'
    for name, root in (("index.html", ""), ("other/index.html", "../")):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f'{head}<h1>{text}</h1><script src="{root}{OURS}"></script>', encoding="utf-8")
    (folder / "assets/js").mkdir(parents=True, exist_ok=True)
    (folder / OURS).write_text(Modules().joined(["offline"]), encoding="utf-8")
    (folder / worker.WORKER).write_bytes((ROOT / "docs" / worker.WORKER).read_bytes())
    worker.write(folder)
    changed = time.time() - age
    for path in folder.rglob("*.*"):
        os.utime(path, (changed, changed))


def heading(page: Page, address: str) -> Any:
    """What the page at an address says."""
    page.goto(address)
    return page.inner_text("h1")


def test_바뀐_사이트는_새것으로_보이고_낡은_것은_지워진다(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    small(tmp_path, "처음", 4)
    with served(tmp_path) as server:
        port = server.server_address[1]
        root = f"http://127.0.0.1:{port}"
        assert heading(page, f"{root}/") == "처음"
        page.evaluate(KEEP)
        small(tmp_path, "다음", 2)
        assert heading(page, f"{root}/") == "다음", "인터넷이 되면 늘 서버의 것을 보여야 해요."
    assert heading(page, f"{root}/") == "처음", "새것을 아직 받지 못했으면 받아 둔 것이라도 보여야 해요."
    with served(tmp_path, port):
        page.goto(f"{root}/")
        page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
        page.wait_for_function("navigator.serviceWorker.getRegistration().then((one) => !one.installing && !one.waiting)")
        page.evaluate(KEEP)
        (tmp_path / "other/index.html").write_text("<h1>아직 알리지 않은 것</h1>", encoding="utf-8")
    assert heading(page, f"{root}/other/") == "다음"
    assert page.evaluate(HELD) == ["/", *sorted(f"/{file}" for file in (OURS,)), "/other/"]


def test_받아_둔_쪽은_어느_날의_것인지_스크립트_없이_바로_말한다(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    small(tmp_path, "처음", 30 * DAY)  # so old that a browser would show it again without asking
    with served(tmp_path, handler=Quiet) as server:
        root = f"http://127.0.0.1:{server.server_address[1]}"
        page.goto(f"{root}/")
        page.evaluate(KEEP)
        assert heading(page, f"{root}/other/") == "처음" and not page.locator(KEPT_PAGE).count(), "인터넷이 되면 말하지 않아요."
    page.add_init_script("document.addEventListener('DOMContentLoaded', () => { window.first = document.body.innerText; })")
    today = datetime.now()
    for address in ("/other/", "/other", "/"):
        page.goto(root + address)
        said = f"{today.year}년 {today.month}월 {today.day}일({'월화수목금토일'[today.weekday()]})에 저장해 둔 페이지"
        assert said in page.evaluate("window.first") and page.locator(f"{KEPT_PAGE} + h1").inner_text() == "처음"


def test_언제_받았는지_모르는_쪽도_전의_것이라고_말한다(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    small(tmp_path, "처음", 4)
    with served(tmp_path) as server:
        root = f"http://127.0.0.1:{server.server_address[1]}"
        page.goto(f"{root}/")
        page.evaluate(KEEP)
        page.evaluate("""async () => {
          const store = await caches.open("hyeopchi");
          for (const request of await store.keys()) {
            const text = await (await store.match(request)).text();
            await store.put(request, new Response(text, { headers: { "content-type": "text/html" } }));
          }
        }""")
    page.goto(f"{root}/other/")
    assert "전에 저장해 둔 페이지" in page.inner_text(KEPT_PAGE)


def test_적힌_것과_다른_파일은_받아_두지_않는다(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    small(tmp_path, "처음", 4)
    (tmp_path / "other/index.html").write_text("<h1>다른 것</h1>", encoding="utf-8")
    with served(tmp_path) as server:
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
        page.evaluate(KEEP)
    assert "/other/" not in page.evaluate(HELD)
