"""Two processes make one row of things from both ends, and nothing of it is missing, whoever is faster or stops."""

from __future__ import annotations

import logging
import os
import threading
import time
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin

from macros import hooks
from macros.cache.beside import Beside
from macros.cache.halves import Halves
from macros.cache.kept_pages import KeptPages
from macros.checks.loaded import Loaded
from tests.small_guide import small_guide

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="이 컴퓨터는 프로세스를 가르지 못해요")
COUNT = 12
SETTINGS = """site_name: 작은 안내
theme: {name: material, font: false}
hooks: [hooks.py]
plugins: []
"""
HOOKS = "from macros.hooks import on_env, on_nav, on_page_content, on_page_context, on_page_markdown, on_pre_page\n"


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # the runner of tests has some


def made(folder: Path, slow_here: float, slow_there: float, wrong: int | None = None) -> tuple[set[int], set[int]]:
    """What this process made, and what it took from the other one."""
    taken: set[int] = set()

    def make(number: int) -> None:
        time.sleep(slow_there)
        if number == wrong:
            raise RuntimeError("틀려요")
        (folder / str(number)).touch()

    def take() -> None:
        taken.update(int(path.name) for path in folder.iterdir() if path.name != "left")

    halves = Halves(COUNT, make, (folder / "left").touch, take)
    here = set()
    for number in range(COUNT):
        halves.reached(number)
        if number not in taken:
            time.sleep(slow_here)
            here.add(number)
    halves.end()
    return here, taken


@pytest.mark.parametrize(("here", "there"), [(0.03, 0.03), (0.05, 0), (0, 0.05)])
def test_빠르기가_달라도_만나는_곳까지_나누어_모두_만든다(here: float, there: float, tmp_path: Path) -> None:
    ours, theirs = made(tmp_path, here, there)
    assert ours | theirs == set(range(COUNT)) and (tmp_path / "left").exists()
    assert min(theirs, default=COUNT) >= max(ours, default=-1)  # the last that one began may be the first of the other


def test_다른_쪽이_틀리면_모두_여기서_만든다(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ours, theirs = made(tmp_path, 0.02, 0, wrong=COUNT - 2)
    assert ours == set(range(COUNT)) and not theirs
    assert capfd.readouterr() == ("", "")


def test_가르지_못해도_모두_만든다(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert made(tmp_path, 0, 0) == (set(range(COUNT)), set())


def test_다_된_일은_나중에_갈라진_프로세스도_기다릴_수_있다(tmp_path: Path) -> None:
    def slow() -> None:
        time.sleep(0.2)

    first = Beside(slow, slow)
    second = Beside(lambda: (tmp_path / str(first.wait(1))).touch())
    assert second.wait(1) and (tmp_path / "True").exists()
    assert first.wait(1) and first.wait(2)
    for one in (first, second):
        one.end()


def site(project: Path, store: Path) -> tuple[dict[str, bytes], KeptPages]:
    """The pages of a small site, made with what `store` keeps."""
    class Macros(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
        """Has what our hooks ask of the plugin."""

        kept = KeptPages(store, b"grounds")

        def on_nav(self, nav: object, **_: object) -> None:
            self.variables = {"navigation": nav}

    config = load_config(str(project / "mkdocs.yml"), site_dir=str(store) + ".site")
    config.plugins["macros"] = Macros()
    build(config)
    Macros.kept.shared()
    Macros.kept.save()
    folder = Path(config.site_dir)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.html")}, Macros.kept


def test_두_프로세스가_만든_쪽은_하나가_만든_것과_같고_경고는_한_번_한다(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                              caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "mkdocs")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "hooks.py").write_text(HOOKS, encoding="utf-8")
    for number in range(COUNT):
        (tmp_path / "docs" / f"{number:02}.md").write_text(f"# 쪽 {number}\n\n[다음]({(number + 1) % COUNT:02}.md)\n", encoding="utf-8")
    (tmp_path / "docs" / "index.md").write_text("# 처음\n\n[없는 쪽](none.md)\n", encoding="utf-8")
    (tmp_path / "docs" / "zz.md").write_text("# 끝\n\n[없는 쪽](zero.md)\n", encoding="utf-8")
    alone, _ = site(tmp_path, tmp_path / "alone")
    caplog.clear()
    monkeypatch.setattr(hooks, "MANY", 1)
    together, kept = site(tmp_path, tmp_path / "together")
    assert together == alone
    assert caplog.text.count("none.md") == caplog.text.count("zero.md") == 1
    assert not kept.shared() and not (tmp_path / "together.apart").exists()


@pytest.mark.parametrize(("file", "old", "new"), [
    ("names.yaml", "", ""), ("glossary.yaml", "definition: ", "definition: TODO "), ("glossary.yaml", "id: ", "doc: none\n  id: ")])
def test_자료를_둘이_나누어_살펴도_같은_것을_찾는다(file: str, old: str, new: str, tmp_path: Path) -> None:
    data = small_guide(tmp_path)
    text = (data / file).read_text(encoding="utf-8")
    assert old in text
    (data / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    (guide, found), (same, alone) = (Loaded(tmp_path / name / "records").data(data, once=name == "둘") for name in ("둘", "하나"))
    assert found == alone and (guide is None) == (same is None) == bool(new)
