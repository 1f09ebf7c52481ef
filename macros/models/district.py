"""The 25 districts: what the sources say of each, fact by fact."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from macros.models.common import Cited, Id, Ids, Text, tuple_of

Subject = Literal["entry", "participation", "grant", "deliberation", "council", "ordinance", "strategic", "mutual",
                  "platform", "jobs", "network", "consulting", "school", "evaluation", "department", "other"]


class Fact(Cited):
    """One fact of a district in a year. `value` is a whole number with a unit; `text` says what is no number."""

    subject: Subject
    year: Text
    label: Text
    value: int | None = None
    unit: Text | None = None
    text: Text | None = None
    conflicts: Ids = ()


class District(Cited):
    """A district: `districts/<id>/`. `entry` is the year in which it first took part, where known."""

    id: Id
    name: Text
    entry: Text | None = None
    facts: Annotated[tuple[Fact, ...], BeforeValidator(tuple_of)]
    conflicts: Ids = ()
