"""The ledger of the year's earlier changes: when, what, how much, who decided. Its sum feeds the year's reading."""

from __future__ import annotations

from collections.abc import Sequence

from macros.office.excel.book import Book
from macros.office.excel.sheets.lines import UNDECIDED
from macros.office.excel.sheets.terms import MOST

LEDGER, FIRST, COUNT = "변경 대장", 4, 40
LAST = FIRST + COUNT - 1
DATE, WHAT, AMOUNT, DECIDED = "A", "B", "C", "D"
STATE, YEAR = "F", "G"  # helpers: 0 blank, 1 known, 2 not known


def sheet(book: Book, amounts: Sequence[int | None]) -> None:
    """The sheet, empty or with amounts typed in."""
    page = book.sheets[LEDGER]
    page.text("A1", "올해의 변경 대장", "title")
    page.text("A2", "이번 변경보다 앞서 올해 바꾼 것을 모두 적어요. 이번 것은 적지 않아요. "
              "하나라도 적으면 ‘올해 이미 바꾼 금액’을 대신해요.", "muted")
    page.heads(FIRST - 1, [(DATE, "결정일", 16), (WHAT, "변경 내용", 44), (AMOUNT, "금액(원)", 18), (DECIDED, "결정 주체", 22), ("E", "알림", 36)])
    book.place(LEDGER, f"{DATE}{FIRST}", "ledger")
    for at in range(COUNT):
        _row(book, FIRST + at, amounts[at] if at < len(amounts) else 0, at < len(amounts))
    page.raw.data_validation(f"{AMOUNT}{FIRST}:{AMOUNT}{LAST}", {
        "validate": "custom", "value": f'=IF(ISNUMBER(C{FIRST}),AND(C{FIRST}>=0,C{FIRST}=INT(C{FIRST}),C{FIRST}<={MOST}),C{FIRST}="{UNDECIDED}")',
        "error_title": "금액", "error_message": f"0 이상의 정수(원)로 적어 주세요. 아직 모르면 ‘{UNDECIDED}’이라고 적어요."})
    page.raw.set_column(f"{STATE}:{YEAR}", None, None, {"hidden": True})


def _row(book: Book, row: int, won: int | None, typed: bool) -> None:
    page = book.sheets[LEDGER]
    for column in (DATE, WHAT, DECIDED):
        page.blank(f"{column}{row}", "input")
    cell = f"{AMOUNT}{row}"
    if not typed:
        page.blank(cell, "input-money")
    elif won is None:
        page.text(cell, UNDECIDED, "input-money")
    else:
        page.number(cell, won, "input-money")
    blank = f"LEN(TRIM({DATE}{row}&{WHAT}{row}&{cell}&{DECIDED}{row}))=0"
    known = f"IF(ISNUMBER({cell}),AND({cell}>=0,{cell}<={MOST},{cell}=INT({cell})),FALSE)"
    page.formula(f"{STATE}{row}", f"IF({blank},0,IF({known},1,2))")
    day = f"{DATE}{row}"
    page.formula(f"{YEAR}{row}", f'IF(LEN(TRIM({day}))=0,"",IF(ISNUMBER({day}),YEAR({day}),IFERROR(VALUE(LEFT({day},4)),"")))', empty="")
    years = f"${YEAR}${FIRST}:${YEAR}${LAST}"
    page.formula(f"E{row}", f'IF({STATE}{row}=2,"? 금액을 아직 몰라요.",IF(AND({STATE}{row}>0,COUNT({years})>0,MAX({years})>MIN({years})),'
                            '"? 한 해의 변경만 적어 주세요.",""))', "muted", "", f"ledger.{row - FIRST}.told")


def total() -> str:
    """The sum as a formula on another sheet: "" without entries, "?" when not known."""
    at = f"'{LEDGER}'!"
    state, year, amount = (f"{at}${column}${FIRST}:${column}${LAST}" for column in (STATE, YEAR, AMOUNT))
    several = f"IF(COUNT({year})>0,MAX({year})>MIN({year}),FALSE)"
    return f'IF(COUNTIF({state},">0")=0,"",IF(OR(COUNTIF({state},2)>0,{several}),"?",SUM({amount})))'
