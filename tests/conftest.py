"""What tests share: the data, the built site on a local address, a real browser that watches its requests."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, expect, sync_playwright

from macros.cache.kept import Kept
from macros.checks import run
from macros.reading.guidebook import Guidebook, load
from macros.reading.problems import report
from tests.kept_page import KeptPage, Standing, outside

ROOT = Path(__file__).resolve().parent.parent
# A busy machine paints late; what never comes still fails.
expect.set_options(timeout=15_000)


# A process holds a whole guide, hundreds of thousands of things that stay: looking through them again and again costs a twentieth.
gc.set_threshold(200_000, 20, 100)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One test process more than there are cores: many tests wait for a browser or for LibreOffice."""
    return (os.cpu_count() or 1) + 1


# Long before their first test ends, or made once for all of their tests: begun late, one process works while the others wait. Of three
# processes the third begins with the site, while the others do what needs none.
EARLY = ("tests/tool_workbook/test_tool_workbook.py", "tests/workbook/", "tests/browser/test_policy.py",
         "tests/test_types.py", "tests/test_broken.py", "tests/test_editions.py",
         "tests/browser/test_search.py", "tests/browser/test_engines.py", "tests/twins/",
         "tests/test_poison.py", "tests/browser/test_budget_ways.py", "tests/test_preview.py", "tests/test_page_text.py",
         "tests/changes/test_changes.py", "tests/export/office/test_formulas.py", "tests/export/test_offline.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts what takes long at the start of each process's share (the shares are equal parts of the list, in order)."""
    shares = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    early: list[list[pytest.Item]] = [[] for _ in range(shares)]
    rest: list[pytest.Item] = []
    for item in items:
        at = next((number for number, name in enumerate(EARLY) if item.nodeid.startswith(name)), None)
        (rest if at is None else early[at % shares]).append(item)
    size, ordered = -(-len(items) // shares), []
    for share in early:
        ordered += share
        taken = max(size - len(share), 0)
        ordered += rest[:taken]
        rest = rest[taken:]
    items[:] = ordered + rest


@pytest.fixture(scope="session")
def guide() -> Guidebook:
    """The real data, checked."""
    guide, problems = load(ROOT / "data")
    problems = problems or (run(guide) if guide else [])
    assert guide is not None and not problems, report(problems)
    return guide


@pytest.fixture(scope="session")
def small() -> Guidebook:
    """A small guide that is whole and right: no edit of the real data changes it."""
    guide, problems = load(ROOT / "tests/broken/data", Kept())
    assert guide is not None, report(problems)
    return guide


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built as `make build` does: once, by the first test process that needs it."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # what all test processes share
    site, done = folder / "site", folder / "site-is-built"
    with FileLock(folder / "site.lock"):
        if not done.exists():
            build = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
                                   cwd=ROOT, capture_output=True, text=True, check=False)
            assert build.returncode == 0, build.stdout + build.stderr
            done.touch()
    return site


class Quiet(SimpleHTTPRequestHandler):
    """Answers with the files of a folder."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: pytest shows what matters."""


class Lasting(Quiet):
    """Of files that stay as they are: a browser that has one need not ask for it again."""

    protocol_version = "HTTP/1.1"  # one connection for many files, as real servers do

    def end_headers(self) -> None:
        """With how long an answer may be kept."""
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()


class Server(ThreadingHTTPServer):
    """A server on this machine."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing when a browser goes away before it has been answered."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """The address of the built site, served on this machine only."""
    server = Server(("127.0.0.1", 0), partial(Lasting, directory=str(built)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser. Without one the tests fail and say what to install; they never skip."""
    from tests.browser.ensure import HINT, find

    executable = find()
    if executable is None:
        pytest.fail(HINT, pytrace=False)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def kept_page(browser: Browser, site: str) -> Iterator[KeptPage]:
    """The tab of this test process."""
    kept = KeptPage(browser, site)
    yield kept
    kept.close()


@pytest.fixture
def page(kept_page: KeptPage, site: str) -> Iterator[Page]:
    """A page with nothing in it. The test fails if it asks another host for anything or a script of it fails.

    The pages' policy would forbid what tests do to pages (axe, waiting for a condition); test_policy.py tries it.
    """
    yield kept_page.take()
    far = outside(kept_page.requests, site)
    errors = list(kept_page.errors)
    kept_page.give_back()
    assert not far, f"다른 곳에 요청을 보냈습니다: {far}"
    assert not errors, f"스크립트 오류: {errors}"


@pytest.fixture(scope="module")
def standing_pages(browser: Browser, site: str) -> Iterator[Standing]:
    """The pages that stand for a module's tests."""
    pages = Standing(browser, site)
    yield pages
    pages.close()


@pytest.fixture
def standing(standing_pages: Standing, request: pytest.FixtureRequest) -> Iterator[Standing]:
    """Opens a page that stands for all tests of the module that leave it as they found it; a test that fails leaves it to nobody."""
    failed = request.session.testsfailed
    yield standing_pages
    faults = standing_pages.faults()
    if faults or request.session.testsfailed > failed:
        standing_pages.close()
    assert not faults, f"다른 곳에 보낸 요청이나 스크립트 오류: {faults}"
