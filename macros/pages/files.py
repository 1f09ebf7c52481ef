"""Macros of what is downloaded or read by other systems."""

from __future__ import annotations

from macros.api.lists import titles
from macros.checks.walk import everything
from macros.models.common import Table
from macros.office.catalogue import newest as last_checked
from macros.office.listed import listed
from macros.pages.base import Base
from macros.site.published import FOLDER
from macros.site.tools import tool_workbooks


class FilePages(Base):
    """Files and data."""

    def downloads(self) -> str:
        """Every file to download with its size and checksum."""
        groups = [(kind, title, listed(self.guide, self.addresses, self.files, kind))
                  for kind, title in (("forms", "서식"), ("checklists", "체크리스트"))]
        return self._render("downloads.md.j2", entries=self.files, count=sum(len(entry.files) for entry in self.files),
                            made_on=last_checked(self.guide), workbooks=list(tool_workbooks(self.guide)), groups=groups)

    def form_files(self) -> str:
        """All forms with their numbers, editions and files."""
        return self._render("form_files.md.j2", rows=listed(self.guide, self.addresses, self.files, "forms"))

    def whole_files(self) -> str:
        """The whole guide in one file: named when the site is published (macros/finish/whole_files.py)."""
        return self._render("whole_files.html.j2", files=(), archived=False)

    def api_lists(self) -> str:
        """What is published for other systems."""
        counts = {kind: sum(1 for found, _, _ in self.guide.records() if found == kind) for kind in titles()}
        tables = sum(1 for _, _, _, record in everything(self.guide) if isinstance(record, Table))
        return self._render("api_lists.html.j2", titles=titles(), counts=counts, tables=tables, folder=FOLDER)
