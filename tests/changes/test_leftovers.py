"""Old values that are left in texts about the same thing; each is made here, so that an edit of the data changes no test."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from macros.changes.effects import unmoved
from macros.changes.leftovers import leftovers
from macros.changes.written import recorded, written
from macros.commands.check import ahead, check
from macros.models.checklist import Move
from macros.models.common import Moment, Table
from macros.reading.guidebook import FOLDERS, LISTS, Guidebook
from macros.words.korean import won_in_words
from tests.small_guide import small_guide


@pytest.fixture(scope="module")
def guide(guide: Guidebook) -> Guidebook:
    """A guide of one rule, timeline, case, body, term and checklist, and the districts: soon looked through for what is left."""
    def first(records: Mapping[str, Any]) -> Mapping[str, Any]:
        return dict([*records.items()][:1])

    kept = ("timelines", "cases", "bodies", "glossary", "checklists")
    some: dict[str, Any] = {kind: first(getattr(guide, kind)) if kind in kept else {} for kind in (*LISTS, *FOLDERS)}
    districts = {key: one.model_copy(update={"facts": one.facts[:1]}) for key, one in guide.districts.items()}
    return replace(guide, **{**some, "rules": {"labour-cap": guide.rules["labour-cap"]}, "districts": districts})


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with no pages."""
    return tmp_path


def saying(guide: Guidebook, text: str) -> Guidebook:
    """The guide with a term whose definition is the text."""
    key, term = next(iter(guide.glossary.items()))
    return replace(guide, glossary={**guide.glossary, key: term.model_copy(update={"definition": text, "synonyms": (), "everyday": ()})})


def told(old: Guidebook, new: Guidebook, docs: Path) -> list[str]:
    """What is told of the glossary."""
    return [one.message for one in leftovers(old, new, docs) if one.file == "data/glossary.yaml"]


def with_cap(guide: Guidebook, limit: Fraction) -> Guidebook:
    """The guide with another limit of the labour costs."""
    return replace(guide, rules={**guide.rules, "labour-cap": guide.rules["labour-cap"].model_copy(update={"at_most": limit})})


@pytest.mark.parametrize("form", ["17%", "17 %", "17퍼센트", "100분의 17", "17/100"])
def test_바꾼_한도의_앞선_비율이_남은_곳을_어떤_형식이든_찾는다(form: str, guide: Guidebook, pages: Path) -> None:
    old = saying(with_cap(guide, Fraction(17, 100)), f"{guide.rules['labour-cap'].label}는 총예산의 {form}예요.")
    found = told(old, with_cap(old, Fraction(19, 100)), pages)
    assert len(found) == 1
    assert form in found[0] and "data/rules/labour-cap.yaml" in found[0] and "여기도 고칠까요?" in found[0]


@pytest.mark.parametrize("text", ["회의에 나온 사람의 17%예요.", "{label}는 총예산의 18%예요.", "{label}는 117%예요."])
def test_다른_것을_말하거나_다른_값이면_알리지_않는다(text: str, guide: Guidebook, pages: Path) -> None:
    old = saying(with_cap(guide, Fraction(17, 100)), text.format(label=guide.rules["labour-cap"].label))
    assert told(old, with_cap(old, Fraction(19, 100)), pages) == []


def moved(guide: Guidebook, day: int) -> tuple[Guidebook, str, str]:
    """The guide with the first event of its first timeline on a day of March, and the event's title and edition."""
    key, timeline = next(iter(guide.timelines.items()))
    event = timeline.events[0].model_copy(update={"start": Moment(year=int(timeline.edition), month=3, day=day), "text": None})
    changed = timeline.model_copy(update={"events": (event, *timeline.events[1:])})
    return replace(guide, timelines={**guide.timelines, key: changed}), event.title, timeline.edition


@pytest.mark.parametrize("form", ["3월 29일", "3월 29일(일)", "{year}년 3월 29일", "3. 29.", "{year}-03-29", "’{short}. 3. 29.", "3월 27일~29일"])
def test_옮긴_날짜가_남은_곳을_어떤_형식이든_찾는다(form: str, guide: Guidebook, pages: Path) -> None:
    old, title, edition = moved(guide, 29)
    old = saying(old, f"{title}: {form.format(year=edition, short=edition[2:])}까지예요.")
    assert len(told(old, moved(old, 30)[0], pages)) == 1


def test_다른_해의_같은_날은_알리지_않는다(guide: Guidebook, pages: Path) -> None:
    old, title, edition = moved(guide, 29)
    old = saying(old, f"{title}: {int(edition) - 1}년 3월 29일까지예요. {int(edition) + 1}년판은 3월 29일이에요.")
    assert told(old, moved(old, 30)[0], pages) == []


def figured(guide: Guidebook, value: int) -> tuple[Guidebook, str, str]:
    """The guide with another value of the first figure of its first case, and the district's name and the figure's."""
    key, case = next(iter(guide.cases.items()))
    figure = case.figures[0].model_copy(update={"value": value, "unit": "천원", "derived": ()})
    changed = case.model_copy(update={"figures": (figure, *case.figures[1:])})
    return replace(guide, cases={**guide.cases, key: changed}), case.district, figure.label


@pytest.mark.parametrize("form", ["737,500천원", "737500천원", "737,500,000원", won_in_words(737_500_000), "73,750만원", "737.5백만원", "7.375억원"])
def test_바꾼_금액이_남은_곳을_어떤_형식이든_찾는다(form: str, guide: Guidebook, pages: Path) -> None:
    old, district, label = figured(guide, 737_500)
    here = saying(old, f"{district}의 {label}: {form}이에요.")
    assert len(told(here, figured(here, 800_000)[0], pages)) == 1
    other = next(one.name for one in guide.districts.values() if one.name != district)
    there = saying(old, f"{other}의 {label}: {form}이에요.")
    assert told(there, figured(there, 800_000)[0], pages) == []


def with_tables(guide: Guidebook, *tables: Table) -> Guidebook:
    """The guide with nothing but tables in its first case."""
    key, case = next(iter(guide.cases.items()))
    return replace(guide, cases={key: case.model_copy(update={"tables": tables, "figures": (), "processes": ()})})


def table(name: str, title: str, *rows: tuple[str | int, ...]) -> Table:
    """A table of how many agendas there were."""
    return Table.model_validate({"id": name, "title": title, "columns": ("자치구", "연차", "세부의제(건)"), "rows": rows})


@pytest.mark.parametrize(("other", "count"), [
    (table("there", "2031년에 실행한 세부의제", ("가람구", "3년차", 1234)), 1),
    (table("there", "2032년에 실행한 세부의제", ("가람구", "3년차", 1234)), 0),  # of another year
    (table("there", "가람구의 세부의제", ("1234건", "3년차", "")), 0),  # what a row is called
])
def test_표의_값은_같은_해의_같은_것일_때만_남은_것이다(other: Table, count: int, guide: Guidebook, pages: Path) -> None:
    def of(value: int) -> Guidebook:  # its second row has the same number, of another district
        return with_tables(guide, table("here", "2031년에 실행한 세부의제", ("가람구", "3년차", value), ("나루구", "3년차", 1234)), other)

    found = [one for one in leftovers(of(1234), of(1300), pages) if "이전 값" in one.message]
    assert len(found) == count


def test_기간의_끝은_시작한_해의_날이다(guide: Guidebook, pages: Path) -> None:
    old, title, edition = moved(guide, 29)
    said = f"{title}: {{}}년 3월 1일부터 3월 29일까지예요."
    assert [len(told(here, moved(here, 30)[0], pages)) for year in (0, 1) for here in [saying(old, said.format(int(edition) - year))]] == [1, 0]


def test_같은_구의_같은_날이라도_다른_일이면_알리지_않는다(guide: Guidebook, pages: Path) -> None:
    old, title, _ = moved(guide, 29)
    key, timeline = next(iter(old.timelines.items()))
    name = next(one.name for one in guide.districts.values())
    def on(guide: Guidebook) -> Guidebook:
        first, *rest = guide.timelines[key].events
        named = timeline.model_copy(update={"events": (first.model_copy(update={"title": f"{name} 결과보고 기준일"}), *rest)})
        return replace(guide, timelines={**guide.timelines, key: named})

    for text, count in ((f"{name}의 공연은 3월 29일에 끝나요.", 0), (f"{name}의 결과보고 기준일은 3월 29일이에요.", 1)):
        here = on(saying(old, text))
        assert len(told(here, on(moved(here, 30)[0]), pages)) == count, title


def test_쪽의_글에_남은_것도_찾는다(guide: Guidebook, tmp_path: Path) -> None:
    old, district, label = figured(guide, 737_500)
    (tmp_path / "some.md").write_text(f"# {district}\n\n{label}은 7억 3,750만 원이에요.\n", encoding="utf-8")
    found = leftovers(old, figured(old, 800_000)[0], tmp_path)
    assert [(one.file.endswith("some.md"), one.line) for one in found if one.file.endswith(".md")] == [(True, 3)]


def test_바꾼_이름이_남은_곳을_찾는다(guide: Guidebook, pages: Path) -> None:
    key, body = next(iter(guide.bodies.items()))
    named = {name: replace(guide, bodies={**guide.bodies, key: body.model_copy(update={"name": name})}) for name in ("가온협의모임", "나루협의모임")}
    old = saying(named["가온협의모임"], "가온협의모임에서 정해요.")
    new = saying(named["나루협의모임"], "가온협의모임에서 정해요.")
    assert len(told(old, new, pages)) == 1


def test_바뀐_것이_없으면_아무것도_알리지_않는다(guide: Guidebook, pages: Path) -> None:
    assert leftovers(guide, guide, pages) == []


def test_갈_곳_없이_없어진_체크리스트_항목을_알린다(guide: Guidebook) -> None:
    key, checklist = next(iter(guide.checklists.items()))
    group = next(group for group in checklist.groups if len(group.items) > 1)
    groups = tuple(one.model_copy(update={"items": one.items[1:]}) if one is group else one for one in checklist.groups)
    fewer = replace(guide, checklists={key: checklist.model_copy(update={"groups": groups})})
    gone = group.items[0].id
    assert [gone in one.message for one in unmoved(guide, fewer)] == [True]
    move = Move(id="moved", edition="2099", kind="dropped", before=(gone,), note="뺐어요")
    assert unmoved(guide, replace(fewer, moves={"moved": move})) == [] == unmoved(guide, guide)


def test_아직_오지_않은_날에_확인했다고_적으면_알린다(guide: Guidebook) -> None:
    days = [rule.checked_on for rule in guide.rules.values()] + [one.checked_on for one in guide.timelines.values()]
    assert ahead(guide, max(days)) == []
    assert any("원문 대조일" in one.message for one in ahead(guide, min(days) - timedelta(days=2)))


def test_글에서_값을_형식과_자리와_함께_읽는다() -> None:
    found = {(one.value, one.text) for one in written("2021년 7월 9일(금)까지 9억 4,500만 원의 30%를 12명에게")}
    assert {(("day", 7, 9), "2021년 7월 9일"), (("won", 945_000_000), "9억 4,500만 원"), (("share", Fraction(3, 10)), "30%")} <= found
    assert any(value == ("count", 12) for value, _ in found)
    assert recorded(90, "%") == recorded(Fraction(9, 10), "")


@pytest.mark.parametrize("text", ["8월 7일(화) 10:00~12:00", "2018-10-31", "101.6%", "1.10건"])
def test_시각과_날짜와_비율의_한_토막은_수가_아니다(text: str) -> None:
    assert not [one for one in written(text) if one.value == ("count", 10)]


def test_보기의_값은_한도와_함께_셈한_것이라_앞선_값이_아니다(guide: Guidebook, pages: Path) -> None:
    rule = guide.rules["labour-cap"]
    def of(part: int) -> Guidebook:
        shown = tuple(one.model_copy(update={"part": part, "title": f"{rule.label} {part:,}원"}) for one in rule.examples)
        return replace(guide, rules={rule.id: rule.model_copy(update={"examples": shown})})

    assert leftovers(saying(of(777_000), f"{rule.label} 777,000원"), saying(of(888_000), f"{rule.label} 777,000원"), pages) == []


def test_검사는_남아_있는_앞선_값을_알리되_틀렸다고는_하지_않는다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_guide(tmp_path)
    path = tmp_path / "data/timelines/city-2020.yaml"
    text = path.read_text(encoding="utf-8")

    def git(*words: str) -> None:
        subprocess.run(["git", "-c", "user.name=가", "-c", "user.email=a@example.org", *words], cwd=tmp_path, check=True, capture_output=True)

    path.write_text(text + "  - {id: zz-last-2020, title: 마지막 예시 제출, kind: deadline, actors: [council], start: \"2022-12-11\", "
                           "summary: 마지막 예시 제출은 2022년 12월 11일이에요., source: {doc: guide-2020, section: ch1.3, page: 12}}\n",
                    encoding="utf-8")
    for words in (["init", "-b", "main"], ["add", "data"], ["commit", "-m", "자료"]):
        git(*words)
    path.write_text(path.read_text(encoding="utf-8").replace('start: "2022-12-11"', 'start: "2022-12-18"'), encoding="utf-8")
    assert check(tmp_path / "data", tmp_path / "docs", as_json=True) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["ok"] is True and "이전 값(2022년 12월 11일)이 남아 있어요" in found["notes"][0]["message"]
