"""Where an old value still stands after a recorded one was changed: in a text or table that is about the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import log
from pathlib import Path

from macros.changes.leaves import Leaf, districts, leaves, page_lines, told_at
from macros.changes.written import Written, recorded, written
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.reading.references import Reference
from macros.words.korean import particle

ENOUGH = 0.5  # how like the subject of a text must be to that of the value; tried on forty random changes (tests/leftovers.py)
LARGE = 1000  # from here a number is rarely another's by chance
UNMISTAKABLE = 10**8  # from here an amount of two digits and more, recorded once, is nobody else's
MOST = 30  # places told for one value; nobody mends more at a time
NAMED = ("label", "name", "term", "title", "short")
WORD = re.compile(r"[가-힣A-Za-z]{2,}")
ENDING = re.compile(r"(?<=..)(?:에서|까지|부터|으로|마다|의|을|를|이|가|은|는|에|로|와|과|도)$")
EDITION = re.compile(r"(20\d\d)년판")
AROUND = 24  # letters shown on both sides of a leftover


@dataclass(frozen=True)
class Changed:
    """A recorded value that is another one now; `old` is the leaf as it was."""

    old: Leaf
    new: Leaf
    value: Written


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
        put = _put(guide, leaf)
        yield from ((found, False) for found in written(leaf.text)
                    if not any(one.start < found.at + len(found.text) and found.at < one.end for one in put))
    elif (found := recorded(leaf.value, leaf.around.unit)) is not None:
        yield found, True


def _put(guide: Guidebook, leaf: Leaf) -> list[Reference]:
    """What references put into the leaf's text."""
    return [one for one in guide.references.get((leaf.kind, leaf.key), ()) if one.place == leaf.place]


def changed(old: list[Leaf], new: list[Leaf]) -> Iterator[Changed]:
    """The recorded values that differ: dates, shares, amounts, counts, and cells of tables that hold one."""
    now = {leaf.path: leaf for leaf in new}
    for leaf in old:
        other = now.get(leaf.path)
        if other is None or other.value == leaf.value:
            continue
        value = recorded(leaf.value, leaf.around.unit) or _sole(leaf)
        if value is not None and value.value != (recorded(other.value, other.around.unit) or _sole(other) or value).value:
            yield Changed(leaf, other, value)


def _sole(leaf: Leaf) -> Written | None:
    """The one value that a table's cell holds as text."""
    found = list(written(leaf.text)) if leaf.field == "cell" and len(leaf.text) <= 24 else []
    return found[0] if len(found) == 1 and len(found[0].text) + 2 >= len(leaf.text) else None


def leftovers(old: Guidebook, new: Guidebook, docs: Path) -> list[Problem]:
    """A sentence at each place where an old value is left. `docs`: the folder of the pages of the new state."""
    before = list(leaves(old, but=new))
    # What follows another value by a reference is no change of its own: the value is told once, at its record.
    some = [one for one in changed(before, list(leaves(new, but=old))) if not _put(new, one.new)]
    names = [(leaf, other) for leaf, other in _renamed(before, new)]
    if not some and not names:
        return []
    texts = Texts(new, docs)
    found = [_told(new, one, hit) for one in some for hit in found_for(one, texts)[:MOST]]
    found += [problem for leaf, other in names for problem in _names_left(new, leaf, other, texts)]
    return sorted(set(found))


def found_for(one: Changed, texts: Texts) -> list[Hit]:
    """The places where the old value stands and the text is about the same subject, in the order of the data."""
    hits = [hit for hit in texts.hits.get(one.value.value, ()) if hit.leaf.path != one.old.path and fits(one, hit)]
    scored = [(hit, score(one.old, hit, texts)) for hit in hits]
    same = [hit for hit, how in scored if hit.typed and how >= ENOUGH and not _is_day(hit)]
    # Other records that hold the same value rightly: a text that is more about one of them is theirs.
    rivals = [hit.leaf for hit in texts.hits.get(one.value.value, ()) if hit.typed and hit not in same and hit.leaf.path != one.old.path]
    return [hit for hit, how in scored if how >= ENOUGH and not (hit.typed and _is_day(hit))
            and (hit.typed or all(score(rival, hit, texts) <= how for rival in rivals))]


def fits(one: Changed, hit: Hit) -> bool:
    """Whether the value that stands there may be the old one: of the same year or unit, as far as the text says."""
    kind = one.value.value[0]
    if kind in ("day", "month"):
        said = hit.value.detail or _edition(hit)
        years = {one.value.detail, *one.old.around.years}
        return said in years if said else not hit.leaf.around.years or bool(years & hit.leaf.around.years)
    if one.old.around.years and (said := _edition(hit)) and said not in one.old.around.years:
        return False
    if kind == "count" and one.old.kind == "rules" and not one.value.detail:
        return bool(hit.value.detail) or hit.typed  # a rule's limit has the unit of what it measures
    return kind != "count" or _same_unit(one.value, hit)


def _is_day(hit: Hit) -> bool:
    """Whether it is a date: two events may well share one, and say so nowhere."""
    return hit.value.value[0] in ("day", "month")


def _same_unit(value: Written, hit: Hit) -> bool:
    if value.detail and hit.value.detail:
        return hit.value.detail.startswith(value.detail)
    if hit.leaf.field == "cell" and value.detail:  # a cell's unit may stand anywhere in its table
        return not hit.value.detail
    return value.value[1] >= LARGE or (hit.typed and value.detail == hit.value.detail)


def _edition(hit: Hit) -> str:
    """The edition that the text names last before the value."""
    found = EDITION.findall(hit.leaf.text[:hit.value.at])
    return found[-1] if found else ""


def score(subject: Leaf, hit: Hit, texts: Texts) -> float:
    """How much a place is about the subject of a value: 0 for not at all, 1 and more for surely."""
    leaf = hit.leaf
    districts_here = texts.about(leaf.text) or texts.about(leaf.around.near) or texts.about(leaf.heads)
    districts_there = texts.about(" ".join((*subject.around.names, subject.around.near))) or texts.about(" ".join(subject.around.above))
    if districts_there and not districts_there & districts_here:
        return 0.0
    telling = bool(districts_there) and _rarity(hit) > 0  # a large number, and the district that it is of
    shares = [_share(name, hit, texts) for name in subject.around.names if _words(name, texts.districts)]
    if (hit.typed or leaf.field == "cell") and not telling and not (shares and min(shares) >= ENOUGH and _other_cell(subject, leaf)):
        return 0.0
    found = _share(" ".join(subject.around.names), hit, texts)
    if not hit.typed and subject.field != "cell" and texts.unmistakable(hit.value.value):
        found += ENOUGH
    if _in_record(subject, leaf):
        found += 0.5
    if leaf.around.refs & _own_ids(subject):
        found += 0.4
    if subject.around.cites & leaf.around.cites:
        found += 0.25
    return found + 0.3 * telling + _rarity(hit) if found or telling else 0.0


def _in_record(subject: Leaf, leaf: Leaf) -> bool:
    """Whether the place is in the very record of the value, or below it."""
    return subject.field != "cell" and leaf.path[:len(subject.path) - 1] == subject.path[:-1]


def _other_cell(subject: Leaf, leaf: Leaf) -> bool:
    """Whether the place is not another cell of the value's own row, or another field of its own record."""
    return leaf.path[:-1] != subject.path[:-1]


def _own_ids(subject: Leaf) -> frozenset[str]:
    """The ids by which others point to what holds the value: a rule's, or those of an item in a list."""
    return frozenset({subject.key} if subject.kind == "rules" else {subject.path[-2]} if "-" in subject.path[-2] else ())


def _rarity(hit: Hit) -> float:
    """A full date or a large number is rarely another's by chance."""
    kind, number = hit.value.value[0], hit.value.value[1]
    if kind == "day":
        return 0.25
    return 0.2 if kind in ("won", "count") and number >= LARGE else 0.0


def _share(names: str, hit: Hit, texts: Texts) -> float:
    """The share of a name's words that stand in the text, beside it (less) or above it (least), weighed by what they tell."""
    words = _words(names, texts.districts)
    total = sum(map(texts.weight, words))
    spots = ((hit.leaf.text, 1.0), (hit.leaf.around.near, 0.7), (hit.leaf.heads, 0.5))
    return sum(texts.weight(word) * next((worth for text, worth in spots if word in text), 0.0) for word in words) / total if total else 0.0


def told_words(subject: Leaf, hit: Hit, texts: Texts) -> float:
    """How much the words tell that a place has in common with the names of a value."""
    there = " ".join((hit.leaf.text, hit.leaf.around.near, hit.leaf.heads))
    return sum(texts.weight(word) for word in _words(" ".join(subject.around.names), texts.districts) if word in there)


def _words(names: str, but: frozenset[str]) -> tuple[str, ...]:
    found = (ENDING.sub("", word) for word in WORD.findall(names))
    return tuple(dict.fromkeys(word for word in found if len(word) > 1 and word not in but))


def _told(guide: Guidebook, one: Changed, hit: Hit) -> Problem:
    where = guide.problem(one.new.kind, one.new.key, one.new.place, "")
    about = next((name for name in (*one.new.around.names, *one.new.around.above)), one.new.key)
    value = hit.value.text
    if one.value.detail and hit.value.value[0] == "count":
        value = value[:value.find(one.value.detail) + len(one.value.detail)] if one.value.detail in value else value
    shown = f": “{_around(hit.leaf.text, hit.value.at, value)}”" if hit.leaf.text else ""
    return told_at(guide, hit.leaf, f"이전 값({value})이 남아 있어요{shown}. "
                                    f"이 값은 {where.file}:{where.line} ‘{about}’에 있어요. 여기도 고칠까요?")


def _around(text: str, at: int, value: str) -> str:
    start, end = max(at - AROUND, 0), at + len(value) + AROUND
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _renamed(before: list[Leaf], new: Guidebook) -> Iterator[tuple[Leaf, Leaf]]:
    """The names of records that changed, where a name is long enough to be no everyday word."""
    if not any(len(leaf.path) == 3 and leaf.field in NAMED for leaf in before):
        return
    now = {leaf.path: leaf for leaf in leaves(new) if leaf.field in NAMED}
    names = {leaf.text for leaf in now.values()}
    for leaf in before:
        other = now.get(leaf.path)
        if other and len(leaf.path) == 3 and other.text != leaf.text and len(leaf.text) >= 4 and leaf.text not in names:
            yield leaf, other


def _names_left(guide: Guidebook, old: Leaf, new: Leaf, texts: Texts) -> list[Problem]:
    longer = [leaf.text for leaf in texts.leaves if leaf.field in NAMED and old.text in leaf.text and leaf.text != old.text]
    where, found = guide.problem(new.kind, new.key, new.place, ""), []
    for leaf in texts.leaves:
        rest = leaf.text
        for name in longer:
            rest = rest.replace(name, "")
        if re.search(rf"(?<![가-힣A-Za-z]){re.escape(old.text)}", rest):
            found.append(told_at(guide, leaf, f"앞선 이름 '{old.text}'{particle(old.text, '이/가')} 남아 있어요. "
                                              f"이 이름은 {where.file}:{where.line}에 있어요. 여기도 고칠까요?"))
    return found[:MOST]


