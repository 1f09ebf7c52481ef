"""The search: its engine and what a reader can find, as plain scripts, because pages opened from a file cannot fetch.

It is larger than all else that a page loads, so the box (search/box.js) loads it when a reader turns to the search.
"""

from __future__ import annotations

import json
import logging
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from posixpath import normpath
from typing import Any

from macros.cache.kept import Kept
from macros.finish.built import Pages
from macros.finish.modules import Modules, data_script
from macros.finish.small import small_script
from macros.models.kinds import KINDS
from macros.models.term import Term
from macros.reading.guidebook import Guidebook
from macros.rules.terms import plan_editions
from macros.search.answers import KINDS as KINDS_OF_ANSWERS
from macros.search.answers import answers
from macros.search.functions import functions, nowhere
from macros.search.records import APPENDIX, CLAUSE, Record, records_by_page
from macros.search.sections import Section, cut_or_kept
from macros.site.addresses import anchor as anchor_of
from macros.templating.page_json import unmarked

# What is wrong is a warning of the build: a strict one fails.
LOG = logging.getLogger("mkdocs.plugins.search")
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
# The code on which the parts depend into which pages are cut.
MAKERS = ("cache/*.py", "search/sections.py", "finish/tags.py", "finish/theme_html.py")
# How the anchors end of parts that list what is to be handed in.
HANDED_IN = "-outputs"
IN_PASSING = 0.42
# So many parts of a page at most are lifted by a term that the page says only in its parts.
SAYING = 2
# Pages that list where everything else stands: found by their names and opening words, not by what they list.
LISTING = ("maintain/coverage/", "maintain/checked/")
OPENING = 200
# The pages for editors, found by their headings and by how each part begins.
EDITORS = "maintain/"
# With so many links, and so much of its letters in them, a part of a page is a list of what stands elsewhere.
LINKS = 3
LINKED = 0.3
GIST = 300
# So much of how a page begins is there for the first answer (search/index.js); the rest of the texts comes after it.
HEAD = 40
# Where an entry's row has its text and its answers, and an answer its text.
TEXT_OF, ANSWERS, TEXT = 3, 6, 4


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


def _appendices(guide: Guidebook) -> Mapping[str, str]:
    """By the anchor of a section among the sources: the name of the appendix in which it stands."""
    found = {}
    for source in guide.sources.values():
        for section in source.sections:
            if name := APPENDIX.match(source.title_of(section.id.split(".")[0])):
                found[f"{source.id}-{anchor_of(section.id)}"] = name[0]
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


def _label(kind: str | None, page: str) -> tuple[str, float]:
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


def _entries(page: str, html: str, site_name: str, records: Mapping[str, Record], kept: Kept,
             appendices: Mapping[str, str]) -> Iterator[Entry]:
    """A page's entries: itself, its records, its other headings. A part is labelled as the record that it belongs to."""
    path: list[tuple[int, Entry]] = []
    for section in cut_or_kept(page, html, records, kept):
        while path and path[-1][0] >= section.level:
            path.pop()
        above = path[-1][1] if path else None
        record = records.get(section.anchor)
        label = above.label if above and not record else _label(record.kind if record else None, page)
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


@lru_cache(maxsize=10_000)  # each part of a page is looked at for many terms
def _compact(text: str) -> str:
    return re.sub(r"[^가-힣a-z0-9]", "", text.lower())


def saying(names: Sequence[str], address: str, entries: Sequence[Entry]) -> list[str]:
    """The places at an address that say one of the names, all its words: itself, or parts below it, or else others of its page."""
    said = [[_compact(word) for word in name.split()] for name in names]
    page = address.split("#")[0]
    below = [entry for entry in entries if entry.at == address or entry.above == address]
    for near in (below, [entry for entry in entries if entry.at.split("#")[0] == page]):
        texts = {entry.at: f"{_compact(entry.title)}\n{_compact(entry.text)}" for entry in near}
        found = [at for at, text in texts.items() if any(all(word in text for word in name) for name in said)]
        if found:
            return [address] if address in found else found[:SAYING]
    return []


def explained(guide: Guidebook, entries: Sequence[Entry]) -> Mapping[str, list[str]]:
    """By a term's id: the places at its address that say it, by its official names or else by everyday ones."""
    pages: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        pages[entry.at.split("#")[0]].append(entry)

    def of(term: Term, address: str) -> list[str]:
        there = pages[address.split("#")[0]]
        return saying([term.term, *term.synonyms], address, there) or saying(term.everyday, address, there)

    return {term.id: of(term, term.address) if term.address else [] for term in guide.glossary.values()}


def unsaid(guide: Guidebook, places: Mapping[str, list[str]]) -> list[str]:
    """The terms whose address is said to explain them, though nothing there says them. `places`: see `explained`."""
    return [f"{term.term}: {term.address}에 이 말이 없어요." for term in guide.glossary.values() if term.address and not places[term.id]]


def _terms(guide: Guidebook, explaining: Mapping[str, list[str]],
           numbers: Mapping[str | None, int]) -> Iterator[tuple[list[str], list[str], list[int]]]:
    """For each term: its official names, the everyday words that mean it, and the numbers of the entries that explain it and say so."""
    for term in guide.glossary.values():
        places = [f"reference/glossary/#term-{term.id}", *explaining[term.id]]
        yield [term.term, *term.synonyms], list(term.everyday), [numbers[at] for at in places if at in numbers]
    years = [f"{old}년 {new}년" for old, new in pairwise(plan_editions(guide.rules.values()))]
    yield ["달라진 것"], years, [numbers[at] for at in ("reference/changes/",) if at in numbers]


def _answers(guide: Guidebook, entries: Sequence[Entry]) -> Mapping[str, list[list[object]]]:
    """By address: what the records there answer. A text or subject that is the entry's own is not told twice."""
    own = {entry.at: entry for entry in entries}
    found: dict[str, list[list[object]]] = defaultdict(list)
    for answer in answers(guide):
        if (entry := own.get(answer.at)) is None:
            continue  # no page shows the record: nothing to find, nothing to answer
        found[answer.at].append(replace(answer, text="" if answer.text == entry.text else answer.text,
                                        subject="" if answer.subject == entry.title else answer.subject).row)
    return found


def cut_ahead(pages: Pages, guide: Guidebook, kept: Kept) -> Iterator[tuple[str, str]]:
    """Cut each page into the parts that `index` finds in `kept` then; gives it, for whoever reads the same tags next."""
    records = records_by_page(guide)
    for page, html in pages.items():
        cut_or_kept(page, html, records.get(page, {}), kept)
        yield page, html
    kept.save()


def index(pages: Pages, guide: Guidebook, site_name: str, kept: Kept | None = None) -> dict[str, Any]:
    """Everything that the search script needs, from the built pages and the data. `kept`: see sections.cut_or_kept."""
    kept = kept or Kept()
    records, appendices = records_by_page(guide), _appendices(guide)
    entries = [entry for page, html in pages.items() for entry in _entries(page, html, site_name, records.get(page, {}), kept, appendices)]
    kept.save()
    entries = with_parts(entries, {f"{page}#{anchor}" for page, named in records.items() for anchor, one in named.items() if one.within})
    explaining = explained(guide, entries)
    for problem in unsaid(guide, explaining):
        LOG.warning("data/glossary.yaml: %s 그 말을 다루는 곳을 address에 적어 주세요.", problem)
    for problem in nowhere(guide, {entry.at for entry in entries}):
        LOG.warning("data/functions.yaml: %s at을 고쳐 주세요.", problem)
    labels = list(dict.fromkeys(entry.label for entry in entries))
    places: dict[str | None, int] = {entry.at: number for number, entry in enumerate(entries)}
    told = _answers(guide, entries)
    rows = [[entry.at, entry.title, labels.index(entry.label), entry.text, places.get(entry.above),
             *([entry.clauses] if entry.clauses or entry.at in told else []), *([told[entry.at]] if entry.at in told else [])]
            for entry in entries]
    editions = {edition: [number for number, entry in enumerate(entries) if edition in entry.editions]
                for edition in sorted({edition for entry in entries for edition in entry.editions})}
    lists = {places[entry.at]: found for entry in entries
             if (found := [places[at] for at in entry.lists if at in places and at != entry.at])}
    return {"labels": labels, "lists": lists, "kinds": KINDS_OF_ANSWERS, "editions": editions, "entries": rows,
            "terms": list(_terms(guide, explaining, places)), "functions": functions(guide)}


def _head(at: str, text: str) -> str:
    """What the first answer needs of a text: how a page begins; the parts of pages are found by their names until the rest is there."""
    return "" if "#" in at else text[:HEAD]


def parted(data: Mapping[str, Any]) -> tuple[dict[str, Any], list[str | int]]:
    """The index in two: what the first answer needs (names, terms, answers, how pages begin), and by entry its text (0: all there)."""
    rows: list[list[Any]] = data["entries"]
    whole = {row[0] for row in rows if len(row) > ANSWERS and any(answer[TEXT] == "" for answer in row[ANSWERS])}
    core = [[*row[:TEXT_OF], row[TEXT_OF] if row[0] in whole else _head(row[0], row[TEXT_OF]), *row[TEXT_OF + 1:]] for row in rows]
    return {**data, "entries": core}, [0 if one[TEXT_OF] == row[TEXT_OF] else row[TEXT_OF] for one, row in zip(core, rows, strict=True)]


def _script(name: str, data: object) -> str:
    said = unmarked(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    return data_script(name, said)


def write(site: Path, pages: Pages, guide: Guidebook, site_name: str, kept: Kept | None = None) -> None:
    """Write `search/index.js` (the engine and what the first answer needs) and `search/texts.js` (the rest).

    The theme's own index, which nothing asks for, is taken away.
    """
    core, texts = parted(index(pages, guide, site_name, kept))
    (site / "search").mkdir(exist_ok=True)
    files = {"index": _script("search", core) + small_script(Modules().placed("search/worker")), "texts": _script("searchTexts", texts)}
    for name, script in files.items():
        (site / "search" / f"{name}.js").write_text(script, encoding="utf-8")
    (site / "search" / "search_index.json").unlink(missing_ok=True)
