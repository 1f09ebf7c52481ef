"""Pages of a poisoned build (tests/poison.py) beside those of a plain one, as the parser of the HTML standard reads them.

Data may change words. It may change no element, no name of an attribute, no script, and nothing of what an address, an id or
a class says beyond words that stand for themselves. `python -m tests.poisoned_pages PLAIN POISONED` compares two built sites.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import html5lib

# What a browser follows, runs, styles or names by; words stand in all others.
ACTING = re.compile(r"on.*|href|src|srcset|action|formaction|style|class|id|for|name|type|rel|http-equiv|target|ping|data|is|slot|part")
MARK = re.compile(r"hg(?:Ran|Link|Image|Ref|Bold|Em|Code|Class|Entity)|evil\.example")
Element = tuple[str, dict[str, str], str]


def elements(html: str) -> list[Element]:
    """All elements in their order: the name, the attributes, and a script's or a style's own text."""
    tree: Any = html5lib.parse(html, namespaceHTMLElements=False)
    named = (one for one in tree.iter() if isinstance(one.tag, str))
    return [(one.tag, {str(key): value for key, value in one.attrib.items()}, one.text or "" if one.tag in ("script", "style") else "")
            for one in named]


def differences(plain: str, poisoned: str) -> Iterator[str]:
    """What is in the poisoned page by other than words."""
    before, after = elements(plain), elements(poisoned)
    for number, ((tag, was, text), (other, now, other_text)) in enumerate(zip(before, after, strict=False)):
        if tag != other or was.keys() != now.keys():
            yield f"{number}: <{tag} {sorted(was)}> → <{other} {sorted(now)}>"
            return  # all that follows is moved
        yield from (f"{number}: <{tag} {name}={now[name][:80]!r}>" for name in was
                    if ACTING.fullmatch(name) and was[name] != now[name] and MARK.search(now[name]))
        if text != other_text and tag == "script" and was.get("type") != "application/json":
            yield f"{number}: <script> {other_text[:80]!r}"
    if len(before) != len(after):
        yield f"{len(before)} → {len(after)}"


def _compared(paths: tuple[Path, Path]) -> list[str]:
    plain, poisoned = (path.read_text(encoding="utf-8") for path in paths)
    return list(differences(plain, poisoned))


def main(plain: Path, poisoned: Path) -> int:
    """Compare all pages and say what differs by more than words."""
    names = sorted(path.relative_to(poisoned) for path in poisoned.rglob("*.html") if (plain / path.relative_to(poisoned)).exists())
    with ProcessPoolExecutor(2) as workers:
        found = dict(zip(names, workers.map(_compared, ((plain / name, poisoned / name) for name in names)), strict=True))
    wrong = {name: said for name, said in found.items() if said}
    for name, said in wrong.items():
        print(f"{name}: {len(said)}곳, {said[:3]!s:.600}")
    print(f"쪽 {len(names)}개 가운데 {len(wrong)}개가 글 말고도 달라요.")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
