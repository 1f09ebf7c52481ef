"""A built page's content as Markdown: what a reader sees, without the theme, for programs that read text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from unicodedata import normalize
from urllib.parse import quote

from macros.finish.tags import VOID, TagReader
from macros.finish.theme_html import content
from macros.words.markdown import at_start, escaped

HEADINGS = {"h1": "#", "h2": "##", "h3": "###", "h4": "####", "h5": "#####", "h6": "######"}
BLOCKS = frozenset({"p", "div", "section", "article", "header", "figure", "figcaption", "dl", "dt", "dd", "details", "summary", "blockquote",
                    "fieldset", "form", "legend", "table", "thead", "tbody", "tfoot", "aside", "ul", "ol"})
SKIPPED_CLASSES = frozenset({"headerlink", "hg-edit"})
BADGES = frozenset({"hg-badge", "hg-count"})  # set apart by their ground on the page, by brackets in a text
FIRST = "hg-funnel__value"  # a number that stands beside what it counts
NOTE = "hg-figure__note"  # below its number on the page
SKIPPED = frozenset({"script", "style", "template", "svg", "nav", "button", "select", "label", "form"})
# Begins a line whose indent means something.
KEEP = "\x1e"
MARKS = {"strong": "**", "b": "**", "em": "*"}
SPACES = re.compile(r"\s{2,}|[^\S ]")  # all that is not one space already
BLANK = re.compile(r"\n[\n ]*\n")
WIDE = re.compile(r"(?<=\S) {2,}")
# What an address may hold between Markdown's brackets; what is written by its number already stays.
ADDRESS = "/#?&=%:;,@+$!~*'-._"


@dataclass(slots=True)
class _Open:
    """A tag that is open: whether its text is left out, where its own text goes, what it links to, how many columns it takes."""

    tag: str
    skipped: bool
    outer: list[str] | None = None
    href: str = ""
    badge: bool = False
    first: bool = False
    note: bool = False
    across: int = 1


@dataclass
class _List:
    """A list that is open: whether it is numbered, its items so far, how far in the text of the last one stands."""

    numbered: bool
    outside: int
    items: int = 0
    inside: int = 0

    def next(self) -> str:
        """The mark of its next item."""
        self.items += 1
        mark = f"{self.items}. " if self.numbered else "- "
        self.inside = self.outside + len(mark)
        return " " * self.outside + mark


@dataclass
class _Table:
    """A table in the making."""

    rows: list[list[str]] = field(default_factory=list)


class _Writer(TagReader):
    """Follows the tags and writes Markdown."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.open: list[_Open] = []
        self.skipping = False
        self.within: defaultdict[str, int] = defaultdict(int)  # how many of each tag are open
        self.lists: list[_List] = []
        self.tables: list[_Table] = []

    @property
    def _numbered(self) -> bool:
        """Whether items have their number here: one drawn in the item, too, would run into its text (2 2022년 as 22022년)."""
        return bool(self.lists) and self.lists[-1].numbered

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """A tag begins: a mark, a gap or a list of its own."""
        if tag in VOID:
            if tag == "br" and not self.skipping:
                self.out.append(" ")
            return
        made = _Open(tag, self.skipping or tag in SKIPPED)
        if given and not made.skipped:
            classes = given.get("class", "").split()
            made.skipped = not SKIPPED_CLASSES.isdisjoint(classes) or (given.get("aria-hidden") == "true" and self._numbered)
            made.href, made.badge = given.get("href", ""), not BADGES.isdisjoint(classes)
            made.first, made.note = FIRST in classes, NOTE in classes
            made.across = int(across) if (across := given.get("colspan", "")).isdecimal() else 1
        self.skipping = made.skipped
        self.open.append(made)
        self.within[tag] += 1
        if not self.skipping:
            self._begin(tag, made)

    def _begin(self, tag: str, made: _Open) -> None:
        if made.badge:
            self.out.append(r"\[")
        if made.note:
            self.out.append(self._gap())
        if tag in HEADINGS or tag in ("a", "td", "th", "code"):
            made.outer, self.out = self.out, []
        elif tag == "li":
            here = self.lists[-1] if self.lists else _List(numbered=False, outside=0)
            self.out.append(f"\n{KEEP}{here.next()}")
        elif tag == "tr" and self.tables:
            self.tables[-1].rows.append([])
        elif tag in MARKS:
            self.out.append(MARKS[tag])
        elif tag in BLOCKS:
            self.out.append("" if tag in ("ul", "ol") and self.lists else self._gap())
            if tag in ("ul", "ol"):
                self.lists.append(_List(tag == "ol", self.lists[-1].inside if self.lists else 0))
            if tag == "table":
                self.tables.append(_Table())

    def _gap(self) -> str:
        """What parts a block from what is before it: in a cell a space; in a list's item, where its text stands."""
        if self.within["td"] or self.within["th"]:
            return " "
        if not self.within["li"]:
            return "\n\n"
        return f"\n\n{KEEP}{' ' * self.lists[-1].inside}" if self.lists and not self._at_start else ""

    @property
    def _at_start(self) -> bool:
        """Whether an item's mark or a line's indent is all that stands there yet."""
        for one in reversed(self.out):
            if one and not one.isspace():
                return KEEP in one
        return False

    @property
    def _line_begins(self) -> bool:
        """Whether what comes next stands first in its line: what is in a cell or a link never does."""
        if self.within["a"] or self.within["td"] or self.within["th"]:
            return False
        last = next((one for one in reversed(self.out) if one.strip(" ")), "\n")
        return last.endswith("\n") or self._at_start

    def end(self, tag: str) -> None:
        """A tag ends, and with it what is open inside."""
        if tag in VOID or not self.within[tag]:
            return
        while self.open:
            one = self.open.pop()
            self.within[one.tag] -= 1
            if not one.skipped:
                self._end(one)
            if one.tag == tag:
                break
        self.skipping = bool(self.open) and self.open[-1].skipped

    def _end(self, one: _Open) -> None:
        if one.badge:
            self.out.append(r"\]")
        if one.first:
            self.out.append(": ")
        if one.outer is not None:
            inner = _plain("".join(self.out))
            self.out = one.outer
            self._close(one, inner)
        elif one.tag == "table" and self.tables:
            self.out.append(_table(self.tables.pop()))
        elif one.tag in ("ul", "ol") and self.lists:
            self.lists.pop()
            self.out.append("" if self.lists else "\n\n")
        elif one.tag in MARKS:
            self.out.append(MARKS[one.tag])
        elif one.tag in BLOCKS:
            self.out.append(self._gap())

    def _close(self, one: _Open, inner: str) -> None:
        if one.tag in HEADINGS:
            self.out.append(f"\n\n{HEADINGS[one.tag]} {inner}\n\n")
        elif one.tag == "code":
            fence = "`" * (max(map(len, re.findall("`+", inner)), default=0) + 1)
            self.out.append(f"{fence} {inner} {fence}" if "`" in inner else f"`{inner}`" if inner else "")
        elif one.tag == "a":
            self.out.append(f"[{inner}]({quote(one.href, safe=ADDRESS)})" if inner and one.href else inner)
        elif self.tables and self.tables[-1].rows:
            self.tables[-1].rows[-1].extend([inner.replace("|", "\\|"), *[""] * (one.across - 1)])

    def text(self, text: str) -> None:
        """What a reader sees, with Markdown's own marks escaped."""
        if self.skipping:
            return
        text = " " if text.isspace() else SPACES.sub(" ", text)
        if text != " " and not self.within["code"]:
            text = at_start(escaped(text)) if self._line_begins else escaped(text)
        self.out.append(text.lstrip() if text[0] == " " and self._at_start else text)


def _plain(text: str) -> str:
    return " ".join(normalize("NFC", text).replace("\u2060", "").replace("\u00ad", "").split())


def _table(table: _Table) -> str:
    """A table with its first row as the head."""
    rows = [row for row in table.rows if row]
    if not rows:
        return ""
    columns = max(map(len, rows))
    lines = ["| " + " | ".join([*row, *[""] * (columns - len(row))]) + " |" for row in rows]
    return "\n\n" + "\n".join([lines[0], "|" + " --- |" * columns, *lines[1:]]) + "\n\n"


def markdown(html: str) -> str:
    """The page's content; empty for what is no page."""
    article = content(html)
    if not article:
        return ""
    writer = _Writer()
    writer.read(article)
    text = normalize("NFC", "".join(writer.out)).replace("\u2060", "").replace("\u00ad", "")
    text = BLANK.sub("\n\n", text)  # most lines are blank, where blocks within blocks begin and end
    lines = [(WIDE.sub(" ", line) if "  " in line else line).rstrip() for line in text.split("\n")]
    told = (line[1:] if line.startswith(KEEP) else line.strip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line if line.strip() else "" for line in told)).strip() + "\n"
