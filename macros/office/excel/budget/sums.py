"""The sheets that only calculate: 줄 계산 (each line, each project) and 한도 계산 (each limit, reading and project)."""

from __future__ import annotations

from collections.abc import Iterator

from macros.office.documents.text import quoted
from macros.office.excel.book import Book, Sheet
from macros.office.excel.budget.formulas import (
    BASE,
    FIRST_FILTER,
    IN,
    MAYBE,
    OPEN,
    OUT,
    Sums,
    at,
    chosen,
    column,
    fund_column,
    high_digits,
    is_won,
    label_in_list,
    letter,
    limit,
    listed,
    low_digits,
    only_labels,
    slack,
    spare,
    status,
)
from macros.office.excel.budget.layout import (
    ALSO,
    CAP_SUMS,
    FIRST,
    FUNDS,
    KIND,
    LINE_SUMS,
    LINES,
    NAME,
    PART,
    READING_CELL,
    SETTINGS,
    UNDECIDED,
    Layout,
)
from macros.rules.terms import Comparison, Measure, Rule

CURRENT = "P"  # the name of the project that a line belongs to
PROJECT, PROJECT_ROW, PROJECT_NAME, PROJECT_PART = "R", "S", "T", "U"
FURTHER, FURTHER_KNOWN = "V", "W"  # a line's further kinds as a list; 1 where it names nothing else
FOLLOWED = "U"  # which of a limit's readings is followed (1 is the guide's)


def line_sums(book: Book, form: Layout) -> None:
    """For each line: its project, part and kind by id, and each amount as two small whole numbers."""
    sheet = book.sheets[LINE_SUMS]
    sheet.text("A1", "줄마다 계산하는 곳이에요. 고치지 않아요. 금액을 천만 원 단위와 나머지로 나누어, 아무리 커도 1원까지 틀리지 않게 해요.", "muted")
    heads = ["사업", "부문", "비목"]
    heads += [f"{fund.label} {word}" for fund in form.funds for word in ("천만", "나머지", "미정", "있음")]
    labels = {kind.id: kind.label for kind in form.kinds}
    heads += ["사업명", "", "번호", "첫 줄", "사업명", "부문", "함께", "아는 것"]
    heads += ["·".join(labels[kind] for kind in kinds) + (" 비목만" if by_kind else "") for kinds, by_kind in form.kind_filters]
    for number, head in enumerate(heads):
        sheet.text(f"{letter(number)}{FIRST - 2}", head)
    sheet.number(f"A{FIRST - 1}", 0)
    sheet.text(f"B{FIRST - 1}", OPEN)
    for row in range(FIRST, form.last + 1):
        _line(sheet, form, row)
    for row in range(FIRST, form.last_project + 1):
        sheet.number(f"{PROJECT}{row}", row - FIRST + 1)
        sheet.formula(f"{PROJECT_ROW}{row}", f"IFERROR(MATCH({PROJECT}{row},$A${FIRST}:$A${form.last},0),0)")
        sheet.formula(f"{PROJECT_NAME}{row}", f'IF({PROJECT_ROW}{row}=0,"",INDEX({column(CURRENT, form.last)},{PROJECT_ROW}{row}))', empty="")
        sheet.formula(f"{PROJECT_PART}{row}", f'IF({PROJECT_ROW}{row}=0,"",INDEX({column("B", form.last)},{PROJECT_ROW}{row}))', empty="")


def _line(sheet: Sheet, form: Layout, row: int) -> None:
    name = f"TRIM({at(LINES, f'{NAME}{row}')})"
    parts = chosen(at(LINES, f"{PART}{row}"), [(part.label, part.id) for part in form.parts], quoted(OPEN))
    kinds = chosen(at(LINES, f"{KIND}{row}"), [(kind.label, kind.id) for kind in form.kinds], quoted(OPEN))
    sheet.formula(f"A{row}", f'IF(OR({name}="",EXACT({name},{CURRENT}{row - 1})),A{row - 1},A{row - 1}+1)')
    sheet.formula(f"B{row}", f"IF(A{row}=A{row - 1},B{row - 1},{parts})", empty=OPEN)
    sheet.formula(f"C{row}", kinds, empty=OPEN)
    _further(sheet, form, row)
    for fund, name_ in enumerate(FUNDS):
        typed = at(LINES, f"{name_}{row}")
        high_, low_, miss, some = (f"{fund_column(fund, what)}{row}" for what in ("hi", "lo", "miss", "any"))
        known = f"AND(ISNUMBER({typed}),{miss}=0)"
        sheet.formula(high_, f"IF({known},{high_digits(typed)},0)")
        sheet.formula(low_, f"IF({known},{low_digits(typed)},0)")
        sheet.formula(miss, f'IFERROR(IF(ISNUMBER({typed}),IF(AND({typed}>=0,{typed}=INT({typed}),{typed}<=10^15),0,1),'
                            f'IF(TRIM({typed})="",0,1)),1)')
        sheet.formula(some, f"IF(OR({high_}>0,{low_}>0,{miss}=1),1,0)")
    sheet.formula(f"{CURRENT}{row}", f'IF({name}="",{CURRENT}{row - 1}&"",{name})', empty="")


def _further(sheet: Sheet, form: Layout, row: int) -> None:
    """Whether the line belongs to each combination of kinds, by its 비목 or a further kind; unknown words leave it open."""
    labels = {kind.id: kind.label for kind in form.kinds}
    known = only_labels(f"{FURTHER}{row}", list(labels.values()))
    sheet.formula(f"{FURTHER}{row}", listed(at(LINES, f"{ALSO}{row}")), empty=",,")
    sheet.formula(f"{FURTHER_KNOWN}{row}", f"IF({known},1,0)", empty=1)
    for number, (kinds, by_kind) in enumerate(form.kind_filters):
        tests = [f'C{row}="{kind}"' for kind in kinds]
        if not by_kind:
            tests += [f"ISNUMBER(FIND({label_in_list(labels[kind])},{FURTHER}{row}))" for kind in kinds]
        inside = ",".join(tests)
        maybe = f'C{row}="{OPEN}"' if by_kind else f'OR(C{row}="{OPEN}",{FURTHER_KNOWN}{row}=0)'
        sheet.formula(f"{letter(FIRST_FILTER + number)}{row}", f'IF(OR({inside}),"{IN}",IF({maybe},"{MAYBE}","{OUT}"))', empty=MAYBE)


class CapRows:
    """Where each limit stands in the sheet of limits: a row for every reading (and project)."""

    def __init__(self, form: Layout) -> None:
        self.first: dict[tuple[str, int | None], int] = {}
        row = FIRST
        for rule, project in blocks(form):
            self.first[rule.id, project] = row
            row += len(rule.readings)

    def pick(self, rule: Rule, project: int | None, column: str) -> str:
        """The value in `column` of the reading that is followed."""
        start = self.first[rule.id, 1 if rule.each else None]
        return f"INDEX({self.all(rule, project, column)},{at(CAP_SUMS, f'${FOLLOWED}${start}')})"

    def all(self, rule: Rule, project: int | None, column: str) -> str:
        """The values in `column` of every reading."""
        row = self.first[rule.id, project]
        return at(CAP_SUMS, f"${column}${row}:${column}${row + len(rule.readings) - 1}")

    def count(self, rule: Rule, project: int | None, status_: str) -> str:
        """How many readings have this status."""
        return f'COUNTIF({self.all(rule, project, "N")},"{status_}")'


def blocks(form: Layout) -> Iterator[tuple[Rule, int | None]]:
    """Every limit, then every limit on every project."""
    yield from ((rule, None) for rule in (*form.caps, *form.informing))
    yield from ((rule, number) for rule in form.each for number in range(1, form.project_count + 1))


def cap_sums(book: Book, form: Layout, rows: CapRows) -> None:
    """For each limit and reading: the two sums, the limit's integers, the slack, the status."""
    sheet = book.sheets[CAP_SUMS]
    sheet.text("A1", "한도마다 계산하는 곳이에요. 고치지 않아요. 분자 × 전체와 분모 × 부분을 정수로 비교해요.", "muted")
    heads = ("규칙", "해석", "사업", "부분 천만", "부분 나머지", "부분 미정", "전체 천만", "전체 나머지", "전체 미정", "분자", "분모",
             "여유 천만", "여유 나머지", "판정", "한도(원)", "남음(원)", "부분(원)", "전체(원)", "부분", "전체", "따르는 해석")
    for number, head in enumerate(heads):
        sheet.text(f"{chr(65 + number)}{FIRST - 1}", head)
    sums = Sums(form)
    for rule, project in blocks(form):
        first = rows.first[rule.id, project]
        for row, pair in enumerate(rule.readings, first):
            _cap(sheet, form, rule, pair, project, row, sums)
        if project in (None, 1):
            sheet.formula(f"{FOLLOWED}{first}", chosen(at(SETTINGS, READING_CELL), [
                (form.readings[pair.id], number) for number, pair in enumerate(rule.readings[1:], 2)], "1"), empty=1)


def _cap(sheet: Sheet, form: Layout, rule: Rule, pair: Comparison, project: int | None, row: int, sums: Sums) -> None:
    labels = {measure.id: measure.label for measure in form.guide.budget.measures}
    number = f"$C{row}" if project else None
    sheet.text(f"A{row}", rule.id)
    sheet.text(f"B{row}", pair.id)
    if project:
        sheet.number(f"C{row}", project)
    for column_, what in zip("DEF", ("hi", "lo", "miss"), strict=True):
        sheet.formula(f"{column_}{row}", sums.of(what, pair.part, number))  # type: ignore[arg-type]
    no_whole = None
    if pair.of and pair.of.told:
        no_whole = _told(sheet, form, sums, pair.of, row)
    elif pair.of:
        for column_, what in zip("GHI", ("hi", "lo", "miss"), strict=True):
            sheet.formula(f"{column_}{row}", sums.of(what, pair.of, number))  # type: ignore[arg-type]
    else:
        _amount(sheet, form, rule, row)
    sheet.number(f"J{row}", rule.num if pair.of else 1)
    sheet.number(f"K{row}", rule.den)
    spare_high, spare_low = slack(rule, row)
    sheet.formula(f"L{row}", spare_high)
    sheet.formula(f"M{row}", spare_low)
    sheet.formula(f"N{row}", _in_scope(rule, project, status(rule, row, no_whole)), empty="" if project else "na")
    sheet.formula(f"O{row}", limit(rule, row))
    sheet.formula(f"P{row}", spare(rule, row))
    sheet.formula(f"Q{row}", f"D{row}*{BASE}+E{row}")
    sheet.formula(f"R{row}", f'IF(ISNUMBER(G{row}),G{row}*{BASE}+H{row},"")')
    sheet.text(f"S{row}", labels[pair.part.id])
    sheet.text(f"T{row}", labels[pair.of.id] if pair.of else "")


def _told(sheet: Sheet, form: Layout, sums: Sums, whole: Measure, row: int) -> str:
    """What the city has told in place of the sum. Gives the condition that nothing stands in the sum."""
    cell = at(SETTINGS, form.grant_cell)
    known = is_won(cell)
    sheet.formula(f"G{row}", f"IF({known},{high_digits(cell)},{sums.of('hi', whole)})")
    sheet.formula(f"H{row}", f"IF({known},{low_digits(cell)},{sums.of('lo', whole)})")
    silent = f'IF(ISNUMBER({cell}),FALSE,OR(TRIM({cell})="",TRIM({cell})={quoted(UNDECIDED)}))'
    sheet.formula(f"I{row}", f"IF({known},0,IF({silent},{sums.of('miss', whole)},1))")
    return ",".join(f"{sums.of(what, whole)}=0" for what in ("hi", "lo", "miss"))


def _amount(sheet: Sheet, form: Layout, rule: Rule, row: int) -> None:
    """A limit in won stands where otherwise the whole does; one that hangs on a choice is blank until it is made."""
    sheet.number(f"I{row}", 0)
    if rule.choice is None:
        for column_, value in zip("GH", divmod(rule.num, BASE), strict=True):
            sheet.number(f"{column_}{row}", value)
        return
    number, choice = next((at_, each) for at_, each in enumerate(form.choices) if each.id == rule.choice)
    amounts = dict(rule.amounts)
    for column_, side in zip("GH", (0, 1), strict=True):
        options = [(option.label, divmod(amounts[option.id], BASE)[side]) for option in choice.options if option.id in amounts]
        sheet.formula(f"{column_}{row}", chosen(at(SETTINGS, form.choice_cell(number)), options, '""'), empty="")


def _in_scope(rule: Rule, project: int | None, formula: str) -> str:
    """A limit on each project is applied to those that are there and can hold money of its part."""
    if project is None:
        return formula
    row = FIRST + project - 1
    part, there = at(LINE_SUMS, f"{PROJECT_PART}{row}"), at(LINE_SUMS, f"{PROJECT_ROW}{row}")
    parts = dict.fromkeys(part for pair in rule.readings for part in pair.part.parts)
    wanted = (*parts, OPEN) if all(pair.part.parts for pair in rule.readings) else ()
    inside = f"OR({','.join(f'{part}={quoted(each)}' for each in wanted)})" if wanted else "TRUE"
    return f'IF({there}=0,"",IF({inside},{formula},""))'
