"""Names by which files that people keep are read again, and that were changed without a word of what they were."""

from __future__ import annotations

from collections.abc import Iterator

from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.site.called import Called, called


def unnoted(old: Guidebook, new: Guidebook) -> list[Problem]:
    """A sentence at each new name whose earlier one is not noted beside it, and where an earlier name was taken away."""
    before = {(one.among, one.id): one for one in called(old)}
    return sorted({problem for one in called(new) if (was := before.get((one.among, one.id))) for problem in _lost(new, was, one)})


def _lost(guide: Guidebook, was: Called, one: Called) -> Iterator[Problem]:
    name, earlier = one.fields
    known = {one.now, *one.earlier}
    if was.now not in known:
        noted = ", ".join(f'"{each}"' for each in (*one.earlier, was.now))
        yield guide.problem(one.kind, one.key, (*one.place, name),
                            f"이름이 바뀌었어요(‘{was.now}’ → ‘{one.now}’). 예전에 받은 엑셀 파일과 표에는 앞의 이름이 적혀 있어요. "
                            f"뜻이 같으면 그 파일도 열리도록 바로 아래에 {earlier}: [{noted}]을(를) 적어 주세요.")
    for gone in was.earlier:
        if gone not in known:
            yield guide.problem(one.kind, one.key, (*one.place, name),
                                f"예전 이름(‘{gone}’)이 지워졌어요. 그 이름이 적힌 엑셀 파일과 표가 열리지 않으니 {earlier}에 되돌려 적어 주세요.")
