"""What another process does is there when it is asked for; where it cannot do it, who asks knows."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from macros.cache.beside import Beside

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="이 컴퓨터는 프로세스를 가르지 못해요")


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # the runner of tests has some


def test_차례대로_하고_기다리면_다_되어_있다(tmp_path: Path) -> None:
    def slow() -> None:
        time.sleep(0.2)
        (tmp_path / "one").write_text("1", encoding="utf-8")

    beside = Beside(slow, lambda: (tmp_path / "two").write_text((tmp_path / "one").read_text(encoding="utf-8"), encoding="utf-8"))
    assert beside.wait(1) and (tmp_path / "one").exists()
    assert beside.wait(2) and beside.wait(1) and (tmp_path / "two").read_text(encoding="utf-8") == "1"
    beside.end()


def test_하다가_틀리면_말없이_그치고_기다린_쪽이_안다(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def wrong() -> None:
        raise RuntimeError("틀려요")

    beside = Beside(lambda: (tmp_path / "one").touch(), wrong, lambda: (tmp_path / "three").touch())
    assert beside.wait(1) and not beside.wait(2) and not beside.wait(3)
    assert (tmp_path / "one").exists() and not (tmp_path / "three").exists()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("missing", ["코어", "스레드", "일"])
def test_할_수_없는_곳에서는_아무것도_하지_않는다(missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if missing == "코어":
        monkeypatch.setattr(os, "cpu_count", lambda: 1)
    if missing == "스레드":
        monkeypatch.setattr(threading, "active_count", lambda: 2)
    beside = Beside(*([] if missing == "일" else [lambda: (tmp_path / "one").touch()]))
    assert not beside.wait(1)
    beside.end()
    assert not (tmp_path / "one").exists()
