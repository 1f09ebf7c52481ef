"""Dates of an edition."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from macros.models.common import Cited, EditionId, Id, Ids, Text, When, tuple_of


class Event(Cited):
    """Something with a date. Without `end` it is one day (or one month, as exact as `start`).

    `text` is the date in the source's own exactness where that is vaguer than `start` (12월 중, 내외).
    """

    id: Id
    title: Text
    kind: Literal["deadline", "period", "meeting", "decision"]
    actors: Ids
    start: When
    end: When | None = None
    text: Text | None = None
    summary: Text
    conflicts: Ids = ()


class Timeline(Cited):
    """All dated events of one procedure in one edition, by start."""

    id: Id
    title: Text
    edition: EditionId
    summary: Text
    events: Annotated[tuple[Event, ...], BeforeValidator(tuple_of), Field(min_length=1)]
