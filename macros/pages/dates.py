"""Macros of timelines and the year."""

from __future__ import annotations

from typing import Annotated

from macros.calendars.entry import ALARMS, page_data
from macros.charts.gantt import chart
from macros.pages.base import Base
from macros.site.sides import side_names, sides_in, sides_of
from macros.templating.page_json import page_json
from macros.views import dates, editions


class DatePages(Base):
    """Timelines and the year."""

    def timeline(self, key: Annotated[str, "timelines"]) -> str:
        """A procedure's dates in one edition: chart by actor, list by month, calendar files."""
        timeline = self.guide.timelines[key]
        self.page.head(timeline.title, timeline.summary)
        return self._render("timeline.md.j2", timeline=timeline, chart=chart(timeline, self.guide),
                            alarms=ALARMS, months=dates.by_month(timeline), overlaps=dates.overlaps(timeline, self.guide),
                            opening=dates.opening(timeline), deadlines=[(None, *one) for one in dates.deadlines(timeline)],
                            sides=side_names(self.guide), acting=sides_in(timeline, self.guide),
                            sides_of=lambda event: sides_of(event.actors, self.guide),
                            data=page_json(page_data(timeline, self.guide, self.addresses)))

    def timelines(self) -> str:
        """All timelines as a list, with their calendar files."""
        return self._render("timelines.html.j2", sides=side_names(self.guide),
                            sides_in=lambda timeline: sides_in(timeline, self.guide))

    def next_deadlines(self) -> str:
        """The newest edition's deadlines with a day, of all its timelines, in the order of time."""
        edition, rows = dates.next_deadlines(self.guide)
        return self._render("next_deadlines.md.j2", edition=edition, rows=rows)

    def dates_compare(self) -> str:
        """Each edition's dates beside those of the one before it, with what differs."""
        return self._render("dates_compare.md.j2", comparisons=list(editions.date_changes(self.guide)))

    def year_strip(self) -> str:
        """The months of a year and what happens in each, for the newest edition."""
        return self._render("year_strip.html.j2", year=dates.year(self.guide))
