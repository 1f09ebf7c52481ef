"""What an opening means for the records: those that are said to hold unchanged belong to the new edition too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from macros.models.common import Citation
from macros.models.edition import Area
from macros.models.opening import Decision, Opening

if TYPE_CHECKING:
    from macros.reading.guidebook import Guidebook

# The kinds that an opening goes through, with the area of the pages that say what is still open.
AREAS: Mapping[str, Area] = MappingProxyType({
    "rules": "rules", "timelines": "dates", "procedures": "steps", "steps": "steps", "checklists": "checklists",
    "programmes": "programmes", "forms": "forms", "sheets": "tools"})


def editions_of(record: Any) -> tuple[str, ...]:
    """The editions that a record of one of these kinds belongs to."""
    if hasattr(record, "editions_detail"):
        return tuple(detail.edition for detail in record.editions_detail)
    return (record.edition,) if hasattr(record, "edition") else tuple(record.editions)


def decisions(opening: Opening) -> Iterator[tuple[str, int, Decision]]:
    """Every decision with its kind and its number there."""
    for kind in AREAS:
        for number, decision in enumerate(getattr(opening, kind)):
            yield kind, number, decision


def can_stay(record: Any) -> bool:
    """Whether a record can belong to one edition more as it is: dates and amounts of a year cannot, nor a tool whose parts name editions."""
    return hasattr(record, "editions") and not getattr(record, "parts", ())


def stayed(guide: Guidebook, kind: str, key: str) -> Mapping[str, tuple[Citation, ...]]:
    """The editions in which a record is said to hold unchanged, each with the sources that say so."""
    return {edition: decision.source for edition, opening in guide.openings.items() for decision in getattr(opening, kind, ())
            if decision.id == key and decision.became == "same"}


def _held(record: Any, edition: str, decision: Decision) -> Any:
    """The record in one edition more. One that cites only within (a checklist, by its items) has no place for the source."""
    more: dict[str, Any] = {"editions": (*record.editions, edition)}
    return record.model_copy(update=more | ({"source": (*record.source, *decision.source)} if hasattr(record, "source") else {}))


def opened(guide: Guidebook) -> Guidebook:
    """The guidebook with what its openings say: what holds unchanged has the new edition, and the source that says so."""
    for edition, opening in guide.openings.items():
        for kind in AREAS:
            records = dict(getattr(guide, kind))
            for decision in getattr(opening, kind):
                record = records.get(decision.id)
                if decision.became == "same" and record is not None and can_stay(record) and edition not in record.editions:
                    records[decision.id] = _held(record, edition, decision)
            changed: dict[str, Any] = {kind: MappingProxyType(records)}
            guide = replace(guide, **changed)
    return guide
