"""An edition is opened record by record: nothing is taken over without a source, and what is not decided is said."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.cache.kept import Kept
from macros.changes.report import FORMATS, Report, progress_since, told
from macros.checks import run
from macros.commands.new import create
from macros.reading.guidebook import Guidebook, load
from macros.reading.problems import report
from macros.views.undecided import progress, undecided_in
from tests.conftest import ROOT
from tests.plain_yaml import plain
from tests.small_guide import SMALL

KEPT = Kept()
YEAR, BASE = "2041", "2021"
SOURCE = {"doc": "plan-2041", "section": "s1"}
Decisions = dict[str, list[dict[str, Any]]]


def open_edition(root: Path, guide: Path) -> Path:
    """Puts a copy of a guide into `root`, in which an edition with a document of its own has been opened."""
    data = Path(shutil.copytree(guide, root / "data"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    assert create(root, "edition", YEAR, BASE) == 0
    sources = plain((data / "sources.yaml").read_text(encoding="utf-8"))
    sources.append({"id": SOURCE["doc"], "title": "새 문서", "short": "새 문서", "issuer": "서울특별시", "date": YEAR, "terms": "표시 없음",
                    "editions": [YEAR], "sections": [{"id": SOURCE["section"], "title": "새 절"}]})
    write(data / "sources.yaml", sources)
    editions = plain((data / "editions.yaml").read_text(encoding="utf-8"))
    editions[-1] |= {"title": f"{YEAR}년판", "summary": "새 판이에요.", "source": SOURCE}
    write(data / "editions.yaml", editions)
    return root


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide with the edition opened."""
    return open_edition(tmp_path_factory.mktemp("opened"), SMALL)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real guide with the edition opened: it holds every kind of record that editions have."""
    return open_edition(tmp_path_factory.mktemp("whole"), ROOT / "data")


@pytest.fixture
def project(opened: Path, tmp_path: Path) -> Path:
    """The small guide, to be changed by one test."""
    return Path(shutil.copytree(opened, tmp_path / "project"))


@pytest.fixture
def whole_project(whole: Path, tmp_path: Path) -> Path:
    """The real guide, to be changed by one test."""
    return Path(shutil.copytree(whole, tmp_path / "whole"))


def write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")


def decide(project: Path, change: Callable[[Decisions], None]) -> None:
    """Changes the file of the opening as an editor would."""
    path = project / "data" / "openings" / f"{YEAR}.yaml"
    opening = plain(path.read_text(encoding="utf-8"))
    change(opening)
    write(path, opening)


def read(project: Path) -> Guidebook:
    guide, problems = load(project / "data", KEPT)
    assert guide is not None, report(problems)
    return guide


def said(project: Path) -> str:
    guide, problems = load(project / "data", KEPT)
    found = problems or (run(guide) if guide else [])
    return report(found) if found else ""


def first(opening: Decisions, kind: str = "rules", **decision: Any) -> None:
    opening[kind][0] |= decision


def test_판을_열면_앞_판의_기록이_모두_모름이고_쪽에_그렇다고_나온다(whole: Path) -> None:
    guide = read(whole)
    assert not said(whole)
    based = [key for key, rule in guide.rules.items() if BASE in rule.editions]
    assert dict(progress(guide, YEAR))["rules"]["unknown"] == len(based)
    assert not any(YEAR in rule.editions for rule in guide.rules.values())
    edition, open_ones = undecided_in(guide, ("rules",))[0]
    assert edition.id == YEAR and str(len(based)) in open_ones[0].text


def test_그대로라고_정하면_새_판의_기록이_되고_그_근거가_보인다(whole_project: Path) -> None:
    def stay(opening: Decisions) -> None:
        for kind in ("rules", "procedures", "steps", "checklists", "forms"):
            first(opening, kind, became="same", source=SOURCE)

    decide(whole_project, stay)
    guide = read(whole_project)
    assert not said(whole_project)
    for kind in ("rules", "procedures", "steps", "checklists", "forms"):
        assert getattr(guide, kind)[getattr(guide.openings[YEAR], kind)[0].id].editions[-1] == YEAR
    rule = guide.rules[guide.openings[YEAR].rules[0].id]
    assert rule.editions[-1] == YEAR and rule.source[-1].doc == SOURCE["doc"]
    assert dict(progress(guide, YEAR))["rules"]["same"] == 1


@pytest.mark.parametrize(("change", "message"), [
    (lambda opening: first(opening, became="same"), "근거를 적어 주세요"),
    (lambda opening: first(opening, became="gone", source={"doc": "guide-2020", "section": "ch1"}), f"{YEAR}년판의 문서가 아니에요"),
    (lambda opening: first(opening, became="changed", source=SOURCE), "대신하는 기록의 id를 now에"),
    (lambda opening: first(opening, became="changed", now=opening["rules"][1]["id"], source=SOURCE), f"{YEAR}년판의 기록이 아니에요"),
    (lambda opening: first(opening, now=opening["rules"][1]["id"]), "became이 changed일 때만"),
    (lambda opening: first(opening, "sheets", became="same", source=SOURCE), f"판정할 {YEAR}년판의 규칙이 없어요"),
    (lambda opening: first(opening, id="no-such-rule"), "'no-such-rule'은(는) data/rules에 없어요"),
    (lambda opening: opening["rules"].pop(0), "어떻게 되었는지 없어요"),
    (lambda opening: opening["rules"].append(dict(opening["rules"][0])), "두 번 있어요"),
    (lambda opening: opening.update(base="2040"), "2040년판이 data/editions.yaml에 없어요"),
])
def test_근거_없이_정하거나_빠뜨리면_알려_준다(project: Path, change: Callable[[Decisions], None], message: str) -> None:
    decide(project, change)
    assert message in said(project)


def test_해마다_새로_적는_것은_그대로라고_하지_않는다(whole_project: Path) -> None:
    decide(whole_project, lambda opening: first(opening, "timelines", became="same", source=SOURCE))
    assert "해마다 새로 적어요" in said(whole_project)


def test_없는_판에서_열지_않는다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(SMALL, tmp_path / "data")
    assert create(tmp_path, "edition", YEAR, "1999") == 1
    assert "--from에는 이미 있는 판을 적어요" in capsys.readouterr().err


def test_여는_일의_진행이_바뀌는_것에_나온다(project: Path) -> None:
    before = read(project)
    decide(project, lambda opening: first(opening, became="same", source=SOURCE))
    now = read(project)
    report = Report("main", [], [], [], [], [], [], list(progress_since(before, now)), [])
    made = dict(progress(now, YEAR))
    every = sum(sum(counts.values()) for counts in made.values())
    for form in FORMATS:
        text = told(report, form)
        assert f"{every}개 가운데 1개를 정했어요(변경 전에는 0개)" in text and f"{every - 1}개예요" in text
