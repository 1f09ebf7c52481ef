"""The tags of a built page one after the other. Its HTML is sound, since we made it, so one pattern finds them all.

`html.parser` gives the same for such pages, but looks at each letter for what may be wrong, which takes three times as long
(and there are a hundred thousand tags). What others write is read by that one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape

GIVEN = r"""[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*"""
# A remark; a script or style, whose inside is no HTML; any other tag.
TAG = re.compile(rf"<!--.*?-->|<[!?][^>]*>|<(?P<raw>script|style)\b(?P<set>{GIVEN})>(?P<inside>.*?)</(?P=raw)\s*>"
                 rf"|<(?P<end>/?)(?P<tag>[a-zA-Z][\w:-]*)(?P<given>{GIVEN})>", re.DOTALL)
ATTRIBUTE = re.compile(r"""([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})

START, END, TEXT = range(3)
Tag = tuple[int, str, Mapping[str, str]]
NONE: Mapping[str, str] = {}


class TagReader:
    """Is told of each tag and each text between two. Tags have small letters; texts and values are what they mean."""

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """A tag begins. Of an attribute without a value it is empty."""

    def end(self, tag: str) -> None:
        """A tag ends."""

    def text(self, text: str) -> None:
        """A text, never empty."""

    def read(self, html: str) -> None:
        """Go through a page, or a piece of one."""
        for kind, what, given in tags(html):
            if kind == TEXT:
                self.text(what)
            elif kind == START:
                self.start(what, given)
            else:
                self.end(what)


@lru_cache(maxsize=1)  # a page is read for its copy right after it was for what can be found on it
def tags(html: str) -> list[Tag]:
    """The tags and texts of a page, or of a piece of one, in their order."""
    found: list[Tag] = []
    at = 0
    for one in TAG.finditer(html):
        if at < one.start():
            found.append(_text(html[at:one.start()]))
        at = one.end()
        raw, settings, inside, end, tag, given = one.groups()
        if tag:
            _add_tag(found, end, tag.lower(), given)
        elif raw:
            found += [(START, raw, attributes(settings)), *([(TEXT, inside, NONE)] if inside else []), (END, raw, NONE)]
    if at < len(html):
        found.append(_text(html[at:]))
    return found


def _text(text: str) -> Tag:
    return TEXT, unescape(text) if "&" in text else text, NONE


def _add_tag(found: list[Tag], end: str, tag: str, given: str) -> None:
    if not end:
        found.append((START, tag, attributes(given)))
    if end or given.endswith("/"):
        found.append((END, tag, NONE))


def attributes(given: str) -> dict[str, str]:
    """What stands in a tag behind its name."""
    if not given or given == "/":
        return {}
    found = {}
    for name, double, single, bare in ATTRIBUTE.findall(given):
        value = double or single or bare
        found[name.lower()] = unescape(value) if "&" in value else value
    return found
