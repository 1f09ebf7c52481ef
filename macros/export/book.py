"""The whole manual as one document to print: every page of the menu, in its order, with links among themselves.

It is put together from the built pages, so that nothing is rendered twice; macros/export/pdf.py prints it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

from macros.render import environment

ARTICLE = re.compile(r'<article class="md-content__inner md-typeset">(.*)</article>', re.DOTALL)
SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]*)">')
TAG = re.compile(r"<([a-z][a-z0-9]*)\b([^<>]*)>")
ATTRIBUTE = re.compile(r'\s([a-z-]+)="([^"]*)"')
# Attributes that name one or several elements of their own page.
NAMING = ("id", "for", "name", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")


@dataclass(frozen=True)
class Leaf:
    """A page of the book: its file from the site's root, its title in the menu, and whether it opens a chapter."""

    file: str
    title: str
    opens: bool


@dataclass(frozen=True)
class Sheet:
    """A page as it stands in the book: its anchor and its markup."""

    leaf: Leaf
    anchor: str
    html: str


class _Menu(HTMLParser):
    """The menu's links: those of the first level are chapters."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[bool] = []  # for each open nav, whether it is the menu or below it
        self.links: list[tuple[str, list[str], bool]] = []
        self.reading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "nav":
            self.levels.append("data-md-level" in values)
        elif tag == "a" and sum(self.levels) and all(self.levels) and "md-nav__link" in (values.get("class") or ""):
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


def leaves(home: str) -> list[Leaf]:
    """The pages that the menu of the home page names, each once."""
    menu = _Menu()
    menu.feed(home)
    found: dict[str, Leaf] = {}
    for link, words, opens in menu.links:
        if not link.startswith("#"):
            file = _file("index.html", link)
            found.setdefault(file, Leaf(file, " ".join("".join(words).split()), opens))
    return list(found.values())


def _file(page: str, path: str) -> str:
    target = normpath(f"{page.rpartition('/')[0] or '.'}/{unquote(path)}")
    if target == ".":
        return "index.html"
    return f"{target}/index.html" if path.endswith(("/", "..", ".")) else target


class _Binder:
    """Rewrites one page's markup for its place in the book."""

    def __init__(self, page: str, anchors: Mapping[str, str]) -> None:
        self.page = page
        self.anchors = anchors
        self.own = anchors[page]

    def html(self, article: str) -> str:
        return TAG.sub(self._tag, SHEET.sub("", SCRIPT.sub("", article)))

    def _tag(self, found: re.Match[str]) -> str:
        name = found[1]
        return f"<{name}{ATTRIBUTE.sub(lambda attribute: self._attribute(name, attribute), found[2])}>"

    def _attribute(self, tag: str, found: re.Match[str]) -> str:
        name, value = found[1], found[2]
        if name in NAMING and tag != "meta":
            value = " ".join(f"{self.own}--{one}" for one in value.split())
        elif name == "href":
            target = self._target(unescape(value))
            if target is None:
                return ""  # a file beside the site: paper cannot open it
            value = escape(target)
        return f' {name}="{value}"'

    def _target(self, link: str) -> str | None:
        if re.match(r"[a-z]+:", link):
            return link
        path, mark, fragment = link.partition("#")
        anchor = self.anchors.get(_file(self.page, path) if path else self.page)
        if anchor is None:
            return None
        return f"#{anchor}--{unquote(fragment)}" if mark and fragment else f"#{anchor}"


def sheets(site: Path, found: Iterable[Leaf], progress: Callable[[int, int], None]) -> tuple[list[Sheet], list[str]]:
    """The pages in order, and the style sheets that they want (from the site's root). `progress`: (done, all)."""
    listed = list(found)
    anchors = {leaf.file: f"p{number}" for number, leaf in enumerate(listed, 1)}
    made, styles = [], []
    for number, leaf in enumerate(listed, 1):
        html = (site / leaf.file).read_text(encoding="utf-8")
        article = ARTICLE.search(html)
        if article is None:
            raise ValueError(f"{leaf.file}: 본문을 찾지 못했어요.")
        styles += [normpath(f"{leaf.file.rpartition('/')[0] or '.'}/{href}") for href in SHEET.findall(html)]
        made.append(Sheet(leaf, anchors[leaf.file], _Binder(leaf.file, anchors).html(article[1])))
        progress(number, len(listed))
    return made, list(dict.fromkeys(styles))


def document(site: Path, made: Iterable[Sheet], styles: Iterable[str], numbers: Mapping[str, int], day: str,
             front: bool = False) -> str:
    """The document, or only its front (cover and contents).

    `numbers`: the printed page on which an anchor stands, as far as it is known; `day`: of the content.
    """
    return environment().get_template("book.html.j2").render(
        root=site.resolve().as_uri(), sheets=list(made), styles=styles, numbers=numbers, day=day, front=front)
