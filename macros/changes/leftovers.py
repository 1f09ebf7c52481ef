"""Where an old value still stands after a recorded one was changed: in a text or table that is about the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.changes.leaves import YEAR, Leaf, leaves, told_at
from macros.changes.likeness import COMPUTED, ENOUGH, LARGE, Hit, Texts, filled_in, score
from macros.changes.written import Written, recorded, written
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.words.korean import particle

MOST = 30  # places told for one value; nobody mends more at a time
NAMED = ("label", "name", "term", "title", "short")
EDITION = re.compile(r"(20\d\d)년판")
SPAN = re.compile(r"(20\d\d)(?:년|[.-])[^가-힣]{0,3}\d[^가-힣]{0,3}(?:월[^가-힣]{0,4}(?:\d일)?)?(?:\([^()]*\))?\s?(?:부터|[~∼–])\s?$")
AROUND = 24  # letters shown on both sides of a leftover


@dataclass(frozen=True)
class Changed:
    """A recorded value that is another one now; `old` is the leaf as it was."""

    old: Leaf
    new: Leaf
    value: Written


def changed(old: list[Leaf], new: list[Leaf]) -> Iterator[Changed]:
    """The recorded values that differ: dates, shares, amounts, counts, and cells of tables that hold one."""
    now = {leaf.path: leaf for leaf in new}
    for leaf in old:
        other = now.get(leaf.path)
        if other is None or other.value == leaf.value or COMPUTED & set(leaf.path):
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
    some = [one for one in changed(before, list(leaves(new, but=old))) if not filled_in(new, one.new)]
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
    if _same_table(one.old, hit.leaf) or _is_key(hit.leaf) or (hit.typed and not _one_year(one.old, hit.leaf)):
        return False
    if kind in ("day", "month"):
        said = hit.value.detail or _begun(hit) or _edition(hit)
        years = {one.value.detail, *one.old.around.years}
        return said in years if said else not hit.leaf.around.years or bool(years & hit.leaf.around.years)
    if one.old.around.years and (said := _edition(hit)) and said not in one.old.around.years:
        return False
    if kind == "count" and one.old.kind == "rules" and not one.value.detail:
        return bool(hit.value.detail) or hit.typed  # a rule's limit has the unit of what it measures
    return kind != "count" or _same_unit(one.value, hit)


def _same_table(one: Leaf, other: Leaf) -> bool:
    """Whether both are cells of a table: its rows tell of different things."""
    return one.field == other.field == "cell" and one.path[:-2] == other.path[:-2]


def _is_key(leaf: Leaf) -> bool:
    """Whether it is the cell by which its row is called: it says which row this is, and records nothing."""
    return leaf.field == "cell" and str(leaf.value) == leaf.path[-2]


def _one_year(one: Leaf, other: Leaf) -> bool:
    """Whether two recorded values may be of one year, as far as their places say. What is of a year tells nothing of a later one."""
    for here, there in ((one.around, other.around), (other.around, one.around)):
        if here.dated and there.dated:
            return bool(here.dated & there.dated)
        told = there.years | frozenset(YEAR.findall(" ".join((*there.names, *there.above))))
        if here.dated and told and min(here.dated) > max(told):
            return False
    return True


def _is_day(hit: Hit) -> bool:
    """Whether it is a date: two events may well share one, and say so nowhere."""
    return hit.value.value[0] in ("day", "month")


def _same_unit(value: Written, hit: Hit) -> bool:
    if value.detail and hit.value.detail:
        return hit.value.detail.startswith(value.detail)
    if hit.leaf.field == "cell" and value.detail:  # a cell's unit may stand anywhere in its table
        return not hit.value.detail
    return value.value[1] >= LARGE or (hit.typed and value.detail == hit.value.detail)


def _begun(hit: Hit) -> str:
    """The year that the day has from the first of its span: 2019년 1월 1일부터 12월 31일."""
    found = SPAN.search(hit.leaf.text[:hit.value.at])
    return found[1] if found else ""


def _edition(hit: Hit) -> str:
    """The edition that the text names last before the value."""
    found = EDITION.findall(hit.leaf.text[:hit.value.at])
    return found[-1] if found else ""


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


