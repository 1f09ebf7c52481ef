"""The small tools' Excel files, made in the browser: what they show is what the page says, and what LibreOffice works out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page

from macros.office.excel.sheets.files import named
from macros.office.excel.sheets.write import Made
from macros.reading.guidebook import Guidebook
from macros.words.verdicts import APART
from tests.export.office.reading import faults_by_office
from tests.workbook.office import cell, recalculated

HOSTILE = "=1+1 <b>&amp;</b>\u202e"
# A tool, the example to begin with (its number), what is changed by hand: field and text.
SHEETS = {
    "budget-change-2020": (1, {}), "budget-change-2021": (2, {}), "strategic-matching-2020": (3, {"strategic-outside": "미정"}),
    "council": (1, {"council-appointed-women": "스무 명"}), "evaluation-2018": (0, {"platform-quantitative": "84.55"}), "priorities": (1, {}),
}


@pytest.fixture(scope="module")
def made(guide: Guidebook) -> dict[str, Made]:
    return dict(named(guide))


def fetched(page: Page, name: str, folder: Path) -> tuple[Path, dict[str, str]]:
    """The Excel file of an example of a tool, and the words of the page's verdicts or ranks by their keys."""
    example, typed = SHEETS[name]
    page.goto(f"/tools/{name.rstrip('-0123456789')}/")
    page.wait_for_selector("[data-ready]")
    page.locator(".hg-menu > summary").press("Enter")
    page.locator(".hg-menu button").nth(example).click()
    page.get_by_label("이름(인쇄와 파일에 적혀요)").fill(HOSTILE)
    for field, text in typed.items():
        page.locator(f"#hg-field-{field}").fill(text)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="엑셀로 받기").click()
    assert not set('\\/:*?"<>|\u202e') & set(waiting.value.suggested_filename)
    path = folder / f"{name.replace('-', '')}.xlsx"
    waiting.value.save_as(path)
    if name == "priorities":
        ranks = page.locator(".hg-scores__total").all_text_contents()
        return path, {f"rank.{number}": text.split(" · ")[1] for number, text in enumerate(ranks)}
    found = page.locator(".hg-limit[data-rule]").evaluate_all(
        "all => all.map((one) => [one.dataset.rule, one.querySelector('.hg-level').textContent])")
    return path, {f"word.{rule}": text.lstrip("✕!?✓– ") for rule, text in found}


def test_도구의_엑셀은_쪽과_같고_리브레오피스의_계산과_같다(page: Page, made: dict[str, Made], tmp_path: Path) -> None:
    files = {name: fetched(page, name, tmp_path) for name in SHEETS}
    books = recalculated([path for path, _ in files.values()], tmp_path)
    for name, (path, words) in files.items():
        one = made[f"tool-{name}"]
        shown = load_workbook(path, data_only=True)
        keyed = {key: (sheet, at) for sheet, cells in one.keys.items() for at, key in cells.items()}
        for key, (sheet, at) in keyed.items():
            value = shown[sheet][at].value
            assert cell(books[path.stem], sheet, at).rstrip("%") == ("" if value is None else said(value)), (name, key)
        values = {key: shown[sheet][at].value for key, (sheet, at) in keyed.items()}
        # What the page says behind a result that hangs on the reading, the file says in the column of readings.
        assert all(values[f"differs.{key.removeprefix('word.')}"] for key, word in words.items() if word.endswith(APART))
        assert words and {key: values[key] for key in words} == {key: word.removesuffix(APART) for key, word in words.items()}, name
        title = shown.worksheets[0][one.places["title"]]
        assert (title.value, title.data_type) == (HOSTILE, "s"), name
        assert not faults_by_office(path.read_bytes(), path), name


def saved(page: Page) -> dict[str, Any]:
    """What the tool saves as its file: numbers as they are read, without what the workbook says besides (notes, the readings that it offers)."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="파일로 저장").click()
    plain = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    plain.pop("readings", None)
    if plain["tool"] == "council":
        del plain["edition"]  # judged by all editions: its workbook names none
    plain["answers"] = {key: one["answer"] for key, one in plain.get("answers", {}).items() if one["answer"] != "unknown"}
    plain["values"] = {key: text for key, text in plain.get("values", {}).items() if text.strip()}
    plain["weights"] = {key: text for key, text in plain.get("weights", {}).items() if text.strip()}
    plain["agendas"] = [{**one, "scores": {key: text for key, text in one["scores"].items() if text}} for one in plain.get("agendas", [])]
    plain["title"] = plain["title"].replace("\u202e", "")
    bare = re.sub(r"(?<=\d),(?=\d{3})|(?<=\d)(?:원|명|점|위|개)(?=\")", "", json.dumps(plain, ensure_ascii=False))
    found: dict[str, Any] = json.loads(bare)
    return found


@pytest.mark.parametrize("name", SHEETS)
def test_도구의_엑셀은_파일_열기로_적은_그대로_열리고_되돌린다(page: Page, name: str, tmp_path: Path) -> None:
    path, _ = fetched(page, name, tmp_path)
    before = saved(page)
    for key, text in SHEETS[name][1].items():
        if not text.replace(".", "").isdigit():
            before["values"][key] = "미정"  # what cannot be read is not known in the workbook
    page.get_by_role("button", name="모두 지우기").click()
    page.get_by_label("이 도구의 파일").set_input_files(path)
    page.get_by_text("을 열었어요.").wait_for()
    after = saved(page)
    if before["weights"] != after["weights"]:  # a weight that was left out is 1
        assert {key: before["weights"].get(key, "1") for key in after["weights"]} == after.pop("weights") and before.pop("weights") is not None
    assert after == before
    page.get_by_role("button", name="되돌리기").first.click()
    assert saved(page)["title"] == ""


def test_도구의_엑셀에_맞지_않는_칸이_있으면_칸을_말하고_열지_않는다(page: Page, tmp_path: Path) -> None:
    path, _ = fetched(page, "budget-change-2021", tmp_path)
    book = load_workbook(path)
    book["변경표"]["E6"] = "많이"
    book.save(path)
    page.get_by_label("이 도구의 파일").set_input_files(path)
    page.get_by_text("시트 E6").wait_for()
    assert saved(page)["title"] != ""


def said(value: object) -> str:
    """A cell's value as LibreOffice writes it into a CSV file: a share in percent, here without its sign."""
    if isinstance(value, float) and 0 < value < 3 and round(value, 4) == value:
        return f"{value * 100:.2f}".rstrip("0").rstrip(".")
    return f"{value:g}" if isinstance(value, float) else str(value)
