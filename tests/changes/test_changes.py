"""What a change changes for readers: one edit of each sort, found with its before and after, and nothing else."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from macros.cache.kept import Kept
from macros.changes.effects import events, verdicts
from macros.changes.report import FORMATS, Report, compare, told
from macros.changes.values import Change
from macros.commands.diff import diff, unpack
from macros.reading.guidebook import Guidebook, load
from tests.conftest import ROOT

EDITS: tuple[tuple[str, str, str], ...] = (
    ("data/rules/labour-cap.yaml", "at_most: 10%", "at_most: 12%"),
    ("data/timelines/city-2020.yaml", 'end: "2020-04-20"', 'end: "2020-04-27"'),
    ("data/cases/dobong.yaml", "value: 12\n    unit: 개", "value: 13\n    unit: 개"),
    ("data/checklists/planning.yaml", "text: 우리 구의 협치 실태를 평가했어요.", "text: 우리 구의 협치 실태를 살펴봤어요."),
    ("docs/execute/index.md", "# ", "# 새 이름의 "),
)


@pytest.fixture(scope="module")
def report(guide: Guidebook, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report on one edit of each sort, and a term that is gone."""
    folder = tmp_path_factory.mktemp("changed")
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("assets", ".overrides"))
    for name, find, put in EDITS:
        text = (folder / name).read_text(encoding="utf-8")
        assert find in text, name
        (folder / name).write_text(text.replace(find, put, 1), encoding="utf-8")
    (folder / "data/conflicts/which-is-final.yaml").write_text(
        (ROOT / "data/conflicts/which-is-final.yaml").read_text(encoding="utf-8").replace("title: ", "title: 다시 쓴 ", 1), encoding="utf-8")
    new, problems = load(folder / "data", Kept())
    assert new is not None, problems
    return compare("main", guide, ROOT / "docs", new, folder / "docs")


def found(report: Report, key: str) -> list[Change]:
    """The changed values of one record."""
    return [change for group in report.groups for change in group.changes if change.key == key]


def test_값은_이름과_앞뒤로_알려_준다(report: Report) -> None:
    # Texts that refer to the value change with it; they are told as well.
    assert (("이내·이하",), "10%", "12%") in [(one.place, one.before, one.after) for one in found(report, "labour-cap")]
    assert [(one.before, one.after) for one in found(report, "city-2020") if one.nature == "date"] == [
        ("2020년 4월 20일(월)", "2020년 4월 27일(월)")]
    assert [(one.place, one.before, one.after) for one in found(report, "dobong") if one.nature == "number"] == [
        (("숫자", "의제별 협치포럼", "값"), "12", "13")]
    assert (report.natures("number"), report.natures("date")) == (2, 1) and report.natures("text") >= 2
    assert {group.what for group in report.groups} == {"고침"}


def test_보기의_판정은_두_규칙으로_재어_알려_준다(report: Report) -> None:
    over = [effect for effect in report.verdicts if "1원 많아요" in effect.what]
    assert [(effect.whose, effect.before, effect.after) for effect in over] == [("인건비성 경비 한도", "위반", "지킴")]
    assert any(effect.whose.startswith("예시") for effect in report.verdicts)


def test_이름만_바꾸면_판정이_바뀌었다고_하지_않는다(guide: Guidebook) -> None:
    rules = {key: rule.model_copy(update={"label": f"새 {rule.label}"}) for key, rule in guide.rules.items()}
    timelines = {key: one.model_copy(update={"title": f"새 {one.title}"}) for key, one in guide.timelines.items()}
    renamed = replace(guide, rules=rules, timelines=timelines)
    assert verdicts(guide, renamed) == [] and events(guide, renamed) == []


def test_체크리스트와_일정과_달력을_알려_준다(report: Report) -> None:
    assert ("우리 구의 협치 실태를 평가했어요.", "우리 구의 협치 실태를 살펴봤어요.") in [
        (effect.before, effect.after) for effect in report.items]
    assert [effect.after for effect in report.events] == [
        effect.before.replace("4월 20일(월)", "4월 27일(월)") for effect in report.events if effect.before]
    assert report.events and len(report.unrevised) == 1


def test_바뀌는_쪽은_빠짐없이_그것만_알려_준다(report: Report) -> None:
    pages = {page.address for page in report.pages}
    assert {"budget/rules/", "tools/budget/", "dates/2020/", "cases/dobong/", "checklists/planning/", "execute/",
            "reference/conflicts/"} <= pages
    assert not pages & {"cases/gangseo/", "agree/articles/", "dates/mutual-2021/"}


@pytest.mark.parametrize("form", FORMATS)
def test_글과_풀_리퀘스트와_쪽으로_말한다(form: str, report: Report) -> None:
    text = told(report, form)
    assert all(said in text for said in ("12%", "위반", "지킴", "2020년 4월 27일(월)", "예산 규칙"))
    assert "revision" in text and "None" not in text
    if form == "html":
        assert "http" not in text


def test_바뀐_것이_없으면_없다고_말한다(guide: Guidebook) -> None:
    empty = compare("main", guide, ROOT / "docs/agree", guide, ROOT / "docs/agree")
    assert empty.empty
    assert all("바뀌는 것이 없어요" in told(empty, form) for form in FORMATS)


def test_없는_판과_비교하면_말해_준다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff("no-such-branch", "text", None) == 1
    assert "비교할 판을 찾을 수 없어요: no-such-branch" in capsys.readouterr().err
    assert unpack(ROOT, "HEAD", tmp_path) == "" and (tmp_path / "data/sources.yaml").exists()


