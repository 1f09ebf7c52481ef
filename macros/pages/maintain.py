"""Macros of the pages for those who keep the guide: what is open, how records look, how the house is built."""

from __future__ import annotations

from macros import ROOT
from macros.api import record_schemas
from macros.api.edit_screen import page_data as edit_data
from macros.models.opening import Decision
from macros.pages.base import Base
from macros.schema.annotated import examples
from macros.schema.words import words
from macros.templating.page_json import page_json
from macros.views import dates, pages
from macros.views.checked import OLD, checked, newest
from macros.views.components import samples
from macros.views.packages import packages
from macros.views.tokens import colours, sizes
from macros.views.undecided import progress

DATA = ROOT / "data"
TOKENS = ROOT / "docs" / "assets" / "css" / "tokens.css"


class MaintainPages(Base):
    """For those who keep the guide."""

    def checked_dates(self) -> str:
        """When each rule, programme and timeline was last compared with its source."""
        reference = newest(self.guide)
        return self._render("checked.html.j2", found=checked(self.guide, reference), reference=reference, limit=OLD,
                            page_of=lambda kind, key: pages.page_of(self.guide, self.addresses, kind, key))

    def opening_progress(self) -> str:
        """How far the openings of editions are, kind by kind."""
        openings = [(self.guide.editions[key], list(progress(self.guide, key))) for key in self.guide.openings]
        return self._render("opening_progress.html.j2", openings=openings, kinds=words().kinds, words=words().choices(Decision, "became"))

    def record_examples(self) -> str:
        """Each kind of record with its schema and a real record, annotated."""
        return self._render("record_examples.html.j2", kinds=examples(self.guide, DATA), folder=record_schemas.FOLDER)

    def components(self) -> str:
        """Every component with all its states, made by the templates and scripts that make the pages."""
        css = TOKENS.read_text(encoding="utf-8")
        return self._render("components.md.j2", sample=samples(self.guide), colours=colours(css), sizes=sizes(css),
                            year=dates.year(self.guide), sheets=pages.sheets(self.guide), doors=self._doors)

    def packages(self) -> str:
        """The packages of the house in their order, each with whom it imports from: read from the tree at each build."""
        found = packages()
        return self._render("packages.html.j2", packages=found, arrows=sum(len(one.before) for one in found),
                            back=sum(len(one.after) for one in found))

    def edit_screen(self) -> str:
        """The page on which a record is edited in a form."""
        return self._render("edit_screen.html.j2", data=page_json(edit_data(self.guide, self.repository, self.link(""))))
