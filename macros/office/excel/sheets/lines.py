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
# Helpers beside the table: 0 blank, 1 known, 2 not known; first of its project; what leaves the project, what crosses in it,
# what moves in it, what its lines held before, its share moved.
STATE, TOP, BETWEEN, WITHIN, MOVED, HELD, SHARE = "H", "I", "J", "K", "L", "M", "N"
COMPLETE = "B3"


def _area(column: str, sheet: str = "") -> str:
    return f"{sheet}${column}${FIRST}:${column}${LAST}"


def table(book: Book, lines: Sequence[Moved], complete: bool) -> None:
    """The sheet, empty or with lines typed in."""
    sheet = book.sheets[LINES]
    sheet.text("A1", "변경 전과 후", "title")
    sheet.text("A2", f"바꾸는 줄을 모두 적어요. 금액은 원 단위로 적고 모르면 ‘{UNDECIDED}’이라고 적어요. "
               "하나라도 적으면 ‘판정’의 금액을 대신해요.", "muted")
    sheet.text("A3", "바꾸는 세부사업의 줄을 모두 적었나요?", "name")
    sheet.text(COMPLETE, "예" if complete else "", "input")
    book.place(LINES, COMPLETE, "complete")
    book.place(LINES, f"{PROJECT}{FIRST}", "lines")
    sheet.choose(COMPLETE, ["예", "아니요"], "그대로인 줄까지 모두 적었으면 ‘예’예요. 세부사업의 총액을 표에서 계산해요.")
    sheet.heads(FIRST - 1, [(PROJECT, "세부사업", 28), (ITEM, "항목", 24), (NATURE, "경상·자본", 12), (BEFORE, "변경 전(원)", 18),
                            (AFTER, "변경 후(원)", 18), (STEP, "증감액(원)", 18), ("G", "알림", 30)])
    for at in range(COUNT):
        _row(book, FIRST + at, lines[at] if at < len(lines) else None)
    sheet.choose(f"{NATURE}{FIRST}:{NATURE}{LAST}", list(NATURES.values()), "경상과 자본 가운데 골라 주세요.")
    sheet.raw.data_validation(f"{BEFORE}{FIRST}:{AFTER}{LAST}", {
        "validate": "custom", "value": f'=IF(ISNUMBER(D{FIRST}),AND(D{FIRST}>=0,D{FIRST}=INT(D{FIRST}),D{FIRST}<={MOST}),D{FIRST}="{UNDECIDED}")',
        "error_title": "금액", "error_message": f"0 이상의 정수(원)로 적어 주세요. 아직 모르면 ‘{UNDECIDED}’이라고 적어요."})
    sheet.raw.set_column(f"{STATE}:{SHARE}", None, None, {"hidden": True})


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
    known = f"{same}*({_area(STATE)}=1)"
    up, down = (f"SUMPRODUCT({known}*({_area(STEP)}{sign}0),{_area(STEP)})" for sign in (">", "<"))
    sheet.formula(f"{MOVED}{row}", f"IF({TOP}{row}=1,MAX({up},-({down})),0)")
    sheet.formula(f"{HELD}{row}", f"IF({TOP}{row}=1,SUMPRODUCT({known},{_area(BEFORE)}),0)")
    sheet.formula(f"{SHARE}{row}", f"IF({TOP}{row}=1,IF({HELD}{row}>0,{MOVED}{row}/{HELD}{row},-1),-2)")


def crossed(current: str, capital: str) -> str:
    """What goes from one nature to the other."""
    return f"IF(SIGN({current})*SIGN({capital})<0,MIN(ABS({current}),ABS({capital})),0)"


def figures() -> dict[str, str]:
    """The figures of a change by their keys, as formulas on another sheet: "" without lines, "?" when not known."""
    at = f"'{LINES}'!"
    state, step, nature, project = (_area(column, at) for column in (STATE, STEP, NATURE, PROJECT))
    current, capital = (f'SUMIF({nature},"{word}",{step})' for word in NATURES.values())
    # A blank cell is no criterion that both programs read alike; so what has no nature is counted cell by cell.
    moving = f'({state}=1)*({step}<>"")*({step}<>0)'
    open_nature = f'SUMPRODUCT({moving}*({nature}=""))>0'
    nameless = f'AND(SUMPRODUCT({moving}*({project}=""))>0,SUMPRODUCT(({state}=1)*({project}<>""))>0)'
    up, down = f'SUMIF({step},">0")', f'-SUMIF({step},"<0")'
    lost = f"OR({nameless},{up}<>{down})"
    share = _area(SHARE, at)
    foremost = {column: f'IF({nameless},"?",INDEX({_area(column, at)},MATCH(MAX({share}),{share},0)))' for column in (MOVED, HELD)}
    made = {
        "change-amount": f"MAX({up},{down})", "change-increase": up, "change-decrease": down,
        "change-between": f'IF({lost},"?",SUM({_area(BETWEEN, at)}))',
        "change-capital": f'IF({lost},"?",IF({open_nature},"?",MAX(SUM({_area(WITHIN, at)}),{crossed(current, capital)})))',
        "change-project-moved": foremost[MOVED], "change-project-listed": foremost[HELD],
    }
    found = {key: f'IF(COUNTIF({state},">0")=0,"",IF(COUNTIF({state},2)>0,"?",{one}))' for key, one in made.items()}
    return found | {"change-project-total": f'IF({at}${COMPLETE[0]}${COMPLETE[1:]}="예",{found["change-project-listed"]},"")'}
