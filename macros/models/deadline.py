"""Deadlines: what follows from one date that a district knows."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.models.common import Count, Editions, Id, Ids, OptionalCitations, Record, SomeIds, Text, tuple_of

Unit = Literal["day", "business_day", "month"]
UNITS: dict[str, Unit] = {"일": "day", "근무일": "business_day", "개월": "month"}
Month = Annotated[int, Field(ge=1, le=12)]


class Span(Record):
    """A length of time as an editor writes it: `7일`, `5근무일`, `2개월`."""

    count: Count
    unit: Unit

    @property
    def text(self) -> str:
        """The span as it is written."""
        return f"{self.count}{next(word for word, unit in UNITS.items() if unit == self.unit)}"


def _span(value: Any) -> Any:
    if isinstance(value, Span):
        return value
    found = re.fullmatch(r"(\d{1,3})(일|근무일|개월)", value) if isinstance(value, str) else None
    if not found:
        raise PydanticCustomError("span", "길이는 7일, 5근무일, 2개월처럼 써요.")
    return Span(count=int(found[1]), unit=UNITS[found[2]])


Length = Annotated[Span, BeforeValidator(_span)]


class Due(Record):
    """One thing to do, and when, counted from the known day or from another thing (`since`).

    The day is one of: `before` or `after` by a span, from the day itself or from the end of its quarter, half or year
    (`at`); that end alone; `every` quarter's or half's end to the end of the year; the end of each of `months` of the
    same year that is still to come; or no day at all (`text`: 지체 없이). What a source states has `basis: stated` and quotes the words that
    carry the time (`wording`); the rest is this guide's suggestion.
    """

    id: Id
    title: Text
    basis: Literal["stated", "suggested"]
    actors: SomeIds
    since: Id | None = None
    at: Literal["quarter", "half", "year"] | None = None
    before: Length | None = None
    after: Length | None = None
    every: Literal["quarter", "half"] | None = None
    months: Annotated[tuple[Month, ...], BeforeValidator(tuple_of)] = ()
    text: Text | None = None
    summary: Text
    example: Text | None = None
    editions: Editions | None = None
    not_after: Ids = ()
    step: Id | None = None
    rule: Id | None = None
    conflicts: Ids = ()
    source: OptionalCitations = ()

    @property
    def dated(self) -> bool:
        """Whether there is a day to work out."""
        return self.text is None

    @model_validator(mode="after")
    def _one_way(self) -> "Due":
        ways = [bool(self.before or self.after or self.at), bool(self.every), bool(self.months), bool(self.text)]
        if sum(ways) != 1 or (self.before and self.after):
            raise PydanticCustomError(
                "one_way", "날을 정하는 방법은 하나여야 해요: before나 after(와 at), every, months, text 가운데 하나.")
        return self


class Deadlines(Record):
    """What follows from one known day: `known` names that day as a reader would.

    `timelines` are those whose dates stand beside the days that are worked out.
    """

    id: Id
    order: int
    known: Text
    summary: Text
    editions: Editions
    note: Text | None = None
    not_after: Ids = ()
    timelines: Ids = ()
    source: OptionalCitations = ()
    dues: Annotated[tuple[Due, ...], BeforeValidator(tuple_of), Field(min_length=1)]
