"""What may stand behind a record's id in a reference: days, figures, facts, cells of tables, each by how editors call it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from macros.models.common import Moment, Record, Table
from macros.words.forms import Value

# How it is called, the value, the unit of what a number counts, the record's field.
Field = tuple[str, Value, str, str]
TOTAL = "합계"  # how the sum below a table's column is called
UNIT = re.compile(r"\(([^()]*)\)$")


def moments(record: Any, before: str) -> Iterator[Field]:
    """The days of what has them. Of a span each end is called by its name."""
    start: Moment | None = record.start
    if start is None:
        return
    if record.end is None or record.end == start:
        yield before.rstrip("/"), start, "", "start"
    else:
        yield f"{before}시작", start, "", "start"
        yield f"{before}끝", record.end, "", "end"


def _case(case: Any) -> Iterator[Field]:
    """The figures of a case, by label, the days of what was done, how large its working groups were, and its tables."""
    milestones = [one for process in case.processes for phase in process.phases for one in phase.milestones]
    yield from _figures([*(one for milestone in milestones for one in milestone.counts), *case.figures])
    for milestone in milestones:
        yield from moments(milestone, f"{milestone.id}/")
    for group in case.working_groups:
        yield group.id, group.size, "명", "size"
    yield from _tables(case.tables)


def _topic(topic: Any) -> Iterator[Field]:
    """The figures of a topic, by label, and its tables."""
    yield from _figures([figure for section in topic.sections for figure in section.figures])
    yield from _tables([table for section in topic.sections for table in section.tables])


def _programme(programme: Any) -> Iterator[Field]:
    """The tables of a programme's years."""
    yield from _tables([table for detail in programme.editions_detail for table in detail.tables])


def _with_tables(record: Any) -> Iterator[Field]:
    """The tables of a record that has nothing else to refer to."""
    yield from _tables(record.tables)


def _figures(figures: list[Any]) -> Iterator[Field]:
    """Figures by label. Those that have one label and different values are called by none."""
    values: dict[str, set[tuple[int, str]]] = {}
    for figure in figures:
        values.setdefault(figure.label, set()).add((figure.value, figure.unit))
    yield from ((label, *found.pop(), "figures") for label, found in values.items() if len(found) == 1)


def _district(district: Record) -> Iterator[Field]:
    """The numbers of a district: by label where only one has it, else by year and label."""
    facts = [fact for fact in district.facts if fact.value is not None]  # type: ignore[attr-defined]
    labels = [fact.label for fact in facts]
    for fact in facts:
        name = fact.label if labels.count(fact.label) == 1 else f"{fact.year} {fact.label}"
        yield name, fact.value, fact.unit or "", "facts"


def _tables(tables: Any) -> Iterator[Field]:
    """The numbers in tables: by table, row and column, and the sums. Of a row that is not the only one with its first cell, none."""
    for table in tables:
        firsts = Counter(str(row[0]) for row in table.rows)
        for row in table.rows:
            for column, cell in zip(table.columns, row, strict=False):
                if isinstance(cell, int) and firsts[str(row[0])] == 1:
                    yield f"{table.id}/{row[0]}/{column}", cell, _unit(table, str(row[0]), column), "tables"
        for column, total in table.totals.items() if TOTAL not in firsts else ():
            if isinstance(total, int):
                yield f"{table.id}/{TOTAL}/{column}", total, _unit(table, TOTAL, column), "tables"


def _unit(table: Table, row: str, column: str) -> str:
    """Of what the numbers of a cell count: as its column says, or its row, or the table."""
    said = UNIT.search(column) or UNIT.search(row)
    return said[1] if said else table.unit or ""


RECORDED: Mapping[str, Callable[[Any], Iterator[Field]]] = {
    "cases": _case, "districts": _district, "topics": _topic, "programmes": _programme, "steps": _with_tables, "bodies": _with_tables}
