"""Places where sources contradict each other or themselves."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from macros.models.common import Citations, Editions, Id, Ids, Record, Text, tuple_of


class ConflictReading(Record):
    """What one place says."""

    text: Text
    source: Citations


class NotCarried(Record):
    """Editions that a conflict's clauses cover but in which a rule does not hold, and why. Without `rule`, no rule does."""

    editions: Editions
    rule: Id | None = None
    reason: Text


class Conflict(Record):
    """Two or more readings of the same thing, the one that the guide follows, and why.

    `carried_by`: the rules that judge by the followed position, in every edition that the clauses cover, but for what
    `not_carried` explains.
    """

    id: Id
    title: Text
    readings: Annotated[tuple[ConflictReading, ...], BeforeValidator(tuple_of), Field(min_length=2)]
    followed: Text
    reason: Text
    carried_by: Ids = ()
    not_carried: Annotated[tuple[NotCarried, ...], BeforeValidator(tuple_of)] = ()
