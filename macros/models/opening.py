"""The opening of an edition: what became of everything that the edition before it has."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from macros.models.common import EditionId, Id, OptionalCitations, Record, Text, tuple_of

Became = Literal["same", "changed", "gone", "unknown"]


class Decision(Record):
    """What became of one record in the new edition, and the source that says so.

    `same`: it holds unchanged, on the ground of `source`. `changed`: the record `now` stands in its place. `gone`: the source
    has nothing like it any more. `unknown`: nobody has looked yet, and pages say so.
    """

    id: Id
    became: Became
    now: Id | None = None
    note: Text | None = None
    source: OptionalCitations = ()


Decisions = Annotated[tuple[Decision, ...], BeforeValidator(tuple_of)]


class Opening(Record):
    """An edition in the opening: every record of the edition `base`, by kind, with what became of it."""

    id: EditionId
    base: EditionId
    rules: Decisions = ()
    timelines: Decisions = ()
    procedures: Decisions = ()
    steps: Decisions = ()
    checklists: Decisions = ()
    programmes: Decisions = ()
    forms: Decisions = ()
    sheets: Decisions = ()
