"""What every macro has at hand: the guidebook, the page that is being built, one way to fill a template."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, Protocol

from macros.models.kinds import ROWS
from macros.office.catalogue import Entry, kept_catalogue
from macros.reading.guidebook import Guidebook
from macros.reading.referred import Values
from macros.site.addresses import Addresses, anchor, relative
from macros.site.edit_links import edit_address
from macros.site.published import FOLDER
from macros.site.sides import party_names, role_names
from macros.templating.render import environment, render
from macros.tools.budget import basis_of
from macros.views import dates, editions, pages
from macros.views.notes import Notes
from macros.views.relations import Relations
from macros.words.readings import reading_labels, rules_of_reading

# The templates that show one record whole, with its kind and the name by which they know it: a page of its own.
OWN_PAGES: Mapping[str, tuple[str, str]] = {
    f"{kind.page}.md.j2": (kind.id, kind.page) for kind in ROWS if kind.page and (kind.address or kind.folder)}


class Page(Protocol):
    """The page that is being built: its address, and its head, which a record's own page fills in."""

    def address(self) -> str:
        """From the site's root, without a leading slash."""

    def head(self, title: str, description: str) -> None:
        """The title in menus and tabs, and the description for search engines."""


class Base:
    """The guidebook and the page that is being built: each chapter's macros are a class on this one."""

    def __init__(self, guide: Guidebook, page: Page, repository: str = "", *, addresses: Collection[str] | None = None,
                 doors: Sequence[Mapping[str, Any]] = (), files: Callable[[], tuple[Entry, ...]] | None = None) -> None:
        """`addresses`: of the pages in docs/ (not known: all that is linked to is there). `doors`: who comes here for what
        (`extra.doors` of mkdocs.yml). `files`: gives the files for 한글, Word and Excel, where another process makes them.
        """
        self._files = files or partial(kept_catalogue, guide)
        self.guide = guide
        self.page = page
        self.repository = repository
        self.addresses = Addresses(guide)
        self._pages = addresses
        self._doors = doors
        self.environment = environment(markdown=True)
        self.environment.globals.update(roles=role_names(guide), parties=party_names(guide), named=guide.named)
        self.environment.globals.update(edit=partial(edit_address, guide, repository), said=dates.said, in_short=dates.in_short,
                                        held_on=partial(editions.held, guide),
                                        item_editions=partial(editions.item_editions, guide),
                                        reading_labels=partial(reading_labels, guide.budget), basis_of=partial(basis_of, guide),
                                        rules_of_reading=partial(rules_of_reading, guide.rules.values()))
        self.notes = Notes()
        self.environment.globals.update(notes=self.notes, api=FOLDER)
        self.relations = Relations(guide)
        self.values = Values(guide)
        self.measures = {measure.id: measure for measure in guide.budget.measures}

    @cached_property
    def files(self) -> tuple[Entry, ...]:
        """All files for 한글, Word and Excel; made when they are first asked for."""
        return self._files()

    def _entry(self, kind: str, key: str) -> Entry:
        return next(entry for entry in self.files if (entry.kind, entry.id) == (kind, key))

    def link(self, address: str) -> str:
        """An address as a link from the page that is being built."""
        return relative(self.page.address(), address)

    def has(self, address: str) -> bool:
        """Whether the guide has this page: the house's templates offer only what is there."""
        return self._pages is None or address.partition("#")[0] in self._pages

    def _render(self, template: str, **values: object) -> str:
        shown = {"guide": self.guide, "to": self.addresses, "link": self.link, "anchor": anchor, "related": self.relations,
                 "measures": self.measures, "own": pages.own_conflicts, "has": self.has, **values}
        text = render(self.environment, template, **shown)
        if template not in OWN_PAGES:
            return text
        kind, name = OWN_PAGES[template]
        return text + render(self.environment, "edit_link.html.j2", kind=kind, record=values[name])
