"""Formulas of the workbook as text.

Spreadsheets compare numbers by their first fifteen digits and take near-equal ones for equal. So every sum is kept as
two small whole numbers, `hi` and `lo` (won = hi * 10,000,000 + lo), with which one won is seen in a thousand
billion; a verdict follows from their sign alone. The integers are those of the rule records: num*whole against den*part.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product
from typing import Literal

from macros.office.documents.text import quoted
from macros.office.excel import verdict
from macros.office.excel.budget.layout import FIRST, LINE_SUMS, Layout
from macros.office.excel.verdict import picked
from macros.rules.judge import FLOOR
from macros.rules.terms import Measure, Rule

BASE = 10_000_000
DIGITS = "0" * 16  # the most that a plan holds, 10**15, has sixteen digits
OPEN = "none"      # a part or kind that is not chosen yet; a blank is no criterion in SUMIFS
What = Literal["hi", "lo", "miss", "any"]
WHATS: tuple[What, ...] = ("hi", "lo", "miss", "any")
FIRST_FUND = 3  # the column (0-based) of the first fund's `hi`
FIRST_FILTER = 23  # the column (0-based) of the first combination of kinds; below it a line is IN, MAYBE or out
IN, MAYBE, OUT = "in", "open", "out"
Criterion = tuple[str, str] | None  # a column of the sheet of sums, and what stands there
Criteria = list[tuple[Criterion, Criterion]]


@cache
def letter(column: int) -> str:
    """A 0-based column's letters."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def at(sheet: str, cell: str) -> str:
    """A cell of another sheet."""
    return f"'{sheet}'!{cell}"


def fund_column(fund: int, what: What) -> str:
    """The column of the sheet of sums that holds a fund's `what`."""
    return letter(FIRST_FUND + len(WHATS) * fund + WHATS.index(what))


def column(name: str, last: int) -> str:
    """A whole column of the sheet of sums."""
    return f"'{LINE_SUMS}'!${name}${FIRST}:${name}${last}"


class Sums:
    """Sums over the lines, for the funds in their order."""

    def __init__(self, form: Layout) -> None:
        self.funds = [fund.id for fund in form.funds]
        self.filters = form.kind_filters
        self.last = form.last

    def of(self, what: Literal["hi", "lo", "miss"], measure: Measure, project: str | None = None) -> str:
        """`hi`, `lo`, or how many amounts that belong (or may belong) to a rule's measure are not known.

        A line of several kinds belongs by any of them, once.
        """
        certain, maybe = self._criteria(measure)
        terms = [self._sum(fund, what, (*each, project)) for fund in self._chosen(measure) for each in certain]
        if what == "miss":
            terms += [self._sum(fund, "any", (*each, project)) for fund in self._chosen(measure) for each in maybe]
        return "+".join(terms)

    def won(self, measure: Measure, project: str | None = None) -> str:
        """The sum in won, to be shown: each line by its 비목 alone."""
        parts: list[Criterion] = [("B", part) for part in measure.parts] or [None]
        kinds: list[Criterion] = [("C", kind) for kind in measure.kinds] or [None]
        cells = [(fund, (part, kind, project)) for fund in self._chosen(measure) for part, kind in product(parts, kinds)]
        high = "+".join(self._sum(fund, "hi", by) for fund, by in cells)
        low = "+".join(self._sum(fund, "lo", by) for fund, by in cells)
        return f"({high})*{BASE}+{low}"

    def _criteria(self, measure: Measure) -> tuple[Criteria, Criteria]:
        """By part and by kinds: what belongs to the measure, and what may belong to it."""
        parts: list[Criterion] = [("B", part) for part in measure.parts] or [None]
        kinds: list[Criterion] = [None]
        wide_parts, wide_kinds = list(parts), list(kinds)
        if measure.parts:
            wide_parts.append(("B", OPEN))
        if measure.kinds:
            name = letter(FIRST_FILTER + self.filters.index((measure.kinds, measure.by_kind)))
            kinds, wide_kinds = [(name, IN)], [(name, IN), (name, MAYBE)]
        certain = list(product(parts, kinds))
        return certain, [each for each in product(wide_parts, wide_kinds) if each not in certain]

    def _column(self, name: str) -> str:
        return column(name, self.last)

    def _chosen(self, measure: Measure) -> list[int]:
        return [number for number, fund in enumerate(self.funds) if not measure.funds or fund in measure.funds]

    def _sum(self, fund: int, what: What, by: tuple[Criterion, Criterion, str | None]) -> str:
        *cells, project = by
        values = self._column(fund_column(fund, what))
        criteria = [f"{self._column(name)},{quoted(value)}" for name, value in filter(None, cells)]
        criteria += [f"{self._column('A')},{project}"] if project else []
        return f"SUMIFS({','.join([values, *criteria])})" if criteria else f"SUM({values})"


def chosen(cell: str, options: Sequence[tuple[str, str | int]], none: str) -> str:
    """The value of the option whose label stands in the cell; `none` (a formula) if it is another text."""
    return picked(cell, [(label, quoted(value) if isinstance(value, str) else str(value)) for label, value in options], none)


def listed(cell: str) -> str:
    """What stands in a cell that lists labels, blanks left out, each label between commas of its own."""
    return f'","&SUBSTITUTE(SUBSTITUTE({cell}," ",""),",",",,")&","'


def label_in_list(label: str) -> str:
    """A label as it stands in what `listed` gives."""
    return quoted(f",{label.replace(' ', '')},")


def only_labels(cell: str, labels: Sequence[str]) -> str:
    """Whether a cell with what `listed` gives holds these labels and nothing else."""
    rest = cell
    for label in labels:
        rest = f'SUBSTITUTE({rest},{label_in_list(label)},"")'
    return f'SUBSTITUTE({rest},",","")=""'


def is_won(cell: str) -> str:
    """Whether a cell holds an amount that a plan can hold."""
    return f"IF(ISNUMBER({cell}),AND({cell}>=0,{cell}=INT({cell}),{cell}<=10^15),FALSE)"


def high_digits(cell: str) -> str:
    """The `hi` of an amount in a cell."""
    return f'VALUE(LEFT(TEXT({cell},"{DIGITS}"),9))'


def low_digits(cell: str) -> str:
    """The `lo` of an amount in a cell."""
    return f'VALUE(RIGHT(TEXT({cell},"{DIGITS}"),7))'


def slack(rule: Rule, row: int) -> tuple[str, str]:
    """The slack's `hi` and `lo` (0 <= lo < 10,000,000), from the cells of its row in the sheet of limits."""
    high, low = (verdict.slack(rule.operator, f"J{row}*{whole}{row}", f"K{row}*{part}{row}") for part, whole in (("D", "G"), ("E", "H")))
    carry = f"INT(({low})/{BASE})"
    return (f"IF(ISNUMBER(G{row}),{high}+{carry},0)", f"IF(ISNUMBER(G{row}),({low})-{carry}*{BASE},0)")


def status(rule: Rule, row: int, no_whole: str | None = None) -> str:
    """`ok`, `fail`, `unknown` or `na`, as the engines say. `no_whole`: that nothing stands in a whole which has been told."""
    held = verdict.holds(rule.operator, none=f"AND(L{row}=0,M{row}=0)", some=f"OR(L{row}>0,AND(L{row}=0,M{row}>0))", any_=f"L{row}>=0")
    nothing = f"D{row}=0,E{row}=0"
    empty = f"{nothing},{no_whole or f'G{row}=0,H{row}=0'}" if rule.readings[0].of else nothing
    made = verdict.status(f"F{row}+I{row}>0", f"AND({empty})", held)
    return f'IF(NOT(ISNUMBER(G{row})),IF(AND({nothing},F{row}=0),"na","unknown"),{made})'


def limit(rule: Rule, row: int) -> str:
    """The limit in won: rounded down where it bounds from above, up where from below."""
    high = f"INT(J{row}*G{row}/K{row})"
    rest = f"((J{row}*G{row}-{high}*K{row})*{BASE}+J{row}*H{row})"
    low = f"-INT(-{rest}/K{row})" if rule.operator in FLOOR else f"INT({rest}/K{row})"
    return f'IF(ISNUMBER(G{row}),{high}*{BASE}+{low},"")'


def spare(rule: Rule, row: int) -> str:
    """How far the part stands from its limit in won; below zero where it breaks it."""
    difference = f"Q{row}-O{row}" if rule.operator in FLOOR else f"O{row}-Q{row}"
    return f'IF(ISNUMBER(O{row}),{difference},"")'
