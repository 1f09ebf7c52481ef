"""References in texts: forms, particles, the rule of the text's own edition; on records made here."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from macros.api.edit_screen import said as said_on_pages
from macros.changes.leftovers import leftovers
from macros.models.case import Figure
from macros.models.common import Moment, Table
from macros.reading.guidebook import Guidebook
from macros.reading.references import filled
from macros.reading.referred import NotReferableError, Values
from macros.templating import page_values
from macros.words.forms import Value, forms, with_particle


@pytest.mark.parametrize(("value", "unit", "form", "said"), [
    (Moment(year=2021, month=7, day=9), "", "", "2021년 7월 9일"), (Moment(year=2021, month=7, day=9), "", "월일 요일", "7월 9일(금)"),
    (Moment(year=2021, month=7), "", "월", "7월"), (Fraction(1, 10), "", "", "10%"), (Fraction(1, 10), "", "분의", "100분의 10"),
    (Fraction(1, 3), "", "", "1/3"), (945_000, "천원", "", "9억 4,500만 원"),
    (945_000, "천원", "천원", "945,000천원"), (945_000, "천원", "억만", "9억 4,500만 원"),
    (945_000, "천원", "원", "945,000,000원"), (10**9, "원", "", "10억 원"), (1200, "명", "", "1,200명"), (9, "", "우리말", "아홉"),
    ("서울시", "", "", "서울시")])
def test_값은_바라는_형식으로_나온다(value: Value, unit: str, form: str, said: str) -> None:
    assert forms(value, unit)[form]() == said


@pytest.mark.parametrize(("said", "after", "right"), [
    ("10%", "을(를)", "를"), ("7월 9일(금)", "이(가)", "이"), ("9억 4,500만 원", "이에요(예요)", "이에요"), ("서울시", "과(와)", "와"),
    ("2021년 7월 9일", "(으)로", "로"), ("200명", "(으)로", "으로"), ("TFT", "은(는)", "은(는)")])
def test_뒤의_조사는_값의_끝소리를_따른다(said: str, after: str, right: str) -> None:
    assert with_particle(said, after) == right


def saying(guide: Guidebook, text: str, limit: Fraction, edition: str = "2021") -> Guidebook:
    """The guide with a cap of another year that one of the edition replaces, and a rule of the edition whose note is the text."""
    old = guide.rules["labour-cap"].model_copy(update={"editions": ("2020",), "at_most": Fraction(17, 100)})
    new = old.model_copy(update={"editions": ("2021",), "replaces": ("labour-cap",), "at_most": limit})
    ask = guide.rules["facility-cap"].model_copy(update={"editions": (edition,), "notes": (text,)})
    rules = {"labour-cap": old, "transfer-cap": new, "facility-cap": ask}
    return filled(replace(guide, rules=rules), [("rules", "facility-cap")])


def test_글의_판의_규칙을_따르고_판을_붙이면_그_판의_값이다(small: Guidebook) -> None:
    text = "((규칙/labour-cap))이(가) 한도예요. 앞에는 ((규칙/labour-cap@2020))이었어요."
    found = saying(small, text, Fraction(1, 5))
    assert found.rules["facility-cap"].notes == ("20%가 한도예요. 앞에는 17%이었어요.",) and not found.misreferred
    assert saying(small, text, Fraction(1, 5), "2020").rules["facility-cap"].notes[0].startswith("17%")
    first, second = found.references["rules", "facility-cap"]
    assert found.rules["facility-cap"].notes[0][first.start:first.end] == "20%" and second.to.id == "labour-cap"


def test_편집_화면의_미리_보기는_판마다_같은_값만_채운다(small: Guidebook) -> None:
    found = saying(small, "", Fraction(1, 5))
    texts = ["앞의 ((규칙/labour-cap@2020))이(가) 한도예요. ((규칙/labour-cap))을(를) 넘지 않아요.", "((규칙/labour-cap@2020))", "((규칙/no))"]
    assert said_on_pages(found, texts) == {"((규칙/labour-cap@2020))이(가)": "17%가", "((규칙/labour-cap@2020))": "17%"}


def test_가리킨_값은_앞선_값이_아니다(small: Guidebook, tmp_path: Path) -> None:
    def told(text: str) -> list[str]:
        one, other = saying(small, text, Fraction(17, 100)), saying(small, text, Fraction(17, 100))
        changed = other.rules["transfer-cap"].model_copy(update={"at_most": Fraction(19, 100)})
        now = replace(other, rules={**other.rules, "transfer-cap": changed})
        return [one.message for one in leftovers(one, now, tmp_path) if "한도는 총예산" in one.message]

    label = small.rules["labour-cap"].label
    assert told(f"{label}의 한도는 총예산의 17%예요.") and not told(f"{label}의 한도는 총예산의 ((규칙/labour-cap@2020))예요.")


@pytest.mark.parametrize(("form", "said"), [("월. 일.", "7. 9."), ("월. 일. 요일", "7. 9.(금)"), ("연. 월. 일.", "2021. 7. 9."), ("월 숫자", "7")])
def test_표에_적는_날짜의_형식도_있다(form: str, said: str) -> None:
    assert forms(Moment(year=2021, month=7, day=9), "")[form]() == said


def topic(guide: Guidebook) -> tuple[str, Guidebook]:
    """A topic with figures, one label twice with different values, and a table; its id and the guide with it."""
    key, some = next(iter(guide.topics.items()))
    table = Table(id="grants", title="지원금", columns=("자치구", "시비(천원)", "건"),
                  rows=(("강서구", 435_000, 3), ("은평구", 1, 2), ("은평구", 4, 5)))
    figures = (Figure(label="지표", value=53, unit="개"), Figure(label="구", value=1, unit="개"), Figure(label="구", value=2, unit="개"))
    section = some.sections[0].model_copy(update={"tables": (table,), "figures": figures})
    return key, replace(guide, topics={key: some.model_copy(update={"sections": (section,)})})


def test_주제의_숫자와_표의_칸을_가리킨다(small: Guidebook) -> None:
    key, some = topic(small)
    values = Values(some)
    assert (values.of(f"주제/{key}/지표", ()).value, values.of(f"주제/{key}/지표", ()).unit) == (53, "개")
    cell = values.of(f"주제/{key}/grants/강서구/시비(천원)", ())
    assert (cell.value, cell.unit, cell.field) == (435_000, "천원", "tables")
    for way in ("구", "grants/은평구/건"):  # which of the two would be a guess
        with pytest.raises(NotReferableError):
            values.of(f"주제/{key}/{way}", ())


def test_쪽의_글도_값을_가리키고_보기로_적은_것은_그대로다(small: Guidebook) -> None:
    key, some = topic(small)
    values, way = Values(some), f"((주제/{key}/지표))"
    text = f"지표는 {way}이에요(예요).\n\n`{way}`처럼 써요.\n\n```yaml\ntext: {way}\n```\n\n{way}\n"
    assert page_values.filled(text, values) == f"지표는 53개예요.\n\n`{way}`처럼 써요.\n\n```yaml\ntext: {way}\n```\n\n53개\n"
    assert page_values.faults(text, "docs/x.md", values) == []


def test_쪽의_글에서_틀리게_가리키면_줄과_칸을_말한다(small: Guidebook) -> None:
    key, some = topic(small)
    wrong = page_values.faults(f"# 페이지\n\n지표는 ((주제/{key}/지푀))예요.\n((주제/{key}\n(참고(둘))\n", "docs/x.md", Values(some))
    assert [(one.line, one.column) for one in wrong] == [(3, 5), (4, 1)] and "지표" in wrong[0].message
