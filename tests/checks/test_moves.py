"""What became of checklist items: every move leads from what is gone to what is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.cache.kept import Kept
from macros.checks import run
from macros.reading.guidebook import load
from tests.small_guide import SMALL

HERE = "process-design-own-process"
ALSO = "process-design-last-year-review"
# The files that a test leaves alone are read once for all of them.
KEPT = Kept()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the small guide."""
    return Path(shutil.copytree(SMALL, tmp_path / "data"))


def said(data: Path, moves: str) -> list[str]:
    """What the checks say of these moves."""
    (data / "moves.yaml").write_text(moves, encoding="utf-8")
    guide, problems = load(data, KEPT)
    problems = problems or (run(guide) if guide else [])
    return [problem.as_text() for problem in problems if problem.file == "data/moves.yaml"]


def move(kind: str, before: str, now: str = "", key: str = "one", edition: str = "2021") -> str:
    """One entry of the file."""
    goes = f"\n  now: [{now}]" if now else ""
    return f"- id: {key}\n  kind: {kind}\n  edition: \"{edition}\"\n  before: [{before}]{goes}\n  note: 이유예요.\n"


@pytest.mark.parametrize("moves", [
    "[]\n",
    move("moved", "old-one", HERE),
    move("split", "old-one", f"{HERE}, {ALSO}"),
    move("split", HERE, f"{HERE}, {ALSO}"),
    move("merged", f"old-one, {HERE}", HERE),
    move("dropped", "old-one, old-two"),
    move("moved", "old-one", "old-two", edition="2020") + move("moved", "old-two", HERE, key="two"),
], ids=["빈 목록", "옮김", "나눔", "나누며 하나 남김", "합치며 하나 남김", "없앰", "두 번 옮김"])
def test_맞는_변경에는_할_말이_없다(data: Path, moves: str) -> None:
    assert said(data, moves) == []


@pytest.mark.parametrize(("moves", "line", "words"), [
    (move("moved", HERE, ALSO), 4, "아직 체크리스트에 있는 항목이에요"),
    (move("moved", "old-one", "process-design-own-proces"), 5, f"혹시 '{HERE}'인가요?"),
    (move("moved", "old-one", f"{HERE}, {ALSO}"), 2, "before와 now에 항목을 하나씩"),
    (move("split", "old-one", HERE), 2, "now에 둘 이상을"),
    (move("merged", "old-one", HERE), 2, "before에 둘 이상"),
    (move("dropped", "old-one", HERE), 2, "now는 지워 주세요"),
    (move("moved", "old-one", HERE) + move("moved", "old-two", ALSO, key="two", edition="2020"), 9, "판 순서대로"),
    (move("moved", "old-one", HERE, edition="2035"), 3, "없는 id예요"),
], ids=["아직 있는 id", "없는 id로", "옮김인데 둘로", "나눔인데 하나로", "합침인데 하나를", "없앰인데 now", "판이 거꾸로", "없는 판"])
def test_틀린_변경은_자리와_고치는_법을_알려_준다(data: Path, moves: str, line: int, words: str) -> None:
    found = said(data, moves)
    assert any(text.startswith(f"data/moves.yaml:{line}:") and words in text for text in found), found


def test_뒤에_있는_묶음은_먼저_끝낼_수_없다(data: Path) -> None:
    path = data / "checklists/planning.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  - step: process-design\n", "  - step: process-design\n    after: [local-research]\n", 1), encoding="utf-8")
    _, problems = load(data, KEPT)
    assert any("앞에 있는 묶음을 적어야" in problem.message for problem in problems)
