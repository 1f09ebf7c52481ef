"""Literals in texts that repeat a recorded value which a reference could carry: `python -m tests.literals [REVISION] [--list] [--all]`.

Counted by the kind of record that they stand in, now and at a revision. A literal counts once, for the recorded value that its
text is most about (weighed as leftovers are); the list says which, to be judged by reading: not every one is the same fact. What was
read and is another fact stands in `literals.yaml` with the reason, and is left out (but with `--all`). Ends with 1 when there is one
that nobody has read, or a note of one that is gone. Editors meet the same as a note of the check, for what they write themselves.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.cache.kept import Kept
from macros.changes.leaves import Leaf, told_at
from macros.changes.literals import Literal, literals
from macros.commands import KEPT
from macros.commands.revision import unpack
from macros.reading.guidebook import Guidebook, load
from macros.reading.problems import report
from tests.conftest import ROOT
from tests.plain_yaml import plain

NOTES = Path(__file__).with_name("literals.yaml")


def counted(folder: Path) -> tuple[Counter[str], list[Literal], Guidebook]:
    """The literals of a project's data and pages, by kind of record."""
    guide, problems = load(folder / "data", Kept(KEPT))
    if guide is None:
        raise SystemExit(f"지금의 모양으로 읽을 수 없는 자료예요. 더 가까운 판과 비교하세요.\n{report(problems)}")
    found = literals(guide, folder / "docs")
    return Counter(one.leaf.kind or "docs" for one in found), found, guide


def read_before(found: list[Literal]) -> tuple[list[Literal], list[str]]:
    """Those that nobody has read, and the notes of what is no more."""
    notes = {(one["where"], said) for one in plain(NOTES.read_text(encoding="utf-8")) for said in one["said"]}
    there = {("/".join(one.leaf.path), one.said): one for one in found}
    unread = [one for one in found if ("/".join(one.leaf.path), one.said) not in notes]
    return unread, [" ".join(note) for note in sorted(notes - there.keys())]


def place(guide: Guidebook, leaf: Leaf) -> str:
    """Where a text begins, as file:line:column."""
    where = told_at(guide, leaf, "")
    return f"{where.file}:{where.line}:{where.column}"


def lines(found: list[Literal], guide: Guidebook) -> Iterator[str]:
    """A line for each literal: where, what, and the reference that would say it."""
    for one in found:
        text = one.leaf.text
        yield (f"{place(guide, one.leaf)} {one.leaf.field} {one.score:.2f} {text[max(0, one.at - 30):one.at]}⟦{one.said}⟧"
               f"{text[one.at + len(one.said):one.at + len(one.said) + 20]} ← {one.reference}")


def main(base: str = "", *rest: str) -> int:
    """Print the counts, or the list; 1 when something is to be read."""
    _, found, guide = counted(ROOT)
    unread, gone = read_before(found)
    shown = found if "--all" in (base, *rest) else unread
    if "--list" in (base, *rest) or "--all" in (base, *rest):
        print("\n".join([*lines(shown, guide), *(f"literals.yaml: {note} – gone" for note in gone)]))
        return 1 if unread or gone else 0
    now, before = Counter(one.leaf.kind or "docs" for one in shown), Counter[str]()
    with TemporaryDirectory() as name:
        if base and not unpack(ROOT, base, Path(name)):
            before = counted(Path(name))[0]
    for kind in sorted({*now, *before}):
        print(f"{kind:12} {before[kind]:5} {now[kind]:5}" if base else f"{kind:12} {now[kind]:5}")
    print(f"{'모두':10} {before.total():5} {now.total():5}" if base else f"{'모두':10} {now.total():5}, 읽은 것 {len(found) - len(unread)}")
    return 1 if unread or gone else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
