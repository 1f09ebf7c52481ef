"""The whole manual as one document to print: every page of the menu, in its order, with links among themselves.

It is put together from the built pages, so that nothing is rendered twice; macros/print/pdf.py prints it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape, unescape
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

from macros.finish.names import names_of
from macros.finish.theme_html import content
from macros.print.leaves import Leaf, file_of
from macros.templating.render import environment

SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]*)">')
TAG = re.compile(r"<([a-z][a-z0-9]*)\b([^<>]*)>")
ATTRIBUTE = re.compile(r'\s([a-z-]+)="([^"]*)"')
DIFFERENCE = re.compile(r'<section class="hg-conflict" data-conflict="([^"]*)" id="([^"]*)">\s*'
                        r'<p class="hg-conflict__title">(.*?)</p>.*?</section>', re.DOTALL)
DIFFERENCES = "reference/conflicts/index.html"
ENTRY = re.compile(r'<section class="hg-conflict-entry" id="([^"]*)"')
# Attributes that name one or several elements of their own page.
NAMING = ("id", "for", "name", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")


@dataclass(frozen=True)
class Sheet:
    """A page as it stands in the book: its anchor and its markup."""

    leaf: Leaf
    anchor: str
    html: str


def place(anchor: str, name: str) -> str:
    """What a page's id is called in the book: short, because a PDF allows a name 127 bytes and Korean headings have more."""
    return f"{anchor}--{sha256(name.encode()).hexdigest()[:10]}"


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
            value = " ".join(place(self.own, one) for one in value.split())
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
        anchor = self.anchors.get(file_of(self.page, path) if path else self.page)
        if anchor is None:
            return None
        return f"#{place(anchor, unquote(fragment))}" if mark and fragment else f"#{anchor}"


class _Differences:
    """Where sources disagree: on paper told once, on the page of all of them; elsewhere its number there."""

    def __init__(self, site: Path, anchor: str) -> None:
        """`anchor`: of the page of all of them in the book."""
        keys = ENTRY.findall((site / DIFFERENCES).read_text(encoding="utf-8"))
        self._numbers = {key: number for number, key in enumerate(keys, 1)}
        self._anchor = anchor
        self._template = environment().get_template("_parts/book_conflict.html.j2")

    def pointed(self, html: str) -> str:
        """A page's markup with a pointer in place of each account."""
        return DIFFERENCE.sub(self._pointer, html)

    def _pointer(self, found: re.Match[str]) -> str:
        key, own, said = found.groups()
        return self._template.render(own=own, said=said, number=self._numbers[key], target=place(self._anchor, key))


def sheets(site: Path, found: Iterable[Leaf], progress: Callable[[int, int], None]) -> tuple[list[Sheet], list[str]]:
    """The pages in order, and the style sheets that they want (from the site's root). `progress`: (done, all)."""
    listed = list(found)
    anchors = {leaf.file: f"p{number}" for number, leaf in enumerate(listed, 1)}
    told = anchors.get(DIFFERENCES)
    differences = _Differences(site, told) if told else None
    made, styles = [], []
    for number, leaf in enumerate(listed, 1):
        html = (site / leaf.file).read_text(encoding="utf-8")
        article = content(html)
        if not article:
            raise ValueError(f"{leaf.file}: 본문을 찾지 못했어요.")
        styles += [normpath(f"{leaf.file.rpartition('/')[0] or '.'}/{href}") for href in SHEET.findall(html)]
        bound = _Binder(leaf.file, anchors).html(article)
        made.append(Sheet(leaf, anchors[leaf.file], differences.pointed(bound) if differences else bound))
        progress(number, len(listed))
    return made, list(dict.fromkeys(styles))


def document(site: Path, made: Iterable[Sheet], styles: Iterable[str], fonts: Mapping[int, Path],
             numbers: Mapping[str, int], day: str, front: bool = False) -> str:
    """The document, or only its front (cover and contents).

    `fonts`: a file for each weight; `numbers`: the printed page on which an anchor stands, as far as it is known;
    `day`: of the content.
    """
    return environment().get_template("book.html.j2").render(
        root=site.resolve().as_uri(), names=names_of(site), sheets=list(made), styles=styles, numbers=numbers, day=day, front=front,
        fonts={weight: path.resolve().as_uri() for weight, path in fonts.items()})
