"""The manual as one PDF: `make pdf`. A real browser prints the book; pikepdf gives it its bookmarks and packs it.

Only the print tells on which page each part stands, and the contents want to know that. So the first sheets are printed
once more with the numbers, and take the place of the ones without.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Any

import pikepdf
from pikepdf import Name, ObjectStreamMode, OutlineItem, Pdf

from macros.finish.names import names_of
from macros.print import book_fonts
from macros.print.book import Sheet, document, sheets
from macros.print.leaves import Leaf
from macros.site.content_time import content_day, content_time

PATIENCE = 20  # seconds without a word while the browser prints
SCALE = 0.86  # of the size that a page printed alone has: 9 pt for running text, and a fifth fewer sheets
AHEAD = 2  # headings of the cover and of the contents, before those of the pages
Say = Callable[[str], None]


@contextmanager
def _spoken(say: Say) -> Iterator[None]:
    """Says every now and then that the work goes on: the browser tells nothing until it has done."""
    began, done = time.monotonic(), Event()

    def tell() -> None:
        while not done.wait(PATIENCE):
            say(f"  인쇄하고 있어요: {time.monotonic() - began:.0f}초째")

    teller = Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _print(html: str, browser: str, target: Path, say: Say) -> Pdf:
    """A document as the browser prints it. It shows nothing on the screen, so its fonts are asked for by name."""
    from playwright.sync_api import sync_playwright

    source = target.with_suffix(".html")
    source.write_text(html, encoding="utf-8")
    with _spoken(say), sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser)
        page = launched.new_page()
        page.set_default_timeout(0)  # hundreds of pages
        page.goto(source.as_uri())
        page.evaluate("Promise.all([...document.fonts].filter((one) => one.family.includes('Book')).map((one) => one.load()))")
        page.pdf(path=target, scale=SCALE, prefer_css_page_size=True, print_background=True, outline=True, tagged=True)
        launched.close()
    return pikepdf.open(target)


def page_numbers(book: Pdf) -> dict[str, int]:
    """For each anchor that something links to: the page on which it stands, counted from 1."""
    numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(book.pages, 1)}
    return {name.lstrip("/"): numbers[place[0].objgen] for name, place in book.Root.Dests.items()}


def renumber(book: Pdf, front: Pdf) -> None:
    """Put what `front` shows in place of the first pages; what links there stays, for nothing has moved."""
    for old, new in zip(book.pages, front.pages, strict=False):
        for key in (Name.Contents, Name.Resources):
            old.obj[key] = book.copy_foreign(front.make_indirect(new.obj[key]))


def grouped(headings: Sequence[OutlineItem], made: Sequence[Sheet]) -> list[OutlineItem]:
    """The browser knows headings only; here the pages of a chapter come below it, under their names in the menu."""
    if len(headings) != AHEAD + len(made):
        raise ValueError(f"큰제목이 {len(headings)}개인데 페이지는 {len(made)}개예요. 페이지마다 큰제목(h1)이 하나여야 해요.")
    top = list(headings[:AHEAD])
    for sheet, heading in zip(made, headings[AHEAD:], strict=True):
        heading.title, heading.is_closed = sheet.leaf.title, True
        (top if sheet.leaf.opens else top[-1].children).append(heading)
    return top


def write(site: Path, chosen: Sequence[Leaf], target: Path, browser: str, say: Say,
          progress: Callable[[int, int], None]) -> int:
    """Write the PDF of pages of the built `site`; how many printed pages it has. `browser`: the executable that prints."""
    made, styles = sheets(site, chosen, progress)
    with TemporaryDirectory() as name:
        folder = Path(name)
        say("모두 인쇄해요. 1~4분 걸려요 (1/3)")
        fonts = book_fonts.write(folder)
        book = _print(document(site, made, styles, fonts, {}, content_day()), browser, folder / "book.pdf", say)
        say("차례에 쪽 번호를 넣어요 (2/3)")
        front = document(site, made, styles, fonts, page_numbers(book), content_day(), front=True)
        renumber(book, _print(front, browser, folder / "front.pdf", say))
        say("책갈피를 달고 담아요 (3/3)")
        names = names_of(site)
        with book.open_outline() as outline:
            outline.root[:] = grouped(outline.root, made)
        book.Root.PageMode = Name.UseOutlines
        book.docinfo["/CreationDate"] = book.docinfo["/ModDate"] = f"{content_time():D:%Y%m%d%H%M%SZ}"
        book.docinfo["/Title"] = names["guide"]
        book.docinfo["/Subject"] = f"{names['subject']} 안내서"
        target.parent.mkdir(parents=True, exist_ok=True)
        book.save(target, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
        return len(book.pages)
