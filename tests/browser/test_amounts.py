"""Amounts and counts as people type them: both readers keep the same, offer the same form, and say the same."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from playwright.sync_api import Browser, Page

from macros.typed.number import Bounds, parse
from tests.amounts import by_browser, fault, open_page, unit_of
from tests.conftest import ROOT
from tests.plain_yaml import plain

CASES = plain((ROOT / "tests" / "vectors" / "amounts.yaml").read_text(encoding="utf-8"))
PIECES = (*"0123456789", *"0123456789", ",", ",", ".", " ", "천", "백", "십", "만", "억", "조", "원", "천원", "만원", "금", "일", "이", "정", "₩",
          "\\", "-", "△", "(", ")", "명", "점", "%", "×", "e", "１", "，", "\u3000", "\u200b", "²", "약", "미정", "'", "+", ".-",
          "O", "l", "I", "〇", "S", "B", "K")


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    page = open_page(browser)
    yield page
    page.close()


def test_본보기마다_뜻대로_읽거나_알맞은_모양을_알린다(reader: Page) -> None:
    theirs = by_browser(reader, [(case["typed"], unit_of(case)) for case in CASES])
    for case, other in zip(CASES, theirs, strict=True):
        found = parse(case["typed"], Bounds(unit_of(case)))
        assert fault(case, found) is None, (case, found)
        assert found == other, case


def test_아무렇게나_적은_것도_두_읽기가_글자까지_같다(reader: Page) -> None:
    draw = Random(20261128)
    typed = [("".join(draw.choice(PIECES) for _ in range(draw.randint(1, 9))), draw.choice(("won", "won", "won", "person", "point")))
             for _ in range(20_000)]
    theirs = by_browser(reader, typed)
    assert [(one, parse(text, Bounds(unit))) for (text, unit), one in zip(typed, theirs, strict=True)] == [(one, one) for one in theirs]


def test_적은_금액은_다시_적어도_같은_금액이다() -> None:
    draw = Random(7)
    for _ in range(2_000):
        won = draw.randint(0, 10 ** draw.randint(1, 15))
        for text in (str(won), f"{won:,}", f"금 {won:,}원정", f"₩{won:,}.-", f"{won // 10**8}억 {won % 10**8:,}원" if won >= 10**8 else f"{won}원"):
            assert parse(text, Bounds("won")).value == won, text


def test_알맞은_모양은_그대로_읽힌다() -> None:
    draw = Random(11)
    for _ in range(5_000):
        found = parse("".join(draw.choice(PIECES) for _ in range(draw.randint(1, 7))), Bounds("won"))
        assert found.likely is None or parse(found.likely, Bounds("won")).value is not None, found
