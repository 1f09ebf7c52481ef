"""Places where sources contradict each other or themselves."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from macros.models.common import Citations, Id, Record, Text, tuple_of


class ConflictReading(Record):
    """What one place says."""

    text: Text
    source: Citations


class Conflict(Record):
    """Two or more readings of the same thing, the one that the guide follows, and why."""

    id: Id
    title: Text
    readings: Annotated[tuple[ConflictReading, ...], BeforeValidator(tuple_of), Field(min_length=2)]
    followed: Text
    reason: Text
