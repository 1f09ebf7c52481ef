"""A condition travels with its clause: what cites a clause under a condition says the condition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks.walk import everything, inside
from macros.models.common import Citation, Record
from macros.models.source import Condition
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem

BELOW = re.compile(r"\d+(?:\.\d+)+(?:\(\d+\))+")


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _said(record: Record) -> str:
    """All that a record and what stands in it says, without what it cites."""
    found = (value for _, one in inside(record) if not isinstance(one, Citation) for value in vars(one).values())
    return _squeezed(" ".join(part for value in found for part in (value if isinstance(value, tuple) else (value,))
                              if isinstance(part, str)))


def check_conditions(guide: Guidebook) -> Iterator[Problem]:
    """Whatever cites a sub-clause (`3.3.3(1)`) has the words of its parent's condition."""
    conditions = {(source.id, section.id): section.conditions for source in guide.sources.values()
                  for section in source.sections if section.conditions}
    for kind, key, place, record in everything(guide):
        for index, citation in enumerate(getattr(record, "source", ())):
            known = conditions.get((citation.doc, citation.section or ""), ())
            for condition in _lost(record, citation.clause or "", known):
                yield guide.problem(kind, key, (*place, "source", index, "clause"),
                                    f"{condition.clause}에 붙은 조건('{condition.words}')도 글에 함께 적어 주세요.")


def _lost(record: Record, clause: str, known: tuple[Condition, ...]) -> Iterator[Condition]:
    """The conditions of the clause that the record does not say."""
    cited = BELOW.findall(clause)
    for condition in known:
        if any(one.startswith(f"{condition.clause}(") for one in cited) and _squeezed(condition.words) not in _said(record):
            yield condition
