"""Literals in texts that repeat a recorded value which a reference could carry: `python -m tests.literals [REVISION] [--list]`.

Counted by the kind of record that they stand in, now and at a revision. A literal counts once, for the recorded value that its
text is most about (weighed as leftovers are); the list says which, to be judged by reading: not every one is the same fact.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.cache.kept import Kept
from macros.changes.leaves import Leaf
from macros.changes.leftovers import ENOUGH, Changed, Texts, fits, score
from macros.changes.written import Written, recorded
from macros.commands import KEPT
from macros.commands.diff import unpack
from macros.reading.guidebook import Guidebook, load
from macros.reading.problems import report
from macros.reading.referred import Values
from macros.words.forms import forms
from tests.conftest import ROOT

# A document's own words, worked examples, the words of readers; what documents say against each other is quoted, too.
QUOTED = {"wording", "examples", "filled", "everyday", "synonyms", "title", "label", "name", "term", "alt",
          "date_text", "formerly", "total"}
QUOTING = {"conflicts", "sources", "headings", "names", "moves", "editions"}
# A number that is a part of another, or of a date or a time.
BROKEN = re.compile(r"\d[\d월일차:.-]|개년")
WAYS = {"규칙": "rules", "날짜": "events", "기한": "dues", "사례": "cases", "자치구": "districts", "주제": "topics", "사업": "programmes",
        "단계": "steps", "기구": "bodies"}
ENDS = {"start": "/시작", "end": "/끝"}
OWN = {"date_text", "text", "start", "end"}  # how the same record says its own day


@dataclass(frozen=True)
class Literal:
    """A value written again in a text (`leaf`): as `said` from letter `at`, where `way` and `form` would say the same."""

    leaf: Leaf
    at: int
    said: str
    way: str
    form: str
    score: float


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


def literals(guide: Guidebook, docs: Path) -> list[Literal]:
    """Each literal that a reference could carry, once, in the order of the data."""
    texts, values = Texts(guide, docs), Values(guide)
    best: dict[tuple[tuple[str, ...], int], Literal] = {}
    scores: dict[tuple[tuple[str, ...], int], float] = {}
    for leaf in texts.leaves:
        value = None if leaf.text or not leaf.kind else recorded(leaf.value, leaf.around.unit)
        if value is None or QUOTED & set(leaf.path[2:]):
            continue
        one = Changed(leaf, leaf, value)
        for hit in texts.hits.get(value.value, ()):
            if hit.typed or hit.leaf.kind in QUOTING or QUOTED & set(hit.leaf.path[2:]) or not fits(one, hit) \
                    or (hit.leaf.field in OWN and hit.leaf.path[:-1] == leaf.path[:-1]):
                continue
            how, at = score(leaf, hit, texts), (hit.leaf.path, hit.value.at)
            if how >= ENOUGH and how > scores.get(at, 0):
                scores[at] = how
                best.pop(at, None)
                if found := carried(guide, values, leaf, hit.leaf, hit.value, how):
                    best[at] = found
    return sorted(best.values(), key=lambda found: (found.leaf.kind, found.leaf.path, found.at))


def carried(guide: Guidebook, values: Values, of: Leaf, leaf: Leaf, value: Written, how: float) -> Literal | None:
    """The reference that says what stands there, if there is one."""
    rest = leaf.text[value.at:]
    at = value.at + len(rest) - len(rest.lstrip())
    for one in filter(None, way(guide, of).split("|")):
        name, key, field = (*one.split("/", 2), "")[:3]
        called = WAYS[name]
        found = values.known(called, values.records(called)[key]).get(field)
        if found is None:
            continue
        said = {form: say() for form, say in forms(found[0], found[1]).items()}
        fit = [(words, form) for form, words in said.items() if rest.lstrip().startswith(words)]
        if fit:
            words, form = max(fit, key=lambda pair: (len(pair[0]), -len(pair[1])))
            if BROKEN.match(words[-1] + rest.lstrip()[len(words):]):
                continue
            return Literal(leaf, at, words, one, form, how)
    return None


def counted(folder: Path) -> tuple[Counter[str], list[Literal], Guidebook]:
    """The literals of a project's data and pages, by kind of record."""
    guide, problems = load(folder / "data", Kept(KEPT))
    if guide is None:
        raise SystemExit(f"지금의 모양으로 읽을 수 없는 자료예요. 더 가까운 판과 비교하세요.\n{report(problems)}")
    found = literals(guide, folder / "docs")
    return Counter(one.leaf.kind or "docs" for one in found), found, guide


def place(guide: Guidebook, leaf: Leaf) -> str:
    """Where a text begins, as file:line."""
    if not leaf.kind:
        return f"{leaf.key}:{leaf.place[0]}"
    where = guide.problem(leaf.kind, leaf.key, leaf.place, "")
    return f"{where.file}:{where.line}"


def lines(found: list[Literal], guide: Guidebook) -> Iterator[str]:
    """A line for each literal: where, what, and the reference that would say it."""
    for one in found:
        text = one.leaf.text
        yield (f"{place(guide, one.leaf)} {one.leaf.field} {one.score:.2f} {text[max(0, one.at - 30):one.at]}⟦{one.said}⟧"
               f"{text[one.at + len(one.said):one.at + len(one.said) + 20]} ← (({one.way}{f' | {one.form}' if one.form else ''}))")


def main(base: str = "", *rest: str) -> None:
    """Print the counts, or the list."""
    now, found, guide = counted(ROOT)
    if "--list" in (base, *rest):
        print("\n".join(lines(found, guide)))
        return
    before: Counter[str] = Counter()
    with TemporaryDirectory() as name:
        if base and not unpack(ROOT, base, Path(name)):
            before = counted(Path(name))[0]
    for kind in sorted({*now, *before}):
        print(f"{kind:12} {before[kind]:5} {now[kind]:5}" if base else f"{kind:12} {now[kind]:5}")
    print(f"{'모두':10} {before.total():5} {now.total():5}" if base else f"{'모두':10} {now.total():5}")


if __name__ == "__main__":
    main(*sys.argv[1:])
