"""The search: its engine and what a reader can find, as plain scripts, because pages opened from a file cannot fetch.

It is larger than all else that a page loads, so the box (search/box.js) loads it when a reader turns to the search.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from macros.cache.kept import Kept
from macros.finish.built import Pages
from macros.finish.modules import Modules, data_script
from macros.finish.small import small_script
from macros.reading.guidebook import Guidebook
from macros.search.answers import KINDS as KINDS_OF_ANSWERS
from macros.search.answers import answers
from macros.search.entries import Entry, appendix_names, entries_of, with_parts
from macros.search.functions import functions, nowhere, plain, queries
from macros.search.records import records_by_page
from macros.search.scopes import scopes
from macros.search.sections import cut_or_kept
from macros.search.terms import explained, terms, unsaid
from macros.templating.page_json import unmarked

# What is wrong is a warning of the build: a strict one fails.
LOG = logging.getLogger("mkdocs.plugins.search")
# The code on which the parts depend into which pages are cut.
MAKERS = ("cache/*.py", "search/sections.py", "finish/tags.py", "finish/theme_html.py")
# So much of how a page begins is there for the first answer (search/index.js); the rest of the texts comes after it.
HEAD = 24
# Where an entry's row has its text and its answers, and an answer its text.
TEXT_OF, ANSWERS, TEXT = 3, 6, 4


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


def index(pages: Pages, guide: Guidebook, site_name: str, kept: Kept | None = None, tell: Callable[[str], object] = LOG.warning) -> dict[str, Any]:
    """Everything that the search script needs, from the built pages and the data. `kept`: see sections.cut_or_kept. `tell`: of what is wrong."""
    kept = kept or Kept()
    records, appendices = records_by_page(guide), appendix_names(guide)
    entries = [entry for page, html in pages.items() for entry in entries_of(page, html, site_name, records.get(page, {}), kept, appendices)]
    kept.save()
    entries = with_parts(entries, {f"{page}#{anchor}" for page, named in records.items() for anchor, one in named.items() if one.within})
    explaining = explained(guide, entries)
    for problem in unsaid(guide, explaining):
        tell(f"data/glossary.yaml: {problem} 그 말을 다루는 곳을 address에 적어 주세요.")
    for problem in nowhere(guide, {entry.at for entry in entries}):
        tell(problem)
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
            "terms": list(terms(guide, explaining, places)), "functions": functions(guide), "plain": plain(guide),
            "scopes": scopes(guide, entries), "queries": queries(guide, places, LOG.info)}


def _head(at: str, text: str) -> str:
    """What the first answer needs of a text: how a page begins; the parts of pages are found by their names until the rest is there."""
    return "" if "#" in at else text[:HEAD]


def parted(data: Mapping[str, Any]) -> tuple[dict[str, Any], list[str | int]]:
    """The index in two: what the first answer needs (names, terms, answers, how pages begin), and by entry its text (0: all there).

    How entries are asked for (`queries`) comes with the texts, too.
    """
    rows: list[list[Any]] = data["entries"]
    whole = {row[0] for row in rows if len(row) > ANSWERS and any(answer[TEXT] == "" for answer in row[ANSWERS])}
    core = [[*row[:TEXT_OF], row[TEXT_OF] if row[0] in whole else _head(row[0], row[TEXT_OF]), *row[TEXT_OF + 1:]] for row in rows]
    first = {name: value for name, value in data.items() if name != "queries"}
    return {**first, "entries": core}, [0 if one[TEXT_OF] == row[TEXT_OF] else row[TEXT_OF] for one, row in zip(core, rows, strict=True)]


def _script(name: str, data: object) -> str:
    said = unmarked(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    return data_script(name, said)


def write(site: Path, pages: Pages, guide: Guidebook, site_name: str, kept: Kept | None = None,
          tell: Callable[[str], object] = LOG.warning) -> None:
    """Write `search/index.js` (the engine and what the first answer needs) and `search/texts.js` (the rest)."""
    data = index(pages, guide, site_name, kept, tell)
    core, texts = parted(data)
    (site / "search").mkdir(exist_ok=True)
    files = {"index": _script("search", core) + small_script(Modules().placed("search/worker")),
             "texts": _script("searchTexts", texts) + _script("searchQueries", data["queries"])}
    for name, script in files.items():
        (site / "search" / f"{name}.js").write_text(script, encoding="utf-8")
