"""The tags of a built page one after the other. Its HTML is sound, since we made it, so one pattern finds them all.

`html.parser` gives the same for such pages, but looks at each letter for what may be wrong, which takes three times as long
(and there are a hundred thousand tags). What others write is read by that one.
"""

from __future__ import annotations

import re
from html import unescape

GIVEN = r"""[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*"""
# A remark; a script or style, whose inside is no HTML; any other tag.
TAG = re.compile(rf"<!--.*?-->|<[!?][^>]*>|<(?P<raw>script|style)\b(?P<set>{GIVEN})>(?P<inside>.*?)</(?P=raw)\s*>"
                 rf"|<(?P<end>/?)(?P<tag>[a-zA-Z][\w:-]*)(?P<given>{GIVEN})>", re.DOTALL)
ATTRIBUTE = re.compile(r"""([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")


class TagReader:
    """Is told of each tag and each text between two. Tags have small letters; texts and values are what they mean."""

    def start(self, tag: str, given: dict[str, str]) -> None:
        """A tag begins. Of an attribute without a value it is empty."""

    def end(self, tag: str) -> None:
        """A tag ends."""

    def text(self, text: str) -> None:
        """A text, never empty."""

    def read(self, html: str) -> None:
        """Go through a page, or a piece of one."""
        at = 0
        for found in TAG.finditer(html):
            if at < found.start():
                self._text(html[at:found.start()])
            at = found.end()
            raw, settings, inside, end, tag, given = found.groups()
            if tag:
                self._tag(end, tag.lower(), given)
            elif raw:
                self._raw(raw, settings, inside)
        if at < len(html):
            self._text(html[at:])

    def _text(self, text: str) -> None:
        self.text(unescape(text) if "&" in text else text)

    def _tag(self, end: str, tag: str, given: str) -> None:
        if end:
            self.end(tag)
            return
        self.start(tag, attributes(given))
        if given.endswith("/"):
            self.end(tag)

    def _raw(self, tag: str, given: str, inside: str) -> None:
        self.start(tag, attributes(given))
        if inside:
            self.text(inside)
        self.end(tag)


def attributes(given: str) -> dict[str, str]:
    """What stands in a tag behind its name."""
    if not given or given == "/":
        return {}
    found = {}
    for name, double, single, bare in ATTRIBUTE.findall(given):
        value = double or single or bare
        found[name.lower()] = unescape(value) if "&" in value else value
    return found
