"""The source documents and their sections."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from macros.models.common import Id, Record, SectionId, SomeEditions, Text, When, one_or_many, tuple_of


class Condition(Record):
    """A clause that holds only under a condition: a duty that cites it, or what stands below it, says so.

    `words`: one of them must stand in the text (`10% 미만`; `보증금` or `임차`).
    """

    clause: Text
    words: Annotated[tuple[Text, ...], BeforeValidator(one_or_many), Field(min_length=1)]


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
    """A document that facts are cited from. `editions`: those for which it speaks.

    `corrects`: the document of which this is a corrected issue. Both stay: what cites the old one is to be looked at again.
    """

    id: Id
    title: Text
    short: Text
    issuer: Text
    date: When
    number: Text | None = None
    terms: Text
    remarks: Text | None = None
    corrects: Id | None = None
    editions: SomeEditions = ()
    sections: Annotated[tuple[Section, ...], BeforeValidator(tuple_of), Field(min_length=1)]

    def title_of(self, section: str | None) -> str:
        """The source's own heading of a section; the document's title where no section is named."""
        return next((one.title for one in self.sections if one.id == section), self.title)

    def editions_of(self, section: str | None) -> tuple[str, ...]:
        """The editions for which a section speaks: its own, those of the nearest section above it, or the document's."""
        known = {one.id: one.editions for one in self.sections}
        while section:
            if found := known.get(section):
                return found
            section = section.rpartition(".")[0]
        return self.editions
