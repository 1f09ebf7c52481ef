"""The manual as one PDF: `make pdf`. A real browser prints the book; pypdf gives it its bookmarks.

It is printed twice: only the first print tells on which page each part stands, and the contents want to know that.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import Destination, Fit

from macros.export.book import Sheet, document, leaves, sheets

AHEAD = 2  # headings of the cover and of the contents, before those of the pages
Say = Callable[[str], None]


def _day() -> str:
    made = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH") or time.time()))
    return f"{made.tm_year}. {made.tm_mon}. {made.tm_mday}."


def _print(html: str, browser: str, folder: Path) -> Path:
    """The book as the browser prints it."""
    from playwright.sync_api import sync_playwright

    source, target = folder / "book.html", folder / "book.pdf"
    source.write_text(html, encoding="utf-8")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser)
        page = launched.new_page()
        page.set_default_timeout(0)
        page.goto(source.as_uri())
        page.evaluate("document.fonts.ready.then(() => true)")
        page.pdf(path=target, prefer_css_page_size=True, print_background=True, outline=True, tagged=True)
        launched.close()
    return target


def page_numbers(reader: PdfReader) -> dict[str, int]:
    """For each anchor that something links to: the page on which it stands, counted from 1."""
    found = {}
    for name, place in reader.named_destinations.items():
        number = reader.get_destination_page_number(place)
        if number is not None:
            found[name.lstrip("/")] = number + 1
    return found


def _bookmark(reader: PdfReader, writer: PdfWriter, items: Sequence[Any], parent: Any) -> None:
    """The browser's outline below one heading, as it is: a list follows the heading that it belongs to."""
    last = parent
    for item in items:
        if isinstance(item, Destination):
            last = _add(reader, writer, item, item.title or "", parent)
        else:
            _bookmark(reader, writer, item, last)


def _add(reader: PdfReader, writer: PdfWriter, item: Destination, title: str, parent: Any) -> Any:
    number = reader.get_destination_page_number(item)
    assert number is not None
    return writer.add_outline_item(title, number, parent, is_open=False, fit=Fit.xyz(item.left, item.top))


def _grouped(outline: Sequence[Any]) -> list[tuple[Destination, list[Any]]]:
    groups: list[tuple[Destination, list[Any]]] = []
    for item in outline:
        if isinstance(item, Destination):
            groups.append((item, []))
        else:
            groups[-1][1].extend(item)
    return groups


def bookmarks(reader: PdfReader, writer: PdfWriter, made: Sequence[Sheet]) -> None:
    """Chapters, their pages, the headings of those: the browser knows the headings only."""
    groups = _grouped(reader.outline)
    if len(groups) != AHEAD + len(made):
        raise ValueError(f"큰제목이 {len(groups)}개인데 쪽은 {len(made)}개예요. 쪽마다 큰제목(h1)이 하나여야 해요.")
    del writer.root_object["/Outlines"]
    for place, _ in groups[:AHEAD]:
        _add(reader, writer, place, place.title or "", None)
    chapter = None
    for sheet, (place, below) in zip(made, groups[AHEAD:], strict=True):
        entry = _add(reader, writer, place, sheet.leaf.title, None if sheet.leaf.opens else chapter)
        if sheet.leaf.opens:
            chapter = entry
        _bookmark(reader, writer, below, entry)


def write(site: Path, target: Path, browser: str, say: Say, progress: Callable[[int, int], None]) -> int:
    """Write the PDF from the built `site`, printed by the browser whose executable is given; how many pages it has."""
    made, styles = sheets(site, leaves((site / "index.html").read_text(encoding="utf-8")), progress)
    with TemporaryDirectory() as name:
        folder = Path(name)
        say("한 번 인쇄해서 쪽 번호를 알아봐요 (1/3)")
        numbers = page_numbers(PdfReader(_print(document(site, made, styles, {}, _day()), browser, folder)))
        say("차례에 쪽 번호를 넣어 다시 인쇄해요 (2/3)")
        reader = PdfReader(_print(document(site, made, styles, numbers, _day()), browser, folder))
        say("책갈피를 달아요 (3/3)")
        writer = PdfWriter(clone_from=reader)
        bookmarks(reader, writer, made)
        writer.add_metadata({"/Title": "협치 길잡이", "/Subject": "서울시 지역사회혁신계획(구단위계획형) 안내서"})
        writer.page_mode = "/UseOutlines"
        target.parent.mkdir(parents=True, exist_ok=True)
        writer.write(target)
        return len(reader.pages)
