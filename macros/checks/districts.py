"""A case's district is one that there is, and the one that its id says."""

from __future__ import annotations

from collections.abc import Iterator

from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem, nearest


def check_districts(guide: Guidebook) -> Iterator[Problem]:
    """A copied case keeps the district of the one that it was copied from. A guide without districts may name any."""
    names = {district.name for district in guide.districts.values()}
    for key, case in guide.cases.items() if names else ():
        named = guide.districts.get(key)
        if case.district not in names:
            yield guide.problem("cases", key, ("district",),
                                f"'{case.district}': data/districts에 없는 자치구예요.{nearest(case.district, names)}")
        elif named and named.name != case.district:
            yield guide.problem("cases", key, ("district",),
                                f"이 사례의 id '{key}'는 {named.name}의 것인데 '{case.district}'(이)라고 적혀 있어요. 자치구나 id를 고쳐 주세요.")
