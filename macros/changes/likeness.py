"""How like what a text says is to the subject of a recorded value: by its words, its district, its record and what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import log
from pathlib import Path

from macros.changes.leaves import Leaf, districts, leaves, page_lines
from macros.changes.written import Written, recorded, written
from macros.reading.guidebook import Guidebook
from macros.reading.references import Reference

ENOUGH = 0.5  # how like the subject of a text must be to that of the value; tried on forty random changes (tests/leftovers.py)
LARGE = 1000  # from here a number is rarely another's by chance
TELLING = 4.0  # how much the words must tell that a text shares with a cell's names: 자치구 alone stands everywhere
UNMISTAKABLE = 10**8  # from here an amount of two digits and more, recorded once, is nobody else's
COMPUTED = frozenset({"examples", "filled"})  # worked examples compute with a value, they do not record one; the check holds them to it
WORD = re.compile(r"[가-힣A-Za-z]{2,}")
ENDING = re.compile(r"(?<=..)(?:에서|까지|부터|으로|마다|의|을|를|이|가|은|는|에|로|와|과|도)$")


@dataclass(frozen=True)
class Hit:
    """A value found in the new state: where, and how it is written there. `typed`: the leaf is the value, not a text."""

    leaf: Leaf
    value: Written
    typed: bool


class Texts:
    """The new state: every value in it, and how telling each word is."""

    def __init__(self, guide: Guidebook, docs: Path) -> None:
        self.leaves = [*leaves(guide), *page_lines(docs)]
        self.districts = districts(guide)
        self.hits: dict[tuple[object, ...], list[Hit]] = {}
        for leaf in self.leaves:
            if COMPUTED & set(leaf.path):
                continue
            for value, typed in _values(leaf, guide):
                self.hits.setdefault(value.value, []).append(Hit(leaf, value, typed))
        self._texts = [leaf.text for leaf in self.leaves if leaf.text]
        self._weights: dict[str, float] = {}

    def unmistakable(self, value: tuple[object, ...]) -> bool:
        """Whether it is an amount that one record alone holds, neither round nor small: whoever says it means that one."""
        if value[0] != "won" or not isinstance(value[1], int) or value[1] < UNMISTAKABLE or len(str(value[1]).rstrip("0")) < 2:
            return False
        return len({(hit.leaf.kind, hit.leaf.key) for hit in self.hits.get(value, ()) if hit.typed}) < 2

    def weight(self, word: str) -> float:
        """How much a word tells: one that stands everywhere tells little."""
        if word not in self._weights:
            found = sum(word in text for text in self._texts)
            self._weights[word] = log(len(self._texts) / (1 + found)) + 0.1
        return max(self._weights[word], 0.1)

    def about(self, names: str) -> frozenset[str]:
        """The districts that words name."""
        return frozenset(name for name in self.districts if name in names and not any(
            name in other and name != other and other in names for other in self.districts))


def _values(leaf: Leaf, guide: Guidebook) -> Iterator[tuple[Written, bool]]:
    if leaf.text:
        # What a reference put there is no literal: it changes with its record.
        put = filled_in(guide, leaf)
        yield from ((found, False) for found in written(leaf.text)
                    if not any(one.start < found.at + len(found.text) and found.at < one.end for one in put))
    elif (found := recorded(leaf.value, leaf.around.unit)) is not None:
        yield found, True


def filled_in(guide: Guidebook, leaf: Leaf) -> list[Reference]:
    """What references put into the leaf's text."""
    return [one for one in guide.references.get((leaf.kind, leaf.key), ()) if one.place == leaf.place]


def score(subject: Leaf, hit: Hit, texts: Texts) -> float:
    """How much a place is about the subject of a value: 0 for not at all, 1 and more for surely."""
    leaf = hit.leaf
    districts_here = texts.about(leaf.text) or texts.about(leaf.around.near) or texts.about(leaf.heads)
    districts_there = texts.about(" ".join((*subject.around.names, subject.around.near))) or texts.about(" ".join(subject.around.above))
    if districts_there and not districts_there & districts_here:
        return 0.0
    found = _share(" ".join(subject.around.names), hit, texts, aside=_beside(subject, leaf))
    # A large number, and the district that it is of; two events of a district may share a day.
    telling = bool(districts_there) and _rarity(hit) > 0 and (hit.value.value[0] != "day" or found > 0)
    shares = [_share(name, hit, texts) for name in subject.around.names if _words(name, texts.districts)]
    if (hit.typed or leaf.field == "cell") and not telling and not (shares and min(shares) >= ENOUGH and _other_cell(subject, leaf)):
        return 0.0
    if subject.field == "cell" and not telling and told_words(subject, hit, texts) < TELLING:
        return 0.0
    if not hit.typed and subject.field != "cell" and texts.unmistakable(hit.value.value):
        found += ENOUGH
    if _in_record(subject, leaf):
        found += 0.5
    if leaf.around.refs & _own_ids(subject):
        found += 0.4
    if subject.around.cites & leaf.around.cites and (found or hit.value.value[0] != "day"):
        found += 0.25
    return found + 0.3 * telling + _rarity(hit) if found or telling else 0.0


def _in_record(subject: Leaf, leaf: Leaf) -> bool:
    """Whether the place is in the very record of the value, or below it."""
    return subject.field != "cell" and leaf.path[:len(subject.path) - 1] == subject.path[:-1]


def _beside(subject: Leaf, leaf: Leaf) -> bool:
    """Whether the place is in another item of the list that the value's item stands in: what is above both tells of neither."""
    above = subject.path[:-2]
    return subject.field != "cell" and leaf.path[:len(above)] == above and leaf.path[:-1] != subject.path[:-1] and len(above) > 2


def _other_cell(subject: Leaf, leaf: Leaf) -> bool:
    """Whether the place is not another cell of the value's own row, or another field of its own record."""
    return leaf.path[:-1] != subject.path[:-1]


def _own_ids(subject: Leaf) -> frozenset[str]:
    """The ids by which others point to what holds the value: a rule's, or those of an item in a list."""
    return frozenset({subject.key} if subject.kind == "rules" else {subject.path[-2]} if "-" in subject.path[-2] else ())


def _rarity(hit: Hit) -> float:
    """A full date or a large number is rarely another's by chance, a month alone often."""
    kind, number = hit.value.value[0], hit.value.value[1]
    if kind in ("day", "month"):
        return 0.25 if kind == "day" else 0.0 if hit.value.detail else -0.1
    return 0.2 if kind in ("won", "count") and number >= LARGE else 0.0


def _share(names: str, hit: Hit, texts: Texts, aside: bool = False) -> float:
    """The share of a name's words that stand in the text, beside it (less) or above it (least; not if `aside`), weighed by what they tell."""
    words = _words(names, texts.districts)
    total = sum(map(texts.weight, words))
    spots = ((hit.leaf.text, 1.0), (hit.leaf.around.near, 0.7), (hit.leaf.heads, 0.0 if aside else 0.5))
    return sum(texts.weight(word) * next((worth for text, worth in spots if word in text), 0.0) for word in words) / total if total else 0.0


def told_words(subject: Leaf, hit: Hit, texts: Texts) -> float:
    """How much the words tell that a place has in common with the names of a value."""
    there = " ".join((hit.leaf.text, hit.leaf.around.near, hit.leaf.heads))
    return sum(texts.weight(word) for word in _words(" ".join(subject.around.names), texts.districts) if word in there)


def _words(names: str, but: frozenset[str]) -> tuple[str, ...]:
    found = (ENDING.sub("", word) for word in WORD.findall(names))
    return tuple(dict.fromkeys(word for word in found if len(word) > 1 and word not in but))
