"""The forms in which a text may have a recorded value: `7월 9일(금)`, `9억 4,500만 원`, `100분의 10`, and the particle after it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import partial

from macros.models.common import Moment
from macros.models.deadline import Span
from macros.words.korean import WEEKDAYS, particle, share, won, won_in_words

Value = Moment | Span | Fraction | int | str
MONEY = {"원": 1, "천원": 1000, "만원": 10**4, "백만원": 10**6, "억원": 10**8}
ONES = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
# What editors write after a value whose ending they do not know: 을(를), (으)로, (이)나, 이에요(예요).
PARTICLES = {"을(를)": "을/를", "를(을)": "을/를", "이(가)": "이/가", "가(이)": "이/가", "은(는)": "은/는", "는(은)": "은/는",
             "과(와)": "과/와", "와(과)": "과/와", "(으)로": "으로/로", "으로(로)": "으로/로", "이에요(예요)": "이에요/예요",
             "(이)나": "이나/나", "(이)라": "이라/라", "(이)며": "이며/며", "(이)고": "이고/고"}
TAIL = re.compile(r"\s*\([^()]*\)$")


def forms(value: Value, unit: str) -> Mapping[str, Callable[[], str]]:
    """The forms that fit a value by their names; the first is the one that needs no name."""
    if isinstance(value, Moment):
        return _dates(value)
    if isinstance(value, Fraction):
        return _shares(value)
    if isinstance(value, int):
        return _amounts(value * MONEY[unit]) if unit in MONEY else _counts(value, unit)
    return {"": lambda: value.text if isinstance(value, Span) else value}


def quantity(value: int | Fraction, unit: str) -> tuple[str, str]:
    """A number that stands alone and its unit, money as in a sentence: (945000, `천원`) -> (`9억 4,500만 `, `원`), (210, `회`) -> (`210`, `회`).

    A median may be half a unit more than a whole number: (3/2, `명`) -> (`1.5`, `명`).
    """
    amount = value * MONEY.get(unit, 1)
    if unit in MONEY and amount.denominator == 1:
        return won_in_words(int(amount))[:-1], "원"
    return f"{int(value):,}{'' if value.denominator == 1 else '.5'}", unit


def counted(value: int | Fraction, unit: str | None) -> str:
    """The same in one piece: `9억 4,500만 원`, `210회`."""
    return "".join(quantity(value, unit or ""))


def _dates(when: Moment) -> Mapping[str, Callable[[], str]]:
    """As exact as the moment is known, no more."""
    year, month, day = f"{when.year}년", f"{when.month}월", f"{when.day}일"
    if not when.month:
        return {"": lambda: year, "연": lambda: year}
    if not when.day:
        return {"": lambda: f"{year} {month}", "연월": lambda: f"{year} {month}", "월": lambda: month, "연": lambda: year,
                "연. 월.": lambda: f"{when.year}. {when.month}.", "월 숫자": lambda: str(when.month)}
    weekday = f"({WEEKDAYS[date(when.year, when.month, when.day).weekday()]})"
    return {"": lambda: f"{year} {month} {day}", "연월일": lambda: f"{year} {month} {day}",
            "연월일 요일": lambda: f"{year} {month} {day}{weekday}", "월일": lambda: f"{month} {day}",
            "월일 요일": lambda: f"{month} {day}{weekday}", "연월": lambda: f"{year} {month}", "월": lambda: month, "일": lambda: day,
            "연": lambda: year, "월 숫자": lambda: str(when.month), **_dotted(when, weekday)}


def _dotted(when: Moment, weekday: str) -> Mapping[str, Callable[[], str]]:
    """As tables have it: `2021. 7. 9.`, `7. 9.(금)`."""
    day = f"{when.month}. {when.day}."
    return {"월. 일.": lambda: day, "월. 일. 요일": lambda: day + weekday, "연. 월. 일.": lambda: f"{when.year}. {day}",
            "연. 월. 일. 요일": lambda: f"{when.year}. {day}{weekday}"}


def _shares(value: Fraction) -> Mapping[str, Callable[[], str]]:
    whole = value.denominator if 100 % value.denominator else 100
    return {"": lambda: share(value), "%": lambda: share(value), "분의": lambda: f"{whole}분의 {value * whole}",
            "분수": lambda: f"{value.numerator}/{value.denominator}"}


def _amounts(amount: int) -> Mapping[str, Callable[[], str]]:
    """Money in whole won. A unit of which the amount is no whole number is no form of it."""
    fit: dict[str, Callable[[], str]] = {
        word: partial(_counted_in, amount, size, word) for word, size in {**MONEY, "억": MONEY["억원"]}.items() if amount % size == 0}
    return {"": lambda: won_in_words(amount), "억만": lambda: won_in_words(amount), **fit, "원": lambda: won(amount)}


def _counted_in(amount: int, size: int, word: str) -> str:
    """1000000000, 10**8, `억` -> `10억`; `억원` -> `10억 원`, as an amount is said in a sentence."""
    return f"{amount // size:,}{word.replace('억원', '억 원').replace('만원', '만 원')}"


def _counts(number: int, unit: str) -> Mapping[str, Callable[[], str]]:
    found = {"": lambda: f"{number:,}{unit}", "수": lambda: f"{number:,}"}
    if 0 < number < 100:
        word = "스무" if number == 20 else TENS[number // 10] + ONES[number % 10]
        found["우리말"] = lambda: word
    return found


def with_particle(said: str, after: str) -> str:
    """What a particle that was written for both endings is after these words: `7월 9일(금)`, `을(를)` -> `을`."""
    spoken = TAIL.sub("", said).replace("%", "퍼센트").replace("㎡", "제곱미터")
    pair = PARTICLES[after]
    right = particle(spoken, pair)
    if "(" in right:
        return after
    liquid = "가" <= spoken[-1:] <= "힣" and (ord(spoken[-1]) - ord("가")) % 28 == 8
    return "로" if pair == "으로/로" and (liquid or spoken[-1:] in "178") else right
