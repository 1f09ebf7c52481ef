"""What the guide does (data/functions.yaml), as the engine reads it (docs/assets/js/search/functions.js).

A line is words that must all stand in what is typed; `|` parts words that will do for one another, `@3` is any of a group's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from macros.models.function import GROUP
from macros.reading.guidebook import Guidebook


def functions(guide: Guidebook) -> dict[str, Any]:
    """The groups of words, and of each function its name, places and lines."""
    groups = [wording for wording in guide.wordings.values() if not wording.texts]
    numbers = {wording.name: number for number, wording in enumerate(groups)}
    return {"words": [list(wording.words) for wording in groups],
            "functions": [[one.name, list(one.at), [_line(line, numbers) for line in one.asked]] for one in guide.functions.values()]}


def plain(guide: Guidebook) -> list[tuple[str, str]]:
    """What people say and what the texts have for it, the words of either apart by spaces."""
    return [(" ".join(wording.words), " ".join(wording.texts)) for wording in guide.wordings.values() if wording.texts]


def queries(guide: Guidebook, places: Mapping[str | None, int], tell: Callable[[str], object]) -> dict[int, str]:
    """By the number of a place, how people ask for it: a query a line. `tell`: of parts that are not there (any more).

    Their page takes what they are asked for by: parts come and go with editions, and who changes these need not know of queries.
    """
    found: dict[int, list[str]] = {}
    for key, one in guide.queries.items():
        for at, lines in one.places.items():
            if at not in places:
                tell(f"data/queries/{key}.yaml: {at}은(는) 없는 위치라서 그 검색어를 페이지의 검색어로 썼어요.")
            found.setdefault(places.get(at, places.get(one.page, -1)), []).extend(lines)
    return {number: "\n".join(lines) for number, lines in found.items() if number >= 0}


def _line(line: str, numbers: dict[str, int]) -> str:
    return GROUP.sub(lambda found: f"@{numbers[found[1]]}", line).replace("/", "|")


def nowhere(guide: Guidebook, places: Collection[str]) -> Iterator[str]:
    """The functions whose address is no place that can be found."""
    for one in guide.functions.values():
        yield from (f"data/functions.yaml: {one.name}: {at or '첫 화면'}은(는) 이 길잡이에 없는 주소예요. at을 고쳐 주세요."
                    for at in one.at if at not in places)
