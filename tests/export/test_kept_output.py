"""Kept output is what would be made anew, and never older than its grounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import ROOT
from macros.cache.kept_output import GROUNDS, KeptOutput, digest
from macros.cache.kept_pages import ALSO, KeptPages, grounds
from macros.checks.loaded import Loaded
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem


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


def test_쪽은_제_글과_매크로가_읽는_것이_모두_그대로일_때만_다시_쓴다(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {grounds({"repository": ""}, ["plan/"], project)}
    found.add(grounds({"repository": "x"}, ["plan/"], project))
    found.add(grounds({"repository": ""}, ["plan/", "terms/"], project))
    for name in (*ALSO, "data/one.yaml", "macros/one.yaml"):
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("b", encoding="utf-8")
        found.add(grounds({"repository": ""}, ["plan/"], project))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "7")
    key = grounds({"repository": ""}, ["plan/"], project)
    assert len(found | {key}) == 3 + len(ALSO) + 2 + 1
    first = KeptPages(project / "kept", key)
    first.keep("plan/", "글", "채운 글", {"title": "제목", "search": {"exclude": True}})
    first.save()
    assert KeptPages(project / "kept", key).find("plan/", "글") == ("채운 글", {"title": "제목"})
    for again, url, source in ((key, "plan/", "다른 글"), (key, "terms/", "글"), (b"other", "plan/", "글")):
        assert KeptPages(project / "kept", again).find(url, source) is None


def test_잘못이_없던_자료는_한_글자도_그대로일_때만_다시_살피지_않는다(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[Guidebook] = []
    problems = [Problem("data/x.yaml", 1, 1, "틀려요.")]

    def run(guide: Guidebook) -> list[Problem]:
        runs.append(guide)
        return list(problems)

    monkeypatch.setattr("macros.checks.loaded.run", run)
    assert Loaded(tmp_path / "records").data(ROOT / "data")[0] is None
    problems.clear()
    for _ in range(2):
        assert Loaded(tmp_path / "records").data(ROOT / "data")[0] is not None
    monkeypatch.setattr("macros.checks.loaded.digest", lambda: "other")
    Loaded(tmp_path / "records").data(ROOT / "data")
    assert len(runs) == 3
