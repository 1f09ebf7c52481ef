"""A saved package opens after an editor has renamed a column of a form; a pasted list is read by its heads as they are or were."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from macros.reading.guidebook import Guidebook
from macros.tools.package import forms_data
from tests.scripts import put
from tests.tool_workbook.reworded import edited

FORM = "forms/application-2-1.yaml"
COLUMNS = "columns: [성명, 연락처, 이메일]"
SAVED = {"format": "hyeopchi-package", "version": 1, "edition": "2020", "texts": {"private-lead.성명": "홍길동", "private-lead.연락처": "02"}}
OPEN = """async ([saved, data]) => hyeopchi.modules["package/file"].open(new File([JSON.stringify(saved)], "a.json"), data)"""
ROWS = "([text, columns]) => hyeopchi.modules['package/list'].rowsOf(text, columns)"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page with the package's scripts."""
    page = browser.new_page()
    put(page, "package/file", "package/list")
    yield page
    page.close()


def texts(page: Page, guide: Guidebook) -> Any:
    """What the saved package has typed, as the guide of today reads it."""
    found = page.evaluate(OPEN, [SAVED, {"forms": forms_data(guide, guide.forms.values(), str), "editions": [{"id": "2020"}]}])
    assert not found["problem"], found
    return found["value"]["texts"]


def test_서식의_열_이름을_고쳐도_저장한_값이_그_열에_남는다(small: Guidebook, page: Page, tmp_path: Path) -> None:
    assert texts(page, small) == SAVED["texts"]
    renamed = edited(tmp_path, (FORM, COLUMNS, "columns: [이름, 연락처, 이메일]"))
    assert "private-lead.이름" not in texts(page, renamed)
    noted = edited(tmp_path, (FORM, COLUMNS, "columns: [이름, 연락처, 이메일]\n    earlier_columns: {이름: [성명]}"))
    assert texts(page, noted) == {"private-lead.이름": "홍길동", "private-lead.연락처": "02"}


def test_명단의_머리글은_예전_이름으로도_읽는다(page: Page) -> None:
    columns = [{"id": "number", "label": "번호", "earlier": ["연번"]}, {"id": "name", "label": "이름", "earlier": ["성명"]},
               {"id": "role", "label": "역할", "earlier": []}]
    wanted = [{"number": "1", "name": "홍길동", "role": "위원"}]
    for heads in ("역할\t이름", "역할\t성명"):
        assert page.evaluate(ROWS, [f"{heads}\n위원\t홍길동", columns]) == wanted
