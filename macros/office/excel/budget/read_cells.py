"""Reads single cells of a budget workbook: what its words mean, where what stands in this file. Collects what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from string import digits
from typing import Any

from macros.models.budget import Option, Term
from macros.office.excel.budget.fill import trimmed
from macros.office.excel.budget.layout import FIRST, FUND, LINES, SETTINGS, UNDECIDED, Layout
from macros.office.excel.cells import Cells, Uncounted, row_of, text_of
from macros.office.excel.ids import Ids, earlier_of
from macros.reading.problems import nearest
from macros.typed.money import parse

MOST_WON = 10**15
NOT_MONEY = f"금액이 아니에요. 0 이상의 정수(원)로 적고, 아직 모르면 ‘{UNDECIDED}’이라고 적어 주세요."
NOT_COUNTED = "수식의 값이 파일에 없어요. 엑셀에서 열어 저장한 뒤에 다시 해 주세요."


@dataclass
class CellReader:
    """Reads cells of one layout. `funds`: the columns by fund, as this file has them."""

    form: Layout
    ids: Ids = field(default_factory=Ids)
    is_current: bool = True
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    funds: dict[str, str] = field(default_factory=dict)

    def wrong(self, sheet: str, cell: str, sentence: str) -> None:
        self.problems.append(f"‘{sheet}’ 시트 {cell}: {sentence}")

    def option(self, sheet: str, cell: str, value: Any, known: Mapping[str, str], none: str = "") -> str | None:
        """The id of the option whose label stands in the cell; `known`: ids by label."""
        label = trimmed(text_of(value))
        if label in ("", none):
            return None
        if label not in known:
            self.wrong(sheet, cell, f"‘{label}’ 대신 목록에 있는 것을 골라 주세요.{nearest(label, known)}")
        return known.get(label)

    def labels(self, terms: Sequence[Term | Option], *key: str) -> dict[str, str]:
        """What words mean: as the file says, as they are today, as they were."""
        return self.ids.labels({term.id: term.label for term in terms}, earlier_of(terms), *key)

    def setting(self, start: Cells, usual: str, labels: Sequence[str], *key: str) -> str | None:
        """Where it stands among the settings; None in a file that is older than the choice."""
        if self.ids.cells:
            return self.ids.cell(SETTINGS, *key)
        return next((f"B{cell[1:]}" for cell, value in start.items() if cell[0] == "A" and text_of(value) in labels), usual)

    def fund_columns(self, sheet: Cells) -> dict[str, str | None]:
        """The column of each fund that the file has: where the file says, else under its head as it is or was. None where its head is
        another."""
        heads = {cell.rstrip(digits): text_of(value) for cell, value in sheet.items() if row_of(cell) == FIRST - 1}
        found: dict[str, str | None] = {}
        for fund, names in self.form.fund_heads().items():
            own = self.ids.cell(LINES, FUND, fund)
            known = {*names, self.ids.words.get((FUND, fund), names[0])}
            if own or not self.ids.cells:
                columns = [own.rstrip(digits)] if own else heads
                found[fund] = next((column for column in columns if heads.get(column) in known), None)
        return found

    def amount(self, cell: str, value: Any, sheet: str = LINES) -> int | None:
        """Whole won, or None for money that is not known yet."""
        if isinstance(value, Uncounted):
            self.wrong(sheet, cell, NOT_COUNTED)
        elif isinstance(value, str) and trimmed(value) == UNDECIDED:
            return None
        elif (isinstance(value, (int, float)) and not isinstance(value, bool)
              and 0 <= value <= MOST_WON and value == int(value)):
            return int(value)
        else:
            self.wrong(sheet, cell, f"‘{text_of(value)}’: {NOT_MONEY}{offered(text_of(value))}")
        return None


def offered(typed: str) -> str:
    """The number that a text is likely to mean, as a question."""
    found = parse(typed)
    won = parse(found.likely).won if found.won is None and found.likely else found.won
    return "" if won is None else f" 혹시 ‘{won:,}’인가요?"
