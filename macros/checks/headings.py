"""The words of tables are found as they are written: without blanks, each once, and naming what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from unicodedata import normalize

from macros.models.heading import Heading
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem, nearest

STAGES = frozenset({"before", "now", "after", "change", "spent", "left", "past", "later"})
# A word may name a column and stand in a cell as well (민간: whose money, and on which side a member sits).
CELLS = frozenset({"member", "seat", "sex-value", "vacant"})


def check_headings(guide: Guidebook) -> Iterator[Problem]:
    """Every word of data/headings.yaml can be found, and `means` names something."""
    wanted = _meanings(guide)
    seen: dict[tuple[bool, str], str] = {}
    for key, heading in guide.headings.items():
        yield from _means(guide, key, heading, wanted.get(heading.says))
        for index, word in enumerate(heading.words):
            if word != squeezed(word):
                yield guide.problem("headings", key, ("words", index), f"빈칸 없이 소문자로 적어 주세요: {squeezed(word)}")
            other = seen.setdefault((heading.says in CELLS, word), key)
            if other != key:
                yield guide.problem("headings", key, ("words", index), f"'{word}'은(는) '{other}'에 이미 있어요. 한 곳에만 적어 주세요.")


def squeezed(word: str) -> str:
    """As the reader compares: composed letters of plain width, no blanks, small."""
    return re.sub(r"\s+", "", normalize("NFKC", word)).lower()


def _meanings(guide: Guidebook) -> Mapping[str, Set[str]]:
    budget = guide.budget
    return {
        "fund": {term.id for term in budget.funds}, "part": {term.id for term in budget.parts}, "cost": {term.id for term in budget.kinds},
        "stage": STAGES, "nature": {"current", "capital"}, "member": {"private", "elected", "public"},
        "seat": {"appointed", "ex-officio"}, "sex-value": {"women", "men"},
    }


def _means(guide: Guidebook, key: str, heading: Heading, wanted: Set[str] | None) -> Iterator[Problem]:
    if heading.beside is not None and (heading.says != "fund" or heading.beside not in (wanted or ())):
        yield guide.problem("headings", key, ("beside",), "beside는 재원(fund)을 말하는 기록에만, 재원 가운데 하나로 적어요.")
    if wanted is None and heading.means is not None:
        yield guide.problem("headings", key, ("means",), f"'{heading.says}'에는 means를 적지 않아요. 지워 주세요.")
    elif wanted is not None and heading.means not in wanted:
        yield guide.problem("headings", key, ("means",), f"'{heading.says}'의 means는 {', '.join(sorted(wanted))} 가운데 하나예요."
                                                         f"{nearest(heading.means or '', wanted)}")
