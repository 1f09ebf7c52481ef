"""Files that clerks keep their tables in: what comes of them, and the sentence for what holds no table to read."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from macros.reading.guidebook import Guidebook
from tests.tables.files.books import book, fill
from tests.tables.files.cases import FILES
from tests.tables.files.documents import document, paragraph, table
from tests.tables.reader import faults, open_reader, purpose_of, read

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def reader(guide: Guidebook, browser: Browser) -> Iterator[Page]:
    """The reader in an empty page."""
    page = open_reader(guide, browser)
    yield page
    page.close()


def archive(parts: dict[str, bytes | str]) -> bytes:
    """A ZIP archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def parts_of(content: bytes) -> dict[str, bytes | str]:
    """The parts of an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def stream(name: str) -> bytes:
    """An old compound file with one stream."""
    return OLD + name.encode("utf-16-le") + bytes(100)


def small() -> bytes:
    """A workbook with one line."""
    return book(lambda made: fill(made.add_worksheet("예산"), [["사업명", "시비(원)"], ["가람 길", 1_000]]))


def changed(content: bytes, name: str, part: bytes | str) -> bytes:
    """The archive with another part."""
    return archive({**parts_of(content), name: part})


def bomb(lie: int | None = None) -> bytes:
    """A workbook whose sheet unpacks to 60 MB; `lie` is what the archive says of its size."""
    content = changed(small(), "xl/worksheets/sheet1.xml", b'<row r="1"/>' * (5 * MEGABYTE))
    if lie is None:
        return content
    return content.replace(struct.pack("<I", 60 * MEGABYTE), struct.pack("<I", lie))


def swollen(content: bytes, name: str, tag: str, times: int = 2_500_000) -> bytes:
    """The archive with a part that has so many needless tags before its end."""
    text = parts_of(content)[name]
    text = text if isinstance(text, str) else text.decode()
    end = text.rindex("</")
    return changed(content, name, text[:end] + tag * times + text[end:])


def merged() -> bytes:
    """A workbook with merges and hidden columns that all overlap."""
    rows = "".join(f'<row r="{at}"><c r="A{at}" t="inlineStr"><is><t>가</t></is></c><c r="B{at}"><v>{at}</v></c></row>' for at in range(1, 1_900))
    merges = "".join(f'<mergeCell ref="{"AB"[at % 2]}{2_000 - at // 10}:CV2000"/>' for at in range(20_000))
    hidden = '<col min="3" max="99999" hidden="1"/>' * 20_000
    return changed(small(), "xl/worksheets/sheet1.xml", '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                   f"<cols>{hidden}</cols><sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells></worksheet>")


def long_sheet() -> bytes:
    """More rows than a table may have."""
    return book(lambda made: fill(made.add_worksheet("자료"), [["사업명", "시비(원)"], *[[f"사업 {at}", at] for at in range(2_100)]]))


def locked() -> bytes:
    """The parts of an archive with a password."""
    content = bytearray(small())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


# The content of each, or what makes it where that takes long; and what is said of it.
REFUSED: dict[str, tuple[bytes | Callable[[], bytes], str]] = {
    "예전-엑셀.xls": (stream("Workbook"), "예전 엑셀 파일(.xls)이에요. 엑셀에서 열어"),
    "예전-한글.hwp": (stream("HwpSummaryInformation"), "‘한글 표준 문서(.hwpx)’로 저장"),
    "더-예전-한글.hwp": (b"HWP Document File V3.00" + bytes(50), "예전 한글 파일(.hwp)"),
    "암호-엑셀.xlsx": (stream("EncryptedPackage"), "비밀번호가 걸린 파일이에요."),
    "암호-한글.hwpx": (archive({"mimetype": "application/hwp+zip", "META-INF/manifest.xml": "<odf:encryption-data/>"}), "비밀번호가 걸린"),
    "암호-묶음.xlsx": (locked(), "비밀번호가 걸린"),
    "보안.xlsx": (b"SCDSA002" + bytes(range(256)), "문서 보안(DRM)"),
    "문서.pdf": (b"%PDF-1.7\n", "PDF 파일에서는 표를 읽을 수 없어요."),
    "그림.png": (b"\x89PNG\r\n\x1a\n", "그림 파일"),
    "묶음.zip": (archive({"안내.txt": "글"}), "압축을 풀고"),
    "이진.xlsb": (archive({"xl/workbook.bin": b"\0"}), "(.xlsb)"),
    "문서.ods": (archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}), "LibreOffice 파일"),
    "옛.xls": (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "예전 엑셀의 XML"),
    "빈.xlsx": (b"", "빈 파일이에요."),
    "잘린.xlsx": (small()[:-40], "파일이 깨졌어요."),
    "깨진.xlsx": (changed(small(), "xl/worksheets/sheet1.xml", "<worksheet><sheetData>"), "파일이 깨졌어요."),
    "부르는.xlsx": (changed(small(), "xl/worksheets/sheet1.xml", '<!DOCTYPE a [<!ENTITY b "b">]><worksheet/>'), "파일이 깨졌어요."),
    "부푸는.xlsx": (bomb, "파일의 내용이 너무 커요. 풀어서 40 MB까지"),
    "속이는.xlsx": (partial(bomb, lie=900), "파일의 내용이 너무 커요."),
    "꽉 찬.xlsx": (partial(changed, small(), "xl/worksheets/sheet1.xml", b" " * (17 * MEGABYTE)), "시트 ‘예산’은 내용이 너무 많아 읽지 않았어요."),
    "긴.xlsx": (long_sheet, "시트 ‘자료’는 줄이 2,101개라 읽지 않았어요. 2,000줄까지"),
    "긴.hwpx": (document([paragraph(table([["사업명", "시비"], *[["가", "1"]] * 2_050]))]), "표의 줄이 너무 많아요."),
    "넓은.hwpx": (document([paragraph(table([["사업명"], [("가", 1, 300)]]))]), "표의 한 줄에 칸이 너무 많아요."),
}


def opened(page: Page, name: str, content: bytes) -> dict[str, Any]:
    """What opening a file gives: how many grids and what is told, or the refusal."""
    found: dict[str, Any] = page.evaluate("""async ([name, bytes]) => {
      const { modules } = globalThis.hyeopchi;
      const { openFile, tablesIn } = modules["table/file"];
      const read = async () => modules["gate/turns"].atOnce(tablesIn(await openFile(file, "")));
      const file = new File([Uint8Array.from(bytes)], name);
      const { value, problem } = await modules["gate/limits"].guardedLater(read);
      const told = [...value?.told ?? [], ...value?.grids.flatMap((one) => one.told ?? []) ?? []];
      return { problem, told, cells: value?.grids.map(({ cells }) => cells.map((row) => row.map(({ text }) => text))) ?? [] };
    }""", [name, list(content)])
    return found


# A small file of which one part swells, though not beyond what may be unpacked: a browser would take it at once, for a minute.
SWOLLEN: dict[str, tuple[Callable[[], bytes], str | None]] = {
    "모양.xlsx": (lambda: swollen(small(), "xl/styles.xml", "<x/>"), None),
    "차례.xlsx": (lambda: swollen(small(), "xl/workbook.xml", "<x/>"), "한 번에 읽기에는"),
    "이름.xlsx": (lambda: swollen(small(), "xl/workbook.xml", "<x/>", 500_000), None),
    "이어짐.xlsx": (lambda: swollen(small(), "xl/_rels/workbook.xml.rels", "<Relationship/>"), "한 번에 읽기에는"),
    "둘레.xlsx": (lambda: swollen(small(), "xl/worksheets/sheet1.xml", "<x/>"), "한 번에 읽기에는"),
    "글.xlsx": (lambda: swollen(small(), "xl/sharedStrings.xml", "<si><t>a</t></si>", 500_000), "200,000개까지"),
    "종류.xlsx": (lambda: changed(small(), "mimetype", "x" * 39 * MEGABYTE), None),
    "합친.xlsx": (merged, None),
}


@pytest.mark.parametrize("name", SWOLLEN)
def test_한_부분만_부푼_작은_파일이_쪽을_오래_붙들지_않는다(reader: Page, name: str) -> None:
    make, sentence = SWOLLEN[name]
    content = make()
    begun = time.perf_counter()
    found = opened(reader, name, content)
    took = time.perf_counter() - begun
    assert (sentence in (found["problem"] or "")) if sentence else found["cells"], found["problem"]
    assert took < 10, took  # of seconds or minutes before


# A document long enough to be built of many pieces, with all that may stand between its tags.
ROWS = "".join(f"""<a:row n="{at}"><b xmlns:c="urn:c" t='>"'><c:d/>글 &amp; {at}</b><![CDATA[<a:row>]]></a:row>{"<in>" if at % 400 == 0 else ""}"""
               for at in range(1_200))
MIXED = f"""<?xml version="1.0"?><a:top xmlns:a="urn:a" xmlns='urn:b' at="1>0"><!-- <a:x> -->{ROWS}</in></in></in></a:top>\n<!-- end -->"""
BUILT = """([text, cut]) => {
  const { modules } = globalThis.hyeopchi;
  let pieces = 1;
  const { value, problem } = modules["gate/limits"].guarded(() => {
    const building = modules["table/xml"].built(text.slice(0, cut ?? undefined));
    let step = building.next();
    for (; !step.done; step = building.next()) pieces += 1;
    return step.value.documentElement;
  });
  value?.normalize();
  const whole = new DOMParser().parseFromString(text, "application/xml").documentElement;
  return [pieces, value?.isEqualNode(whole) ?? null, problem];
}"""


def test_나누어_읽은_문서는_한_번에_읽은_것과_같다(reader: Page) -> None:
    pieces, equal, problem = reader.evaluate(BUILT, [MIXED, None])
    assert (equal, problem) == (True, None) and pieces > 4


@pytest.mark.parametrize(("text", "cut"), [(MIXED, 60_000), (MIXED.replace("</a:top>", "</a:low>"), None), (f"<a>{MIXED[21:]}</b>", None),
                                           (f"<!DOCTYPE a>{MIXED[21:]}", None), ("<a>" * 6_000 + "</a>" * 6_000, None),
                                           (MIXED + "<!-- -->" * 3_000, None), ("<a b='" + ">" * 99_999, None), ("<?a?>" * 9_000 + "<a/>", None)])
def test_나누어_읽은_문서가_잘렸거나_어긋났으면_물리친다(reader: Page, text: str, cut: int | None) -> None:
    _, equal, problem = reader.evaluate(BUILT, [text, cut])
    assert equal is None and ("파일이 깨졌어요." in problem or "한 번에 읽기에는" in problem)


@pytest.mark.parametrize("name", FILES)
def test_연_파일에서_나와야_하는_것이_나온다(reader: Page, name: str) -> None:
    make, wanted = FILES[name]
    assert faults(read(reader, name, make(), purpose_of(wanted)), wanted) == []


@pytest.mark.parametrize("name", REFUSED)
def test_읽지_못하는_파일은_무엇인지와_어떻게_하는지_말한다(reader: Page, name: str) -> None:
    given, sentence = REFUSED[name]
    content = given if isinstance(given, bytes) else given()
    if name in ("부푸는.xlsx", "속이는.xlsx"):
        assert len(content) < MEGABYTE
    found = opened(reader, name, content)
    assert found["problem"] and sentence in found["problem"]
    assert found["cells"] == []


def test_숨긴_줄과_값이_없는_수식은_빼거나_알린다(reader: Page) -> None:
    told = " ".join(opened(reader, "a.xlsx", FILES["x05-hidden-parts.xlsx"][0]())["told"])
    assert "숨긴 줄 1개" in told and "숨긴 열 1개" in told
    assert "값이 저장되지 않은 수식이 2칸" in " ".join(opened(reader, "b.xlsx", FILES["x14-by-openpyxl.xlsx"][0]())["told"])


def test_확장자가_xls인_쪽의_표는_읽는다(reader: Page) -> None:
    """What many systems of the offices hand out as a workbook is a page with a table."""
    page = "<html><head><meta charset='euc-kr'></head><table><tr><th>사업명<th>시비(원)</tr><tr><td>가람 길<td>1,000</tr></table></html>"
    found = opened(reader, "e.xls", page.encode("cp949"))
    assert found["problem"] is None and found["cells"] == [[["사업명", "시비(원)"], ["가람 길", "1,000"]]]


@pytest.mark.parametrize(("number", "code", "shown"), [
    (12_500_000, "#,##0,", "12,500"), (8_641_500.5, "#,##0", "8,641,500.5"), (12_500, '#,##0"천원"', "12,500천원"),
        (0.30000000000000004, "0.0", "0.3"),
    (-5_000, '#,##0;"△"#,##0;"-"', "△5,000"), (0, '#,##0;"△"#,##0;"-"', "-"), (-5_000, "#,##0_);(#,##0)", "(5,000)"),
        (1e21, "General", "1000000000000000000000"),
    (0.805, "0.0%", "80.5%"), (44_622, "yyyy-mm-dd", "2022-03-02"), (44_622, 'yyyy"년" m"월" d"일"', "2022-03-02"),
        (1_200, "[$₩-412]#,##0", "₩1,200"),
    (1_200, "[Red]#,##0\\ \"원\"", "1,200 원"), (-3, "0", "-3"), (25, '0"일"', "25일"), (2_500_000_000, "#,##0,,", "2,500"),
        (3, '"제"0"호"', "제3호"),
    (12, "@", "12"), (5, '_-* #,##0_-;\\-* #,##0_-;_-* "-"_-;_-@_-', "5"), (0, '_-* #,##0_-;\\-* #,##0_-;_-* "-"_-;_-@_-', "-"),
])
def test_수는_형식이_보이는_대로_읽고_반올림해_감춘_자리는_살린다(reader: Page, number: float, code: str, shown: str) -> None:
    assert reader.evaluate("([number, code]) => hyeopchi.modules['table/number-format'].shownAs(number, { id: 200, code })", [number, code]) == shown
