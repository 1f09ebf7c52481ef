"""How a place is asked for stands in one record."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.queries import Queries
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem


def check_queries(guide: Guidebook) -> Iterator[Problem]:
    """No page has two records, none is without a line, and no part stands in one twice."""
    seen: dict[str, str] = {}
    for key, record in guide.queries.items():
        if first := seen.get(record.page):
            yield guide.problem("queries", key, ("page",), f"이 페이지의 검색어는 data/queries/{first}.yaml에 있어요. 한 곳에 모아 적어 주세요.")
        seen.setdefault(record.page, key)
        if not record.places:
            yield guide.problem("queries", key, ("page",), "검색어가 한 줄도 없어요. lines나 parts에 적어 주세요.")
        yield from _twice(guide, key, record)


def _twice(guide: Guidebook, key: str, record: Queries) -> Iterator[Problem]:
    anchors = [part.anchor for part in record.parts]
    for index, anchor in enumerate(anchors):
        if anchor in anchors[:index]:
            message = f"'{anchor}'의 검색어가 위에 이미 있어요. 한 곳에 모아 적어 주세요."
            yield guide.problem("queries", key, ("parts", index, "anchor"), message)
