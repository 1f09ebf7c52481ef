"""The search against queries of somebody who has seen neither it nor the other queries: `python -m tests.unseen.search FILE`.

FILE lists queries with `topics`, the source sections that treat what is asked, and `also`, other pages that would do. Titles
that are no section's are resolved once by hand in FILE's neighbour `….sections.yaml`: `sections` (label: "document section"),
`also` (label: addresses), `queries` (query: further addresses). A query is answered by the places that cite its sections.
An entry may say `query`, `kind` and `right` instead: the addresses that answer it, one without a place meaning any of its page.
It tells the scores by parts of pages and by pages, where any part of a right page is right; `--pages` lists what is wrong by
pages. `--site DIR` takes a built site instead of building one. Exit code 1 where a label means nothing here.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from macros.reading.guidebook import Guidebook, load
from macros.site.addresses import Addresses
from macros.views.pages import pages_by_section
from tests.bench_search import build_site, served
from tests.browser.ensure import ensure
from tests.conftest import ROOT
from tests.plain_yaml import plain
from tests.search.box import found
from tests.search.measure import Query

# Places that point to an answer rather than being one.
POINTERS = ("reference/", "checklists/", "maintain/")
Side = Mapping[str, Mapping[str, Sequence[str]]]


def _plain(title: str) -> str:
    return re.sub(r"[^가-힣a-z0-9]", "", re.sub(r"\(.*?\)", "", title.lower()))


@dataclass(frozen=True)
class Places:
    """Where the guide treats what a label names."""

    guide: Guidebook
    side: Side

    def of_topic(self, label: str) -> list[str] | None:
        """The places that cite the section; None for a label that names none."""
        named = self.side.get("sections", {}).get(label)
        pairs = [(one.split()[0], one.split()[1]) for one in named if " " in one] if named else self._titled(label)
        cited = pages_by_section(self.guide, Addresses(self.guide))
        given = [one for one in named or () if " " not in one]
        places = [place for doc, section in pairs for _, place in cited(doc, section) if not place.startswith(POINTERS)]
        return [*places, *given] if pairs or given else None

    def of_page(self, label: str) -> list[str] | None:
        """The addresses that the side file gives for another page."""
        given = self.side.get("also", {}).get(label)
        return None if given is None else list(given)

    def _titled(self, label: str) -> list[tuple[str, str]]:
        wanted = _plain(label)
        return [(source.id, section.id) for source in self.guide.sources.values() for section in source.sections
                if wanted and _plain(section.title) == wanted]


def queries(path: Path, guide: Guidebook) -> tuple[list[Query], list[str]]:
    """The queries with the addresses that answer them, and what could not be resolved."""
    beside = path.with_name(f"{path.stem}.sections.yaml")
    side: Side = plain(beside.read_text(encoding="utf-8")) if beside.exists() else {}
    places, unknown, asked = Places(guide, side), [], []
    for one in plain(path.read_text(encoding="utf-8")):
        if "right" in one:
            asked.append(Query(one["query"], one["kind"], tuple(one["right"])))
            continue
        answers = list(side.get("queries", {}).get(one["q"], ()))
        for label, read in [*((t, places.of_topic) for t in one.get("topics", ())), *((a, places.of_page) for a in one.get("also", ()))]:
            at = read(label)
            unknown += [f"{one['q']}: {label}"] if at is None else []
            answers += at or []
        asked.append(Query(one["q"], one["kind"], tuple(dict.fromkeys(answers))))
    return asked, unknown


def by_pages(asked: Sequence[Query]) -> list[Query]:
    """The queries, answered by any part of a page that has an answer."""
    return [replace(query, answers=tuple(dict.fromkeys(answer.split("#")[0] for answer in query.answers))) for query in asked]


def report(asked: Sequence[Query], results: Iterable[Sequence[str]]) -> Iterator[str]:
    """Each query that is not answered first, and the shares by kind."""
    ranks: dict[str, list[int | None]] = {}
    for query, addresses in zip(asked, results, strict=True):
        rank = query.rank(addresses)
        ranks.setdefault(query.kind, []).append(0 if not addresses else rank)
        if rank != 1:
            yield f"  [{query.kind}] {query.text}: {rank or ('없음' if addresses else '비었음')} · {' '.join(addresses[:3])}"
    ranks["모두"] = [rank for kind in list(ranks) for rank in ranks[kind]]
    for kind, found_at in ranks.items():
        first, three = sum(r == 1 for r in found_at), sum(bool(r) and r <= 3 for r in found_at if r)
        yield f"{kind:<10} {len(found_at):>3}  첫째 {first / len(found_at):.3f}  셋 안 {three / len(found_at):.3f}  빈 결과 {found_at.count(0)}"


def searched(texts: Sequence[str], site: Path) -> list[list[str]]:
    """What the box of the built site shows for each text."""
    executable = ensure()
    with sync_playwright() as playwright, served(site) as address:
        browser = playwright.chromium.launch(executable_path=executable)
        page = browser.new_page(bypass_csp=True)
        page.goto(address)
        results = found(page, texts)
        browser.close()
    return results


def main(arguments: Any) -> int:
    """Prints what is wrong, and the scores."""
    guide, problems = load(ROOT / "data")
    assert guide, problems
    asked, unknown = queries(arguments.file, guide)
    for line in unknown:
        print(f"풀지 못한 이름: {line}")
    with tempfile.TemporaryDirectory() as folder:
        site = arguments.site or Path(folder)
        if not arguments.site:
            build_site(site)
        results = searched([query.text for query in asked], site)
    for name, judged, listed in (("부분으로", asked, not arguments.pages), ("쪽으로", by_pages(asked), arguments.pages)):
        print(name, *(line for line in report(judged, results) if listed or not line.startswith("  [")), sep="\n")
    return 1 if unknown else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--site", type=Path)
    parser.add_argument("--pages", action="store_true")
    sys.exit(main(parser.parse_args()))
