"""CSV: every list as one flat table, and every table that a record holds. With a mark (BOM) by which Excel knows UTF-8."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from macros.calendars.entry import cited
from macros.checks.walk import everything
from macros.models.common import Citation, Table
from macros.office.documents.csv_cell import csv_cell
from macros.reading.guidebook import Guidebook

MOST = 32_767  # letters in one cell of Excel and LibreOffice, which cut what is longer, or spread it over further rows
TOO_LONG = "너무 길어서 이 칸에 담지 못했어요. 같은 이름의 JSON 파일에 있어요."


def as_csv(columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> bytes:
    """The table. Lines end as Excel's do; no text in it becomes a formula, a date or a number."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([csv_cell(column) for column in columns])
    writer.writerows([[_cell(value) for value in row] for row in rows])
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def _cell(value: Any) -> Any:
    """A value as a cell: numbers as they are, unknown as nothing, what is nested as text if it fits."""
    if value is None or isinstance(value, bool):
        return {None: "", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return value
    text = csv_cell(value if isinstance(value, str) else _joined(value))
    return text if len(text) <= MOST else TOO_LONG


def _joined(value: Any) -> str:
    if isinstance(value, list) and value and all(isinstance(one, dict) and "doc" in one for one in value):
        return "; ".join(_ground(one) for one in value)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _ground(citation: dict[str, Any]) -> str:
    """A citation in one cell: `guide-2020#app7.2.2 141쪽`."""
    page = f" {citation['page']}쪽" if citation["page"] else ""
    return f"{citation['doc']}#{citation['section'] or ''}{page}"


def list_csv(made: dict[str, Any]) -> bytes:
    """A list: a column for each field that any of its records has; what is nested stands as JSON."""
    columns = dict.fromkeys(("href", "id")) | dict.fromkeys(name for record in made["records"] for name in record)
    return as_csv(columns, ([record.get(name) for name in columns] for record in made["records"]))


def tables(guide: Guidebook) -> Iterator[tuple[str, str, str, bytes]]:
    """Every table in the data as (kind and record, id, title, CSV). Its grounds are its last column."""
    for kind, key, _, record in everything(guide):
        if isinstance(record, Table):
            grounds = "; ".join(cited(citation, guide) for citation in _grounds(guide, kind, key, record))
            yield f"{kind}-{key}", record.id, record.title, as_csv(
                (*record.columns, "근거"), ((*row, grounds) for row in (*record.rows, *_totals(record))))


def _totals(table: Table) -> Iterator[tuple[int | str, ...]]:
    """The stated totals as a last row."""
    if table.totals:
        first = "" if table.columns[0] in table.totals else "합계"
        yield tuple(table.totals.get(column, first if number == 0 else "") for number, column in enumerate(table.columns))


def _grounds(guide: Guidebook, kind: str, key: str, table: Table) -> tuple[Citation, ...]:
    """The table's own grounds, or those of the record that holds it."""
    return table.source or getattr(getattr(guide, kind)[key], "source", ())
