"""A CSV file of this site, opened in one of its tools, reads as it was before it was written; others' apostrophes stay."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from random import Random

import pytest
from playwright.sync_api import Browser, Page

from macros.api.tables import as_csv
from macros.office.documents.text import clean
from macros.reading.guidebook import Guidebook
from tests.export.office.test_csv_cell import LEFT, PLAIN, READ
from tests.tables.reader import open_reader

CELLS = """(text) => {
  const { modules } = hyeopchi;
  return modules["gate/turns"].atOnce(modules["table/delimited"].gridsOfText(text))
    .flatMap((grid) => grid.cells.map((row) => row.map((cell) => cell.text)));
}"""
PIECES = (*"0123456789", *"0123456789", ",", ".", "/", "-", ":", "%", "=", "+", "@", "'", "'", " ", "년", "월", "일", "시", "분", "오전", "e", "am",
          "Jan", "true", "가", "원", "₩", "(", ")", "３", "＝", '"')


@pytest.fixture(scope="module")
def reader(guide: Guidebook, browser: Browser) -> Iterator[Page]:
    """The reader in an empty page."""
    page = open_reader(guide, browser)
    yield page
    page.close()


def opened(reader: Page, texts: list[str]) -> list[str]:
    """The texts after they were written into a CSV file and read again."""
    content = as_csv(["글", "다음"], ([text, "끝"] for text in texts)).decode("utf-8")
    return [row[0] for row in reader.evaluate(CELLS, content)[1:]]


def test_사이트가_쓴_CSV는_쓰기_전과_같이_읽힌다(reader: Page) -> None:
    texts = [clean(text) for text in (*READ, *LEFT, *PLAIN) if "\t" not in text]  # a tab parts cells
    assert opened(reader, texts) == texts


def test_아무_글이나_쓰고_읽어도_그대로다(reader: Page) -> None:
    draw = Random(20261128)
    for _ in range(4):
        texts = ["".join(draw.choice(PIECES) for _ in range(draw.randint(1, 8))) for _ in range(400)]
        assert opened(reader, texts) == texts


@pytest.mark.parametrize("text", ["'19년 예산", "'20", "'가' 사업", "'"])
def test_남이_쓴_작은따옴표는_그대로_둔다(reader: Page, text: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["글", "다음"], [text, "끝"]])
    assert reader.evaluate(CELLS, out.getvalue())[1][0] == text


def test_엑셀에서_연_것을_복사해_붙여도_떼어_읽는다(reader: Page) -> None:
    html = "<table><tr><td>날짜</td><td>예산</td></tr><tr><td>'3/10</td><td>'19년 예산</td></tr></table>"
    read = "(html) => hyeopchi.modules['gate/turns'].atOnce(hyeopchi.modules['table/html'].gridsOfHtml(html))[0].cells"
    found = [[cell["text"] for cell in row] for row in reader.evaluate(read, html)]
    assert found[1] == ["3/10", "'19년 예산"]


def test_끝없이_겹친_칸의_글도_글만_남는다(reader: Page) -> None:
    html = "<table><tr><td>가</td><td>" + "<div>" * 5_000 + "1" + "</div>" * 5_000 + "</td></tr></table>"
    depth = """(html) => {
      let deep = 0;
      const parse = hyeopchi.modules.trusted.parse;
      hyeopchi.modules.trusted.parse = (...given) => {
        const found = parse(...given);
        for (let one = [...found.querySelectorAll("div")].at(-1); one; one = one.parentNode) deep += 1;
        return found;
      };
      const grids = hyeopchi.modules['gate/turns'].atOnce(hyeopchi.modules['table/html'].gridsOfHtml(html));
      hyeopchi.modules.trusted.parse = parse;
      return [deep, grids[0].cells[0][1].text];
    }"""
    deep, text = reader.evaluate(depth, html)
    assert 40 <= deep < 60 and text == "1"
