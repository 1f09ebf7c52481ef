"""Korean for money, shares, dates and particles."""

from __future__ import annotations

from fractions import Fraction

import pytest

from macros.models.common import Moment
from macros.words import korean


@pytest.mark.parametrize(("amount", "text"), [
    (0, "0원"), (1_234, "1,234원"), (10_000, "1만 원"), (945_000_000, "9억 4,500만 원"),
    (1_000_000_001, "10억 1원"), (10**15, "10,000,000억 원"),
])
def test_금액을_억과_만으로_읽는다(amount: int, text: str) -> None:
    assert korean.won_in_words(amount) == text


@pytest.mark.parametrize(("value", "text"), [(Fraction(1, 10), "10%"), (Fraction(1, 3), "1/3"), (Fraction(1), "100%")])
def test_비율은_백분율로_나누어떨어지지_않으면_분수로_쓴다(value: Fraction, text: str) -> None:
    assert korean.share(value) == text


def test_날짜에는_요일이_붙는다() -> None:
    assert korean.korean_date(Moment(year=2021, month=7, day=9)) == "2021년 7월 9일\u2060(금)"
    assert korean.korean_date(Moment(year=2021, month=7)) == "2021년 7월"
    assert korean.korean_date(Moment(year=2021)) == "2021년"


def test_같은_해의_기간은_해를_한_번만_쓴다() -> None:
    start, end = Moment(year=2020, month=3, day=10), Moment(year=2020, month=4, day=20)
    assert korean.period(start, end) == "2020년 3월 10일\u2060(화) ~ 4월 20일\u2060(월)"
    assert korean.period(Moment(year=2021, month=12), Moment(year=2022, month=1)) == "2021년 12월 ~ 2022년 1월"


@pytest.mark.parametrize(("word", "text"), [("강서", "는"), ("도봉", "은"), ("2021", "은"), ("2022", "는"), ("id", "은(는)")])
def test_조사는_앞말의_끝소리를_따른다(word: str, text: str) -> None:
    assert korean.particle(word, "은/는") == text


@pytest.mark.parametrize(("text", "english"), [
    ("위에서(Top Down) 아래에서(Bottom Up) TFT로", ["Top Down", "Bottom Up"]), ("결과물(output)", ["output"]),
    ("NPO지원센터, SWOT 분석, A구, 3D", []), ("없음", []), ("", []),
])
def test_영어_낱말을_골라낸다(text: str, english: list[str]) -> None:
    pieces = korean.tongues(text)
    assert [piece for piece, strange in pieces if strange] == english
    assert "".join(piece for piece, _ in pieces) == text


@pytest.mark.parametrize(("octets", "text"), [
    (0, "0 kB"), (1, "1 kB"), (9120, "10 kB"), (999_999, "1,000 kB"), (10**6, "1.0 MB"), (7_088_381, "7.1 MB"), (16_000_001, "16.1 MB"),
])
def test_파일의_크기는_올려서_적는다(octets: int, text: str) -> None:
    assert korean.size(octets) == text
