"""The budget tables of the yearly plan, filled from the same lines: 4.1, 4.2, 4.3 and 6. 소요예산.

Their unit is 천원: cells hold won and show thousands, so that sums stay exact.
"""

from __future__ import annotations

from macros.office.documents.text import quoted
from macros.office.excel.book import Book, Sheet
from macros.office.excel.budget.formulas import OPEN, Sums, at, fund_column
from macros.office.excel.budget.layout import (
    COSTS,
    FIRST,
    FUNDS,
    KIND,
    LINE_SUMS,
    LINES,
    SUBJECT,
    TABLES,
    WHAT,
    Layout,
)
from macros.office.excel.budget.sums import CURRENT, PROJECT_NAME, PROJECT_ROW
from macros.rules.terms import Measure

CITY, OWN, OUTSIDE = range(3)  # the funds in their order
NATURE, BY_KIND = 4, 9         # the head rows of the first two tables


def tables(book: Book, form: Layout) -> None:
    """4.1 경상·자본, 4.2 시·구, 4.3 의제별."""
    sheet = book.sheets[TABLES]
    sheet.text("A1", "실행계획 예산표", "title")
    sheet.text("A2", "단위: 천원(칸에는 원 단위 금액이 들어 있어요). 예산과목은 구의 과목에 맞게 고쳐 적어도 돼요.", "muted")
    sheet.raw.set_column("A:A", 34)
    sheet.raw.set_column("B:E", 18)
    sums = Sums(form)
    _nature(sheet, form, sums)
    agenda = _by_kind(sheet, form, sums) + 3
    _agenda(sheet, form, sums, agenda)


def _head(sheet: Sheet, row: int, title: str, heads: tuple[str, ...]) -> None:
    sheet.text(f"A{row - 1}", title, "bold")
    for number, head in enumerate(heads):
        sheet.text(f"{chr(65 + number)}{row}", head, "head-number" if number else "head")


def _share(part: str, whole: str) -> str:
    return f'IF({whole}=0,"",{part}/{whole})'


def _nature(sheet: Sheet, form: Layout, sums: Sums) -> None:
    """Of the city's grant only. Lines whose kind is open stand in no column, so they are named."""
    city = form.funds[CITY].id
    _head(sheet, NATURE, "4.1 예산 성격에 따른 구분(시 보조금에 한함)", ("구분", "시 보조금", "경상 보조", "자본 보조"))
    current = tuple(kind.id for kind in form.kinds if kind.id != "facility")
    sheet.text(f"A{NATURE + 1}", "금액", "name")
    sheet.text(f"A{NATURE + 2}", "비율", "name")
    for name, key, kinds in (("B", "total", ()), ("C", "current", current), ("D", "capital", ("facility",))):
        sheet.formula(f"{name}{NATURE + 1}", sums.won(Measure("", (), kinds, (city,))), "thousands", 0, f"nature.{key}")
        sheet.formula(f"{name}{NATURE + 2}", _share(f"{name}{NATURE + 1}", f"B{NATURE + 1}"), "share", "", f"nature.{key}-share")
    open_ = sums.won(Measure("", (), (OPEN,), (city,)))
    short = "비목을 고르지 않은 시 보조금이 있어 경상과 자본의 합이 모자라요."
    sheet.formula(f"A{NATURE + 3}", f'IF({open_}>0,{quoted(short)},"")', "muted", "", "nature.open")


def _by_kind(sheet: Sheet, form: Layout, sums: Sums) -> int:
    """Kind by kind, amounts above, shares of the whole below. Returns the last row."""
    funds = [form.funds[CITY].id, form.funds[OWN].id]
    _head(sheet, BY_KIND, "4.2 재원 조달에 따른 구분", ("예산과목", "시 보조금", "구 사업비", "총 사업비"))
    rows = [*((kind.id, kind.label, (kind.id,)) for kind in form.kinds), (OPEN, "비목 미정", (OPEN,)), ("all", "총사업비", ())]
    whole = f"$D${BY_KIND + 2 * len(rows) - 1}"
    row = BY_KIND + 1
    for key, label, kinds in rows:
        sheet.text(f"A{row}", label, "input" if key != "all" else "name")
        sheet.text(f"A{row + 1}", "비율", "muted")
        for name, what, chosen in (("B", "city", funds[:1]), ("C", "own", funds[1:]), ("D", "sum", funds)):
            sheet.formula(f"{name}{row}", sums.won(Measure("", (), kinds, tuple(chosen))), "thousands", 0, f"funds.{key}.{what}")
            sheet.formula(f"{name}{row + 1}", _share(f"{name}{row}", whole), "share", "", f"funds.{key}.{what}-share")
        row += 2
    outside = sums.won(Measure("", (), (), (form.funds[OUTSIDE].id,)))
    sheet.formula(f"A{row}", f'IF({outside}>0,"시비와 구비가 아닌 재원은 이 표에 칸이 없어 넣지 않았어요.","")', "muted", "", "funds.outside")
    return row


def _agenda(sheet: Sheet, form: Layout, sums: Sums, row: int) -> None:
    """A project a row; the sum stands above, because how many there are is open."""
    _head(sheet, row, "4.3 의제별 예산계획", ("의제(사업)", "시 보조금", "구 사업비", "합계"))
    funds = [form.funds[CITY].id, form.funds[OWN].id]
    columns = (("B", "city", funds[:1]), ("C", "own", funds[1:]), ("D", "sum", funds))
    sheet.text(f"A{row + 1}", "합계", "name")
    for name, what, chosen in columns:
        sheet.formula(f"{name}{row + 1}", sums.won(Measure("", (), (), tuple(chosen))), "thousands", 0, f"agenda.all.{what}")
    for number in range(1, form.project_count + 1):
        line, source = row + 1 + number, FIRST + number - 1
        there = f"{at(LINE_SUMS, f'{PROJECT_ROW}{source}')}=0"
        sheet.formula(f"A{line}", at(LINE_SUMS, f"{PROJECT_NAME}{source}"), "cell", "", f"agenda.{number}.name")
        for name, what, chosen in columns:
            won = sums.won(Measure("", (), (), tuple(chosen)), str(number))
            sheet.formula(f"{name}{line}", f'IF({there},"",{won})', "thousands", "", f"agenda.{number}.{what}")
    sheet.raw.print_area(f"A1:D{row + 16}")


def costs(book: Book, form: Layout) -> None:
    """6. 소요예산: every line with its agenda; 편성목, 통계목 and 국비 are left to be filled in."""
    sheet = book.sheets[COSTS]
    sheet.text("A1", "의제별 계획의 6. 소요예산", "title")
    sheet.text("A2", "단위: 천원. 편성목과 통계목은 구의 예산과목으로 적어 주세요. 국비가 따로 있으면 적고, "
                     "기타는 시비와 구비가 아닌 돈이에요.", "muted")
    sheet.heads(FIRST - 1, [("A", "의제(사업)", 26), ("B", "편성목", 16), ("C", "통계목", 22), ("D", "산출내역", 36),
                            ("E", "구비(천원)", 15), ("F", "시비(천원)", 15), ("G", "국비(천원)", 15), ("H", "기타(천원)", 15)])
    funds = (("E", OWN), ("F", CITY), ("H", OUTSIDE))
    for row in range(FIRST, form.last + 1):
        number = row - FIRST
        subject = at(LINES, f"{SUBJECT}{row}")
        used = f"COUNTA({at(LINES, f'{WHAT}{row}:{FUNDS[-1]}{row}')},{subject})=0"
        sheet.formula(f"A{row}", f'IF({used},"",{at(LINE_SUMS, f"{CURRENT}{row}")})', "cell", "", f"cost.{number}.project")
        sheet.blank(f"B{row}", "input")
        kind = f'IF(TRIM({subject})="",{at(LINES, f"{KIND}{row}")}&"",{subject}&"")'
        sheet.formula(f"C{row}", f'IF({used},"",{kind})', "input", "", f"cost.{number}.kind")
        sheet.formula(f"D{row}", f'IF({used},"",{at(LINES, f"{WHAT}{row}")}&"")', "input", "", f"cost.{number}.what")
        for name, fund in funds:
            high, low, miss = (at(LINE_SUMS, f"{fund_column(fund, what)}{row}") for what in ("hi", "lo", "miss"))
            sheet.formula(f"{name}{row}", f'IF({used},"",IF({miss}=1,"미정",{high}*10000000+{low}))', "thousands", "",
                          f"cost.{number}.{form.funds[fund].id}")
        sheet.blank(f"G{row}", "input-money")
    sheet.raw.print_area(f"A1:H{FIRST + 29}")


