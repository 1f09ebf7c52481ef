"""How values are said in Korean: money, shares, dates, particles."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from macros.models.common import Moment

WEEKDAYS = "월화수목금토일"
# The last sound of a digit's Korean name decides the particle: 영 일 이 삼 사 오 육 칠 팔 구.
DIGIT_ENDS_IN_CONSONANT = dict(zip("0123456789", (1, 1, 0, 1, 0, 0, 1, 1, 1, 0), strict=True))


# Two letters or more, not all of them capitals: Korean screen readers spell TFT, but stumble over Bottom Up.
FOREIGN = re.compile(r"(?<![A-Za-z])([A-Za-z][a-z]+(?: [A-Za-z][a-z]+)*)(?![A-Za-z])")


def tongues(text: str) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it is English: `결과물(output)` -> 결과물(, output, )."""
    return [(piece, bool(number % 2)) for number, piece in enumerate(FOREIGN.split(text)) if piece]


def won(amount: int) -> str:
    """1234000 -> `1,234,000원`."""
    return f"{amount:,}원"


def won_in_words(amount: int) -> str:
    """A read-back in 억 and 만: 945000000 -> `9억 4,500만 원`, 10004000 -> `1,000만 4,000원`."""
    eok, rest = divmod(amount, 10**8)
    man, single = divmod(rest, 10**4)
    parts = [f"{eok:,}억" if eok else "", f"{man:,}만" if man else "", f"{single:,}원" if single or not amount else "원"]
    return " ".join(part for part in parts if part)


def size(octets: int) -> str:
    """9120 -> `10 kB`, 7088381 -> `7.1 MB`: a file's size, rounded up."""
    if octets >= 10**6:
        tenths = -(-octets // 10**5)
        return f"{tenths // 10:,}.{tenths % 10} MB"
    return f"{-(-octets // 1000):,} kB"


def share(value: Fraction) -> str:
    """1/10 -> `10%`; what is no whole percentage stays a fraction."""
    percent = value * 100
    return f"{percent.numerator}%" if percent.denominator == 1 else f"{value.numerator}/{value.denominator}"


def korean_date(moment: Moment | date, with_year: bool = True) -> str:
    """2021-07-09 -> `2021년 7월 9일(금)`; a month -> `2021년 7월`; a year -> `2021년`."""
    exact = moment if isinstance(moment, date) else None
    year, month, day = (moment.year, moment.month, moment.day)
    text = f"{year}년" if with_year or not month else ""
    if month:
        text += f" {month}월"
    if month and day:
        # A word joiner keeps the weekday on the day's line.
        text += f" {day}일\u2060({WEEKDAYS[(exact or date(year, month, day)).weekday()]})"
    return text.strip()


def period(start: Moment, end: Moment | None) -> str:
    """`2020년 3월 10일(화) ~ 4월 20일(월)`: the year is not said twice."""
    if end is None or end == start:
        return korean_date(start)
    return f"{korean_date(start)} ~ {korean_date(end, with_year=start.year != end.year)}"


def days_in_month(start: Moment, end: Moment | None) -> str:
    """Under the name of the month in which it starts: `9일`, `12일 ~ 20일`, `10일 ~ 8월 14일`; nothing without a day."""
    if not start.day or end is None or end == start:
        return f"{start.day}일" if start.day else ""
    if (end.year, end.month) == (start.year, start.month):
        return f"{start.day}일 ~ {end.day}일" if end.day else f"{start.day}일부터"
    days = f" {end.day}일" if end.day else ""
    return f"{start.day}일 ~ " + (f"{end.year}년 " if end.year != start.year else "") + f"{end.month}월{days}"


def _ends_in_consonant(word: str) -> bool | None:
    last = next((char for char in reversed(word) if char.isalnum()), "")
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28 != 0
    return bool(DIGIT_ENDS_IN_CONSONANT[last]) if last in DIGIT_ENDS_IN_CONSONANT else None


ASIDE = re.compile(r"\s*\([^()]*\)$")


def particle(word: str, pair: str) -> str:
    """The right one of `은/는`, `이/가`, `을/를` after the word (the first follows a consonant).

    A word is read without the brackets behind it: 점수(합)는. After Latin letters, whose sound nobody can tell from the spelling, both: `은(는)`.
    """
    after_consonant, after_vowel = pair.split("/")
    ends = _ends_in_consonant(ASIDE.sub("", word) or word)
    if ends is None:
        return f"{after_consonant}({after_vowel})"
    return after_consonant if ends else after_vowel
