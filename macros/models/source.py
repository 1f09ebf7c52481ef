"""The source documents and their sections."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from macros.models.common import EditionId, Id, Record, SectionId, Text, When, tuple_of

SomeEditions = Annotated[tuple[EditionId, ...], BeforeValidator(tuple_of)]


class Condition(Record):
    """A clause that holds only under a condition: whatever cites it, or a sub-clause of it, says so with `words` (`10% 미만`)."""

    clause: Text
    words: Text


class Section(Record):
    """A section of a document, with its printed page where known.

    `left_out` says why nothing of it is on the site. `editions`: those for which it speaks, and what stands below it,
    where they are not the document's. `conditions`: those of its clauses that what stands below them must not lose.
    """

    id: SectionId
    title: Text
    page: Annotated[int, Field(ge=1)] | None = None
    editions: SomeEditions = ()
    left_out: Text | None = None
    conditions: Annotated[tuple[Condition, ...], BeforeValidator(tuple_of)] = ()


class Source(Record):
    """A document that facts are cited from. `editions`: those for which it speaks."""

    id: Id
    title: Text
    short: Text
    issuer: Text
    date: When
    number: Text | None = None
    terms: Text
    remarks: Text | None = None
    editions: SomeEditions = ()
    sections: Annotated[tuple[Section, ...], BeforeValidator(tuple_of), Field(min_length=1)]

    def editions_of(self, section: str | None) -> tuple[str, ...]:
        """The editions for which a section speaks: its own, those of the nearest section above it, or the document's."""
        known = {one.id: one.editions for one in self.sections}
        while section:
            if found := known.get(section):
                return found
            section = section.rpartition(".")[0]
        return self.editions
