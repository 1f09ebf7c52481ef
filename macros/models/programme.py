"""Programmes beside the plan: who may apply, what is paid, when, how it is decided; by edition."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from macros.models.common import Cited, Day, EditionId, Id, Ids, Paged, Points, Tables, Text, tuple_of
from macros.models.topic import Diagram, Stage


class ProgrammeEdition(Cited):
    """One edition of a programme. Where the source of the edition is silent, the list is empty."""

    edition: EditionId
    summary: Text
    eligibility: Points = ()
    contents: Points = ()
    amounts: Points = ()
    periods: Points = ()
    selection: Points = ()
    duties: Points = ()
    results: Points = ()
    stages: Annotated[tuple[Stage, ...], BeforeValidator(tuple_of)] = ()
    tables: Tables = ()
    diagram: Diagram | None = None
    conflicts: Ids = ()


class Programme(Cited, Paged):
    """A programme, whole: `understand/<id>/`. `checked_on`: when it was last compared with its sources."""

    id: Id
    name: Text
    order: int
    summary: Text
    background: Points = ()
    editions_detail: Annotated[tuple[ProgrammeEdition, ...], BeforeValidator(tuple_of), Field(min_length=1)]
    checked_on: Day
    rules: Ids = ()
    topics: Ids = ()
    conflicts: Ids = ()
