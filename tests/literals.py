"""Literals in texts that repeat a recorded value which a reference could carry: `python -m tests.literals [REVISION] [--list]`.

Counted by the kind of record that they stand in, now and at a revision. A literal counts once, for the recorded value that its
text is most about (weighed as leftovers are); the list says which, to be judged by reading: not every one is the same fact.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.cache.kept import Kept
from macros.changes.leaves import Leaf
from macros.changes.literals import Literal, literals
from macros.commands import KEPT
from macros.commands.diff import unpack
from macros.reading.guidebook import Guidebook, load
from macros.reading.problems import report
from tests.conftest import ROOT


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
               f"{text[one.at + len(one.said):one.at + len(one.said) + 20]} ← {one.reference}")


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
