"""A built page cut into the parts that a reader can be sent to: its head, its headings, and the records on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from unicodedata import normalize

from macros.cache.kept import Kept
from macros.finish.tags import VOID, TagReader
from macros.finish.theme_html import content

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset({*HEADINGS, "p", "li", "dt", "dd", "div", "section", "article", "header", "tr", "td", "th", "caption",
                    "summary", "details", "figcaption", "figure", "table", "ul", "ol", "dl", "br", "label", "legend", "option"})
# What is no text of the page: code and samples of files, drawings, citations, conflicts and what opens a page with what it
# tells again below, all of which have a place of their own.
SKIPPED_TAGS = frozenset({"script", "style", "template", "svg", "nav", "button", "select", "pre"})
SKIPPED_CLASSES = frozenset({"headerlink", "hg-cite", "hg-ref", "hg-place", "hg-notes", "hg-differs", "hg-points__source",
                             "hg-grounds", "hg-conflict", "hg-conflicts", "hg-key-facts", "hg-hidden", "hg-edit", "hg-checked"})
# How the anchors of notes begin: a part refers to them, and they name its sources at the page's end.
NOTE = "note-"


@dataclass
class Section:
    """A part of a page: its anchor (empty for the page's head), its heading's level, its words by block, the notes that it cites.

    `links` are the addresses that it links to, as they stand there, and `linked` how many letters of it are links.
    """

    anchor: str
    level: int = 1
    heading: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    cites: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    linked: int = 0

    @property
    def title(self) -> str:
        """The heading's words."""
        return _plain("".join(self.heading))

    @property
    def text(self) -> str:
        """The words below the heading, one block a line."""
        lines = (" ".join(line.split()) for line in _composed("".join(self.parts)).split("\n") if line)
        return "\n".join(line for line in lines if line)


def _plain(text: str) -> str:
    return " ".join(_composed(text).split())


def _composed(text: str) -> str:
    return normalize("NFC", text).replace("\u2060", "").replace("\u00ad", "")


class _Cutter(TagReader):
    """Follows the tags; every piece of text goes to the part that is open."""

    def __init__(self, anchors: Collection[str]) -> None:
        self.anchors = anchors
        self.sections = [Section("")]
        self.open: list[tuple[str, bool, Section | None]] = []  # tag, whether skipped, the part to go back to
        self.skipping = False
        self.within: defaultdict[str, int] = defaultdict(int)  # how many of each tag are open
        self.current = self.sections[0]
        self.in_heading = False
        self.notes: dict[str, str] = {}  # by anchor, what the source is of the note: the address of its section, its clause
        self.note = ""
        self.cite: str | None = None
        self.link = ""

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """A tag begins: perhaps a part, a note, or what is left out."""
        if tag in BLOCKS:
            self.current.parts.append("\n")
        if tag in VOID:
            return
        if given:
            classes = given.get("class", "").split()
            self._cited(given, classes)
            self.skipping = self.skipping or not SKIPPED_CLASSES.isdisjoint(classes)
        if tag == "a":
            self.link = given.get("href", "")
        self.skipping = self.skipping or tag in SKIPPED_TAGS
        self.open.append((tag, self.skipping, None if self.skipping else self._begin(tag, given.get("id", ""))))
        self.within[tag] += 1

    def _cited(self, given: Mapping[str, str], classes: list[str]) -> None:
        """Keeps which notes the open part refers to, and what each note cites."""
        anchor, href = given.get("id", ""), given.get("href", "")
        self.note = anchor if anchor.startswith(NOTE) else self.note
        if "hg-ref" in classes and href.startswith(f"#{NOTE}"):
            self.current.cites.append(href[1:])
        elif "hg-cite" in classes and self.note:
            self.cite = href.partition("#")[2]

    def _begin(self, tag: str, anchor: str) -> Section | None:
        """Opens a part where a heading or a record begins. A record's part ends with its element."""
        if tag in HEADINGS:
            in_record = any(back for _, _, back in self.open)
            self.in_heading = not in_record and (tag == "h1" or anchor != "")
            if self.in_heading and tag != "h1":
                self.current = self._add(anchor, HEADINGS.index(tag) + 1)
        elif anchor and anchor in self.anchors:
            before, self.current = self.current, self._add(anchor, self.current.level + 1)
            return before
        return None

    def _add(self, anchor: str, level: int) -> Section:
        self.sections.append(Section(anchor, level))
        return self.sections[-1]

    def end(self, tag: str) -> None:
        """A tag ends, and with it what is open inside."""
        if tag in VOID or not self.within[tag]:
            return
        while True:
            name, _, back = self.open.pop()
            self.within[name] -= 1
            self.current = back or self.current
            if name == tag:
                break
        self.skipping = bool(self.open) and self.open[-1][1]
        if tag == "a":
            self.link = ""
        if tag in HEADINGS:
            self.in_heading = False
        if tag in BLOCKS:
            self.current.parts.append("\n")

    def text(self, data: str) -> None:
        """A text, which goes to the part that is open."""
        if self.cite is not None:
            self.notes.setdefault(self.note, f"{self.cite} {data}")
            self.cite = None
        if not self.skipping:
            (self.current.heading if self.in_heading else self.current.parts).append(data)
            if self.link and not self.in_heading and data.strip():
                self.current.linked += len(data.strip())
                self.current.links.append(self.link)


def cut(html: str, anchors: Collection[str]) -> Iterator[Section]:
    """The parts of a page's content. `anchors`: the ids of the elements on it that are records."""
    article = content(html)
    if not article:
        return
    cutter = _Cutter(anchors)
    cutter.read(article)
    for section in cutter.sections:
        section.cites = list(dict.fromkeys(cutter.notes[note] for note in section.cites if note in cutter.notes))
        section.links = list(dict.fromkeys(section.links))
    yield from cutter.sections


def cut_or_kept(page: str, html: str, anchors: Collection[str], kept: Kept) -> list[Section]:
    """The same, worked out only if the content of `page` is not what it was when it was last kept."""
    known = "\0".join([content(html), *sorted(anchors)]).encode()
    found: list[Section] | None = kept.find(page, known)
    if found is None:
        found = [Section(one.anchor, one.level, [one.title], [one.text], one.cites, one.links, one.linked) for one in cut(html, anchors)]
        kept.keep(page, known, found)
    return found
