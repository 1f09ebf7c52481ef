"""Kept output is what would be made anew, and never older than its grounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.cache.kept_output import GROUNDS, KeptOutput, digest


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one file of each ground."""
    for ground in GROUNDS:
        path = tmp_path / ground if "." in ground else tmp_path / ground / "one.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text("a", encoding="utf-8")
    return tmp_path


def test_바탕이_한_글자라도_바뀌면_열쇠가_바뀐다(project: Path) -> None:
    keys = {digest(project)}
    for ground in GROUNDS:
        path = project / ground if "." in ground else project / ground / "one.yaml"
        path.write_text("b", encoding="utf-8")
        keys.add(digest(project))
    (project / "data" / "one.yaml").rename(project / "data" / "two.yaml")
    keys.add(digest(project))
    assert len(keys) == len(GROUNDS) + 2


def test_한_번_만들고_열쇠가_바뀌면_다시_만든다(tmp_path: Path) -> None:
    made: list[str] = []

    def make(folder: Path) -> None:
        made.append("")
        (folder / "deep").mkdir()
        (folder / "deep" / "file.txt").write_text(str(len(made)), encoding="utf-8")

    for number, key in enumerate(("one", "one", "two")):
        target = tmp_path / f"site{number}"
        target.mkdir()
        KeptOutput(tmp_path / "kept", key).write("some", target, make)
        assert (target / "deep" / "file.txt").read_text(encoding="utf-8") == str(len(made))
    assert len(made) == 2
    assert [path.name for path in (tmp_path / "kept" / "some").iterdir()] == ["two"]


def test_만들다_그치면_아무것도_남기지_않는다(tmp_path: Path) -> None:
    kept = KeptOutput(tmp_path / "kept", "one")

    def broken(folder: Path) -> None:
        (folder / "half").write_text("", encoding="utf-8")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        kept.write("some", tmp_path / "site", broken)
    kept.write("some", tmp_path / "site", lambda folder: (folder / "whole").write_text("", encoding="utf-8"))
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["whole"]
