"""Korea's public holidays, from a maintained library at build time; the pages carry the table with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from types import MappingProxyType

import holidays

FIRST_YEAR, LAST_YEAR = 2018, 2035
LIBRARY = f"holidays {version('holidays')}"


@lru_cache
def public_holidays() -> Mapping[date, str]:
    """Day -> name, from the first to the last year. Later elections and special holidays are not known yet."""
    table = holidays.country_holidays("KR", years=range(FIRST_YEAR, LAST_YEAR + 1), language="ko")
    return MappingProxyType({day: table[day] for day in sorted(table)})
