"""What stands where on a page: differences that concern a whole record, heads that fit every edition, a year's months."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from macros.pages.macros import Macros
from macros.reading.guidebook import Guidebook
from tests.no_page import NoPage


@pytest.mark.parametrize(("kind", "key", "macro"), [("programmes", "governance-school", "programme"), ("topics", "plan-relations", "topic"),
                                                    ("bodies", "tft", "body"), ("forms", "application-2-1", "form")])
def test_기록_전체의_문서_간_차이는_마지막_부분이_아니라_근거에_있다(small: Guidebook, kind: str, key: str, macro: str) -> None:
    records = getattr(small, kind)
    told: dict[str, Any] = {kind: {**records, key: records[key].model_copy(update={"conflicts": ("grant-size-2020",)})}}
    page = Macros(replace(small, **told), NoPage()).filled(f'{{{{ {macro}("{key}") }}}}')
    parts, grounds = page.split("{ #grounds }")
    assert 'href="#difference-1"' in grounds
    assert 'href="#difference-1"' not in parts


def test_신청을_받지_않는_판에도_맞는_제목으로_자격을_보인다(small: Guidebook) -> None:
    """A question who applies would say that somebody may."""
    one = small.programmes["governance-school"]
    first = one.editions_detail[0].model_copy(update={"eligibility": one.background})
    told = {**small.programmes, one.id: one.model_copy(update={"editions_detail": (first,)})}
    page = Macros(replace(small, programmes=told), NoPage()).filled(f'{{{{ programme("{one.id}") }}}}')
    assert "### 신청 자격" in page and "누가 신청하나요" not in page


def test_열두_달은_날과_빈_달을_말로_보인다(small: Guidebook) -> None:
    strip = unescape(Macros(small, NoPage()).year_strip())
    assert "</a> 29일</li>" in strip
    assert strip.count('hg-year__none">시작하는 일정 없음') == strip.count("hg-year__month--empty") > 0


def test_점검_대상이_나뉜_도구의_칸은_어느_대상의_것인지_보인다(small: Guidebook) -> None:
    """One id may be a field of two parts: by itself it would stand twice with two meanings."""
    made = Macros(small, NoPage())
    parts = {(field.id, group.of_part) for group in small.sheets["eligibility"].groups for field in group.fields if group.of_part}
    assert parts and all(f"<code>{key}</code></td><td><code>{part}</code></td>" in made.sheet_keys("eligibility") for key, part in parts)
    assert "<code>part</code>" not in made.sheet_keys("council")
