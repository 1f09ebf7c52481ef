"""`python -m macros finish site`: what is made from written pages, whichever engine wrote them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import yaml

from macros.api import edit_screen, feed, names, package_data, record_schemas, table_reader
from macros.api import files as api
from macros.api.lists import EPOCH
from macros.cache import folders, grounds
from macros.cache.beside import Beside
from macros.cache.kept import STORE, Kept
from macros.calendars import files as calendars
from macros.checks.loaded import loaded
from macros.commands import PROJECT
from macros.finish import built, finish, moved, text_pages, worker
from macros.office import browser_templates
from macros.office import catalogue as office
from macros.office.excel.budget import files as budget_workbooks
from macros.office.excel.sheets import files as sheet_workbooks
from macros.reading.guidebook import Guidebook
from macros.reading.problems import report
from macros.search import index

SETTINGS = ("site_name", "site_description", "site_url")


def add(commands: Any) -> None:
    """The command and its options."""
    parser = commands.add_parser("finish", help="다른 엔진이 쓴 페이지에 검색, 파일, 묶음, 보안 정책을 더해요")
    parser.add_argument("site", type=Path, help="페이지가 있는 폴더")
    parser.set_defaults(run=lambda options: run(options.site))


def run(site: Path) -> int:
    """Finish the pages in a folder; 1 where there are none or the data is not sound."""
    if not (site / "index.html").exists():
        print(f"페이지가 없어요: {site}. 사이트를 먼저 만들어 주세요.", file=sys.stderr)
        return 1
    guide, problems = loaded.data(PROJECT / "data")
    if guide is None:
        print(report(problems), file=sys.stderr)
        return 1
    told = settings()
    finished(site, Given(guide, office.kept_catalogue(guide, loaded.key), told["name"], told["description"], told["address"], loaded.key))
    print(f"{site}: 검색, 파일, 묶음, 보안 정책을 더했어요.")
    return 0


def settings(project: Path = PROJECT) -> dict[str, str]:
    """The site's name, description and address, from mkdocs.yml (whose tags for Python are none of ours to run)."""
    class Plain(yaml.SafeLoader):
        """Reads past the tags that only an engine understands."""

    Plain.add_multi_constructor("", lambda loader, suffix, node: None)
    found = yaml.load((project / "mkdocs.yml").read_text(encoding="utf-8"), Plain)
    name, description, address = (str(found.get(key) or "") for key in SETTINGS)
    return {"name": name, "description": description, "address": address}


@dataclass(frozen=True)
class Given:
    """What all of it is made from beside the pages: records, files, the site's name, description and address.

    `key`: of all data and code, from before they were read; empty if it is not known.
    """

    guide: Guidebook
    files: tuple[office.Entry, ...]
    name: str
    description: str
    address: str
    key: bytes = b""


def finished(site: Path, given: Given, *, also: Callable[[], object] = lambda: None) -> None:
    """All that is made from written pages, and these as browsers load them. `also`: what else there is to do meanwhile."""
    def join() -> None:
        also()
        finish.write(site)

    add_files(site, given, join=join)
    worker.write(site)


def add_files(site: Path, given: Given, *, alone: bool = False, join: Callable[[], object] = lambda: None) -> None:
    """Everything beside the pages: search, workbooks, calendars, data for other systems, office files, feed, copies as text.

    `alone`: in this process, which may be stopped at any time, and no other. `join`: what is to be done with the pages and their
    scripts; the pages have been read by then.
    """
    pages, guide = built.pages(site), given.guide
    sections, copies = Kept(STORE / "sections", index.MAKERS), Kept(STORE / "copies", text_pages.MAKERS)

    def read() -> None:
        """Read each page's tags once: for what can be found on it, and for its copy."""
        for page, html in index.cut_ahead(pages, guide, sections):
            text_pages.copy(page, html, copies)
        copies.save()

    search = partial(index.write, site, pages, guide, given.name, sections)
    beside = Beside() if alone else Beside(read, partial(search, _left))
    try:
        _add_others(site, given)
        join()
        if beside.wait(1):
            copies = Kept(STORE / "copies", text_pages.MAKERS)
        else:
            read()
        text_pages.write_all(site, pages, given.name, given.description, copies)
        if not beside.wait(2):
            search()
    finally:
        beside.end()


def _left(problem: str) -> None:
    """What is wrong is for the process to tell whose words are heard: this one leaves it all to that."""
    raise ValueError(problem)


def _add_others(site: Path, given: Given) -> None:
    """What needs nobody to have read the pages."""
    _from_data(site, given)
    moved.write_all(site, PROJECT / "data", given.name)
    office.write_all(site, given.files)
    table_reader.write_all(site, given.guide)
    names.write_all(site, given.guide)
    record_schemas.write_all(site)
    edit_screen.write_all(site, given.guide, PROJECT / "data")
    feed.write(site, PROJECT / "CHANGELOG.md", given.guide, given.address)


def _from_data(site: Path, given: Given) -> None:
    """What is made of the records alone, or as it was made when they were the same."""
    kept, key = _output(given.address, given.key)
    for name, make in _makers(given.guide, lambda: given.files, given.address).items():
        folders.write(kept, name, key, site, make)
    kept.save()


def _output(address: str, key: bytes) -> tuple[Kept, bytes]:
    """Where that is kept, and what it depends on."""
    return Kept(STORE / "output", ("cache/*.py",)), (key or grounds.whole()) + f"{address} {os.environ.get(EPOCH, '')}".encode()


def _makers(guide: Guidebook, files: Callable[[], tuple[office.Entry, ...]], address: str) -> Mapping[str, Callable[[Path], object]]:
    return {
        "workbooks": lambda target: budget_workbooks.write_all(target, guide),
        "tool-workbooks": lambda target: sheet_workbooks.write_all(target, guide),
        "calendars": lambda target: calendars.write_all(target, guide, address),
        "api": lambda target: api.write_all(target, guide, files()),
        "office-templates": lambda target: browser_templates.write_all(target, guide, Kept(STORE / "office-templates", office.MAKERS)),
        "package": lambda target: package_data.write_all(target, guide),
    }


def ahead(guide: Guidebook, address: str, whole: bytes) -> Beside:
    """Begin with what is made of the records alone, while pages are made: first the office files, whose sizes pages tell.

    `whole`: of all data and code.
    """
    kept, key = _output(address, whole)
    made = cache(partial(office.kept_catalogue, guide, whole))
    makers = _makers(guide, made, address)
    if all(kept.find(name, key) is not None for name in makers):
        return Beside()

    def keep() -> None:
        for name, make in makers.items():
            folders.made(kept, name, key, make)
        kept.save()

    return Beside(made, keep)
