"""Dates of an edition."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from macros.models.common import Cited, Count, Day, EditionId, Id, Ids, Paged, SomeIds, Text, When, tuple_of


class Event(Cited):
    """Something with a date. Without `end` it is one day (or one month, as exact as `start`).

    `text` is the date in the source's own exactness where that is vaguer than `start` (12월 중, 내외).
    `actual` is what happened, told later; the others are what was planned. `same_as` names the event of an older
    edition that this one stands for, where the ids do not say so (application-2020, application-2021); of what happened, the
    plan of its own edition.
    `revision` grows by one whenever a published date is corrected: calendars then replace their entry.
    """

    id: Id
    title: Text
    kind: Literal["deadline", "period", "meeting", "decision"]
    actual: bool = False
    actors: SomeIds
    start: When
    end: When | None = None
    text: Text | None = None
    summary: Text
    same_as: Id | None = None
    revision: Count = 0
    conflicts: Ids = ()


class Timeline(Cited, Paged):
    """All dated events of one procedure in one edition, by start.

    `short` names the procedure in menus and calendars; `page` is the page's name below `dates/` where it is not the id.
    Calendar files carry `checked_on`, not the clock.
    """

    id: Id
    title: Text
    short: Text
    edition: EditionId
    page: Id | None = None
    summary: Text
    checked_on: Day
    events: Annotated[tuple[Event, ...], BeforeValidator(tuple_of), Field(min_length=1)]

    @property
    def place(self) -> str:
        """The name of its page below `dates/`."""
        return self.page or self.id
