"""Macros of cases and districts, and of tables as charts."""

from __future__ import annotations

from typing import Annotated

from macros.charts.among import key_facts
from macros.charts.tiles import entries, tiles
from macros.pages.base import Base
from macros.views import compare, pages


class DistrictPages(Base):
    """Cases and districts."""

    def case(self, key: Annotated[str, "cases"]) -> str:
        """A district's case."""
        case = self.guide.cases[key]
        self.page.head(f"{case.district} 사례", case.lesson)
        return self._render("case.md.j2", case=case, working_group_kinds=pages.member_kinds(case))

    def case_cards(self) -> str:
        """All cases as cards."""
        return self._render("case_cards.html.j2", cards=[(case, compare.card_figures(case)) for case in compare.in_order(self.guide)])

    def case_figures(self) -> str:
        """The figures that several cases have, side by side, with room for the reader's own."""
        cases, rows = compare.case_figures(self.guide)
        return self._render("case_figures.html.j2", cases=cases, rows=[*rows, *compare.funnel_ends(self.guide)])

    def case_funnels(self) -> str:
        """How each case's agendas became fewer, side by side."""
        cases = sorted(compare.in_order(self.guide), key=lambda case: not any(figure.funnel for figure in case.figures))
        return self._render("case_funnels.html.j2", cases=cases)

    def district(self, key: Annotated[str, "districts"]) -> str:
        """A district's facts."""
        district = self.guide.districts[key]
        self.page.head(district.name, f"{district.name}의 {self.guide.named('plan')} 참여와 지원 현황이에요.")
        return self._render("district.md.j2", district=district, groups=pages.facts_of(district), key_facts=key_facts(self.guide, district),
                            case=self.guide.cases.get(key))

    def district_map(self) -> str:
        """The districts as a map of tiles, shaded by the year of entry, each a link."""
        found = entries(self.guide.districts.values())
        return self._render("district_map.html.j2", entries=found, tiles=tiles(found))

    def district_table(self) -> str:
        """The districts side by side."""
        columns, rows = pages.district_rows(self.guide)
        return self._render("district_table.html.j2", columns=columns, rows=rows)

    def table_charts(self, topic: Annotated[str, "topics"], key: Annotated[str, "tables"]) -> str:
        """A topic's table with its charts, on another page."""
        tables = [table for section in self.guide.topics[topic].sections for table in section.tables]
        return self._render("table_charts.html.j2", drawn_table=next(table for table in tables if table.id == key))
