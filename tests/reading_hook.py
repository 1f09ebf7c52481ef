"""Of the tests that need no browser, those that read the real data: a pytest plugin for tests/ten_edits.py."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import ROOT

BROWSER = {"browser", "page", "site", "kept_page"}
DATA = f"{ROOT}{os.sep}data{os.sep}"
_read: set[str] = set()
_now = [""]


def _opened(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and _now[0] and str(arguments[0]).startswith(DATA):
        _read.add(_now[0])


sys.addaudithook(_opened)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out the tests that need a browser."""
    kept = [item for item in items if not BROWSER & set(getattr(item, "fixturenames", ())) and "browser" not in item.nodeid]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Notes whether a test, or what it is the first to need, opens a file of the data."""
    _now[0] = item.nodeid.split("::")[0]
    try:
        return (yield)
    finally:
        _now[0] = ""


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The files with tests that read the real data."""
    if _read:
        terminalreporter.write_line("실제 자료를 읽는 검사: " + ", ".join(sorted(_read)))
