"""The pages that make up the printed manual: those of the menu, in its order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

from macros.finish.theme_html import is_entry, is_menu

# Of no use on paper: what is filled in on a screen, what opens files, what tells of the site itself.
ON_SCREEN = ("tools/budget/", "checklists/progress/", "downloads/", "reference/accessibility/", "maintain/")


@dataclass(frozen=True)
class Leaf:
    """A page of the book: its file from the site's root, its title in the menu, and whether it opens a chapter."""

    file: str
    title: str
    opens: bool


class _Menu(HTMLParser):
    """The menu's links: those of the first level are chapters. A page's menu holds what is below its own chapter only."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[bool] = []  # for each open nav, whether it is the menu or below it
        self.links: list[tuple[str, list[str], bool]] = []
        self.reading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "nav":
            self.levels.append(is_menu(values))
        elif tag == "a" and sum(self.levels) and all(self.levels) and is_entry(values):
            self.links.append((values.get("href") or "", [], sum(self.levels) == 1))
            self.reading = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "nav":
            self.levels.pop()
        elif tag == "a":
            self.reading = False

    def handle_data(self, data: str) -> None:
        if self.reading:
            self.links[-1][1].append(data)


def leaves(site: Path) -> list[Leaf]:
    """The pages that the menus of the built `site` name, each once: home names the chapters, each of them its own pages."""
    found: dict[str, Leaf] = {}
    for chapter in _named(site, "index.html", opens=True):
        for leaf in (chapter, *_named(site, chapter.file, opens=False)):
            found.setdefault(leaf.file, leaf)
    return list(found.values())


def _named(site: Path, file: str, opens: bool) -> Iterator[Leaf]:
    """What the menu of a page names: the chapters, or what is below the one that it belongs to."""
    menu = _Menu()
    menu.feed((site / file).read_text(encoding="utf-8"))
    for link, words, first in menu.links:
        if first == opens and not link.startswith("#"):
            yield Leaf(file_of(file, link), " ".join("".join(words).split()), opens)


def printed(found: list[Leaf]) -> list[Leaf]:
    """Those that stand in the book."""
    return [leaf for leaf in found if not leaf.file.startswith(ON_SCREEN)]


def file_of(page: str, path: str) -> str:
    """The file to which a link on a page leads, from the site's root."""
    target = normpath(f"{page.rpartition('/')[0] or '.'}/{unquote(path)}")
    if target == ".":
        return "index.html"
    return f"{target}/index.html" if path.endswith(("/", "..", ".")) else target
