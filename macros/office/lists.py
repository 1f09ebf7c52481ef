"""The lists of a form, and the numbers above them that Excel counts."""

from __future__ import annotations

from collections.abc import Callable

from macros.models.form import Block, CountOf, Field, Filled, Form
from macros.office.documents.document import Cell, Row
from macros.office.documents.text import beginning


def list_block(form: Form) -> tuple[str, Block] | None:
    """The form's list with the id of its section."""
    return next(((f"block-{number}", block) for number, block in enumerate(form.blocks, 1) if block.layout == "list"), None)


def list_cells(block: Block, entered: Filled) -> list[Row]:
    """The numbered rows: those that are entered, then empty ones up to the list's length."""
    rows = []
    for number in range(1, max(block.length, len(entered.rows)) + 1):
        values = entered.rows[number - 1] if number <= len(entered.rows) else ()
        cells = [_cell(field, values[at] if at < len(values) else "") for at, field in enumerate(block.fields[1:])]
        rows.append((Cell(number=number, role="index"), *cells))
    return rows


def _cell(field: Field, value: int | str) -> Cell:
    if isinstance(value, int):
        return Cell(number=value, role="number", choices=field.choices)
    return Cell(value, choices=field.choices)


def column_of(block: Block, field: str) -> int:
    """A field's column in the list, from 1."""
    return [one.id for one in block.fields].index(field) + 1


def counted(form: Form, entered: Filled, what: CountOf) -> int:
    """How many rows of the list begin with one of the values (any value, if none is named)."""
    found = list_block(form)
    assert found, form.id
    at = column_of(found[1], what.field) - 2
    values = [str(row[at]) for row in entered.rows if at < len(row) and row[at] != ""]
    return sum(1 for value in values if not what.values or value.startswith(what.values))


def count_formula(form: Form, what: CountOf) -> str:
    """The same as Excel counts it; a trailing `*` takes what stands behind, such as (당연직)."""
    found = list_block(form)
    assert found, form.id
    column = f"{{{found[0]}.c{column_of(found[1], what.field)}}}"
    if not what.values:
        return f"COUNTA({column})"
    return "+".join(f"COUNTIF({column},{beginning(value)})" for value in what.values)


def count_cells(form: Form, block: Block, entered: Filled, value_of: Callable[[Field, Filled], str]) -> Row:
    """One row below the heads: what is counted, else what is entered, else what is printed there."""
    return tuple(
        Cell(number=counted(form, entered, field.counts), role="number", formula=count_formula(form, field.counts),
             on_paper=bool(entered.rows)) if field.counts
        else Cell(value_of(field, entered) or field.printed or "", "number") for field in block.fields)
