"""Whatever tells somebody what to do says how strongly, and who says so."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.cache.kept import Kept
from macros.checks import run
from macros.checks.advice import own_advice
from macros.checks.clauses import clauses_in
from macros.checks.force import ENDINGS, UNMARKED, WORDINGS, check_force, forces_in
from macros.reading.guidebook import load
from tests.conftest import ROOT

KEPT = Kept()
MARK = re.compile(r"( *)force: \w+\n *basis: \w+\n")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real data."""
    return Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("force") / "data"))


def unmarked(data: Path, file: str, after: str) -> list[str]:
    """What this check says where the first mark behind `after` is taken out of the file; the file is whole again afterwards."""
    path = data / file
    right = path.read_text(encoding="utf-8")
    start = right.index(after)
    found = MARK.search(right, start)
    assert found
    try:
        path.write_text(right[:found.start()] + right[found.end():], encoding="utf-8")
        guide, problems = load(data, KEPT)
        problems = problems or (list(check_force(guide)) if guide else [])
        return [problem.message for problem in problems if problem.file == f"data/{file}"]
    finally:
        path.write_text(right, encoding="utf-8")


@pytest.mark.parametrize(("file", "after"), [
    ("rules/labour-cap.yaml", "sentence:"), ("steps/local-research.yaml", "activities:"),
    ("checklists/planning.yaml", "items:"), ("bodies/council.yaml", "duties:"),
], ids=["규칙", "단계의 할 일", "체크리스트", "기구의 일"])
def test_할_일에_표시가_없으면_알려_준다(data: Path, file: str, after: str) -> None:
    assert UNMARKED in unmarked(data, file, after)


def test_표시가_다_있으면_할_말이_없다(data: Path) -> None:
    guide, problems = load(data, KEPT)
    assert guide and not problems
    assert UNMARKED not in {problem.message for problem in run(guide)}


@pytest.mark.parametrize(("text", "force"), [
    ("결과를 서울시에 통보해요.", "must"), ("함께 숙의하는 과정이 필요해요.", "should"), ("의견을 모으는 것이 중요해요.", "should"),
    ("위원에게 알려야 해요.", "must"), ("먼저 알리기를 권해요.", "should"), ("분과위원회가 정할 수 있어요.", "may"),
])
def test_글의_끝에서_얼마나_강한_말인지_안다(text: str, force: str) -> None:
    assert forces_in(text, ENDINGS) == {force}


@pytest.mark.parametrize(("text", "own"), [
    ("회의 날짜를 먼저 잡기를 권해요.", True), ("서울시에 확인하세요.", True), ("2021년에 옮겨 쓰지 마세요.", True),
    ("미리 알리는 편이 안전해요.", True), ("그해의 협약서를 보세요", True),
    ("15명 안팎을 권장한다고 적어요.", False), ("협치회의를 세우라고 권해요.", False), ("위촉직만 세어요.", False),
    ("조례가 있으면 ‘해당 없음’으로 표시하세요.", False),
])
def test_길잡이가_권하는_말을_안다(text: str, own: bool) -> None:
    assert (own_advice(text, told=True) is not None) is own


@pytest.mark.parametrize(("wording", "force"), [
    ("분기별로 통보한다", "must"), ("조례에 명시", "must"), ("하는 것이 좋습니다", "should"), ("결정할 수 있다", "may"),
])
def test_원문의_말에서_얼마나_강한_말인지_안다(wording: str, force: str) -> None:
    assert forces_in(wording, WORDINGS) == {force}


@pytest.mark.parametrize(("clause", "places"), [
    ("3.2.2(2)②, (3)③", ["3.2.2(2)②", "3.2.2(3)③"]), ("제10조④⑥", ["제10조④", "제10조⑥"]), ("제12조② 3호", ["제12조②3호"]),
    ("2.2.3(3)②·③", ["2.2.3(3)②", "2.2.3(3)③"]), ("유의 항목 표 2(1)①", ["2(1)①"]), ("3.3.3, 3.3.3(1)", ["3.3.3", "3.3.3(1)"]),
    ("활동내용·각주 7", []),
])
def test_인용한_조항을_하나씩_안다(clause: str, places: list[str]) -> None:
    assert ["".join(path) for path in clauses_in(clause)] == places
