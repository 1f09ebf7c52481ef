"""What a page's own text may hold: words, links that lead to pages, pictures of ours. Nothing that runs or loads.

Looked at is what Markdown makes of the text, so that every way of writing a link or a tag comes to the same. What macros
put in is ours; that data cannot put in markup is proven by tests/test_poison.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from markdown import markdown

from macros.reading.problems import Problem
from macros.templating.page_text import CALL

EXTENSIONS = ("attr_list", "md_in_html", "admonition", "tables", "fenced_code", "toc")
HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
TAGS = frozenset(("script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "meta", "link", "form", "svg", "math",
                  "template", "noscript", "portal", "audio", "video", "source", "track"))
ATTRIBUTES = frozenset(("style", "srcdoc", "srcset", "formaction", "action", "background", "ping", "poster", "xlink:href", "data", "codebase"))
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
        if tag in TAGS:
            self.found.append((f"<{tag}", f"'<{tag}>' 표시는 쪽에 쓸 수 없어요. 글과 매크로만 적어 주세요."))
        for name, value in attrs:
            self._attribute(tag, name.lower(), value or "")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on") or name in ATTRIBUTES:
            self.found.append((name, f"'{name}' 속성은 쪽에 쓸 수 없어요. 지워 주세요."))
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
    text = CALL.sub("", HEAD.sub("", source))
    guard.feed(markdown(text, extensions=list(EXTENSIONS)))
    guard.close()
    for sign, message in dict.fromkeys(guard.found):
        at = source.lower().find(sign.lower())
        before = source[:max(at, 0)]
        yield Problem(file, before.count("\n") + 1, len(before) - before.rfind("\n"), message)
