"""The built pages are sound HTML: a strict parser has nothing to say, ids are unique, what is pointed to is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.access.faults import addresses
from tests.browser.test_pages import KINDS

# Attributes that name other elements by their ids.
POINTERS = ("for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls")
PRESSED = ("a", "button", "label", "select", "summary")


def sound(html: str) -> list[str]:
    """What is wrong with a page."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(html)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    wrong = [f"{line}행 {code} {values}" for (line, _), code, values in parser.errors]
    wrong += [f"id가 두 번: {key}" for key, count in Counter(ids).items() if count > 1]
    wrong += [f"없는 id를 가리킴: {name}={key}" for element in root.iter() for name in POINTERS
              for key in (element.get(name) or "").split() if key not in ids]
    return wrong + list(nested(root)) + list(headings(root))


def nested(element: Any, inside: str = "") -> Iterator[str]:
    """Controls that stand in other controls; a field may stand in its label."""
    for child in element:
        pressed = child.tag in PRESSED and not (child.tag == "select" and inside == "label")
        if pressed and inside:
            yield f"{inside} 안의 {child.tag} {child.get('class')}"
        yield from nested(child, child.tag if pressed else inside)


def headings(root: Element) -> Iterator[str]:
    """Headings of the page that jump over a level."""
    before = 0
    for element in root.iter():
        if isinstance(element.tag, str) and re.fullmatch("h[1-6]", element.tag):
            level = int(element.tag[1])
            if level > before + 1:
                yield f"h{before} 다음에 h{level}: {''.join(element.itertext())[:40]}"
            before = level


@pytest.mark.parametrize("address", KINDS)
def test_쪽의_종류마다_HTML이_바르다(built: Path, address: str) -> None:
    path = built / address
    html = (path if path.suffix == ".html" else path / "index.html").read_text(encoding="utf-8")
    assert sound(html) == []


def test_모든_쪽에서_id가_하나씩이고_제목의_차례가_맞다(built: Path) -> None:
    wrong = {}
    for address in addresses(built):
        html = (built / address.lstrip("/") / "index.html").read_text(encoding="utf-8")
        twice = [key for key, count in Counter(re.findall(r'<[^>]*?\sid="([^"]+)"', html)).items() if count > 1]
        levels = [0, *(int(level) for level in re.findall(r"<h([1-6])[ >]", html))]
        jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        if twice or jumps:
            wrong[address] = (twice, jumps)
    assert not wrong


@pytest.mark.parametrize(("address", "word"), [
    ("reference/glossary", "Living Lab"), ("understand/activation-2020", "Bottom Up"), ("plan/process-design", "Deliberation"),
])
def test_영어_낱말은_영어라고_적혀_있다(built: Path, address: str, word: str) -> None:
    assert f'<span lang="en">{word}</span>' in (built / address / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("html", "said"), [
    ('<p id="a"></p><p id="a"></p>', "id가 두 번: a"),
    ('<label for="nothing">이름</label>', "없는 id를 가리킴: for=nothing"),
    ("<p><div></div></p>", "unexpected-end-tag"),
    ('<a href="#"><button>누름</button></a>', "a 안의 button"),
    ("<h1>하나</h1><h3>셋</h3>", "h1 다음에 h3"),
])
def test_바르지_않은_것을_찾아낸다(html: str, said: str) -> None:
    page = f"<!doctype html><html lang=ko><head><title>페이지</title></head><body>{html}</body></html>"
    assert any(said in fault for fault in sound(page))
