"""No text of a record holds what none may hold (macros/checks/unfit.py), and its references lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.unfit import fault
from macros.checks.walk import once, texts_inside
from macros.models.common import Record
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.reading.references import Reference
from macros.reading.yaml_values import Place


def check_texts(guide: Guidebook) -> Iterator[Problem]:
    """Every text of every record, and the references in them that lead nowhere."""
    yield from guide.misreferred
    for kind, key, record in guide.records():
        yield from of_record(guide, kind, key, record)


def of_record(guide: Guidebook, kind: str, key: str, record: Record) -> Iterator[Problem]:
    """What the texts of one record hold that none may."""
    for place, fragment, message in _faults(kind, record, guide.references.get((kind, key), ())):
        origin = guide.origins[kind, key]
        yield origin.file.problem_at((*origin.place, *place), fragment, message)


@once
def _faults(kind: str, record: Record, references: tuple[Reference, ...]) -> Iterator[tuple[Place, str, str]]:
    """What no text may hold: where in the top record, the fragment, and what is said of it."""
    written: dict[Place, tuple[tuple[int, int], ...]] = {}
    for one in references:
        written[one.place] = (*written.get(one.place, ()), (one.start, one.end))
    for place, _, at, text in texts_inside(kind, record):
        put = written.get((*place, *at), ()) if written else ()
        wrong = fault(text, cell="rows" in at or kind == "forms", field=str(at[0]), put=put)
        if wrong:
            yield (*place, *at), *wrong
