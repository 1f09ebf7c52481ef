"""What is kept between runs is never wrong: a changed file is read again, a damaged store is put aside."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from macros.cache.kept import Kept
from macros.reading import guidebook
from macros.reading.guidebook import load
from macros.reading.yaml_file import YamlFile, read
from tests.conftest import ROOT
from tests.small_guide import SMALL


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small data folder."""
    return Path(shutil.copytree(SMALL, tmp_path / "data"))


def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read from now on."""
    found: list[str] = []

    def noted(content: bytes, name: str) -> YamlFile:
        found.append(name)
        return read(content, name)

    monkeypatch.setattr(guidebook, "read", noted)
    return found


def test_바뀌지_않은_파일은_다시_읽지_않고_결과가_같다(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = load(data, Kept(data.parent / "kept"))
    found = reads(monkeypatch)
    second, problems = load(data, Kept(data.parent / "kept"))
    assert not found and not problems
    assert first is not None and second is not None
    assert list(first.records()) == list(second.records())


def test_바뀐_파일만_다시_읽는다(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(data, Kept(data.parent / "kept"))
    changed = data / "steps/local-research.yaml"
    changed.write_text(changed.read_text(encoding="utf-8") + "# 덧붙인 말\n", encoding="utf-8")
    found = reads(monkeypatch)
    load(data, Kept(data.parent / "kept"))
    assert found == ["data/steps/local-research.yaml"]


def test_틀린_파일은_남기지_않는다(data: Path) -> None:
    changed = data / "steps/local-research.yaml"
    changed.write_text(changed.read_text(encoding="utf-8") + "없는항목: 값\n", encoding="utf-8")
    _, first = load(data, Kept(data.parent / "kept"))
    _, second = load(data, Kept(data.parent / "kept"))
    assert first and first == second


def test_읽지_않은_파일의_자리도_안다(data: Path) -> None:
    load(data, Kept(data.parent / "kept"))
    guide, _ = load(data, Kept(data.parent / "kept"))
    assert guide is not None
    lines = (data / "steps/local-research.yaml").read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines, 1) if line.startswith("title:"))
    problem = guide.problem("steps", "local-research", ("title",), "")
    assert (problem.file, problem.line, problem.column) == ("data/steps/local-research.yaml", at, len("title: ") + 1)


@pytest.mark.parametrize("damage", [b"", b"x" * 64, None], ids=["empty", "foreign", "cut"])
def test_상한_것은_쓰지_않는다(data: Path, damage: bytes | None) -> None:
    load(data, Kept(data.parent / "kept"))
    kept = data.parent / "kept"
    kept.write_bytes(kept.read_bytes()[:-1] if damage is None else damage)
    guide, problems = load(data, Kept(kept))
    assert guide is not None and not problems


def test_읽는_코드가_바뀌면_모두_다시_읽는다(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(data, Kept(data.parent / "kept"))
    monkeypatch.setattr("macros.cache.kept.grounds.code", lambda makers: b"1" * 32)
    found = reads(monkeypatch)
    load(data, Kept(data.parent / "kept"))
    assert "data/budget.yaml" in found


def test_간직한_파일에_남이_넣은_명령은_돌지_않는다(tmp_path: Path) -> None:
    class Hostile:
        def __reduce__(self) -> tuple[object, ...]:
            return Path.touch, (tmp_path / "ran",)

    store = tmp_path / "records"
    kept = Kept(store)
    kept.keep("data/a.yaml", b"a", [Hostile()])
    kept.save()
    assert store.exists()
    assert Kept(store).find("data/a.yaml", b"a") is None and not (tmp_path / "ran").exists()


def test_간직한_것은_저장소에_들지_않는다() -> None:
    tracked = subprocess.run(["git", "ls-files", ".cache", "site", "dist"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert tracked == ""
