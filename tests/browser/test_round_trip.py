"""Every file that this site hands out is opened by its own reader in the browser: what comes is what another reader finds in it.

`pytest -s` prints the list of files.
"""

from __future__ import annotations

import base64
import csv
import datetime
import io
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.table import Table
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from playwright.sync_api import Browser, Page

from macros.office.documents.csv_cell import uncelled
from tests.browser.test_unfilled import MAKERS, files_made

Cells = list[str]
KINDS = (".csv", ".docx", ".hwpx", ".xlsx")
JOINER = "\u2060"  # keeps words together and says nothing
READ = """async ([assets, files]) => {
  const { openFile } = await hyeopchi.modules.tables.load();
  const { atOnce } = hyeopchi.modules["gate/turns"];
  const { tablesIn } = hyeopchi.modules["table/file"];
  const { planOfBook } = hyeopchi.modules["table/plan-book"];
  const { readMoneyTables } = hyeopchi.modules["table/read"];
  const plain = (text) => text.normalize("NFC").replace(/\\s+/g, "");
  // A blank workbook of the calculator has no project yet: it is the calculator's all the same.
  const isPlan = (book) => book !== null && planOfBook(book) !== null;
  const found = [];
  for (const [name, text] of files) {
    const file = new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], name);
    const { value, problem } = await hyeopchi.modules['gate/limits'].guardedLater(async () => {
      const opened = await openFile(file, assets);
      const { grids, told } = atOnce(tablesIn(opened));
      const money = atOnce(readMoneyTables(grids, "plan")).filter(({ use }) => use);
      return { told, plan: isPlan(opened.book),
        grids: grids.map(({ cells, name: sheet, hidden }) => ({ sheet, hidden: Boolean(hidden),
          cells: cells.flatMap((row, at) => row.filter((cell, column) => cell.row === at && cell.column === column && cell.text.trim() !== ""))
            .map((cell) => plain(cell.long ?? cell.text)) })),
        money: money.map(({ lines, proofs }) => ({ lines: lines.length, wrong: proofs.filter(({ holds }) => holds === false).length,
          won: String(proofs.reduce((sum, proof) => sum + proof.lines, 0n)) })) };
    });
    found.push({ name, problem, ...value });
  }
  return found;
}"""


def plain(text: str) -> str:
    """Without blanks, in composed letters."""
    return "".join(unicodedata.normalize("NFC", text).replace(JOINER, "").split())


def of_csv(content: bytes) -> list[Cells]:
    """One table: the cells that say something, without the signs that keep spreadsheets from reading them."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    return [[plain(uncelled(cell)) for row in rows for cell in row if plain(cell)]]


def of_docx(content: bytes) -> list[Cells]:
    """The cells of each table, a merged one once."""
    return [_cells_of(table) for table in Document(io.BytesIO(content)).tables]


def _cells_of(table: Table) -> Cells:
    seen: dict[Any, str] = {}
    for row in table.rows:
        for cell in row.cells:
            seen.setdefault(cell._tc, plain(cell.text))
    return [text for text in seen.values() if text]


def of_hwpx(content: bytes) -> list[Cells]:
    """The cells of each table that holds no other."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sections = [etree.fromstring(archive.read(name)) for name in sorted(archive.namelist()) if re.fullmatch(r"Contents/section\d+\.xml", name)]
    tables = [table for section in sections for table in section.iter("{*}tbl") if next(table.iterdescendants("{*}tbl"), None) is None]
    return [[text for cell in table.iter("{*}tc") if (text := plain(" ".join("".join(part.itertext()) for part in cell.iter("{*}t"))))]
            for table in tables]


def of_xlsx(content: bytes) -> list[Cells]:
    """The values of each sheet that has any."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(content), data_only=True)
    sheets = []
    for sheet in book.worksheets:
        rows = [row for row in sheet.iter_rows() if not _hidden(sheet.row_dimensions[row[0].row or 1])]
        hidden = {get_column_letter(at) for one in sheet.column_dimensions.values() if _hidden(one) for at in range(one.min or 1, (one.max or 0) + 1)}
        cells = [_text(cell) for row in rows for cell in row if cell.value is not None and getattr(cell, "column_letter", "") not in hidden]
        sheets.append([text for text in cells if text])
    return [cells for cells in sheets if cells]


def _hidden(dimension: Any) -> bool:
    return bool(dimension.hidden) and not dimension.outline_level


def _text(cell: Any) -> str:
    value = cell.value
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    in_thousands = isinstance(value, int | float) and re.search(r"[0#],(?![#0,])", cell.number_format)
    return plain(str(value / 1000 if in_thousands else value))


OF: dict[str, Callable[[bytes], list[Cells]]] = {".csv": of_csv, ".docx": of_docx, ".hwpx": of_hwpx, ".xlsx": of_xlsx}


def alike(came: str, was: str) -> bool:
    """The same text; a number as its format shows it."""
    if came == was:
        return True
    digits = re.sub(r"[^\d.\-]", "", came)
    try:
        return abs(float(digits) / (100 if "%" in came else 1) - float(was)) < 1e-6
    except ValueError:
        return False


def differences(came: list[Cells], was: list[Cells]) -> list[str]:
    """What came otherwise than it was."""
    if len(came) != len(was):
        return [f"표 {len(came)}개, {len(was)}개여야 해요"]
    told = []
    for at, (one, other) in enumerate(zip(came, was, strict=True), 1):
        wrong = [(left, right) for left, right in zip(one, other, strict=False) if not alike(left, right)]
        if len(one) != len(other) or wrong:
            told.append(f"표 {at}: 칸 {len(one)}/{len(other)}개, 다른 칸 {wrong[:2]}")
    return told


def came_of(found: dict[str, Any]) -> list[Cells]:
    """The cells of each table. A formula without a value has none in the file either."""
    return [[text for text in one["cells"] if not text.startswith("=")] for one in found["grids"]]


def opened(page: Page, files: dict[str, bytes]) -> list[dict[str, Any]]:
    """What the site's reader makes of the files, in a page of the site."""
    assets = page.locator(".hg-calc").first.get_attribute("data-assets")
    found: list[dict[str, Any]] = page.evaluate(READ, [assets, [[name, base64.b64encode(content).decode()] for name, content in files.items()]])
    return found


def said(found: dict[str, Any]) -> str:
    """One line of the list of files."""
    if found["problem"]:
        return f"{found['name']}: {found['problem']}"
    money = ", ".join(f"{one['lines']}줄 {int(one['won']):,}원" for one in found["money"])
    return f"{found['name']}: 표 {len(found['grids'])}개{', 계획으로 열림' if found['plan'] else ''}{f' ({money})' if money else ''}"


@pytest.fixture(scope="module")
def files(built: Path) -> dict[str, bytes]:
    """Every file with tables that the site holds ready."""
    return {path.relative_to(built).as_posix(): path.read_bytes() for path in sorted(built.rglob("*")) if path.suffix in KINDS}


@pytest.fixture(scope="module")
def desk(browser: Browser, site: str) -> Iterator[Page]:
    """The calculator's page."""
    page = browser.new_page()
    page.goto(f"{site}/tools/budget/")
    page.wait_for_selector("[data-ready]")
    yield page
    page.close()


def faults(found: dict[str, Any], content: bytes) -> list[str]:
    """What came otherwise than it stands in the file; a table of one cell or of heads alone is none to read."""
    name = found["name"]
    if found["problem"]:
        return [f"{name}: {found['problem']}"]
    was = [cells for cells in OF[Path(name).suffix](content) if cells]
    if name.endswith(".csv") and not found["grids"] and content.count(b"\n") <= 1:
        return []
    return [f"{name}: {one}" for one in differences(came_of(found), was)]


@pytest.mark.parametrize("kind", KINDS)
def test_사이트에_둔_파일은_모두_열리고_들어_있는_것이_그대로_온다(desk: Page, files: dict[str, bytes], kind: str) -> None:
    wanted = {name: content for name, content in files.items() if name.endswith(kind)}
    assert wanted
    wrong = []
    for found in opened(desk, wanted):
        print(said(found))
        wrong += faults(found, wanted[found["name"]])
    assert not wrong, "\n".join(wrong[:20])


def test_채운_예산표는_어느_형식이든_같은_금액이_한_번만_온다(desk: Page, files: dict[str, bytes]) -> None:
    """Its tables show the same money in several ways."""
    wanted = {name: content for name, content in files.items() if "budget-tables-example" in name}
    money = {found["name"]: found["money"] for found in opened(desk, wanted)}
    assert len(money) == 3 and all(len(one) == 1 and one[0]["wrong"] == 0 for one in money.values()), money
    assert len({one[0]["won"] for one in money.values()}) == 1 and {one[0]["lines"] > 1 for one in money.values()} == {True}


@pytest.mark.parametrize("address", MAKERS)
def test_쪽이_만든_파일도_열리고_들어_있는_것이_그대로_온다(page: Page, desk: Page, address: str, tmp_path: Path) -> None:
    made = {f"{address.split('/')[-2]}/{path.name}": path.read_bytes() for path in files_made(page, address, tmp_path)}
    wrong = []
    for found in opened(desk, made):
        print(said(found))
        wrong += faults(found, made[found["name"]])
        if found["name"].startswith("budget/"):
            assert found["plan"] or (len(found["money"]) == 1 and found["money"][0]["wrong"] == 0), said(found)
    assert len(made) == len(MAKERS[address]) and not wrong, "\n".join(wrong[:20])


def test_계획과_도구의_파일은_표가_아니라_파일_열기로_연다(desk: Page) -> None:
    """A plan file in the place for tables: it is told where it opens."""
    found, = opened(desk, {"계획.json": b'{"format": "hyeopchi-plan", "version": 1}'})
    assert "‘파일 열기’로 열어 주세요" in found["problem"]
