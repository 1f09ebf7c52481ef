"""The main journeys in both engines, from a server and from the unpacked archive."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.finish import offline
from tests.browser.engines import Chromium, firefox
from tests.browser.ensure import FIREFOX_HINT, find_firefox
from tests.browser.journey import walk


@pytest.fixture(scope="module")
def unpacked(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive as a reader has it after unpacking."""
    folder = tmp_path_factory.mktemp("archive")
    offline.write(built, folder / "guide.zip")
    with zipfile.ZipFile(folder / "guide.zip") as archive:
        archive.extractall(folder / "풀린 곳")
    return folder / "풀린 곳"


def test_크로미움에서_서버의_사이트로_일을_마친다(browser: Browser, site: str, tmp_path: Path) -> None:
    walk(Chromium(browser), site, tmp_path)


def test_크로미움에서_압축을_풀어_두_번_눌러_일을_마친다(browser: Browser, unpacked: Path, tmp_path: Path) -> None:
    walk(Chromium(browser), (unpacked / offline.START).as_uri(), tmp_path)


def test_파이어폭스에서_서버와_파일로_일을_마친다(site: str, unpacked: Path, tmp_path: Path) -> None:
    executable = find_firefox()
    if executable is None:
        pytest.fail(FIREFOX_HINT, pytrace=False)
    with firefox(executable, tmp_path) as screen:
        walk(screen, site, tmp_path)
        walk(screen, (unpacked / offline.START).as_uri(), tmp_path)


def test_압축을_풀지_않고_열면_그렇게_하라고_말한다(browser: Browser, unpacked: Path, tmp_path: Path) -> None:
    alone = tmp_path / "start.html"
    alone.write_bytes((unpacked / offline.START).read_bytes())
    screen = Chromium(browser)
    screen.open(alone.as_uri())
    assert "압축을 먼저 풀어 주세요" in screen.page.inner_text("body")
