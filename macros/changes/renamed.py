"""Names by which files that people keep are read again, and that were changed without a word of what they were."""

from __future__ import annotations

from collections.abc import Iterator

from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.site.called import Called, called


def unnoted(old: Guidebook, new: Guidebook) -> list[Problem]:
    """A sentence at each new name whose earlier one is not noted beside it or names another thing now, and where an earlier name was taken
    away."""
    before = {(one.among, one.id): one for one in called(old)}
    now = list(called(new))
    taken = {(one.among, one.now): one for one in now}
    return sorted({problem for one in now if (was := before.get((one.among, one.id)))
                   for problem in _lost(new, was, one, taken.get((one.among, was.now)))})


def _lost(guide: Guidebook, was: Called, one: Called, taken: Called | None) -> Iterator[Problem]:
    """`taken`: what has the earlier name today."""
    known = {one.now, *one.earlier}
    if was.now not in known and taken is None:
        yield guide.problem(one.kind, one.key, one.name_at,
                            f"이름이 바뀌었어요(‘{was.now}’ → ‘{one.now}’). 예전에 받은 파일과 표에는 앞의 이름이 적혀 있어요. "
                            f"뜻이 같으면 그 파일도 열리도록 그 곁에 {one.noted(*one.earlier, was.now)}처럼 적어 주세요.")
    elif taken and taken.id != one.id and not one.is_column:
        where = guide.problem(taken.kind, taken.key, taken.name_at, "")
        yield guide.problem(one.kind, one.key, one.name_at,
                            f"앞의 이름(‘{was.now}’)이 이제 {where.file}:{where.line}의 이름이에요. 예전에 받은 파일에 적힌 값이 그곳으로 "
                            "들어가요. 그곳을 다른 이름으로 고쳐 주세요.")
    for gone in was.earlier:
        if gone not in known:
            yield guide.problem(one.kind, one.key, one.name_at, f"예전 이름(‘{gone}’)이 지워졌어요. 그 이름이 적힌 파일과 표에서 값을 찾을 수 "
                                                                f"없으니 {one.noted(*one.earlier, gone)}처럼 되돌려 적어 주세요.")
