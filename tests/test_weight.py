"""Bytes over the wire stay within what was promised, and the guide's font holds what its pages show."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

from macros.reading.guidebook import Guidebook
from macros.tools.budget import calculator_json
from tests.conftest import ROOT
from tests.weight import faces, fonts_of, sent, weigh

FIRST, NEXT = 250_000, 60_000
# Long lists for looking things up, and pages with much to press: no pages of the manual's course.
LISTS = ("reference/", "tools/", "checklists/")
LISTS_FIRST, LISTS_NEXT = 262_000, 95_000
# The list that grows with each record that an editor adds: so many records weigh that much, and each further one this.
MANY, ENTRY = 160, 250
PICTURE = 5_000
MARKS, MARK = 25, 160  # marks of a picture of that weight, and what each further one may add
STEP = "plan/agenda-review/"


def pages(built: Path) -> list[str]:
    """The addresses of all pages, but for those that only lead to where a page has moved."""
    found = (path.parent.relative_to(built).as_posix() for path in built.rglob("index.html")
             if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8"))
    return sorted("" if page == "." else f"{page}/" for page in found)


def _most(built: Path, page: str) -> int:
    """What a list may weigh, by the headings of its entries."""
    entries = len(re.findall(r"<h[23][^>]* id=", (built / page / "index.html").read_text(encoding="utf-8")))
    return LISTS_FIRST + ENTRY * max(0, entries - MANY)


def test_첫_방문은_250킬로바이트_다음은_60킬로바이트_안이다(built: Path) -> None:
    step = weigh(built, STEP)
    weights = [weigh(built, page) for page in pages(built) if not page.startswith("maintain/")]
    heavy = {one.page: one.first for one in weights if one.first > (_most(built, one.page) if one.page.startswith(LISTS) else FIRST)}
    assert not heavy, heavy
    later = {one.page: one.after(step) for one in weights
             if one.after(step) > (LISTS_NEXT if one.page.startswith(LISTS) else NEXT)}
    assert not later, later


def test_계산기의_엔진과_규칙은_10킬로바이트_안이다(guide: Guidebook) -> None:
    engine = b"".join((ROOT / "docs/assets/js/rules" / f"{name}.js").read_bytes() for name in ("terms", "evaluate", "headroom"))
    data = json.loads(calculator_json(guide, lambda key: key))
    rules = json.dumps({name: data[name] for name in ("rules", "measures")}, ensure_ascii=False).encode()
    assert len(gzip.compress(engine, mtime=0)) + len(gzip.compress(rules, mtime=0)) <= 10_000


def test_머리에_스타일은_하나뿐이고_스크립트는_그리기를_막지_않는다(built: Path) -> None:
    for page in pages(built):
        head = (built / page / "index.html").read_text(encoding="utf-8").partition("</head>")[0]
        assert head.count('rel="stylesheet"') == 1 and "<script src" not in head, page


def test_쪽에_나오는_글자는_작은_글꼴_파일에_있다(built: Path) -> None:
    """Otherwise every reader of that page loads 200 kB more: run macros/finish/fonts.py again."""
    last = faces(built)[-1][0]
    lacking = [page for page in pages(built) if last in fonts_of(built, (built / page / "index.html").read_text(encoding="utf-8"))]
    assert len(lacking) <= len(pages(built)) // 20, lacking
    assert sent(built / last) < FIRST


def test_찾을_거리는_찾기로_눈을_돌릴_때에만_온다(built: Path) -> None:
    assert "search/index.js" not in weigh(built, STEP).files


def test_그림은_하나에_5킬로바이트_안이다(built: Path) -> None:
    heavy = {}
    for page in pages(built):
        article = (built / page / "index.html").read_text(encoding="utf-8").partition("<article")[2]
        depth = begin = 0
        for tag in re.finditer(r"<(/?)svg\b", article):
            begin = tag.start() if not depth else begin
            depth += -1 if tag[1] else 1
            picture = article[begin:tag.end()]
            # A year of which more is told than usual may say it: a mark with its name and link takes so much.
            if not depth and (size := len(picture.encode())) > PICTURE + MARK * max(0, picture.count("<a ") - MARKS):
                heavy[page] = size
    assert not heavy, heavy
