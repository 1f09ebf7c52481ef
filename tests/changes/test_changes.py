"""What a change changes for readers: one edit of each sort, found with its before and after, and nothing else."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from macros.cache.kept import Kept
from macros.changes.effects import events, verdicts
from macros.changes.report import FORMATS, Report, compare, told
from macros.changes.values import Change
from macros.commands.diff import diff
from macros.commands.revision import unpack
from macros.models.common import Moment
from macros.reading.guidebook import Guidebook, load
from macros.words.korean import korean_date, share
from tests.conftest import ROOT

PAGES = ("budget", "tools", "dates", "cases", "checklists", "execute", "reference", "agree")


@dataclass(frozen=True)
class Edits:
    """An edit of each sort, of whatever the data holds today: file, what stands there, what is put in its place."""

    texts: tuple[tuple[str, str, str], ...]
    cap: tuple[str, str]
    day: tuple[str, str]
    figure: tuple[str, str]
    item: tuple[str, str]


@pytest.fixture(scope="module")
def edits(guide: Guidebook) -> Edits:
    """A cap, a date, a case's figure, an item of a checklist, a page."""
    cap = guide.rules["labour-cap"].at_most  # type: ignore[union-attr]
    assert isinstance(cap, Fraction)
    end = next(event.end for event in guide.timelines["city-2020"].events if event.end and event.end.day)
    later = Moment.model_validate(dict(zip(("year", "month", "day"), (end.first + timedelta(days=7)).timetuple()[:3], strict=True)))
    figure = next(one for one in guide.cases["dobong"].figures if not one.derived)
    raw = (ROOT / "data/checklists/planning.yaml").read_text(encoding="utf-8")
    item = next(one.text for group in guide.checklists["planning"].groups for one in group.items if f"text: {one.text}\n" in raw)
    return Edits((
        ("data/rules/labour-cap.yaml", f"at_most: {share(cap)}", f"at_most: {share(cap + Fraction(2, 100))}"),
        ("data/timelines/city-2020.yaml", f'end: "{end.iso}"', f'end: "{later.iso}"'),
        ("data/cases/dobong.yaml", f"value: {figure.value}\n    unit: {figure.unit}", f"value: {figure.value + 1}\n    unit: {figure.unit}"),
        ("data/checklists/planning.yaml", f"text: {item}\n", f"text: 다시 쓴 {item}\n"),
        ("docs/execute/index.md", "# ", "# 새 이름의 "),
    ), (share(cap), share(cap + Fraction(2, 100))), (korean_date(end), korean_date(later)), (str(figure.value), str(figure.value + 1)),
        (item, f"다시 쓴 {item}"))


@pytest.fixture(scope="module")
def report(guide: Guidebook, edits: Edits, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report on one edit of each sort, and a conflict with another title: all of the data, and what pages are looked for."""
    before, folder = tmp_path_factory.mktemp("before") / "docs", tmp_path_factory.mktemp("changed")
    shutil.copytree(ROOT / "data", folder / "data")
    for docs in (before, folder / "docs"):
        for part in PAGES:
            shutil.copytree(ROOT / "docs" / part, docs / part)
    for name, find, put in edits.texts:
        text = (folder / name).read_text(encoding="utf-8")
        assert find in text, name
        (folder / name).write_text(text.replace(find, put, 1), encoding="utf-8")
    (folder / "data/conflicts/which-is-final.yaml").write_text(
        (ROOT / "data/conflicts/which-is-final.yaml").read_text(encoding="utf-8").replace("title: ", "title: 다시 쓴 ", 1), encoding="utf-8")
    new, problems = load(folder / "data", Kept())
    assert new is not None, problems
    return compare("main", guide, before, new, folder / "docs")


def found(report: Report, key: str) -> list[Change]:
    """The changed values of one record."""
    return [change for group in report.groups for change in group.changes if change.key == key]


def test_값은_이름과_앞뒤로_알려_준다(report: Report, edits: Edits) -> None:
    # Texts that refer to the value change with it; they are told as well.
    assert (("이내·이하",), *edits.cap) in [(one.place, one.before, one.after) for one in found(report, "labour-cap")]
    assert [tuple(without_joiner(said) for said in (one.before, one.after)) for one in found(report, "city-2020") if one.nature == "date"] == [
        tuple(map(without_joiner, edits.day))]
    assert [(one.before, one.after) for one in found(report, "dobong") if one.nature == "number"] == [edits.figure]
    assert (report.natures("number"), report.natures("date")) == (2, 1) and report.natures("text") >= 2
    assert {group.what for group in report.groups} == {"고침"}


def without_joiner(said: str | None) -> str:
    """A date without the sign that keeps its weekday on its line."""
    return (said or "").replace("\u2060", "")


def test_보기의_판정은_두_규칙으로_재어_알려_준다(report: Report, guide: Guidebook) -> None:
    over = [effect for effect in report.verdicts if "1원 많아요" in effect.what]
    assert [(effect.whose, effect.before, effect.after) for effect in over] == [(guide.rules["labour-cap"].label, "위반", "준수")]


def test_예시_계획의_판정도_잰다(guide: Guidebook) -> None:
    tight = guide.rules["labour-cap"].model_copy(update={"at_most": Fraction(1, 1000)})  # so little that some example is over it
    changed = replace(guide, rules={**guide.rules, "labour-cap": tight})
    assert any(effect.whose.startswith("예시") and effect.after == "위반" for effect in verdicts(guide, changed))


def test_이름만_바꾸면_판정이_바뀌었다고_하지_않는다(guide: Guidebook) -> None:
    rules = {key: rule.model_copy(update={"label": f"새 {rule.label}"}) for key, rule in guide.rules.items()}
    timelines = {key: one.model_copy(update={"title": f"새 {one.title}"}) for key, one in guide.timelines.items()}
    renamed = replace(guide, rules=rules, timelines=timelines)
    assert verdicts(guide, renamed) == [] and events(guide, renamed) == []


def test_체크리스트와_일정과_달력을_알려_준다(report: Report, edits: Edits) -> None:
    assert edits.item in [(effect.before, effect.after) for effect in report.items]
    before, after = (without_joiner(said).partition("년 ")[2] for said in edits.day)
    assert [without_joiner(effect.after) for effect in report.events] == [
        without_joiner(effect.before).replace(before, after) for effect in report.events if effect.before]
    assert report.events and len(report.unrevised) == 1


def test_바뀌는_쪽은_빠짐없이_그것만_알려_준다(report: Report) -> None:
    pages = {page.address for page in report.pages}
    assert {"budget/rules/", "tools/budget/", "dates/2020/", "cases/dobong/", "checklists/planning/", "execute/",
            "reference/conflicts/"} <= pages
    assert not pages & {"cases/gangseo/", "agree/articles/", "dates/mutual-2021/"}


@pytest.mark.parametrize("form", FORMATS)
def test_글과_풀_리퀘스트와_쪽으로_말한다(form: str, report: Report, edits: Edits) -> None:
    text = told(report, form)
    assert all(said in without_joiner(text) for said in (edits.cap[1], "위반", "준수", without_joiner(edits.day[1]), "예산 규칙"))
    assert "revision" in text and "None" not in text
    if form == "html":
        assert "http" not in text


def test_바뀐_것이_없으면_없다고_말한다(guide: Guidebook) -> None:
    empty = compare("main", guide, ROOT / "docs/agree", guide, ROOT / "docs/agree")
    assert empty.empty
    assert all("바뀌는 내용이 없어요" in told(empty, form) for form in FORMATS)


def test_없는_판과_비교하면_말해_준다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff("no-such-branch", "text", None) == 1
    assert "비교할 판을 찾을 수 없어요: no-such-branch" in capsys.readouterr().err
    assert unpack(ROOT, "HEAD", tmp_path) == "" and (tmp_path / "data/sources.yaml").exists()


