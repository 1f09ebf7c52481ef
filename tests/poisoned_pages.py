"""Pages of a poisoned build (tests/poison.py) beside those of a plain one, as the parser of the HTML standard reads them.

Data changes words; a longer text may have one more span of another language, or a narrower column. It brings in no element
with attributes that no plain page has, no script, and none of its words stand where a browser follows, runs, styles or names.
`python -m tests.poisoned_pages PLAIN POISONED` compares two built sites.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import html5lib

ACTING = re.compile(r"on.*|.*href|src|srcset|action|formaction|style|class|id|for|name|type|rel|http-equiv|target|ping|is|slot|part")
MARK = re.compile(r"hg(?:Ran|Link|Image|Ref|Bold|Em|Code|Class|Entity)|evil\.example")
RUNNING = ("script", "style")
HASH = re.compile(r"\.[0-9a-f]{8}(?=\.js$)")  # of what a bundle holds


@dataclass
class Read:
    """What a page is made of: each sort of element, what runs in it, and words of the data in attributes that act."""

    shapes: set[str] = field(default_factory=set)
    running: set[str] = field(default_factory=set)
    acting: list[str] = field(default_factory=list)


def read(html: str) -> Read:
    """A page."""
    found = Read()
    tree: Any = html5lib.parse(html, namespaceHTMLElements=False)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        found.shapes.add(f"<{element.tag} {' '.join(sorted(map(str, element.attrib)))}>")
        if element.tag in RUNNING and element.attrib.get("type") != "application/json":
            source = HASH.sub("", element.attrib.get("src", "").lstrip("./"))
            found.running.add(f"<{element.tag} src={source}>{element.text or ''}")
        found.acting += [f"<{element.tag} {name}={value[:80]!r}>" for name, value in element.attrib.items()
                         if ACTING.fullmatch(str(name)) and MARK.search(value)]
    return found


def foreign(plain: Iterable[Read], poisoned: Read) -> Iterator[str]:
    """What a poisoned page has and no plain one. A style may hold words: as a text of CSS."""
    shapes, running = (set[str]().union(*(getattr(one, name) for one in plain)) for name in ("shapes", "running"))
    yield from sorted(poisoned.shapes - shapes)
    yield from (one for one in sorted(poisoned.running - running) if not one.startswith("<style") or re.search(r"</|<!--", one[7:]))
    yield from poisoned.acting


def _read(path: Path) -> Read:
    return read(path.read_text(encoding="utf-8"))


def main(plain: Path, poisoned: Path) -> int:
    """Compare all pages and say what stands in the poisoned ones only."""
    paths = sorted(poisoned.rglob("*.html"))
    with ProcessPoolExecutor(2) as workers:
        known = list(workers.map(_read, sorted(plain.rglob("*.html")), chunksize=4))
        whole = Read(set[str]().union(*(one.shapes for one in known)), set[str]().union(*(one.running for one in known)))
        found = {path: list(foreign([whole], one)) for path, one in zip(paths, workers.map(_read, paths, chunksize=4), strict=True)}
    wrong = {path: said for path, said in found.items() if said}
    for path, said in wrong.items():
        print(f"{path.relative_to(poisoned)}: {len(said)}곳, {said[:4]!s:.600}")
    print(f"쪽 {len(paths)}개(보통 쪽 {len(known)}개, 요소의 모양 {len(whole.shapes)}가지) 가운데 {len(wrong)}개에 보통 쪽에 없는 것이 있어요.")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
