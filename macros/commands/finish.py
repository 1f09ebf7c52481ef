"""`python -m macros finish site`: what is made from written pages, whichever engine wrote them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import yaml

from macros.api import edit_screen, feed, names, package_data, record_schemas, table_reader
from macros.api import files as api
from macros.api.lists import EPOCH
from macros.cache import folders, grounds
from macros.cache.kept import STORE, Kept
from macros.calendars import files as calendars
from macros.checks.loaded import loaded
from macros.commands import PROJECT
from macros.finish import finish, moved, text_pages
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
    parser = commands.add_parser("finish", help="다른 엔진이 쓴 쪽에 검색, 파일, 묶음, 보안 정책을 더해요")
    parser.add_argument("site", type=Path, help="쪽이 있는 폴더")
    parser.set_defaults(run=lambda options: run(options.site))


def run(site: Path) -> int:
    """Finish the pages in a folder; 1 where there are none or the data is not sound."""
    if not (site / "index.html").exists():
        print(f"쪽이 없어요: {site}. 사이트를 먼저 만들어 주세요.", file=sys.stderr)
        return 1
    guide, problems = loaded.data(PROJECT / "data")
    if guide is None:
        print(report(problems), file=sys.stderr)
        return 1
    add_files(site, guide, office.kept_catalogue(guide), **settings())
    finish.write(site)
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


def add_files(site: Path, guide: Guidebook, files: tuple[office.Entry, ...], name: str, description: str, address: str) -> None:
    """Everything beside the pages: search, workbooks, calendars, data for other systems, office files, feed, copies as text."""
    index.write(site, guide, name, Kept(STORE / "sections", index.MAKERS))
    _from_data(site, guide, files, address)
    moved.write_all(site, PROJECT / "data", name)
    office.write_all(site, files)
    browser_templates.write_all(site, guide, Kept(STORE / "office-templates", office.MAKERS))
    table_reader.write_all(site, guide)
    package_data.write_all(site, guide)
    names.write_all(site, guide)
    record_schemas.write_all(site)
    edit_screen.write_all(site, guide, PROJECT / "data")
    feed.write(site, PROJECT / "CHANGELOG.md", guide, address)
    text_pages.write_all(site, name, description, Kept(STORE / "copies", text_pages.MAKERS))


def _from_data(site: Path, guide: Guidebook, files: tuple[office.Entry, ...], address: str) -> None:
    """What is made of the records alone, or as it was made when they were the same."""
    kept = Kept(STORE / "output", ("cache/*.py",))
    key = grounds.whole() + f"{address} {os.environ.get(EPOCH, '')}".encode()
    folders.write(kept, "workbooks", key, site, lambda target: budget_workbooks.write_all(target, guide))
    folders.write(kept, "tool-workbooks", key, site, lambda target: sheet_workbooks.write_all(target, guide))
    folders.write(kept, "calendars", key, site, lambda target: calendars.write_all(target, guide, address))
    folders.write(kept, "api", key, site, lambda target: api.write_all(target, guide, files))
    kept.save()
