"""An earlier revision out of git: unpacked whole, and never by a link that leads out of it; by Pythons without archive filters too."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.commands import revision


def kept(project: Path) -> None:
    """All files of the project as a revision."""
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "a"]):
        subprocess.run(["git", *command], cwd=project, check=True)


# Pythons from 3.12 on warn of what the oldest one can only do so.
@pytest.mark.filterwarnings("ignore:Python 3.14:DeprecationWarning")
@pytest.mark.parametrize("safely", [revision.SAFELY, {}], ids=["거르는 파이썬", "거르지 못하는 파이썬"])
@pytest.mark.parametrize("linked", [False, True], ids=["파일만", "밖을 가리키는 바로 가기"])
def test_앞선_판을_풀되_밖을_가리키는_것은_풀지_않는다(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, safely: dict[str, str], linked: bool) -> None:
    project, folder = tmp_path / "project", tmp_path / "before"
    for name in ("data/a.yaml", "docs/a.md"):
        (project / name).parent.mkdir(parents=True)
        (project / name).write_text(name, encoding="utf-8")
    if linked:
        (project / "data/b.yaml").symlink_to(tmp_path / "secret")
    kept(project)
    folder.mkdir()
    monkeypatch.setattr(revision, "SAFELY", safely)
    said = revision.unpack(project, "HEAD", folder)
    assert said.endswith("비교하지 못했어요.") if linked else said == ""
    assert linked or sorted(path.read_text(encoding="utf-8") for path in folder.rglob("*.*")) == ["data/a.yaml", "docs/a.md"]
    assert not (folder / "data/b.yaml").exists()
