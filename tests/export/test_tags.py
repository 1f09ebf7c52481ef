"""Tags of sound HTML are read as html.parser reads them."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros.finish.tags import TagReader
from macros.finish.theme_html import content

Told = list[tuple[object, ...]]


class Theirs(HTMLParser):
    """What the library's reader tells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.told: Told = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.told.append(("start", tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self.told.append(("end", tag))

    def handle_data(self, data: str) -> None:
        self.told.append(("text", data))


class Ours(TagReader):
    """What ours tells."""

    def __init__(self) -> None:
        self.told: Told = []

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        self.told.append(("start", tag, given))

    def end(self, tag: str) -> None:
        self.told.append(("end", tag))

    def text(self, text: str) -> None:
        self.told.append(("text", text))


def both(html: str) -> tuple[Told, Told]:
    theirs, ours = Theirs(), Ours()
    theirs.feed(html)
    theirs.close()
    ours.read(html)
    return ours.told, theirs.told


@pytest.mark.parametrize("html", [
    '<p class="a b" id=\'x\' hidden data-n=5>글 <b>굵게</b> &amp; &lt;태그&gt; &#48;</p>',
    '<a href="?a=1&amp;b=2" title="a > b \'c\'">링크</a><br><img src="x.png" alt=""/>',
    "<!-- 말 <b> --><P>큰 글자</P><svg viewBox='0 0 1 1'><path d=\"M0 0\"/></svg>",
    '<script type="application/json">{"a": "<b>&amp;"}</script><style>a > b {}</style>끝',
    "<table><tr><td\n  class='n'\n>1</td></tr></table>\n\n", "글뿐", "",
])
def test_바른_HTML에서는_표준_라이브러리와_같은_것을_말한다(html: str) -> None:
    ours, theirs = both(html)
    assert ours == theirs


def test_만든_쪽에서도_같다(built: Path) -> None:
    for path in (built / "index.html", built / "tools/budget/index.html", built / "budget/rules/index.html"):
        ours, theirs = both(content(path.read_text(encoding="utf-8")))
        assert ours == theirs and len(ours) > 100, path
