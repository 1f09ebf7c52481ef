"""한글 documents (HWPX) as 한글 itself lays them out: tables within paragraphs, merged cells, units beside them, layout tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

from docx import Document

Made = tuple[Callable[[], bytes], dict[str, Any]]
SPACES = ('xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" '
          'xmlns:hc="http://www.hancom.co.kr/hwpml/2011/core" xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head"')
LINES = '<hp:linesegarray><hp:lineseg textpos="0" vertpos="0" vertsize="1000" textheight="1000" baseline="850" spacing="600"/></hp:linesegarray>'


def paragraph(*inner: str) -> str:
    """A paragraph; a text that begins with `<` is XML already."""
    runs = "".join(f'<hp:run charPrIDRef="0">{one if one.startswith("<") else f"<hp:t>{escape(one)}</hp:t>"}</hp:run>' for one in inner)
    return f'<hp:p id="0" paraPrIDRef="0" styleIDRef="0" pageBreak="0" columnBreak="0" merged="0">{runs}{LINES}</hp:p>'


def table(rows: list[list[Any]], caption: str = "") -> str:
    """Rows of cells: a text, XML, or (text, down, across). What a cell above covers is left out."""
    taken: set[tuple[int, int]] = set()
    made = []
    for at, row in enumerate(rows):
        column, cells = 0, []
        for cell in row:
            text, down, across = cell if isinstance(cell, tuple) else (cell, 1, 1)
            while (at, column) in taken:
                column += 1
            taken |= {(at + below, column + beside) for below in range(down) for beside in range(across)}
            inner = "".join(one if one.startswith("<hp:p") else paragraph(one) for one in (text if isinstance(text, list) else [str(text)]))
            cells.append(f'<hp:tc name="" header="0" hasMargin="0"><hp:subList id="" textDirection="HORIZONTAL">{inner}</hp:subList>'
                         f'<hp:cellAddr colAddr="{column}" rowAddr="{at}"/><hp:cellSpan colSpan="{across}" rowSpan="{down}"/>'
                         '<hp:cellSz width="5000" height="1000"/><hp:cellMargin left="141" right="141" top="141" bottom="141"/></hp:tc>')
            column += across
        made.append(f"<hp:tr>{''.join(cells)}</hp:tr>")
    said = f'<hp:caption side="TOP"><hp:subList id="">{paragraph(caption)}</hp:subList></hp:caption>' if caption else ""
    width = max(column for _, column in taken) + 1
    return f'<hp:tbl id="1" rowCnt="{len(rows)}" colCnt="{width}"><hp:sz width="40000" height="3000"/>{said}{"".join(made)}</hp:tbl>'


def document(*sections: list[str]) -> bytes:
    """A document of sections, each of paragraphs."""
    file = io.BytesIO()
    manifest = "".join(f'<opf:item id="section{at}" href="Contents/section{at}.xml" media-type="application/xml"/>' for at in range(len(sections)))
    spine = "".join(f'<opf:itemref idref="section{at}"/>' for at in range(len(sections)))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/hwp+zip", zipfile.ZIP_STORED)
        archive.writestr("version.xml",
            '<?xml version="1.0" encoding="UTF-8"?><hv:HCFVersion xmlns:hv="http://www.hancom.co.kr/hwpml/2011/version"/>')
        archive.writestr("Contents/content.hpf", f'<?xml version="1.0" encoding="UTF-8"?><opf:package xmlns:opf="http://www.idpf.org/2007/opf/">'
                                                 f"<opf:manifest>{manifest}</opf:manifest><opf:spine>{spine}</opf:spine></opf:package>")
        for at, paragraphs in enumerate(sections):
            archive.writestr(f"Contents/section{at}.xml",
                             f'<?xml version="1.0" encoding="UTF-8" standalone="yes" ?><hs:sec {SPACES}>{"".join(paragraphs)}</hs:sec>')
    return file.getvalue()


def needed_money() -> bytes:
    """6. 소요예산: the unit in a paragraph at the right above, heads of two rows, names merged downwards, a sum below."""
    rows: list[list[Any]] = [[("사업명", 2, 1), ("산출내역", 2, 1), ("사업비", 1, 3)], ["계", "시비", "구비"],
            [("노을 강변", 2, 1), "강사료 20만원×10회", "2,000", "2,000", "-"], ["재료비", "1,500", "1,000", "500"],
            ["숲속 교실", "운영비", "3,000", "3,000", "-"], [("합 계", 1, 2), "6,500", "6,000", "500"]]
    return document([paragraph("6. 소요예산"), paragraph("(단위: 천원)"), paragraph(table(rows)), paragraph("※ 구비는 본예산에 편성")])


def two_agendas() -> bytes:
    """Tables one below the other, each agenda's name and unit in paragraphs above it."""
    first: list[list[Any]] = [["예산과목", "시비", "구비"], ["사무관리비", "1,200", "300"], ["행사운영비", "2,300", ""], ["소계", "3,500", "300"]]
    second = [["예산과목", "시비", "구비"], ["민간경상보조", "4,000,000", "0"], ["소계", "4,000,000", "0"]]
    return document([paragraph("□ 의제 1. 나루터 축제"), paragraph("(단위: 천원)"), paragraph(table(first)), paragraph(""),
                     paragraph("□ 의제 2. 언덕 도서실"), paragraph("(단위: 원)"), paragraph(table(second))])


def nested() -> bytes:
    """The table stands within a table that only draws a frame, with the unit in the frame."""
    inner = [["세부사업", "시비"], ["가람 음악회", "2.5"], ["나래 체육관", "7"], ["계", "9.5"]]
    frame = [[[paragraph("○ 사업비 내역"), paragraph("단위 : 백만원"), paragraph(table(inner))]]]
    return document([paragraph("3. 예산"), paragraph(table(frame))])


def odd_texts() -> bytes:
    """A caption with the unit, line breaks and tabs within texts, a footnote and a memo in a cell, a header of the page."""
    note = '<hp:ctrl><hp:footNote number="1"><hp:subList id="">' + paragraph("국비 99,999 포함 시 변동") + "</hp:subList></hp:footNote></hp:ctrl>"
    memo = '<hp:ctrl><hp:hiddenComment><hp:subList id="">' + paragraph("확인 필요 12,345") + "</hp:subList></hp:hiddenComment></hp:ctrl>"
    header = '<hp:ctrl><hp:header id="1"><hp:subList id="">' + paragraph(table([["대외비", "1,000"]])) + "</hp:subList></hp:header></hp:ctrl>"
    first = paragraph("<hp:t>세부<hp:lineBreak/>사업</hp:t>")
    body: list[list[Any]] = [[[first], [paragraph("<hp:t>시<hp:fwSpace/>비</hp:t>")]],
            [[paragraph("<hp:t>하늘<hp:tab width=\"1\"/>공원</hp:t>")], [paragraph("2,400", note)]], [[paragraph("바다 광장", memo)], "1,100"]]
    return document([paragraph(header, "예산 내역"), paragraph(table(body, caption="(단위 : 천원)"))])


def two_sections() -> bytes:
    """The money stands in the second section; the first has a table of a schedule."""
    schedule: list[list[Any]] = [["추진내용", "1월", "2월"], ["계획 수립", "○", ""], ["사업 시행", "", "○"]]
    money: list[list[Any]] = [["사업명", "부문", "시비(원)", "구비(원)"], [("이음 쉼터", 2, 1), "협치기반", "5,000,000", "1,000,000"],
        ["협치의제", "4,000,000", "0"],
             ["총 합 계", "", "9,000,000", "1,000,000"]]
    return document([paragraph("추진 일정"), paragraph(table(schedule))], [paragraph("예산"), paragraph(table(money))])


def merged_word() -> bytes:
    """The same in Word: heads of two rows, names merged downwards."""
    made = Document()
    made.add_paragraph("(단위: 천원)")
    rows = [["사업명", "산출내역", "사업비", ""], ["", "", "시비", "구비"], ["물결 길", "안내", "3,000", "200"], ["", "정비", "1,000", ""],
            ["합계", "", "4,000", "200"]]
    cells = made.add_table(len(rows), 4)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            cells.cell(at, column).text = text
    for first, last in (((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((2, 0), (3, 0)), ((4, 0), (4, 1))):
        cells.cell(*first).merge(cells.cell(*last))
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def change() -> bytes:
    """Before and after, in a table with heads of two rows."""
    rows: list[list[Any]] = [[("세부사업", 2, 1), ("변경 전", 1, 2), ("변경 후", 1, 2), ("증감", 2, 1)], ["산출내역", "금액", "산출내역", "금액"],
            ["연못 정비", "공사", "8,000", "공사", "6,500", "△1,500"], ["둘레길", "안내판", "2,000", "안내판", "3,500", "1,500"],
                ["계", "", "10,000", "", "10,000", "0"]]
    return document([paragraph("예산 변경 내역"), paragraph("(금액단위: 천원)"), paragraph(table(rows))])


def roster() -> bytes:
    """Members in 한글; the side is merged downwards."""
    rows: list[list[Any]] = [["구분", "성명", "소속", "성별"], [("민간", 3, 1), "김지음", "주민자치회", "여"], ["이지음", "상인회", "남"],
        ["박지음", "", "여"],
            [("행정", 1, 1), "최지음", "자치행정과장", "남"]]
    return document([paragraph("협치회의 위원 명단"), paragraph(table(rows))])


def in_box() -> bytes:
    """The table and its unit stand in a text box."""
    rows: list[list[Any]] = [["세부사업", "시비", "구비"], ["들샘 관", "12", "3"], ["별샘 관", "8", "0"], ["소계", "20", "3"]]
    inner = paragraph("(단위: 백만원)") + paragraph(table(rows))
    return document([paragraph("붙임", f'<hp:rect id="1"><hp:drawText><hp:subList>{inner}</hp:subList></hp:drawText></hp:rect>')])


def counts() -> bytes:
    """Sides in the heads, sexes in the rows."""
    rows: list[list[Any]] = [["성별", "민간", "의원", "공무원", "계"], ["여성", "4", "1", "1", "6"], ["남성", "3", "0", "2", "5"],
        ["계", "7", "1", "3", "11"]]
    return document([paragraph("협치회의 위원 구성"), paragraph(table(rows))])


DOCUMENTS: dict[str, Made] = {
    "h01-needed-money.hwpx": (needed_money, {"city": 6_000_000, "own": 500_000, "lines": 3, "names": ["노을 강변", "노을 강변", "숲속 교실"]}),
    "h02-two-agendas.hwpx": (two_agendas, {"city": 7_500_000, "own": 300_000, "lines": 3}),
    "h03-nested.hwpx": (nested, {"city": 9_500_000, "lines": 2, "names": ["가람 음악회", "나래 체육관"]}),
    "h04-odd-texts.hwpx": (odd_texts, {"city": 3_500_000, "lines": 2, "names": ["하늘 공원", "바다 광장"]}),
    "h05-two-sections.hwpx": (two_sections, {"city": 9_000_000, "own": 1_000_000, "lines": 2}),
    "h06-change.hwpx": (change, {"before": 10_000_000, "after": 10_000_000, "lines": 2}),
    "w01-merged.docx": (merged_word, {"city": 4_000_000, "own": 200_000, "lines": 2, "names": ["물결 길", "물결 길"]}),
    "h09-in-box.hwpx": (in_box, {"city": 20_000_000, "own": 3_000_000, "lines": 2}),
    "h08-counts.hwpx": (counts, {"roster": {"members": 11, "women": 6, "men": 5, "private": 7, "administration": 3}}),
    "h07-roster.hwpx": (roster, {"roster": {"members": 4, "women": 2, "men": 2, "private": 3, "administration": 1}}),
}
