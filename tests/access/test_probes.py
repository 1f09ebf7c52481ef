"""The probes find what they are there to find, and nothing on a page that is sound."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.access.faults import probe

HEAD = "<!doctype html><html lang=ko><meta charset=utf-8><style>body { margin: 8px } :focus-visible { outline: 2px solid blue }</style>"
FAULTS = {
    "sideways": ("<main><div style='width: 900px'>넓은 것</div></main>", "옆으로 908픽셀"),
    "focus": ("<main><button style='outline: none'>안 보이는 초점</button></main>", "초점이 안 보임"),
    "motion": ("<main><p style='transition: color .3s'>글</p></main>", "움직임: p"),
    "spacing": ("<main><div style='overflow: hidden; width: 6em; height: 1.2em'>글 간격을 넓히면</div></main>", "글 간격을 넓히면 잘림"),
}
COVERED = "<div style='position: fixed; inset: 0; background: white'></div><main><a href='#'>가려진 것</a></main>"
SOUND = """<main><p><a href='#'>링크</a> <button>단추</button> <label><input type=checkbox> 고르기</label></p>
<div style='overflow: auto; width: 200px'><p style='width: 900px'>제 틀 안에서 움직이는 것</p></div></main>"""


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Page:
    """A page of a phone's width."""
    return browser.new_context(viewport={"width": 320, "height": 640}).new_page()


def found(page: Page, name: str, body: str) -> list[str]:
    """What a probe says about a page with this body."""
    page.set_content(HEAD + body)
    return probe(page, name)


def test_재는_것마다_결함을_찾아낸다(blank: Page) -> None:
    said = {name: found(blank, name, body) for name, (body, _) in FAULTS.items()}
    assert all(any(wanted in fault for fault in said[name]) for name, (_, wanted) in FAULTS.items()), said
    assert any("초점이 가려짐" in fault for fault in found(blank, "focus", COVERED))


def test_성한_쪽에서는_아무것도_찾지_않는다(blank: Page) -> None:
    assert {name: found(blank, name, SOUND) for name in FAULTS} == {name: [] for name in FAULTS}
