"""Macros of what one looks up: documents, terms, editions."""

from __future__ import annotations

from typing import Annotated

from macros.checks.carried import covered
from macros.pages.base import Base
from macros.templating.page_json import page_json
from macros.views import editions, pages
from macros.views.any_two import any_two
from macros.views.undecided import undecided_in


class ReferencePages(Base):
    """Documents, terms and editions."""

    def sources(self) -> str:
        """The documents with their sections, which citations link to."""
        return self._render("sources.md.j2", pages_of=pages.pages_by_section(self.guide, self.addresses))

    def conflicts(self) -> str:
        """All places where sources disagree, in full."""
        touched = pages.touched_by_conflict(self.guide, self.addresses)
        chapters = pages.by_chapter({key: touched[key] for key in self.guide.conflicts})
        return self._render("conflicts.md.j2", touched=touched, chapters=chapters, editions_of=lambda one: covered(self.guide, one))

    def glossary(self) -> str:
        """The terms by first consonant."""
        return self._render("glossary.md.j2", groups=pages.glossary(self.guide))

    def records(self, kind: Annotated[str, "kinds"], chapter: Annotated[str | None, "chapters"] = None) -> str:
        """The records of a kind (and chapter) as cards."""
        return self._render("record_list.html.j2", records=pages.records_of(self.guide, self.addresses, kind, chapter))

    def edition_changes(self, *pair: Annotated[str, "editions"]) -> str:
        """What changed from each edition to the next, or between two chosen ones, from the data of both."""
        return self._render("edition_changes.md.j2", pairs=editions.changes(self.guide, *pair))

    def edition_compare(self) -> str:
        """Any two editions side by side, as the reader chooses."""
        return self._render("edition_compare.html.j2", data=page_json(any_two(self.guide, self.addresses, self.link)))

    def city_procedures(self) -> str:
        """The yearly procedures with the city, edition by edition."""
        return self._render("city_procedures.md.j2", procedures=editions.city_procedures(self.guide))

    def coverage(self) -> str:
        """Each section of each document and the pages that treat it."""
        return self._render("coverage.md.j2", table=pages.coverage(self.guide, self.addresses))

    def undecided(self, *areas: Annotated[str, "areas"]) -> str:
        """What editions that have been opened lack in some areas (all of them, if none is named); nothing if nothing."""
        return self._render("undecided.html.j2", gaps=undecided_in(self.guide, areas))
