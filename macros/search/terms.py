"""Where the glossary's terms are explained: at which entries, for the search and for the build's own look at it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from macros.models.term import Term
from macros.reading.guidebook import Guidebook
from macros.rules.terms import plan_editions
from macros.search.entries import Entry

# So many parts of a page at most are lifted by a term that the page says only in its parts.
SAYING = 2


@lru_cache(maxsize=10_000)  # each part of a page is looked at for many terms
def _compact(text: str) -> str:
    return re.sub(r"[^가-힣a-z0-9]", "", text.lower())


def saying(names: Sequence[str], address: str, entries: Sequence[Entry]) -> list[str]:
    """The places at an address that say one of the names, all its words: itself, or parts below it, or else others of its page."""
    said = [[_compact(word) for word in name.split()] for name in names]
    page = address.split("#")[0]
    below = [entry for entry in entries if entry.at == address or entry.above == address]
    for near in (below, [entry for entry in entries if entry.at.split("#")[0] == page]):
        texts = {entry.at: f"{_compact(entry.title)}\n{_compact(entry.text)}" for entry in near}
        found = [at for at, text in texts.items() if any(all(word in text for word in name) for name in said)]
        if found:
            return [address] if address in found else found[:SAYING]
    return []


def explained(guide: Guidebook, entries: Sequence[Entry]) -> Mapping[str, list[str]]:
    """By a term's id: the places at its address that say it, by its official names or else by everyday ones."""
    pages: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        pages[entry.at.split("#")[0]].append(entry)

    def of(term: Term, address: str) -> list[str]:
        there = pages[address.split("#")[0]]
        return saying([term.term, *term.synonyms], address, there) or saying(term.everyday, address, there)

    return {term.id: of(term, term.address) if term.address else [] for term in guide.glossary.values()}


def unsaid(guide: Guidebook, places: Mapping[str, list[str]]) -> list[str]:
    """The terms whose address is said to explain them, though nothing there says them. `places`: see `explained`."""
    return [f"{term.term}: {term.address}에 이 말이 없어요." for term in guide.glossary.values() if term.address and not places[term.id]]


def terms(guide: Guidebook, explaining: Mapping[str, list[str]],
           numbers: Mapping[str | None, int]) -> Iterator[tuple[list[str], list[str], list[int]]]:
    """For each term: its official names, the everyday words that mean it, and the numbers of the entries that explain it and say so."""
    for term in guide.glossary.values():
        places = [f"reference/glossary/#term-{term.id}", *explaining[term.id]]
        yield [term.term, *term.synonyms], list(term.everyday), [numbers[at] for at in places if at in numbers]
    years = [f"{old}년 {new}년" for old, new in pairwise(plan_editions(guide.rules.values()))]
    yield ["달라진 것"], years, [numbers[at] for at in ("reference/changes/",) if at in numbers]
