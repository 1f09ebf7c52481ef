"""The macros that pages call. Each is a door: a docstring and one template."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from macros import ROOT
from macros.api import feed
from macros.models.kinds import ROWS, Kind
from macros.pages.dates import DatePages
from macros.pages.districts import DistrictPages
from macros.pages.files import FilePages
from macros.pages.maintain import MaintainPages
from macros.pages.plan import PlanPages
from macros.pages.reference import ReferencePages
from macros.pages.tools import ToolPages
from macros.templating import page_text, page_values
from macros.templating.page_json import page_json
from macros.tools.kept import kept_tools
from macros.views import dates, pages

Macro = Callable[..., str]
CHANGELOG = ROOT / "CHANGELOG.md"


class Macros(PlanPages, ToolPages, DatePages, DistrictPages, ReferencePages, FilePages, MaintainPages):
    """All macros, over one guidebook."""

    def all(self) -> tuple[Macro, ...]:
        """The macros, under the names by which pages call them."""
        return (self.home, self.step, self.planning_flow, self.rules, self.rule_summary,
                self.budget_calculator, self.budget_workbooks, self.sheet, self.sheet_keys, self.tool_levels, self.plan_levels,
                self.priority_sheet, self.package,
                self.timeline, self.timelines, self.next_deadlines,
                self.dates_compare, self.deadline_planner, self.own_year, self.year_strip, self.checklist, self.checklist_progress, self.case,
                self.case_cards, self.sources, self.conflicts, self.tools,
                self.form, self.articles, self.duties, self.duty_line, self.key_duties, self.case_figures, self.case_funnels, self.share_bars,
                self.district, self.district_map, self.district_table, self.table_charts,
                self.glossary, self.records, self.edition_changes, self.edition_compare,
                self.city_procedures, self.coverage, self.undecided, self.downloads, self.form_files,
                self.whole_files,
                self.checked_dates, self.opening_progress, self.components, self.api_lists, self.edit_screen, self.record_examples, self.packages,
                *(self._own_page(kind, kind.page) for kind in ROWS if kind.page and not hasattr(self, kind.page)))

    def door(self, name: str) -> Macro:
        """The macro that pages call by this name. Raises KeyError."""
        return page_text.doors(self.all())[name]

    def _own_page(self, kind: Kind, name: str) -> Macro:
        """The macro of a kind whose template needs nothing but the record."""
        def shown(key: str) -> str:
            record = getattr(self.guide, kind.id)[key]
            self.page.head(getattr(record, kind.named), record.summary)
            return self._render(f"{name}.md.j2", **{name: record})
        shown.__name__, shown.__doc__ = name, f"A record of data/{kind.id}, whole."
        shown.__annotations__ = {"key": Annotated[str, kind.id], "return": str}
        return shown

    def filled(self, text: str) -> str:
        """A page's own text with what its macros make in their places, and the page's notes at its end."""
        self.notes.clear()
        made = page_text.filled(page_values.filled(text, self.values), page_text.doors(self.all()))
        if not (self.notes.citations or self.notes.conflicts):
            return made
        return f"{made}\n\n{self._render('notes.html.j2', conflicts=tuple(self.notes.conflicts))}"

    def home(self) -> str:
        """The front page: what this is, three doors, the year, the tools, what changed last."""
        return self._render("home.md.j2", year=dates.year(self.guide), sheets=pages.sheets(self.guide), doors=self._doors,
                            stepwise=[procedure for procedure in self.guide.procedures.values() if procedure.pages == "each"],
                            latest=feed.latest(CHANGELOG), kept=page_json(kept_tools(self.guide, self.link, self.has)))
