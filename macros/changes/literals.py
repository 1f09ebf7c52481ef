"""Literals in texts that repeat a recorded value which a reference could carry, each with the reference that would say the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.changes.leaves import Leaf, leaves, told_at
from macros.changes.leftovers import Changed, fits
from macros.changes.likeness import COMPUTED, ENOUGH, Hit, Texts, score, told_words
from macros.changes.written import Written, recorded
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.reading.referred import Values
from macros.words.forms import forms
from macros.words.korean import particle

# A document's own words, worked examples, the words of readers; what documents say against each other is quoted, too.
QUOTED = {"wording", *COMPUTED, "everyday", "synonyms", "title", "label", "name", "term", "alt",
          "date_text", "formerly", "total"}
QUOTING = {"conflicts", "sources", "headings", "names", "moves", "editions"}
# A number that is a part of another, or of a date or a time.
BROKEN = re.compile(r"\d[\d월일차:.-]|개년")
WAYS = {"규칙": "rules", "날짜": "events", "기한": "dues", "사례": "cases", "자치구": "districts", "주제": "topics", "사업": "programmes",
        "단계": "steps", "기구": "bodies"}
ENDS = {"start": "/시작", "end": "/끝"}
OWN = {"date_text", "text", "start", "end"}  # how the same record says its own day
# How much the words must tell that a text shares with a value's names: one word that is not rare tells too little.
TELLING, TELLING_OF_MONEY = 8.0, 5.0


@dataclass(frozen=True)
class Literal:
    """A value written again in a text (`leaf`): as `said` from letter `at`, where `way` and `form` would say the same."""

    leaf: Leaf
    at: int
    said: str
    way: str
    form: str
    score: float

    @property
    def reference(self) -> str:
        """What would stand there instead."""
        return f"(({self.way}{f' | {self.form}' if self.form else ''}))"


def way(guide: Guidebook, leaf: Leaf) -> str:
    """How a text refers to the leaf, as several ways with | between; "" where it cannot."""
    kind, key, path = leaf.kind, leaf.key, leaf.path
    called = {"deadlines": "기한", "timelines": "날짜"}.get(kind) or next((name for name, one in WAYS.items() if one == kind), "")
    found = ""
    if not called or path[-1] in ("of", "part"):
        return ""
    if kind in ("timelines", "deadlines"):
        found = path[3] + _end(guide, leaf)
    elif leaf.field == "cell":
        found = "/".join((key, path[path.index("tables") + 1], *path[-2:]))
    elif kind == "districts":
        fact = guide.districts[key].facts[int(leaf.place[1])]
        return f"{called}/{key}/{fact.label}|{called}/{key}/{fact.year} {fact.label}"
    elif kind == "cases" and path[-1] in ENDS:
        return f"{called}/{key}/{path[-2]}|{called}/{key}/{path[-2]}{ENDS[path[-1]]}"
    elif kind == "rules":
        found = key + (f"/{path[-2] if 'rows' in path else path[-1]}" if len(path) > 3 else "")
    else:
        found = f"{key}/{path[-2]}"
    return f"{called}/{found}"


def _end(guide: Guidebook, leaf: Leaf) -> str:
    """Of an event that lasts, which of its ends."""
    events = [event for timeline in guide.timelines.values() for event in timeline.events if event.id == leaf.path[3]]
    return ENDS.get(leaf.path[-1], "") if any(event.end is not None and event.end != event.start for event in events) else ""


def literals(guide: Guidebook, docs: Path, only: Collection[tuple[str, ...]] | None = None) -> list[Literal]:
    """Each literal that a reference could carry, once, in the order of the data. `docs`: the folder of the pages; `only`: in these leaves."""
    texts, values = Texts(guide, docs), Values(guide)
    best: dict[tuple[tuple[str, ...], int], Literal] = {}
    scores: dict[tuple[tuple[str, ...], int], float] = {}
    for leaf in texts.leaves:
        value = None if leaf.text or not leaf.kind else recorded(leaf.value, leaf.around.unit)
        if value is None or QUOTED & set(leaf.path[2:]):
            continue
        for hit in texts.hits.get(value.value, ()):
            if hit.typed or (only is not None and hit.leaf.path not in only):
                continue
            how, at = score(leaf, hit, texts), (hit.leaf.path, hit.value.at)
            if how < ENOUGH or how <= scores.get(at, 0) or not _meant(Changed(leaf, leaf, value), hit, texts):
                continue
            scores[at] = how
            best.pop(at, None)
            if found := _carried(guide, values, leaf, hit.leaf, hit.value, how):
                best[at] = found
    return sorted(best.values(), key=lambda found: (found.leaf.kind, found.leaf.path, found.at))


def _meant(one: Changed, hit: Hit, texts: Texts) -> bool:
    """Whether a text that says a value may mean the recorded one: no quotation, no day of its own, and words enough in common."""
    leaf, where = one.old, hit.leaf
    if where.kind in QUOTING or QUOTED & set(where.path[2:]) or not fits(one, hit) or _own_day(hit, texts):
        return False
    in_record = leaf.field != "cell" and where.path[:len(leaf.path) - 1] == leaf.path[:-1]
    enough = TELLING_OF_MONEY if one.value.value[0] == "won" else TELLING
    return in_record or texts.unmistakable(one.value.value) or told_words(leaf, hit, texts) >= enough


def _own_day(hit: Hit, texts: Texts) -> bool:
    """Whether a record says its own day, in the words of its document or in ours."""
    own = hit.leaf.path[:-1]
    return hit.leaf.field in OWN and (hit.leaf.kind == "timelines" or any(
        other.typed and other.leaf.path[:-1] == own for other in texts.hits.get(hit.value.value, ())))


def _carried(guide: Guidebook, values: Values, of: Leaf, leaf: Leaf, value: Written, how: float) -> Literal | None:
    """The reference that says what stands there, if there is one."""
    rest = leaf.text[value.at:]
    at = value.at + len(rest) - len(rest.lstrip())
    for one in filter(None, way(guide, of).split("|")):
        name, key, field = (*one.split("/", 2), "")[:3]
        called = WAYS[name]
        found = values.known(called, values.records(called)[key]).get(field)
        if found is None:
            continue
        # The bare number of persons in a text is not that of places.
        said = {form: say() for form, say in forms(found[0], found[1]).items() if form != "수" or value.detail.startswith(found[1])}
        fit = [(words, form) for form, words in said.items() if rest.lstrip().startswith(words)]
        if fit:
            words, form = max(fit, key=lambda pair: (len(pair[0]), -len(pair[1])))
            if BROKEN.match(words[-1] + rest.lstrip()[len(words):]):
                continue
            return Literal(leaf, at, words, one, form, how)
    return None


def repeated(old: Guidebook, new: Guidebook, docs: Path) -> Iterator[Problem]:
    """A sentence for each literal in a text that is new or changed: an editor who writes a recorded value is told its reference."""
    changed = {leaf.path for leaf in leaves(new, but=old) if leaf.text}
    if not changed:
        return
    before = {leaf.path: leaf.text for leaf in leaves(old, but=new)}
    for one in literals(new, docs, changed):
        if one.said not in before.get(one.leaf.path, ""):
            yield told_at(new, one.leaf, f"‘{one.said}’{particle(one.said, '은/는')} 이미 적혀 있는 값과 같아요. "
                                         f"같은 것을 말한다면 {one.reference}처럼 가리켜 적으세요. 그러면 그 값을 고칠 때 함께 바뀌어요.")
