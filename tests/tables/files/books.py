"""Workbooks as clerks make them: titles, merged heads, units in cells and in number formats, several sheets, hidden ones, formulas."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import xlsxwriter

Made = tuple[Callable[[], bytes], dict[str, Any]]


def book(write: Callable[[Any], None], **options: Any) -> bytes:
    """The bytes of a workbook that `write` fills."""
    file = io.BytesIO()
    made = xlsxwriter.Workbook(file, {"in_memory": True, **options})
    write(made)
    made.close()
    return file.getvalue()


def fill(sheet: Any, rows: list[list[Any]], first: int = 0, form: Any = None) -> None:
    """Writes rows; None leaves a cell out."""
    for at, row in enumerate(rows, first):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(at, column, value, *([form] if form and isinstance(value, int | float) else []))


def merged_heads() -> bytes:
    """Titles, the unit in a cell, 사업비 over 계·시비·구비, sums as formulas."""
    def write(made: Any) -> None:
        sheet, money = made.add_worksheet("세부내역"), made.add_format({"num_format": "#,##0"})
        sheet.merge_range("A1:F1", "2022년 협치 사업 소요예산", made.add_format({"bold": True}))
        sheet.write("F2", "(단위: 천원)")
        sheet.merge_range("A3:A4", "세부사업")
        sheet.merge_range("B3:B4", "산출내역")
        sheet.merge_range("C3:E3", "사업비")
        sheet.merge_range("F3:F4", "비고")
        for column, head in zip("CDE", ("계", "시비", "구비"), strict=True):
            sheet.write(f"{column}4", head)
        lines = [("달빛 도서관", "강사료", 4_500, 500), ("달빛 도서관", "홍보물", 1_200, 0), ("물레 텃밭", "모종", 800, 200)]
        sheet.merge_range("A5:A6", "")
        for at, (name, what, city, own) in enumerate(lines, 5):
            if at != 6:
                sheet.write(f"A{at}", name)
            sheet.write(f"B{at}", what)
            sheet.write_formula(f"C{at}", f"=SUM(D{at}:E{at})", money, city + own)
            sheet.write(f"D{at}", city, money)
            sheet.write(f"E{at}", own, money)
        sheet.merge_range("A8:B8", "합  계")
        for column, total in zip("CDE", (7_200, 6_500, 700), strict=True):
            sheet.write_formula(f"{column}8", f"=SUM({column}5:{column}7)", money, total)
    return book(write)


def scaled_format() -> bytes:
    """Typed in won, shown in thousands by the number format."""
    def write(made: Any) -> None:
        sheet, money = made.add_worksheet(), made.add_format({"num_format": "#,##0,"})
        fill(sheet, [["사업명", "시비(천원)", "구비(천원)"], ["구름 다리", 12_500_000, 2_500_000], ["샛별 공방", 7_300_500, 0],
                     ["합계", 19_800_500, 2_500_000]], form=money)
    return book(write)


def unit_in_format() -> bytes:
    """The unit is in the number format alone."""
    def write(made: Any) -> None:
        sheet = made.add_worksheet()
        thousands, scaled, won = (made.add_format({"num_format": one}) for one in ('#,##0"천원"', '#,##0,"천원"', '#,##0"원"'))
        for column, head in enumerate(["사업명", "시비", "구비", "민간"]):
            sheet.write(0, column, head)
        for row, (name, city, own, outside) in enumerate([("한울 쉼터", 3_000, 400_000, 150_000), ("두레 부엌", 5_200, 800_000, 0)], 1):
            sheet.write(row, 0, name)
            sheet.write(row, 1, city, thousands)
            sheet.write(row, 2, own, scaled)
            sheet.write(row, 3, outside, won)
    return book(write)


def several_sheets() -> bytes:
    """A cover, a sheet of sums by project, the lines, a sheet that explains."""
    def write(made: Any) -> None:
        fill(made.add_worksheet("표지"), [["2022년 지역사회혁신계획"], [None], ["○○구"]])
        money = made.add_format({"num_format": "#,##0"})
        total = made.add_worksheet("총괄")
        fill(total, [["(단위: 원)"], ["사업명", "시비", "구비"], ["바람개비 마을", 30_000_000, 3_000_000], ["옹달샘 학교", 12_000_000, 0],
                     ["합계", 42_000_000, 3_000_000]], form=money)
        lines = made.add_worksheet("세부")
        fill(lines, [["세부사업별 내역", None, None, None], ["단위: 원"], ["세부사업", "내용", "시비", "구비"],
                     ["바람개비 마을", "운영", 18_000_000, 3_000_000], ["바람개비 마을", "시설", 12_000_000, 0],
                     ["옹달샘 학교", "강사료", 7_000_000, 0], ["옹달샘 학교", "재료", 5_000_000, 0],
                     ["총계", None, 42_000_000, 3_000_000]], form=money)
        fill(made.add_worksheet("작성요령"), [["1. 금액은 원 단위로 적습니다."], ["2. 비목은 예산편성 기준을 따릅니다."]])
    return book(write)


def hidden_parts() -> bytes:
    """A hidden sheet of last year, rows that a filter hides, a hidden column."""
    def write(made: Any) -> None:
        old = made.add_worksheet("작년")
        fill(old, [["사업명", "시비(원)"], ["지난 사업", 99_000_000]])
        sheet = made.add_worksheet("올해")
        fill(sheet, [["사업명", "담당자 메모", "시비(원)"], ["새싹 놀이터", "가", 8_000_000], ["접은 사업", "나", 6_000_000],
                     ["돌담 극장", "다", 5_000_000]])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})
        sheet.activate()
        sheet.set_first_sheet()
        old.hide()
    return book(write)


def grouped_rows() -> bytes:
    """Lines folded away under their sums by an outline: they are the table all the same."""
    def write(made: Any) -> None:
        sheet = made.add_worksheet()
        fill(sheet, [["사업명", "내용", "시비(천원)"], ["들꽃 마당", "운영", 2_000], ["들꽃 마당", "시설", 3_000], ["소계", None, 5_000],
                     ["솔빛 누리", "교육", 1_500], ["합계", None, 6_500]])
        for row in (1, 2):
            sheet.set_row(row, None, None, {"level": 1, "hidden": True})
    return book(write)


def inline_strings() -> bytes:
    """Written line by line: texts stand in the cells, not in the shared list."""
    def write(made: Any) -> None:
        sheet = made.add_worksheet()
        fill(sheet, [["(단위: 백만원)"], ["의제명", "시비", "자부담"], ["해오름 골목", 25, 2.5], ["달무리 시장", 14.2, 0], ["계", 39.2, 2.5]])
    return book(write, constant_memory=True)


def rich_texts() -> bytes:
    """Texts of several runs, line breaks in heads, an error beside the table."""
    def write(made: Any) -> None:
        sheet, bold, wrap = made.add_worksheet(), made.add_format({"bold": True}), made.add_format({"text_wrap": True})
        sheet.write("A1", "세부\n사업명", wrap)
        sheet.write_rich_string("B1", "시", bold, "비", "\n(천원)", wrap)
        sheet.write("C1", "비고")
        sheet.write_rich_string("A2", "느티나무 ", bold, "책방", " & 찻집")
        sheet.write("B2", 4_300)
        sheet.write_formula("C2", "=VLOOKUP(1,Z1:Z2,2)", None, "#N/A")
        sheet.write("A3", "누리 <마을>")
        sheet.write("B3", 1_700)
    return book(write)


def dates() -> bytes:
    """Days as serial numbers, shares as formats, people as numbers: none of them is money."""
    def write(made: Any) -> None:
        sheet = made.add_worksheet()
        day, share, money = (made.add_format({"num_format": one}) for one in ("yyyy-mm-dd", "0.0%", "_-* #,##0_-;\\-* #,##0_-;_-* \"-\"_-;_-@_-"))
        fill(sheet, [["연번", "사업명", "시작일", "참여인원", "시비(원)", "구비(원)", "집행률"]])
        for row, (name, month, people, city, own) in enumerate([("여울 합창단", 3, 25, 9_000_000, 0),
            ("가온 목공소", 4, 12, 4_500_000, 500_000)], 1):
            fill(sheet, [[row, name, None, people]], row)
            sheet.write_datetime(row, 2, datetime.datetime(2022, month, 2), day)
            sheet.write(row, 4, city, money)
            sheet.write(row, 5, own, money)
            sheet.write(row, 6, 0.5, share)
    return book(write)


def supplementary() -> bytes:
    """기정, 변경, 증감 with △ by the number format."""
    def write(made: Any) -> None:
        sheet, signed = made.add_worksheet("추경"), made.add_format({"num_format": '#,##0;"△"#,##0;"-"'})
        fill(sheet, [["제2회 추가경정예산 사업별 조서"], [None, None, None, "(단위:천원)"], ["세부사업", "기정액", "변경액", "증감액"],
                     ["갈매기 학교", 20_000, 15_000, -5_000], ["등대 쉼터", 10_000, 15_000, 5_000], ["합계", 30_000, 30_000, 0]], form=signed)
    return book(write)


def change() -> bytes:
    """What stands before and after a change."""
    def write(made: Any) -> None:
        sheet = made.add_worksheet()
        fill(sheet, [["변경 전·후 대비표", None, None, "단위 : 원"], ["세부사업", "내용", "변경 전", "변경 후"],
            ["모래내 장터", "운영비", 6_000_000, 4_000_000],
                     ["모래내 장터", "홍보비", 1_000_000, 3_000_000], ["계", None, 7_000_000, 7_000_000]])
    return book(write)


def stacked() -> bytes:
    """Two tables in one sheet, each with its title and its unit."""
    def write(made: Any) -> None:
        sheet = made.add_worksheet()
        fill(sheet, [["□ 의제 1. 골목 정원사"], ["(단위: 천원)"], ["비목", "시비", "구비"], ["사무관리비", 1_500, 0], ["시설비", 4_000, 500],
            ["계", 5_500, 500],
                     [None], ["□ 의제 2. 마을 기자단"], ["(단위: 원)"], ["비목", "시비", "구비"], ["행사운영비", 2_200_000, 0],
                         ["합계", 2_200_000, 0]])
    return book(write)


def prefixed() -> bytes:
    """The same as another program writes it: every element of the sheet with a prefix, texts as formula results."""
    content = book(lambda made: fill(made.add_worksheet("사업"), [["사업명", "시비(천원)"], ["마루 학당", 2_600], ["햇살 마당", 900],
        ["합계", 3_500]]))
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name.startswith("xl/") and main.encode() in text:
                xml = text.decode().replace(main, main.replace("xmlns=", "xmlns:x="))
                text = re.sub(r"<(/?)(?=[a-z])(?!x:)", r"<\1x:", xml).encode()
            new.writestr(name, text)
    return file.getvalue()


def by_openpyxl() -> bytes:
    """Sums as formulas whose values no program has worked out yet; the lines are plain."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    rows: list[list[Any]] = [["사업명", "내용", "시비(원)", "구비(원)"], ["은하 놀이", "운영", 3_000_000, 100_000],
        ["은하 놀이", "시설", 2_000_000, 0],
                ["합계", None, "=SUM(C2:C3)", "=SUM(D2:D3)"]]
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def far_away() -> bytes:
    """A table that begins deep in the sheet, with a stray format at the very end of it."""
    def write(made: Any) -> None:
        sheet = made.add_worksheet()
        fill(sheet, [[None, None, None, "사업명", "시비", "구비"], [None, None, None, "너울 공원", "12백만원", "1,500천원"],
                     [None, None, None, "미리내 길", "3,400,000", "0"]], 40)
        sheet.write_blank(1_048_575, 0, None, made.add_format({"bold": True}))
        sheet.write_blank(5, 16_383, None, made.add_format({"bold": True}))
    return book(write)


def roster() -> bytes:
    """Members: names are counted and left behind."""
    def write(made: Any) -> None:
        fill(made.add_worksheet("위원 명단"), [["협치회의 위원 명단"], ["연번", "성명", "소속/직위", "구분", "성별"],
            [1, "김가상", "주민자치회", "민간", "여"],
                                         [2, "이가상", "마을공동체", "민간", "남"], [3, "박가상", "기획과장", "행정", "여"],
                                             [4, "공석", None, None, None]])
    return book(write)


def fractions() -> bytes:
    """Shares of a total that come out finer than a won: shown rounded."""
    def write(made: Any) -> None:
        sheet, money = made.add_worksheet(), made.add_format({"num_format": "#,##0"})
        fill(sheet, [["사업명", "총사업비", "시비", "구비"], ["가온 터", 12_345_679], ["나온 터", 1_000_001], ["계", 13_345_680]], form=money)
        for row, total in ((2, 12_345_679), (3, 1_000_001), (4, 13_345_680)):
            sheet.write_formula(f"C{row}", f"=B{row}*0.7", money, total * 0.7)
            sheet.write_formula(f"D{row}", f"=B{row}*0.3", money, total * 0.3)
    return book(write)


def sheet_per_project() -> bytes:
    """A sheet for each project, all alike."""
    def write(made: Any) -> None:
        for at, name in enumerate(["새벽 장터", "한낮 놀이", "저녁 강의"], 1):
            fill(made.add_worksheet(f"사업{at}"), [[f"사업명: {name}"], ["(단위: 천원)"], ["예산과목", "산출내역", "시비", "구비"],
                                                 ["사무관리비", "인쇄", 1_000 * at, 100], ["행사운영비", "무대", 2_000, 0],
                                                 ["계", None, 1_000 * at + 2_000, 100]])
    return book(write)


def counts() -> bytes:
    """Numbers of members by side and sex, with sums beside and below."""
    def write(made: Any) -> None:
        sheet = made.add_worksheet("구성 현황")
        fill(sheet, [["협치회의 구성 현황(2022. 3. 기준)"], ["구분", "계", "성별", None], [None, None, "여성", "남성"], ["민간위원", 9, 5, 4],
                     ["선출직", "2명", "1명", "1명"], ["행정위원", 3, 1, 2], ["합계", 14, 7, 7]])
        sheet.merge_range("C2:D2", "성별")
    return book(write)


def long_counts() -> bytes:
    """The same told one below the other: the side is merged downwards, the sex stands in a row of its own."""
    def write(made: Any) -> None:
        sheet = made.add_worksheet()
        fill(sheet, [["구분", "성별", "인원(명)"], ["민간", "여", 6], [None, "남", 5], ["행정", "여", 1], [None, "남", 2], ["총계", None, 14]])
        for first, last, side in ((1, 2, "민간"), (3, 4, "행정")):
            sheet.merge_range(first, 0, last, 0, side)
    return book(write)


def scores() -> bytes:
    """Agendas with scores; full marks and the mean are no agendas."""
    def write(made: Any) -> None:
        fill(made.add_worksheet(), [["의제 우선순위 평가표"], ["의제명", "공익성", "효과성", "합계"], ["배점", 5, 5, 10], ["밤길 지킴이", 4, 5, 9],
                                    ["나눔 냉장고", 3, 4, 7], ["평균", 3.5, 4.5, 8]])
    return book(write)


BOOKS: dict[str, Made] = {
    "x01-merged-heads.xlsx": (merged_heads, {"city": 6_500_000, "own": 700_000, "lines": 3, "names": ["달빛 도서관", "달빛 도서관", "물레 텃밭"]}),
    "x02-scaled-format.xlsx": (scaled_format, {"city": 19_800_500, "own": 2_500_000, "lines": 2, "names": ["구름 다리", "샛별 공방"]}),
    "x03-unit-in-format.xlsx": (unit_in_format, {"city": 8_200_000, "own": 1_200_000, "outside": 150_000, "lines": 2}),
    "x04-several-sheets.xlsx": (several_sheets, {"city": 42_000_000, "own": 3_000_000, "lines": 4}),
    "x05-hidden-parts.xlsx": (hidden_parts, {"city": 13_000_000, "lines": 2, "names": ["새싹 놀이터", "돌담 극장"]}),
    "x06-grouped-rows.xlsx": (grouped_rows, {"city": 6_500_000, "lines": 3}),
    "x07-inline-strings.xlsx": (inline_strings, {"city": 39_200_000, "own": 2_500_000, "lines": 2}),
    "x08-rich-texts.xlsx": (rich_texts, {"city": 6_000_000, "lines": 2, "names": ["느티나무 책방 & 찻집", "누리 <마을>"]}),
    "x09-dates.xlsx": (dates, {"city": 13_500_000, "own": 500_000, "lines": 2, "names": ["여울 합창단", "가온 목공소"], "left_out": ["참여인원"]}),
    "x10-supplementary.xlsx": (supplementary, {"city": 30_000_000, "lines": 2, "left_out": ["기정액", "증감액"]}),
    "x11-change.xlsx": (change, {"before": 7_000_000, "after": 7_000_000, "lines": 2}),
    "x12-stacked.xlsx": (stacked, {"city": 7_700_000, "own": 500_000, "lines": 3}),
    "x13-prefixed.xlsx": (prefixed, {"city": 3_500_000, "lines": 2}),
    "x14-by-openpyxl.xlsx": (by_openpyxl, {"city": 5_000_000, "own": 100_000, "lines": 2}),
    "x15-far-away.xlsx": (far_away, {"city": 15_400_000, "own": 1_500_000, "lines": 2}),
    "x16-roster.xlsx": (roster, {"roster": {"members": 3, "women": 2, "men": 1, "private": 2, "administration": 1}}),
    "x20-fractions.xlsx": (fractions, {"city": 9_341_976, "own": 4_003_704, "lines": 2, "names": ["가온 터", "나온 터"]}),
    "x21-sheet-per-project.xlsx": (sheet_per_project, {"city": 12_000_000, "own": 300_000, "lines": 6}),
    "x18-counts.xlsx": (counts, {"roster": {"members": 14, "women": 7, "men": 7, "private": 9, "administration": 3}}),
    "x19-long-counts.xlsx": (long_counts, {"roster": {"members": 14, "women": 7, "men": 7, "private": 11, "administration": 3}}),
    "x17-scores.xlsx": (scores, {"agendas": 2, "names": ["밤길 지킴이", "나눔 냉장고"]}),
}
