"""An earlier name says of one thing alone what a file means by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.site.called import Called, called


def check_called(guide: Guidebook) -> Iterator[Problem]:
    """No earlier name is the name of today, or another thing's name, today's or earlier."""
    groups: dict[tuple[str, ...], list[Called]] = defaultdict(list)
    for one in called(guide):
        groups[one.among].append(one)
    for some in groups.values():
        names = {one.now: one for one in some}
        for one in some:
            for at, name in enumerate(one.earlier):
                if other := _other(one, name, names):
                    yield guide.problem(one.kind, one.key, (*one.earlier_at, at), _told(guide, one, name, other))
                names.setdefault(name, one)


def _other(one: Called, name: str, names: dict[str, Called]) -> Called | None:
    found = names.get(name)
    return found if found and (found is not one or name == one.now) else None


def _told(guide: Guidebook, one: Called, name: str, other: Called) -> str:
    if other is one:
        return f"‘{name}’은(는) 지금 쓰는 이름과 같아요. 예전 이름만 적거나 이 줄을 지워 주세요."
    where = guide.problem(other.kind, other.key, other.name_at, "")
    return (f"‘{name}’은(는) {where.file}:{where.line} ‘{other.now}’의 이름이기도 해서, 예전 파일에서 어느 쪽인지 알 수 없어요. "
            "한 곳에만 적어 주세요.")
