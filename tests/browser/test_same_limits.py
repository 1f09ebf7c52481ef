"""The command line opens the same plan files as the site, and refuses the same: one set of limits."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from macros.reading.guidebook import Guidebook
from macros.tools.gate import LIMITS, USUAL, PlanFileError, clean
from macros.tools.plan_file import read_json
from tests.conftest import ROOT
from tests.rules.parity import open_engines

READ = "(texts) => texts.map((text) => hyeopchi.modules.plan.read(text, globalThis.known).problem ?? null)"


@pytest.fixture(scope="module")
def page(guide: Guidebook, browser: Browser) -> Iterator[Page]:
    """An empty page with the site's reader of plans."""
    _, opened = open_engines(guide, browser)
    yield opened
    opened.close()


def project(lines: int = 1, **more: Any) -> dict[str, Any]:
    """A project; its lines have ids of their own."""
    key = more.get("id", "p")
    return {"id": "p", "lines": [{"id": f"{key}-{at}", "amounts": {"city": 1}} for at in range(lines)], **more}


def text(**more: Any) -> str:
    """A plan file."""
    return json.dumps({"format": "hyeopchi-plan", "version": 1, "edition": "2021", "projects": [project()]} | more)


def nested(depth: int) -> list[Any]:
    """A list in a list in a list."""
    return [nested(depth - 1)] if depth > 1 else []


def rare(count: int) -> str:
    """A plan with so many letters in its parts, in texts of their greatest length."""
    notes, names = {f"q{at}": {"answer": "yes", "note": "\u1112" * 300} for at in range(500)}, count - 500 * 300
    lines = [{"id": f"l{at}", "name": "\u1112" * min(300, names - at * 300), "amounts": {"city": 1}} for at in range(-(-names // 300))]
    return text(answers=notes, projects=[{"id": "p", "lines": lines}])


def cases() -> dict[str, str]:
    """Each limit, reached and passed by one; and what JSON may hold that nobody meant."""
    plain = text()
    one = {"answer": "yes", "note": ""}
    return {
        "보통 계획": plain, "머리표": "\ufeff" + plain,
        **{f"사업 {count}개": text(projects=[project(1, id=f"p{at}") for at in range(count)]) for count in (90, 91)},
        **{f"줄 {count}개": text(projects=[project(400, id="a"), project(count - 400, id="b")]) for count in (450, 451)},
        **{f"이름 {count}자": text(projects=[project(name="가" * count)]) for count in (300, 301)},
        **{f"제목 {count}자": text(title="가" * count) for count in (300, 301)},
        **{f"메모 {count}자": text(answers={"x": {"answer": "yes", "note": "가" * count}}) for count in (300, 301)},
        **{f"id {count}자": text(projects=[project(id="a" * count)]) for count in (120, 121)},
        **{f"열쇠 {count}자": text(answers={"a" * count: one}) for count in (120, 121)},
        **{f"질문 {count}개": text(answers={f"q{at}": one for at in range(count)}) for count in (500, 501)},
        **{f"안내 {count}자": text(basis="가" * count) for count in (20_000, 20_001)},
        **{f"{depth}겹": text(basis=nested(depth)) for depth in (10, 11, 12, 13, 5_000 // 10)},
        **{f"{count}자": plain[:-1] + " " * (count - len(plain)) + "}" for count in (2_000_000, 2_000_001)},
        **{f"드문 글자 {count}자": rare(count) for count in (200_000, 200_001)},
        "값이 많음": text(basis=[0] * 60_000),
        "빈 id": text(projects=[project(id="")]), "보이지 않는 id": text(projects=[project(id="\u200b")]),
        "같은 열쇠": plain[:-1] + ', "edition": "2020"}', "뜻이 있는 열쇠": text(answers={"__proto__": one}),
        "NaN": plain.replace('"city": 1', '"city": NaN'), "끝없는 수": plain.replace('"city": 1', '"city": 1e999'),
        **{f"금액 {won}": plain.replace('"city": 1', f'"city": {won}')
           for won in ("1e3", "5.0", "5.5", "-0", "-1", "1000000000000000", "1000000000000001", "true", '"1"', "null")},
        "판 번호": text(version=2), "판 번호 0": text(version=0), "참인 판 번호": text(version=True), "글인 판 번호": text(version="1"),
        "모르는 해석": text(reading="nowhere"), "모르는 항목": text(more=1), "모르는 등급": text(choices={"grade": "zz"}),
        "빈 해석": text(reading=""), "없는 판": text(edition="1999"), "잘린 파일": plain[:-5], "빈 파일": "",
    }


def ours(guide: Guidebook, content: str) -> str | None:
    """What the command line says against a file; None when it opens it."""
    try:
        read_json(content, guide)
    except PlanFileError as refusal:
        return "\n".join(refusal.sentences)
    return None


def test_명령줄과_화면이_같은_계획_파일을_열고_같은_파일을_물리친다(guide: Guidebook, page: Page) -> None:
    files = cases()
    theirs = dict(zip(files, page.evaluate(READ, list(files.values())), strict=True))
    mine = {name: ours(guide, content) for name, content in files.items()}
    assert {name for name, said in mine.items() if said} == {name for name, said in theirs.items() if said}, (mine, theirs)
    assert sum(said is None for said in mine.values()) > 15  # some are opened, too


def test_한도의_표가_두_곳에서_같다(page: Page) -> None:
    theirs = page.evaluate("hyeopchi.modules['gate/limits'].LIMITS")
    assert asdict(LIMITS) == {name: theirs[name] for name in asdict(LIMITS)}


def test_늘_쓰는_글자는_두_곳에서_같고_합쳐지거나_빠지지_않는다() -> None:
    one = re.compile(r"\\u[0-9a-f]{4}(?:-\\u[0-9a-f]{4})?")
    script, module = ((ROOT / name).read_text(encoding="utf-8").replace("\\\\", "\\").split("USUAL = ", 1)[1]
                      for name in ("docs/assets/js/gate/text.js", "macros/tools/gate.py"))
    theirs, ours = one.findall(script.split("|[\\ud83c", 1)[0]), one.findall(module.split("]*", 1)[0])
    assert sorted(theirs) == sorted(ours)
    for code in range(0x20000):
        letter = chr(code)
        if USUAL.fullmatch(letter):
            assert clean(letter) == letter, hex(code)
            assert unicodedata.category(letter)[0] != "M", hex(code)
