"""The table before and after a change of the budget: what Excel makes of its lines, as macros/rules/change.py does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.office.excel.book import Book
from macros.office.excel.sheets.terms import MOST
from macros.rules.change import Moved

LINES, FIRST, COUNT = "변경표", 5, 60
LAST = FIRST + COUNT - 1
PROJECT, ITEM, NATURE, BEFORE, AFTER, STEP = "A", "B", "C", "D", "E", "F"
NATURES: Mapping[str, str] = {"current": "경상", "capital": "자본"}
UNDECIDED = "미정"
STATE, TOP, BETWEEN, WITHIN = "H", "I", "J", "K"  # helpers beside the table: 0 blank, 1 known, 2 not known; first of its project


def _area(column: str, sheet: str = "") -> str:
    return f"{sheet}${column}${FIRST}:${column}${LAST}"


def table(book: Book, lines: Sequence[Moved]) -> None:
    """The sheet, empty or with lines typed in."""
    sheet = book.sheets[LINES]
    sheet.text("A1", "변경 전과 후", "title")
    sheet.text("A2", f"바꾸는 줄을 모두 적어요. 금액은 원 단위로 적고 모르면 ‘{UNDECIDED}’이라고 적어요. "
               "하나라도 적으면 ‘판정’의 금액을 대신해요.", "muted")
    sheet.heads(FIRST - 1, [(PROJECT, "세부사업", 28), (ITEM, "항목", 24), (NATURE, "경상·자본", 12), (BEFORE, "변경 전(원)", 18),
                            (AFTER, "변경 후(원)", 18), (STEP, "늘고 준 금액(원)", 18), ("G", "알림", 30)])
    for at in range(COUNT):
        _row(book, FIRST + at, lines[at] if at < len(lines) else None)
    sheet.choose(f"{NATURE}{FIRST}:{NATURE}{LAST}", list(NATURES.values()), "경상과 자본 가운데 골라 주세요.")
    sheet.raw.data_validation(f"{BEFORE}{FIRST}:{AFTER}{LAST}", {
        "validate": "custom", "value": f'=IF(ISNUMBER(D{FIRST}),AND(D{FIRST}>=0,D{FIRST}=INT(D{FIRST}),D{FIRST}<={MOST}),D{FIRST}="{UNDECIDED}")',
        "error_title": "금액", "error_message": f"0 이상의 정수(원)로 적어 주세요. 아직 모르면 ‘{UNDECIDED}’이라고 적어요."})
    sheet.raw.set_column(f"{STATE}:{WITHIN}", None, None, {"hidden": True})


def _row(book: Book, row: int, line: Moved | None) -> None:
    sheet = book.sheets[LINES]
    sheet.text(f"{PROJECT}{row}", line.project if line else "", "input")
    sheet.blank(f"{ITEM}{row}", "input")
    sheet.text(f"{NATURE}{row}", NATURES.get(line.nature or "", "") if line else "", "input")
    for column in (BEFORE, AFTER):
        sheet.blank(f"{column}{row}", "input-money")
    for column, won in ((BEFORE, line.before), (AFTER, line.after)) if line else ():
        if won is None:
            sheet.text(f"{column}{row}", UNDECIDED, "input-money")
        else:
            sheet.number(f"{column}{row}", won, "input-money")
    _formulas(book, row)


def _formulas(book: Book, row: int) -> None:
    sheet = book.sheets[LINES]
    cells = [f"{column}{row}" for column in (BEFORE, AFTER)]
    good = [f"IF(LEN(TRIM({cell}))=0,TRUE,IF(ISNUMBER({cell}),AND({cell}>=0,{cell}<={MOST},{cell}=INT({cell})),FALSE))" for cell in cells]
    blank = "AND(" + ",".join(f"LEN(TRIM({cell}))=0" for cell in cells) + ")"
    sheet.formula(f"{STATE}{row}", f"IF({blank},0,IF(AND({','.join(good)}),1,2))")
    step = f"{STEP}{row}"
    sheet.formula(step, f'IF({STATE}{row}=1,N({AFTER}{row})-N({BEFORE}{row}),"")', "money", "", f"line.{row - FIRST}.step")
    sheet.formula(f"G{row}", f'IF({STATE}{row}=2,"? 금액을 아직 몰라요.",IF(AND({STATE}{row}=1,N({step})<>0,{NATURE}{row}=""),'
                  f'"? 경상인지 자본인지 골라 주세요.",""))', "muted", "", f"line.{row - FIRST}.told")
    same = f"EXACT({_area(PROJECT)}&\"\",{PROJECT}{row}&\"\")"
    above = f"SUMPRODUCT(EXACT(${PROJECT}${FIRST}:{PROJECT}{row}&\"\",{PROJECT}{row}&\"\")*(${STATE}${FIRST}:{STATE}{row}=1))"
    sheet.formula(f"{TOP}{row}", f"IF(AND({STATE}{row}=1,{above}=1),1,0)")
    moved = f"SUMPRODUCT({same}*({_area(STATE)}=1),{_area(STEP)})"
    current, capital = (f'SUMPRODUCT({same}*({_area(STATE)}=1)*({_area(NATURE)}="{word}"),{_area(STEP)})' for word in NATURES.values())
    sheet.formula(f"{BETWEEN}{row}", f"IF({TOP}{row}=1,MAX(0,{moved}),0)")
    sheet.formula(f"{WITHIN}{row}", f"IF({TOP}{row}=1,{crossed(current, capital)},0)")


def crossed(current: str, capital: str) -> str:
    """What goes from one nature to the other."""
    return f"IF(SIGN({current})*SIGN({capital})<0,MIN(ABS({current}),ABS({capital})),0)"


def figures() -> dict[str, str]:
    """The figures of a change by their keys, as formulas on another sheet: "" without lines, "?" when not known."""
    at = f"'{LINES}'!"
    state, step, nature = (_area(column, at) for column in (STATE, STEP, NATURE))
    current, capital = (f'SUMIF({nature},"{word}",{step})' for word in NATURES.values())
    # A blank cell is no criterion that both programs read alike; so what has no nature is counted cell by cell.
    open_nature = f'SUMPRODUCT(({state}=1)*({nature}="")*({step}<>"")*({step}<>0))>0'
    made = {
        "change-amount": f'SUMIF({step},">0")', "change-decrease": f'-SUMIF({step},"<0")',
        "change-between": f"SUM({_area(BETWEEN, at)})",
        "change-capital": f'IF({open_nature},"?",MAX(SUM({_area(WITHIN, at)}),{crossed(current, capital)}))',
    }
    return {key: f'IF(COUNTIF({state},">0")=0,"",IF(COUNTIF({state},2)>0,"?",{one}))' for key, one in made.items()}
