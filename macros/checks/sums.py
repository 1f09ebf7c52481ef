"""Tables add up to the totals that they state, unless a recorded conflict says why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from macros.checks.walk import everything
from macros.models.common import Table
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def check_tables(guide: Guidebook) -> Iterator[Problem]:
    """Rows are as long as the head; stated totals equal the columns' sums."""
    for kind, key, place, record in everything(guide):
        if not isinstance(record, Table):
            continue
        for index, row in enumerate(record.rows):
            if len(row) != len(record.columns):
                yield guide.problem(kind, key, (*place, "rows", index),
                                    f"열이 {len(record.columns)}개인 표인데 이 줄에는 칸이 {len(row)}개예요.")
        for column, stated in record.totals.items():
            if column not in record.columns:
                yield guide.problem(kind, key, (*place, "totals"), f"'{column}'은(는) 이 표에 없는 열이에요.")
                continue
            at = record.columns.index(column)
            cells = [row[at] for row in record.rows if len(row) > at]
            added = sum(map(_counted, cells), Decimal())
            if column in record.mismatched:
                if added == _counted(stated) or not record.conflicts:
                    yield guide.problem(kind, key, (*place, "mismatched"),
                                        f"'{column}' 열은 합계가 맞거나 문서 간 차이(conflicts)이 적혀 있지 않아요. mismatched에서 빼 주세요.")
            elif added != _counted(stated):
                yield guide.problem(kind, key, (*place, "totals", column),
                                    f"'{column}' 열을 더하면 {added:,}인데 합계에는 {_counted(stated):,}로 적혀 있어요. "
                                    "값을 고치거나, 원문이 그렇다면 mismatched에 열 이름을, conflicts에 문서 간 차이를 적어 주세요.")


def _counted(cell: int | str) -> Decimal:
    """What a cell adds: a number, also one written as text (`210.5`). Nothing for a share (`81.7%`) and for words."""
    if isinstance(cell, str) and not NUMBER.fullmatch(cell):
        return Decimal()
    return Decimal(str(cell).replace(",", ""))
