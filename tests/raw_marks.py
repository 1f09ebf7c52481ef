"""Marks of `tests/poison.py` that stand raw in what a poisoned build made: in each kind of output, by its own rules.

`python -m tests.raw_marks SITE` counts them in a built site.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from icalendar import Calendar
from markdown import markdown

# What must not be read anywhere, as it would run, load or lead away if a program took the text for markup.
RAW = re.compile(r"<img src=x|<svg onload|<script>hgRan|<a href='data:|A<B|<https://evil")
# What the copies say in Markdown would become this.
EXTENSIONS = ["attr_list", "md_in_html", "tables", "fenced_code", "toc", "admonition"]
SIGNS = {"strong": "hgBold", "em": "hgEm", "code": "hgCode", "a": "hgLink"}
csv.field_size_limit(10**8)  # a poisoned record is long
Found = Iterator[str]


class _Structure(HTMLParser):
    """Elements and attributes that came out of data."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag
        for name, value in attrs:
            value = (value or "").strip().lower()
            if name.startswith("on") or "hgid" in value.split() or "hgclass" in value.split():
                self.found.append(f"<{tag} {name}>")
            leading = name in ("href", "src", "action", "xlink:href") or (name == "content" and value.startswith(("0;", "http")))
            if leading and re.search(r"javascript:|data:text|evil\.example", value):
                self.found.append(f"<{tag} {name}={value[:60]}>")
            if (tag, name, value) == ("img", "src", "x"):
                self.found.append("<img src=x>")

    def handle_data(self, data: str) -> None:
        if self._tag == "script" and data.lstrip().startswith("hgRan"):
            self.found.append("<script>")
        if data.strip() and data.strip() == SIGNS.get(self._tag):
            self.found.append(f"<{self._tag}> {data.strip()}")


def _structure(html: str) -> Found:
    parser = _Structure()
    parser.feed(html)
    parser.close()
    yield from parser.found


def _raw(text: str) -> Found:
    yield from RAW.findall(text)


def page(content: bytes) -> Found:
    """A page: nothing of it raw in the text, nothing of it an element, an attribute or a link."""
    text = content.decode()
    yield from _raw(text)
    yield from _structure(text)


def copy(content: bytes) -> Found:
    """A text copy, raw (but for its samples of code, which are no markup) and as Markdown makes HTML of it."""
    text = content.decode()
    yield from _raw(re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", text, flags=re.DOTALL))
    yield from _structure(markdown(text, extensions=EXTENSIONS))


def data(content: bytes) -> Found:
    """JSON that a browser might take for a page."""
    json.loads(content)
    yield from _raw(content.decode())


def script(content: bytes) -> Found:
    """A script that carries data."""
    yield from _raw(content.decode())


def table(content: bytes) -> Found:
    """CSV: a cell that a spreadsheet would take for a formula."""
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))):
        yield from (cell[:40] for cell in row if cell[:1] in ("=", "+", "@", "\t", "\r") and "hg" in cell)


def feed(content: bytes) -> Found:
    """XML: sound, and its texts are texts."""
    yield from _raw(content.decode())
    yield from (f"<{one.tag}>" for one in ElementTree.fromstring(content).iter() if not one.tag.startswith("{http://www.w3.org/2005/Atom}"))


def calendar(content: bytes) -> Found:
    """A calendar: read by another program it has no part and no property that we do not write."""
    for part in Calendar.from_ical(content).walk():
        yield from (f"{part.name} {name}" for name in part if name.lower().startswith(("hg", "attach", "x-alt")))
    yield from (repr(char) for char in re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", content.decode()))


def office(content: bytes) -> Found:
    """A file for 한글, Word or Excel: sound XML without a link or a formula that came with data."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if not name.endswith((".xml", ".rels", ".hpf")):
                continue
            part = package.read(name)
            ElementTree.fromstring(part)
            yield from _raw(part.decode())
            yield from (f"{name} {one[:60]!r}" for one in re.findall(rb"<hyperlink\b[^>]*>|Target=\"https?://evil", part))
            yield from (f"{name} {one[:60]}" for one in _formulas(part) if not _only_quoted(one))


def _formulas(part: bytes) -> Found:
    yield from (unescape(one.decode()) for one in re.findall(rb"<(?:f|formula1)>([^<]*hg[A-Z][^<]*)</", part))


def _only_quoted(formula: str) -> bool:
    """Whether what came with data stands in quotes everywhere: in a text, or in a sheet's name."""
    outside = re.sub(r'"(?:[^"]|"")*"|\'(?:[^\']|\'\')*\'', "", formula)
    return not re.search(r"hg[A-Z]|alert|https?:", outside)


KINDS: Mapping[str, tuple[tuple[str, ...], Callable[[bytes], Found]]] = {
    "페이지": (("**/*.html",), page),
    "글 사본": (("**/*.md", "llms*.txt"), copy),
    "API JSON": (("api/**/*.json",), data),
    "API CSV": (("api/**/*.csv",), table),
    "소식": (("feed.xml",), feed),
    "달력": (("**/*.ics",), calendar),
    "검색": (("search/*.js",), script),
    "자료를 담은 스크립트": (("assets/office/*.js", "assets/edit/*.js", "downloads/*.js"), script),
    "한글·Word·Excel": (("downloads/**/*.hwpx", "downloads/**/*.docx", "downloads/**/*.xlsx"), office),
}


def marks(site: Path) -> dict[str, tuple[int, dict[str, list[str]]]]:
    """For each kind of output: how many files were read, and what stands raw in which of them."""
    made: dict[str, tuple[int, dict[str, list[str]]]] = {}
    for kind, (patterns, read) in KINDS.items():
        paths = sorted({path for pattern in patterns for path in site.glob(pattern)})
        found: dict[str, list[str]] = defaultdict(list)
        for path in paths:
            if wrong := list(read(path.read_bytes())):
                found[path.relative_to(site).as_posix()] = wrong
        made[kind] = (len(paths), dict(found))
    return made


def main(site: Path) -> None:
    """Count and show."""
    for kind, (count, found) in marks(site).items():
        if count == 0:
            raise SystemExit(f"{kind}: 읽을 파일이 없어요. 사이트가 만들어졌는지 살펴보세요.")
        print(f"{kind}: 파일 {count}개 가운데 {len(found)}개에 날것 {sum(map(len, found.values()))}곳")
        for name, wrong in list(found.items())[:4]:
            print(f"    {name}: {len(wrong)}곳, {dict.fromkeys(wrong).keys()!s:.200}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
