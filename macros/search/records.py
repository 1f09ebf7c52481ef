"""The records that have a place on the site: what a part of a page is called in the search, and what it is the wording of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.checks.walk import inside
from macros.models.common import Citation
from macros.models.common import Record as AnyRecord
from macros.reading.guidebook import Guidebook
from macros.site.addresses import Addresses
from macros.views.pages import page_of
from macros.words.numbering import appendix

# The kinds of record that are the wording of a clause: the others only cite it.
BY_CLAUSE = ("rules", "articles")
# What people type of a clause: 3.3.3(1) of 3.3.3(1)②, the article with its paragraph.
CLAUSE = re.compile(r"\d+\.\d+\.\d+(?:\(\d+\))?|제\d+조[①-⑳]?")


@dataclass(frozen=True)
class Record:
    """A record that has a place on the site. `text`: what is shown of it, if not all that stands there.

    `within`: it is a part of the record around it, which keeps its words.
    """

    kind: str
    title: str
    text: str | None
    clauses: str = ""
    editions: tuple[str, ...] = ()
    within: bool = False


def _clauses(record: AnyRecord) -> str:
    """The clauses that a record cites, as one text: who types 3.3.3 looks for what stands on it."""
    cited = (found for _, one in inside(record) if isinstance(one, Citation) for found in CLAUSE.findall(one.clause or ""))
    return "\n".join(dict.fromkeys(cited))


def records_by_page(guide: Guidebook) -> Mapping[str, Mapping[str, Record]]:
    """By page address: its records by anchor (empty: the page itself is the record)."""
    to = Addresses(guide)
    found: dict[str, dict[str, Record]] = defaultdict(dict)
    for kind, key, record in guide.records():
        if place := page_of(guide, to, kind, key):
            path, _, anchor = place[1].partition("#")
            found[path][anchor] = Record(kind, place[0], getattr(record, "definition", None),
                                          _clauses(record) if kind in BY_CLAUSE else "", tuple(getattr(record, "editions", ()) or ()))
    for source in guide.sources.values():
        for section in source.sections:
            if appendix(section.title):
                path, _, anchor = to.citation(Citation(doc=source.id, section=section.id)).partition("#")
                found[path][anchor] = Record("sources", section.title, section.title)
    for timeline in guide.timelines.values():
        for event in timeline.events:
            found[to.timeline(timeline.id)][event.id] = Record("timelines", event.title, None, editions=(timeline.edition,))
    for path, anchor, part in _parts(guide, to):
        found[path][anchor] = part
    return found


def _parts(guide: Guidebook, to: Addresses) -> Iterator[tuple[str, str, Record]]:
    """What people ask of a long record: the paragraphs of an article, the single things to do by a day; page, anchor, record."""
    for article in guide.articles.values():
        path, _, anchor = to.article(article.id).partition("#")
        for clause in article.clauses:
            yield path, f"{anchor}-{clause.id}", Record("articles", clause.clause, None, within=True)
    for known in guide.deadlines.values():
        for due in known.dues:
            yield to.deadlines(), due.id, Record("timelines", due.title, None, editions=due.editions or known.editions or (), within=True)
