"""References in texts: forms, particles, the rule of the text's own edition; on records made here."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from macros.changes.leftovers import leftovers
from macros.models.common import Moment
from macros.reading.guidebook import Guidebook
from macros.reading.references import filled
from macros.words.forms import Value, forms, with_particle


@pytest.mark.parametrize(("value", "unit", "form", "said"), [
    (Moment(year=2021, month=7, day=9), "", "", "2021년 7월 9일"), (Moment(year=2021, month=7, day=9), "", "월일 요일", "7월 9일(금)"),
    (Moment(year=2021, month=7), "", "월", "7월"), (Fraction(1, 10), "", "", "10%"), (Fraction(1, 10), "", "분의", "100분의 10"),
    (Fraction(1, 3), "", "", "1/3"), (945_000, "천원", "", "945,000천원"), (945_000, "천원", "억만", "9억 4,500만 원"),
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
    return filled(replace(guide, rules=rules), [("rules", "facility-cap")], {})


def test_글의_판의_규칙을_따르고_판을_붙이면_그_판의_값이다(guide: Guidebook) -> None:
    text = "((규칙/labour-cap))이(가) 한도예요. 앞에는 ((규칙/labour-cap@2020))이었어요."
    found = saying(guide, text, Fraction(1, 5))
    assert found.rules["facility-cap"].notes == ("20%가 한도예요. 앞에는 17%이었어요.",) and not found.misreferred
    assert saying(guide, text, Fraction(1, 5), "2020").rules["facility-cap"].notes[0].startswith("17%")
    first, second = found.references["rules", "facility-cap"]
    assert found.rules["facility-cap"].notes[0][first.start:first.end] == "20%" and second.to.id == "labour-cap"


def test_가리킨_값은_앞선_값이_아니다(guide: Guidebook, tmp_path: Path) -> None:
    def told(text: str) -> list[str]:
        one, other = saying(guide, text, Fraction(17, 100)), saying(guide, text, Fraction(17, 100))
        changed = other.rules["transfer-cap"].model_copy(update={"at_most": Fraction(19, 100)})
        now = replace(other, rules={**other.rules, "transfer-cap": changed})
        return [one.message for one in leftovers(one, now, tmp_path) if "한도는 총예산" in one.message]

    label = guide.rules["labour-cap"].label
    assert told(f"{label}의 한도는 총예산의 17%예요.") and not told(f"{label}의 한도는 총예산의 ((규칙/labour-cap@2020))예요.")
