"""The 25 districts: what the sources say of each, fact by fact."""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from macros.models.common import Cited, Id, Ids, Paged, Record, Text, tuple_of

Subject = Literal["entry", "participation", "grant", "deliberation", "council", "ordinance", "strategic", "mutual",
                  "platform", "jobs", "network", "consulting", "school", "evaluation", "department", "other"]


class Fact(Cited):
    """One fact of a district in a year. `value` is a whole number with a unit; `text` says what is no number.

    `note`: as of when, or that the source names no day.
    """

    subject: Subject
    year: Text
    label: Text
    value: int | None = None
    unit: Text | None = None
    text: Text | None = None
    note: Text | None = None
    conflicts: Ids = ()


class Tile(Record):
    """Where the district stands on the map of tiles: column from the west, row from the north, both from 1."""

    col: Annotated[int, Field(ge=1, le=6)]
    row: Annotated[int, Field(ge=1, le=6)]


def _entry(value: object) -> object:
    if isinstance(value, str) and not re.match(r"20\d\d년", value):
        raise PydanticCustomError("entry", "처음 참여한 해로 시작해야 해요. 예: 2018년 구단위계획형")
    return value


class District(Cited, Paged):
    """A district: `districts/<id>/`. `entry` starts with the year in which it first took part, where known."""

    id: Id
    name: Text
    entry: Annotated[Text, BeforeValidator(_entry)] | None = None
    tile: Tile
    facts: Annotated[tuple[Fact, ...], BeforeValidator(tuple_of)]
    conflicts: Ids = ()

    @property
    def short(self) -> str:
        """The name as maps have it: without 구, where two letters stay."""
        return self.name.removesuffix("구") if len(self.name) > 2 else self.name

    @property
    def entry_year(self) -> int | None:
        """The year of `entry`."""
        return int(self.entry[:4]) if self.entry else None
