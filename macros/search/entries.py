"""What a reader can find: the pages, their records and their other parts, each as an entry with its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from posixpath import normpath

from macros.cache.kept import Kept
from macros.models.kinds import KINDS
from macros.reading.guidebook import Guidebook
from macros.search.records import CLAUSE, Record
from macros.search.sections import Section, cut_or_kept
from macros.site.addresses import anchor as anchor_of
from macros.words.numbering import appendix

# What a result is called, and how much it counts beside others that fit as well: the place that answers comes before
# the place that lists. By kind of record first (macros/models/kinds.py), then by chapter.
CHAPTERS: Mapping[str, tuple[str, float]] = {
    "": ("안내", 0.5), "tools": ("도구", 1.1), "forms": ("서식", 0.9), "districts": ("자치구", 0.8), "cases": ("사례", 0.8),
    "dates": ("일정", 0.8), "checklists": ("체크리스트", 0.9), "reference": ("자료", 0.5), "maintain": ("편집", 0.45),
    "reference/sources": ("자료", 0.25), "maintain/coverage": ("편집", 0.15),
}
OTHER = ("안내", 0.9)
NUMBER = re.compile(r"\d+(?:\.\d+)*")
# Parts of a page that only point to others.
POINTERS = ("onward", "grounds")
# Parts that list what stands elsewhere, or that only play a case through: never before what they point to.
PASSING = ("cases", "example", "questions", "related")
# How the anchors end of parts that list what is to be handed in.
HANDED_IN = "-outputs"
IN_PASSING = 0.42
# Pages that list where everything else stands: found by their names and opening words, not by what they list.
LISTING = ("maintain/coverage/", "maintain/checked/")
OPENING = 200
# The pages for editors, found by their headings and by how each part begins.
EDITORS = "maintain/"
# With so many links, and so much of its letters in them, a part of a page is a list of what stands elsewhere.
LINKS = 3
LINKED = 0.3
GIST = 300


@dataclass(frozen=True)
class Entry:
    """One thing to find, what it is called in the list of results, and where the entry stands that it is a part of."""

    at: str
    title: str
    label: tuple[str, float]
    text: str
    above: str | None
    clauses: str = ""
    editions: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


def appendix_names(guide: Guidebook) -> Mapping[str, str]:
    """By the anchor of a section among the sources: the name of the appendix in which it stands."""
    found = {}
    for source in guide.sources.values():
        for section in source.sections:
            if name := appendix(source.title_of(section.id.split(".")[0])):
                found[f"{source.id}-{anchor_of(section.id)}"] = name
    return found


def _places(cites: Sequence[str], appendices: Mapping[str, str]) -> Iterator[str]:
    """Where in the sources the notes of a part point, as people type it: 3.2.2(1), 부록5 4.2."""
    for cite in cites:
        anchor, _, words = cite.partition(" ")
        clause = words.partition("쪽 ")[2]
        yield from CLAUSE.findall(clause)
        if anchor in appendices and (number := NUMBER.match(clause)):
            yield f"{appendices[anchor]} {number[0]}"


def clause_row(worded: str, cites: Sequence[str], appendices: Mapping[str, str]) -> str:
    """The clauses that a part is the wording of, and behind a tab those that it only cites."""
    cited = [place for place in dict.fromkeys(_places(cites, appendices)) if place not in worded.split("\n")]
    return "\t".join([worded, *(["\n".join(cited)] if cited else [])])


def label_of(kind: str | None, page: str) -> tuple[str, float]:
    if kind and (label := KINDS[kind].found):
        return label
    return CHAPTERS.get(page.rstrip("/")) or CHAPTERS.get(page.split("/")[0], OTHER)


def _lowered(label: tuple[str, float], anchor: str) -> tuple[str, float]:
    passing = anchor.startswith(PASSING) or anchor.endswith(HANDED_IN)
    return (label[0], label[1] * IN_PASSING) if passing else label


def _page_title(html: str, site_name: str) -> str:
    found = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    return unescape(found[1]).strip().removesuffix(f" - {site_name}") if found else ""


def _text(name: str, section: Section) -> str:
    """The part's words without its name at the top, which the result shows already."""
    lead = [section.title] if not section.anchor and section.title != name else []
    lines = section.text.split("\n")
    return "\n".join([*lead, *(lines[1:] if lines[0] == name else lines)])


def entries_of(page: str, html: str, site_name: str, records: Mapping[str, Record], kept: Kept,
             appendices: Mapping[str, str]) -> Iterator[Entry]:
    """A page's entries: itself, its records, its other headings. A part is labelled as the record that it belongs to."""
    path: list[tuple[int, Entry]] = []
    for section in cut_or_kept(page, html, records, kept):
        while path and path[-1][0] >= section.level:
            path.pop()
        above = path[-1][1] if path else None
        record = records.get(section.anchor)
        label = above.label if above and not record else label_of(record.kind if record else None, page)
        name = record.title if record else section.title if section.anchor else _page_title(html, site_name)
        text = record.text if record and record.text else _text(name, section).strip()
        text = text[:OPENING if page in LISTING else GIST if page.startswith(EDITORS) else None]
        entry = Entry(f"{page}#{section.anchor}" if section.anchor else page, name, _lowered(label, section.anchor), text,
                      above.at if above else None,
                      clause_row(record.clauses if record else "", section.cites, appendices),
                      record.editions if record else above.editions if above else (),
                      () if record else listed(page, section))
        path.append((section.level, entry))
        if name and section.anchor not in POINTERS:
            yield entry


def with_parts(entries: Sequence[Entry], within: Collection[str]) -> list[Entry]:
    """The entries, of which each keeps the words of its parts that are found by themselves as well (`within`: their addresses)."""
    parts: dict[str | None, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.at in within:
            parts[entry.above].append(entry.text)
    return [replace(entry, text="\n".join([entry.text, *parts[entry.at]])) if entry.at in parts else entry for entry in entries]


def listed(page: str, section: Section) -> tuple[str, ...]:
    """The places that a part of a page links to, by their addresses on the site, if it mostly points elsewhere; else none."""
    if len(section.links) < LINKS or section.linked < LINKED * len(re.sub(r"\s", "", section.text)):
        return ()
    paths = [link.partition("#") for link in section.links]
    return tuple(dict.fromkeys(_place(page, path) + mark + anchor for path, mark, anchor in paths
                               if ":" not in path and not path.startswith("/")))


def _place(page: str, path: str) -> str:
    """The address of a page to which another one links."""
    where = normpath(f"{page}{path}").removesuffix("index.html").strip("/") if path else page.strip("/")
    return f"{where}/" if where not in ("", ".") else ""
