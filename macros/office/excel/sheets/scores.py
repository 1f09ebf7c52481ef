"""The scoring sheet as a workbook: agendas by weighted criteria, ranks exact also while scores are missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from macros.office.catalogue import newest
from macros.office.excel.book import Book
from macros.office.excel.budget.formulas import at, letter
from macros.office.excel.sheets.layout import SUMS, TITLE
from macros.office.excel.sheets.write import Made
from macros.reading.guidebook import Guidebook
from macros.site.criteria import TABLE
from macros.tools.budget import site_version
from macros.tools.priorities import TOP, Criterion, criteria, grounds

MAIN = "점수표"
HEADING = "의제 우선순위표"
TOP_CELL, REMARK, WEIGHTS, FIRST, COUNT = "B4", "B5", 8, 9, 60
MOST_WEIGHT = MOST_TOP = 100
LAST = FIRST + COUNT - 1


@dataclass(frozen=True)
class Scores:
    """What is typed in: weights and scores in the criteria's order, None for a score that is not there."""

    title: str = ""
    top: int = TOP
    weights: tuple[int, ...] = ()
    agendas: Sequence[tuple[str, Sequence[int | None]]] = ()


def workbook(guide: Guidebook, scores: Scores | None = None) -> Made:
    """The workbook, empty (all weights 1) or filled in."""
    typed, found = scores or Scores(), criteria(guide)
    book = Book(TABLE, datetime.combine(newest(guide), time()), guide.named("guide"), (MAIN, SUMS))
    last = len(found)  # the column (0-based) of the last criterion
    _heads(guide, book, found)
    _weights(book, typed, last)
    for number in range(COUNT):
        _agenda(book, FIRST + number, typed.agendas[number] if number < len(typed.agendas) else ("", ()), last)
    book.sheets[MAIN].raw.activate()
    columns = {one.id: letter(number) for number, one in enumerate(found, 1)}
    return Made(book.close(), book.keys, {"title": TITLE, "top": TOP_CELL, "weights": WEIGHTS, "first": FIRST, "count": COUNT, "columns": columns})


def _heads(guide: Guidebook, book: Book, found: Sequence[Criterion]) -> None:
    main = book.sheets[MAIN]
    main.text("A1", HEADING, "title")
    main.text("A2", "노란 칸에만 적어요. 항목마다 0점부터 만점까지 적으면 가중치를 곱해 더해요. "
                    f"기준: {grounds(guide)} · {guide.named('guide')} {site_version()}", "muted")
    columns = [("A", "의제", 34.0), *((letter(number), one.name, 13.0) for number, one in enumerate(found, 1))]
    after = ("점수(가장 낮을 때)", "점수(가장 높을 때)", "순위", "남은 칸", "가중치가 같다면")
    columns += [(letter(len(found) + number), word, 14.0) for number, word in enumerate(after, 1)]
    for number, one in enumerate(found, 1):
        main.text(f"{letter(number)}{WEIGHTS - 2}", one.head, "head")
    main.heads(WEIGHTS - 1, columns)
    main.fit(WEIGHTS - 1, *((word, width) for _, word, width in columns))
    main.text(f"A{LAST + 2}", "질문", "bold")
    for number, one in enumerate(found):
        main.text(f"A{LAST + 3 + number}", one.name, "name")
        main.text(f"B{LAST + 3 + number}", one.question)


def _whole(book: Book, cells: str, first: str, least: int, most: str) -> None:
    book.sheets[MAIN].raw.data_validation(cells, {
        "validate": "custom", "value": f"=AND(ISNUMBER({first}),{first}>={least},{first}<={most},{first}=INT({first}))",
        "error_title": "적을 수 있는 값", "error_message": f"{least}부터의 정수로 적어 주세요. 점수는 만점까지, 만점과 가중치는 100까지예요."})


def _weights(book: Book, typed: Scores, last: int) -> None:
    main, sums = book.sheets[MAIN], book.sheets[SUMS]
    sums.raw.hide()
    sums.text("A1", "순위를 계산하는 칸이에요. 적는 곳이 아니에요.", "muted")
    main.text(f"A{TITLE[1:]}", "이름", "name")
    main.across(f"{TITLE}:{letter(last)}{TITLE[1:]}", "input")
    main.text(TITLE, typed.title, "input")
    main.text(f"A{TOP_CELL[1:]}", "항목마다 만점(점)", "name")
    main.number(TOP_CELL, typed.top, "input-money")
    _whole(book, TOP_CELL, TOP_CELL, 1, str(MOST_TOP))
    sums.formula("B3", known(at(MAIN, TOP_CELL), 1, str(MOST_TOP)), empty=typed.top)
    main.text(f"A{WEIGHTS}", "가중치", "name")
    for number in range(1, last + 1):
        cell = f"{letter(number)}{WEIGHTS}"
        main.number(cell, typed.weights[number - 1] if typed.weights else 1, "input-money")
        sums.formula(f"{letter(number)}2", known(at(MAIN, cell), 0, str(MOST_WEIGHT)), empty=1)
    first = f"B{WEIGHTS}"
    _whole(book, f"{first}:{letter(last)}{WEIGHTS}", first, 0, str(MOST_WEIGHT))
    _whole(book, f"B{FIRST}:{letter(last)}{LAST}", f"B{FIRST}", 0, f"${TOP_CELL[0]}${TOP_CELL[1:]}")
    sums.formula("A2", f"IF(AND(ISNUMBER(B3),COUNT(B2:{letter(last)}2)={last}),1,0)", empty=1)
    _remark(book, last)


def known(cell: str, least: int, most: str) -> str:
    """The whole number in a cell, or "?" where none between the bounds stands."""
    return f'IF(ISNUMBER({cell}),IF(AND({cell}>={least},{cell}<={most},{cell}=INT({cell})),{cell},"?"),"?")'


def _remark(book: Book, last: int) -> None:
    """How many scores are missing, and whether the ranks hang on them."""
    best, worst = (at(SUMS, f"${letter(last + column)}${FIRST}:${letter(last + column)}${LAST}") for column in (3, 4))
    there, scores = at(SUMS, f"$A${FIRST}:$A${LAST}"), at(SUMS, f"$B${FIRST}:${letter(last)}${LAST}")
    count = f"({last}*SUM({there})-COUNT({scores}))"
    follows = f'IF(SUM({worst})>SUM({best}),"순위가 아직 정해지지 않았어요.","순위는 빈칸이 어떤 점수여도 같아요.")'
    book.sheets[MAIN].text(f"A{REMARK[1:]}", "알림", "name")
    book.sheets[MAIN].formula(REMARK, (
        f"IF(SUM({there})=0,\"\",IF({at(SUMS, '$A$2')}=0,\"가중치나 만점을 고치면 순위를 계산해요.\","
        f'IF({count}>0,"확인 필요: 점수가 "&{count}&"칸 비어 있어요. "&{follows},"모든 점수가 찼어요.")))'), "text", "", "remark")


def _agenda(book: Book, row: int, typed: tuple[str, Sequence[int | None]], last: int) -> None:
    main, sums, number = book.sheets[MAIN], book.sheets[SUMS], row - FIRST
    name, scores = typed
    main.text(f"A{row}", name, "input")
    for column in range(1, last + 1):
        cell = f"{letter(column)}{row}"
        score = scores[column - 1] if column <= len(scores) else None
        if score is None:
            main.blank(cell, "input-money")
        else:
            main.number(cell, score, "input-money")
        sums.formula(f"{letter(column)}{row}", known(at(MAIN, cell), 0, "$B$3"), empty="?")
    own, there = f"B{row}:{letter(last)}{row}", at(MAIN, f"A{row}")
    typed_scores = at(MAIN, f"B{row}:{letter(last)}{row}")
    sums.formula(f"A{row}", f"IF(OR(LEN(TRIM({there}))>0,COUNTA({typed_scores})>0),1,0)")
    weights = f"$B$2:${letter(last)}$2"
    plain, equal = _standing(book, row, last + 1, f"SUMPRODUCT({weights},{own})", f"SUMPRODUCT({weights},1-ISNUMBER({own}))"), \
        _standing(book, row, last + 5, f"SUM({own})", f"{last}-COUNT({own})")
    shown = f"AND({at(SUMS, f'$A{row}')}=1,{at(SUMS, '$A$2')}=1)"
    for column, formula, key in (
            (1, plain[0], "least"), (2, plain[1], "most"), (3, _rank(*plain[2:]), "rank"),
            (4, f"{last}-COUNT({at(SUMS, own)})", "open"), (5, _rank(*equal[2:]), "equal")):
        main.formula(f"{letter(last + column)}{row}", f'IF({shown},{formula},"")', "verdict" if key in ("rank", "equal") else "money", "",
                     f"{key}.{number}")


def _standing(book: Book, row: int, start: int, total: str, missing: str) -> list[str]:
    """The least and the most that the total may become, the best and the worst rank: their cells."""
    sums = book.sheets[SUMS]
    least, most, best, worst = (letter(start + number) for number in range(4))
    ready = f"AND($A{row}=1,$A$2=1)"
    sums.formula(f"{least}{row}", f'IF({ready},{total},"")', empty="")
    sums.formula(f"{most}{row}", f'IF({ready},{least}{row}+$B$3*({missing}),"")', empty="")
    others = {column: f"${column}${FIRST}:${column}${LAST}" for column in (least, most)}
    sums.formula(f"{best}{row}", f'IF({ready},1+COUNTIF({others[least]},">"&{most}{row}),"")', empty="")
    sums.formula(f"{worst}{row}", f'IF({ready},1+COUNTIF({others[most]},">"&{least}{row})-IF({most}{row}>{least}{row},1,0),"")', empty="")
    return [at(SUMS, f"{column}{row}") for column in (least, most, best, worst)]


def _rank(best: str, worst: str) -> str:
    return f'IF({best}={worst},{best}&"위",{best}&"~"&{worst}&"위")'
