"""The theme's style sheet without what this guide has no use for: two fifths of it is for parts that no page shows.

A rule goes when it wants a class that stands on no page and that no script gives; a picture kept in a variable goes
when no rule left asks for it. Only the theme's sheets are treated so: they are machine-made, without comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.finish.theme_html import GIVEN, VAIN

CLASSES = re.compile(r'class="?([^">]*)')
WORD = re.compile(r"[\w-]+")
# What `:is()`, `:where()` and `:not()` name may be missing without the whole being vain.
CHOICE = re.compile(r":(?:is|where|not|has)\((?:[^()]|\([^()]*\))*\)")
CLASS = re.compile(r"\.((?:[\w-]|\\.)+)")
PICTURE = re.compile(r"(--[\w-]+):url\((?:'[^']*'|\"[^\"]*\"|[^)'\"]*)\);?")
END = re.compile(r"[{;}]")


def names(pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """All that may be a class: what pages have as one, every word of our scripts, and what the theme's script gives."""
    found = GIVEN | {word for page in pages for value in set(CLASSES.findall(page)) for word in value.split()}
    return set(found.union(*(WORD.findall(script) for script in scripts)))


def without_unused(css: str, used: set[str]) -> str:
    """A style sheet with the rules that can match."""
    kept = "".join(_rules(css, used))
    return PICTURE.sub(lambda found: found[0] if f"var({found[1]}" in kept else "", kept)


def _rules(css: str, used: set[str]) -> Iterator[str]:
    for head, body in _blocks(css):
        if body is None:
            yield head
        elif head.startswith(("@media", "@supports")):
            if inner := "".join(_rules(body, used)):
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        elif selectors := [one for one in _parts(head) if _may_match(one, used)]:
            yield f"{','.join(selectors)}{{{body}}}"


def _blocks(css: str) -> Iterator[tuple[str, str | None]]:
    """Each rule's head and body; of one without a body (`@charset`) the whole and None."""
    start = 0
    while found := END.search(css, start):
        if found[0] == ";":
            yield css[start:found.end()], None
            start = found.end()
            continue
        end = _closing(css, found.end())
        yield css[start:found.start()], css[found.end():end - 1]
        start = end
    if css[start:].strip():
        raise ValueError(f"스타일의 괄호가 맞지 않아요: {css[start:start + 60]}")


def _closing(css: str, start: int) -> int:
    depth = 1
    for found in re.compile(r"[{}]").finditer(css, start):
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return found.end()
    raise ValueError(f"스타일의 괄호가 맞지 않아요: {css[start:start + 60]}")


def _parts(head: str) -> list[str]:
    """The selectors of a list; commas within brackets do not part them."""
    parts, depth = [""], 0
    for char in head:
        depth += (char in "([") - (char in ")]")
        if char == "," and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _may_match(selector: str, used: set[str]) -> bool:
    return VAIN not in selector and all(name.replace("\\", "") in used for name in CLASS.findall(CHOICE.sub("", selector)))
