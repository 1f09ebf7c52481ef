"""Korea's public holidays, from a maintained library at build time; the pages carry the table with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

import holidays

# The names of the regulation on public holidays where the library has others.
OFFICIAL: Mapping[str, str] = {"신정연휴": "1월 1일", "삼일절": "3·1절", "지방선거일": "전국동시지방선거일", "국군의 날": "임시공휴일(국군의 날)"}
SUBSTITUTE = " 대체 휴일"
FIRST_YEAR, LAST_YEAR = 2018, 2035


@lru_cache
def public_holidays() -> Mapping[date, str]:
    """Day -> name, from the first to the last year. Later elections and special holidays are not known yet."""
    table = holidays.country_holidays("KR", years=range(FIRST_YEAR, LAST_YEAR + 1), language="ko")
    return MappingProxyType({day: official(table[day]) for day in sorted(table)})


def official(name: str) -> str:
    """`광복절 대체 휴일` -> `대체공휴일(광복절)`; two holidays of one day: `개천절·추석`."""
    names = name.split("; ")
    own = "·".join(OFFICIAL.get(one.removesuffix(SUBSTITUTE), one.removesuffix(SUBSTITUTE)) for one in names)
    return f"대체공휴일({own})" if all(one.endswith(SUBSTITUTE) for one in names) else own
