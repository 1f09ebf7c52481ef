"""Find the browsers for the tests, or install them; fail with a hint when there is none.

Chromium in this order: one on PATH, Playwright's own if it is there, Debian's (where apt and root are there),
Playwright's download. Firefox: one on PATH, or Debian's; Playwright's own is not what readers have.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import redirect_stdout
from functools import lru_cache
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tests.programs import install, on_path

CHROMIUM, FIREFOX = "chromium-headless-shell", "firefox-esr"
HINT = """브라우저 검사에 쓸 브라우저를 찾지 못했습니다. 다음 가운데 하나를 해 주세요.
  - Debian·Ubuntu: sudo apt-get install chromium
  - 그 밖: Chrome이나 Chromium을 설치해 PATH에서 찾을 수 있게 하기
  - 인터넷이 되면: .venv/bin/playwright install --with-deps chromium"""
FIREFOX_HINT = """파이어폭스 검사에 쓸 파이어폭스를 찾지 못했습니다. 다음 가운데 하나를 해 주세요.
  - Debian: sudo apt-get install firefox-esr
  - 그 밖: Firefox를 설치해 PATH에서 firefox로 찾을 수 있게 하기"""


def starts(executable: str | None) -> bool:
    """Whether the browser really starts (None: Playwright's own)."""
    try:
        with sync_playwright() as playwright:
            playwright.chromium.launch(executable_path=executable).close()
    except Error:
        return False
    return True


def _on_path() -> str | None:
    return next((path for path in on_path(CHROMIUM) if starts(path)), None)


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() and starts(path) else None


def _install_playwrights() -> None:
    print("브라우저가 없어 Playwright의 Chromium을 내려받습니다.", flush=True)
    try:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, timeout=180, stdout=2)
    except subprocess.TimeoutExpired:
        print("내려받기가 3분 넘게 끝나지 않아 그만둡니다.", flush=True)


def _install_debians() -> None:
    install([CHROMIUM])


@lru_cache
def find() -> str | None:
    """The browser's executable, of those that are there now."""
    return _on_path() or _playwrights_own()


def ensure() -> str:
    """The browser's executable, installed if need be. Exits with a hint when none can be had."""
    # Where Debian's can be had it comes quickly; a download that a network forbids is given up only after minutes.
    for fetch in (None, _install_debians, _install_playwrights):
        if fetch:
            fetch()
            find.cache_clear()
        if found := find():
            return found
    sys.exit(HINT)


def find_firefox() -> str | None:
    """Firefox's executable, if it is there."""
    return next(iter(on_path(FIREFOX)), None)


def ensure_firefox() -> str:
    """Firefox's executable, installed if need be. Exits with a hint when none can be had."""
    if find_firefox() is None:
        install([FIREFOX])
    return find_firefox() or sys.exit(FIREFOX_HINT)


if __name__ == "__main__":
    if sys.argv[1:] == ["--chromium"]:  # for the Makefile: the path alone; what is said on the way is no part of it
        with redirect_stdout(sys.stderr):
            path = ensure()
        print(path)
    else:
        print(f"브라우저: {ensure()}, {ensure_firefox()}")
