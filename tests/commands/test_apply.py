"""`python -m macros apply`: takes in what the edit screen gave, whole or not at all, and nothing but records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from macros.commands.apply import run

OLD, NEW = "- id: one\n", "- id: two\n"


def handed(folder: Path, *files: dict[str, Any], **more: Any) -> Path:
    """A file as the edit screen hands it over."""
    path = folder / "set.json"
    path.write_text(json.dumps({"format": "hyeopchi-edits", "version": 1, "files": files, **more}), encoding="utf-8")
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with one record file."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/names.yaml").write_text(OLD, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("path", [
    "../evil.yaml", "/etc/x.yaml", "mkdocs.yml", "docs/index.md", "macros/x.py", "data/../mkdocs.yml", "data/a/b/c.yaml", "data/x.py"])
def test_자료가_아닌_파일은_받지_않는다(path: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, handed(project, {"path": path, "before": None, "after": NEW})) == 1
    assert "편집 화면에서 받은 파일이 아니거나" in capsys.readouterr().err
    assert sorted(one.name for one in project.rglob("*") if one.is_file()) == ["names.yaml", "set.json"]


def test_그사이에_바뀐_파일이_있으면_아무것도_쓰지_않고_어느_것인지_말한다(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = {"path": "data/names.yaml", "before": "- id: other\n", "after": NEW}
    assert run(project, handed(project, {"path": "data/actors.yaml", "before": None, "after": NEW}, mine)) == 1
    assert "자료가 바뀌어서 넣지 않았어요: data/names.yaml" in capsys.readouterr().err
    assert (project / "data/names.yaml").read_text(encoding="utf-8") == OLD and not (project / "data/actors.yaml").exists()


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000, '{"format": "hyeopchi-edits", "version": 2, "files": []}'])
def test_깨진_파일은_한_문장으로_물리친다(text: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "set.json").write_text(text, encoding="utf-8")
    assert run(project, project / "set.json") == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert run(project, project / "none.json") == 1
    assert "읽지 못했어요" in capsys.readouterr().err
