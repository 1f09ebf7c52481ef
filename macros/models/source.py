"""The source documents and their sections."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from macros.models.common import Id, Record, SectionId, Text, When, tuple_of


class Section(Record):
    """A section of a document, with its printed page where known.

    `left_out` says why nothing of it is on the site.
    """

    id: SectionId
    title: Text
    page: Annotated[int, Field(ge=1)] | None = None
    left_out: Text | None = None


class Source(Record):
    """A document that facts are cited from."""

    id: Id
    title: Text
    short: Text
    issuer: Text
    date: When
    number: Text | None = None
    terms: Text
    remarks: Text | None = None
    sections: Annotated[tuple[Section, ...], BeforeValidator(tuple_of), Field(min_length=1)]
