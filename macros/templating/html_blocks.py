"""A Markdown extension that leaves whole blocks of HTML alone: most of a page is HTML that a template has written.

Markdown finds such blocks itself, but reads each of their tags one by one to get there, which takes a third of a build. A
block that begins at the start of a line, ends at the end of one and asks for no Markdown inside is put aside at once.
"""

from __future__ import annotations

import re

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

# After code in fences has been put aside (25), before Markdown looks for HTML (20).
PRIORITY = 22
BLOCK = re.compile(r"^<(article|aside|details|div|dl|fieldset|figure|form|nav|ol|p|section|table|ul)\b", re.MULTILINE)
LINE_END = re.compile(r"[ \t]*(?:\n|\Z)")


class HtmlBlocks(Preprocessor):
    """Puts whole blocks of HTML where Markdown keeps those that it has found."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines, with a mark in place of each block."""
        text, parts, at = "\n".join(lines), list[str](), 0
        while found := BLOCK.search(text, at):
            end = _end(text, found)
            if end is None or " markdown=" in text[found.start():end]:
                return lines
            parts += [text[at:found.start()], "\n\n", self.md.htmlStash.store(text[found.start():end]), "\n\n"]
            at = end
        return "".join([*parts, text[at:]]).split("\n")


def _end(text: str, start: re.Match[str]) -> int | None:
    """Where the block ends; None if it has no end, or other text stands after it."""
    depth = 0
    for tag in re.compile(rf"<(/?){start[1]}\b").finditer(text, start.start()):
        depth += -1 if tag[1] else 1
        if not depth:
            end = text.index(">", tag.end()) + 1
            return end if LINE_END.match(text, end) else None
    return None


class HtmlBlocksExtension(Extension):
    """Registers the preprocessor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Markdown."""
        md.preprocessors.register(HtmlBlocks(md), "hg_html_blocks", PRIORITY)


def add(extensions: list[str | Extension]) -> None:
    """Add it to the extensions of a site, once: the live preview asks again after each change of code."""
    extensions[:] = [one for one in extensions if type(one).__name__ != HtmlBlocksExtension.__name__]
    extensions.append(HtmlBlocksExtension())
