"""Every table of the corpus gives what a clerk says must come of it (tests/vectors/tables/)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from macros.reading.guidebook import Guidebook
from tests.conftest import ROOT
from tests.tables.reader import cases, faults, open_reader, purpose_of, read

CORPUS = ROOT / "tests" / "vectors" / "tables"
CASES = {name: (content, wanted) for name, content, wanted in cases(CORPUS)}


@pytest.fixture(scope="module")
def reader(guide: Guidebook, browser: Browser) -> Iterator[Page]:
    """The reader in an empty page."""
    page = open_reader(guide, browser)
    yield page
    page.close()


@pytest.mark.parametrize("name", CASES)
def test_복사한_표에서_나와야_하는_것이_나온다(reader: Page, name: str) -> None:
    content, wanted = CASES[name]
    assert faults(read(reader, name, content, purpose_of(wanted)), wanted) == []


@pytest.mark.parametrize("text", ["1,000", "1000", "(1,000)", "10,000", "1,000,000", "시비 (1,000)"])
def test_수만_적힌_칸은_단위가_아니다(reader: Page, text: str) -> None:
    assert reader.evaluate("(text) => hyeopchi.table.units.statedIn(text)", text) is None
    assert reader.evaluate("(text) => hyeopchi.table.units.statedIn(`(단위: ${text}원)`)?.id", text.strip("()")) or "시비" in text


def test_모양이_예순_가지를_넘는다() -> None:
    assert len(CASES) >= 60
    assert {path.name for path in CORPUS.iterdir()} == {*CASES, "expected.yaml", "README.md"}
