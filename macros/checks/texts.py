"""No text of a record holds what none may hold (macros/checks/unfit.py), and its references lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.unfit import fault
from macros.checks.walk import texts
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem


def check_texts(guide: Guidebook) -> Iterator[Problem]:
    """Every text of every record, and the references in them that lead nowhere."""
    yield from guide.misreferred
    for kind, key, place, _, at, text in texts(guide):
        put = tuple((one.start, one.end) for one in guide.references.get((kind, key), ()) if one.place == (*place, *at))
        wrong = fault(text, cell="rows" in at or kind == "forms", field=str(at[0]), put=put)
        if wrong:
            fragment, message = wrong
            origin = guide.origins[kind, key]
            yield origin.file.problem_at((*origin.place, *place, *at), fragment, message)
