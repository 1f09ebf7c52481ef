"""The index has every record under its label, and is small."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from macros.models.kinds import KINDS, ROWS, Kind
from macros.reading.guidebook import Guidebook
from macros.search.answers import answers
from macros.search.entries import Entry, clause_row, listed, with_parts
from macros.search.functions import nowhere
from macros.search.index import HEAD, _answers, parted
from macros.search.sections import Section
from macros.search.terms import saying
from macros.site.addresses import Addresses

# What comes for the first answer, packed: the engine, and so much for each entry. Today's entries need 48 bytes each; an editor's longer
# labels and definitions have room.
ENGINE, EACH = 33_600, 54


@pytest.fixture(scope="module")
def script(built: Path) -> str:
    return (built / "search" / "index.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def index(script: str) -> dict[str, Any]:
    data: dict[str, Any] = json.JSONDecoder().raw_decode(script, script.index("{\"labels\""))[0]
    return data


@pytest.fixture(scope="module")
def labels(index: dict[str, Any]) -> dict[str, str]:
    return {at: index["labels"][label][0] for at, _, label, *_ in index["entries"]}


@pytest.mark.parametrize("kind", [kind for kind in ROWS if kind.found], ids=lambda kind: kind.id)
def test_기록마다_제_이름표를_단_결과가_있다(guide: Guidebook, labels: dict[str, str], kind: Kind) -> None:
    to = Addresses(guide)
    assert kind.found
    missing = [key for key in getattr(guide, kind.id) if labels.get(to.of(kind.id, key) or "") != kind.found[0]]
    assert not missing


def test_도구는_도구라고_적힌다(labels: dict[str, str]) -> None:
    assert labels["tools/budget/"] == "도구"


def test_날짜_하나하나를_찾을_수_있다(guide: Guidebook, labels: dict[str, str]) -> None:
    to = Addresses(guide)
    places = [to.timeline(timeline.id, event.id) for timeline in guide.timelines.values() for event in timeline.events]
    assert len(places) > 50 and {labels.get(place) for place in places} == {(KINDS["timelines"].found or ("",))[0]}


def test_조항과_할_일도_따로_찾을_수_있다(guide: Guidebook, labels: dict[str, str]) -> None:
    to = Addresses(guide)
    clauses = [f"{to.article(article.id)}-{clause.id}" for article in guide.articles.values() for clause in article.clauses]
    dues = [to.deadlines(due.id) for known in guide.deadlines.values() for due in known.dues]
    assert {labels.get(place) for place in clauses} == {"협약 조문"} and {labels.get(place) for place in dues} == {"일정"}


def test_따로_찾는_부분의_말은_전체에도_남는다() -> None:
    article = Entry("agree/#a", "보조금", ("협약 조문", 1.0), "요약", "agree/")
    clause = Entry("agree/#a-1", "제1조①", ("협약 조문", 1.0), "이자를 반납해요.", "agree/#a")
    assert [entry.text for entry in with_parts([article, clause], {"agree/#a-1"})] == ["요약\n이자를 반납해요.", "이자를 반납해요."]


def test_엔진은_설명_없이_나간다(script: str) -> None:
    engine = script.partition("\n")[2]
    assert "/**" not in engine and "\n  const " not in engine


def test_한_곳은_한_번만_나온다(index: dict[str, Any]) -> None:
    places = [entry[0] for entry in index["entries"]]
    assert len(places) == len(set(places))


def test_부분은_제가_선_곳을_가리킨다(index: dict[str, Any]) -> None:
    for at, _, _, _, above, *_ in index["entries"]:
        assert (above is None) == ("#" not in at), at
        if above is not None:
            assert index["entries"][above][0].split("#")[0] == at.split("#")[0]


def test_카드마다_설_곳이_있고_갈래에_이름이_있다(guide: Guidebook, index: dict[str, Any]) -> None:
    told = answers(guide)
    assert {answer.at for answer in told} <= {entry[0] for entry in index["entries"]}
    assert {answer.kind for answer in told} == set(index["kinds"])
    assert sum(len(entry[6]) for entry in index["entries"] if len(entry) > 6) == len(told)


def test_첫_답에_드는_것은_기록의_수만큼만_무겁다(script: str, index: dict[str, Any]) -> None:
    assert len(gzip.compress(script.encode(), 9)) <= ENGINE + EACH * len(index["entries"])


def test_나머지_글은_따로_오고_합치면_처음_그대로다(built: Path, index: dict[str, Any]) -> None:
    texts = (built / "search" / "texts.js").read_text(encoding="utf-8")
    rest, _ = json.JSONDecoder().raw_decode(texts, texts.index('["searchTexts"] = ') + 18)
    assert all(not text or text.startswith(row[3]) for row, text in zip(index["entries"], rest, strict=True))
    term = ["a/#c", "용어", 0, "뜻", 0, "", [["term", "용어", "", "", "", [], ""]]]
    one = {"entries": [["a/", "이름", 0, "가" * 100, None], ["a/#b", "부분", 0, "글", 0], term]}
    core, later = parted(one)
    assert [row[3] for row in core["entries"]] == ["가" * HEAD, "", "뜻"] and later == ["가" * 100, "글", 0]


def test_사이트가_하는_일은_있는_곳을_가리킨다(guide: Guidebook, index: dict[str, Any]) -> None:
    places = {entry[0] for entry in index["entries"]}
    assert not list(nowhere(guide, places))
    lost = next(at for one in guide.functions.values() for at in one.at if at)
    assert any(lost in problem for problem in nowhere(guide, places - {lost}))


def test_찾는_말의_묶음은_번호로_나간다(guide: Guidebook, index: dict[str, Any]) -> None:
    words, told = index["functions"]["words"], index["functions"]["functions"]
    assert len(told) == len(guide.functions) and len(words) + len(index["plain"]) == len(guide.wordings)
    numbers = {int(number) for _, _, lines in told for line in lines for number in re.findall(r"@(\d+)", line)}
    assert numbers == set(range(len(words)))


def test_링크가_거의_전부인_부분은_목록이고_무엇을_늘어놓는지_안다() -> None:
    links = ["../b/", "../b/index.html#c", "#d", "https://example.org/", "../../"]
    few = Section("", parts=["가나다라마바사아자차카타파하" * 9], links=links, linked=9)
    assert listed("plan/a/", Section("", parts=["가나다라마바사"], links=links, linked=6)) == ("plan/b/", "plan/b/#c", "plan/a/#d", "")
    assert listed("plan/a/", few) == ()


def test_늘어놓는_곳은_번호로_나가고_저를_가리키지_않는다(index: dict[str, Any]) -> None:
    assert index["lists"]
    for number, places in index["lists"].items():
        assert int(number) not in places and max(places) < len(index["entries"])


def test_용어는_그_말이_있는_곳만_앞세운다() -> None:
    label = ("안내", 1.0)
    page, silent = Entry("a/", "숙의", label, "", None), Entry("b/", "회의", label, "모여요", None)
    part = Entry("b/#how", "방법", label, "숙의 과정을 거쳐요", "b/")
    assert saying(["숙의"], "a/", [page, silent, part]) == ["a/"]
    assert saying(["숙의"], "b/", [page, silent, part]) == ["b/#how"]
    assert saying(["공론"], "b/", [page, silent, part]) == []


def test_부분의_조항은_사람이_치는_대로_모은다() -> None:
    cites = ["guide-app5 안내서 134쪽 4.2 표", "guide-app7 안내서 143쪽 3.2.2(1)③", "guide-ch1 안내서 3쪽 머리", "guide-app5 안내서 134쪽"]
    appendices = {"guide-app5": "부록5", "guide-app7": "부록7"}
    assert clause_row("3.2.1", cites, appendices) == "3.2.1\t부록5 4.2\n3.2.2(1)\n부록7 3.2.2"
    assert clause_row("제3조", [], appendices) == "제3조"


def test_아무도_부르지_않는_테마의_찾을_거리는_없다(built: Path) -> None:
    assert not (built / "search" / "search_index.json").exists()


def test_어느_쪽에도_없는_기록은_답하지_않는다(guide: Guidebook) -> None:
    assert _answers(guide, []) == {}
