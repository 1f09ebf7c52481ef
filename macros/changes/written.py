"""Values that stand in a text, whatever way they are written: dates, shares, amounts of money, numbers of things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from macros.models.common import Moment
from macros.models.deadline import Span

# What an amount is counted in, in won. The longer names first: 천원 is not 원.
MONEY = {"억원": 10**8, "백만원": 10**6, "만원": 10**4, "천원": 1000, "원": 1}
SCALES = {"조": 10**12, "억": 10**8, "천만": 10**7, "백만": 10**6, "십만": 10**5, "만": 10**4, "천": 1000, "백": 100}
NUMBER = r"\d[\d,]*(?:\.\d+)?"
AMOUNT = re.compile(rf"(?<![\d.,])((?:{NUMBER}\s?(?:조|억|천만|백만|십만|만|천|백)?\s?)+)원")
PART = re.compile(rf"({NUMBER})\s?(조|억|천만|백만|십만|만|천|백)?")
YEAR = r"(?:(?P<year>20\d\d)년?[\s.\-]{0,2}|[’'](?P<short>\d\d)[년.]?\s?)?"
DATES = (
    re.compile(YEAR + r"(?<!\d)(?P<month>1[0-2]|0?[1-9])월\s?(?P<day>3[01]|[12]\d|0?[1-9])일"),
    re.compile(YEAR + r"(?<![\d.])(?P<month>1[0-2]|0?[1-9])\.\s?(?P<day>3[01]|[12]\d|0?[1-9])\.?(?![\d%])(?=\(|\s|~|$|까지|부터)"),
    re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<short>)[-./](?P<month>0?[1-9]|1[0-2])[-./](?P<day>0?[1-9]|[12]\d|3[01])(?!\d)"),
    # The end of a span whose month is said once: 7월 5일~9일.
    re.compile(YEAR + r"(?<!\d)(?P<month>1[0-2]|0?[1-9])월\s?\d+일(?:\([월화수목금토일]\))?\s?[~∼–-]\s?(?P<day>3[01]|[12]\d|[1-9])일"),
)
MONTH = re.compile(YEAR + r"(?<!\d)(?P<month>1[0-2]|0?[1-9])월(?!\s?\d+일)")
PERCENT = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d+)?)\s?(?:%|％|퍼센트|프로(?!그))")
PARTS = re.compile(r"(?<!\d)(\d{1,6})분의\s?(\d{1,6})|(?<![\d/])(\d{1,3})/([1-9]\d{0,2})(?![\d/])")
# No part of a time (10:00), a date (2018-10-31), a share (101.6%).
COUNT = re.compile(r"(?<![\d.,:’'-])(?<!\. )(\d{1,3}(?:,\d{3})+|\d++)(?![:.-]\d)\s?([가-힣㎡]{1,5}(?: [가-힣])?)?(?![\d.,]\d)")


@dataclass(frozen=True)
class Written:
    """A value in a text: what it is, with its year or unit where the text says it, and how and where it is written."""

    value: tuple[Any, ...]
    detail: str
    text: str
    at: int


def written(text: str) -> Iterator[Written]:
    """Every value that stands in the text."""
    for pattern in DATES:
        for found in pattern.finditer(text):
            yield Written(("day", int(found["month"]), int(found["day"])), _year(found), found[0].strip(), found.start())
    for found in MONTH.finditer(text):
        yield Written(("month", int(found["month"])), _year(found), found[0].strip(), found.start())
    for found in PERCENT.finditer(text):
        yield Written(("share", Fraction(found[1]) / 100), "", found[0], found.start())
    for found in PARTS.finditer(text):
        whole, part = (found[1], found[2]) if found[1] else (found[4], found[3])
        if int(whole):
            yield Written(("share", Fraction(int(part), int(whole))), "", found[0], found.start())
    for found in AMOUNT.finditer(text):
        yield Written(("won", _amount(found[1])), "", found[0], found.start())
    for found in COUNT.finditer(text):
        yield Written(("count", int(found[1].replace(",", ""))), (found[2] or "").replace(" ", ""), found[0].strip(), found.start())


def _year(found: re.Match[str]) -> str:
    return found["year"] or (f"20{found['short']}" if found["short"] else "")


def _amount(text: str) -> int:
    return int(sum(Fraction(number.replace(",", "")) * SCALES.get(scale, 1) for number, scale in PART.findall(text)))


def recorded(value: Any, unit: str) -> Written | None:
    """A value that a field holds, as it would be found in a text. `unit`: of what a number counts (천원, 명). None: no value."""
    if isinstance(value, Moment) and value.month:
        day = ("day", value.month, value.day) if value.day else ("month", value.month)
        return Written(day, str(value.year), f"{value.month}월" + (f" {value.day}일" if value.day else ""), 0)
    if isinstance(value, Fraction):
        return Written(("share", value), "", f"{value * 100}%", 0)
    if isinstance(value, Span):
        return Written(("count", value.count), value.text.lstrip("0123456789"), value.text, 0)
    return _number(value, unit) if isinstance(value, int) and not isinstance(value, bool) else None


def _number(value: int, unit: str) -> Written:
    if unit == "%":
        return Written(("share", Fraction(value, 100)), "", f"{value}%", 0)
    if unit in MONEY:
        return Written(("won", value * MONEY[unit]), "", f"{value:,}{unit}", 0)
    return Written(("count", value), unit.replace(" ", ""), f"{value:,}{unit}", 0)
