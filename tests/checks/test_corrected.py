"""A corrected issue of a document: both stay, and what cites the old one is listed by section."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.changes.corrected import to_look_at
from macros.checks import run
from macros.commands.new_guide import STARTER
from macros.reading.guidebook import Guidebook, load

NEWER = """
- id: handbook-2030-2
  title: 2030 한빛시 마을협의체 운영 지침(고침)
  short: 2030 지침(고침)
  issuer: 한빛시
  date: "2030-05"
  terms: 시험을 위해 지어낸 문서예요.
  corrects: handbook-2030
  editions: ["2030"]
  sections:
    - {id: two, title: 예산, page: 5}
"""


def with_newer(folder: Path, *, twice: bool = False) -> Guidebook:
    """The starter's data with a corrected issue of its document."""
    shutil.copytree(STARTER / "data", folder / "data")
    path = folder / "data" / "sources.yaml"
    more = NEWER + (NEWER.replace("handbook-2030-2", "handbook-2030-3").replace("(고침)", "(또 고침)") if twice else "")
    path.write_text(path.read_text(encoding="utf-8").rstrip() + more, encoding="utf-8")
    guide, problems = load(folder / "data")
    assert guide is not None, problems
    return guide


def test_앞_문서를_근거로_든_곳을_절마다_센다(tmp_path: Path) -> None:
    found = to_look_at(with_newer(tmp_path))
    assert len(found) == 2 and all("2030 지침의" in one.message and "2030 지침(고침)" in one.message for one in found)
    assert {one.message.split("의 ")[1].split("을(를)")[0] for one in found} == {"one", "two"}


def test_고친_문서가_없으면_알릴_것이_없다(tmp_path: Path) -> None:
    shutil.copytree(STARTER / "data", tmp_path / "data")
    guide, _ = load(tmp_path / "data")
    assert guide is not None and to_look_at(guide) == []


def test_한_문서를_두_번_고쳤다고_할_수_없다(tmp_path: Path) -> None:
    assert any("이미 고쳤어요" in one.message for one in run(with_newer(tmp_path, twice=True)))
