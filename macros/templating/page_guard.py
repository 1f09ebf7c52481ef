"""What a page's own text may hold: words, links that lead to pages, pictures of ours. Nothing that runs or loads.

Looked at is what Markdown makes of the text, so that every way of writing a link or a tag comes to the same. What macros
put in is ours; that data cannot put in markup is proven by tests/test_poison.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

from markdown import Markdown

from macros.reading.problems import Problem
from macros.templating.page_text import CALL

EXTENSIONS = ("attr_list", "md_in_html", "admonition", "pymdownx.details", "tables", "fenced_code", "toc")  # as the build reads
HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# What Markdown makes and what a page's words may want. No others: browsers read many in ways of their own.
TAGS = frozenset((
    "a", "abbr", "aside", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd",
    "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby",
    "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
))
ATTRIBUTES = frozenset((
    "alt", "cite", "class", "colspan", "datetime", "dir", "headers", "height", "href", "id", "lang",
    "open", "reversed", "role", "rowspan", "scope", "span", "src", "start", "title", "value", "width",
))
ARIA = re.compile(r"aria-[a-z]+")
# A browser hands scripts an element under its id as if it were a name of theirs; the theme's own begin with two lines.
TAKEN = re.compile(r"hyeopchi.*|__.*", re.IGNORECASE)
LINKS = ("http", "https", "mailto", "tel")
LINK = "이 링크는 쓸 수 없어요. 사이트 안의 주소나 http, https, mailto, tel로 시작하는 주소를 적어 주세요"
PICTURE = "그림은 이 사이트의 파일만 쓸 수 있어요. docs/assets/images/에 두고 그 주소를 적어 주세요"
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
# Browsers read past these within an address.
IGNORED = re.compile(r"[\x00-\x20\u200b]")


class _Guard(HTMLParser):
    """Notes what a page may not hold: how to find it in the text, and what to say."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append((f"<{tag}", f"'<{tag}>' 표시는 페이지에 쓸 수 없어요. 글과 매크로만 적어 주세요."))
        for name, value in attrs:
            self._attribute(name.lower(), value or "")

    def handle_comment(self, data: str) -> None:
        self._aside("<!--")

    def handle_decl(self, decl: str) -> None:
        self._aside("<!")

    def unknown_decl(self, data: str) -> None:
        self._aside("<![")

    def handle_pi(self, data: str) -> None:
        self._aside("<?")

    def _aside(self, sign: str) -> None:
        """Where such a note ends is read differently by browsers and by this reader: what stands in it could come out."""
        self.found.append((sign, f"'{sign}' 표시는 페이지에 쓸 수 없어요. 보이지 않을 글은 지워 주세요."))

    def _attribute(self, name: str, value: str) -> None:
        if name not in ATTRIBUTES and not ARIA.fullmatch(name):
            self.found.append((name, f"'{name}' 속성은 페이지에 쓸 수 없어요. 지워 주세요."))
        elif name == "id" and TAKEN.fullmatch(value):
            self.found.append((value, f"'{value[:80]}'은(는) 이 사이트가 쓰는 이름이에요. 다른 이름을 적어 주세요."))
        elif name == "src" and not is_inside(value):
            self.found.append((value, f"{PICTURE}: {value[:80]}"))
        elif name == "href" and not is_link(value):
            self.found.append((value, f"{LINK}: {value[:80]}"))


def is_link(address: str) -> bool:
    """Whether an address leads to a page, a letter or a telephone: the only ones that a link may have."""
    scheme = SCHEME.match(IGNORED.sub("", address).lower())
    return scheme[1] in LINKS if scheme else is_inside(address)


def is_inside(address: str) -> bool:
    """Whether an address is of this site, said from the page."""
    plain = IGNORED.sub("", address).lower()
    return not SCHEME.match(plain) and not plain.replace("\\", "/").startswith("//")


def faults(source: str, file: str) -> Iterator[Problem]:
    """What a page's file holds and may not, each where it is written first."""
    guard = _Guard()
    reader = Markdown(extensions=list(EXTENSIONS))
    for put in ("", "글"):  # with a call gone or a word in its place: Markdown may read what stands around it differently
        guard.reset()
        guard.feed(reader.reset().convert(CALL.sub(put, HEAD.sub("", source))))
        guard.close()
    for sign, message in dict.fromkeys(guard.found):
        before = source[:_place(source, sign)]
        yield Problem(file, before.count("\n") + 1, len(before) - before.rfind("\n"), message)


def _place(source: str, sign: str) -> int:
    """Where a sign is written first; the start of its line where it is written in another way, with entities or signs that nobody sees."""
    at = source.lower().find(sign.lower())
    if at >= 0:
        return at
    start = 0
    for line in source.splitlines(keepends=True):
        if _plain(sign) in _plain(line):
            return start
        start += len(line)
    return 0


def _plain(text: str) -> str:
    return IGNORED.sub("", unescape(text)).lower()
