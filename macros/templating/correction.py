"""Where what a page shows is corrected: on the edit screen, at the record that the page is about, or at the kind that it lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_type_hints

from macros.models.kinds import KINDS
from macros.templating.macro_values import named
from macros.templating.page_text import Given, Macro, calls

SCREEN = "maintain/edit/"
# Macros that show all records of a kind, or many.
LISTS: Mapping[str, str] = {
    "rules": "rules", "rule_summary": "rules", "case_cards": "cases", "case_figures": "cases", "case_funnels": "cases",
    "timelines": "timelines", "dates_compare": "timelines", "next_deadlines": "timelines", "year_strip": "timelines",
    "deadline_planner": "deadlines", "district_table": "districts", "district_map": "districts", "share_bars": "districts",
    "sources": "sources", "coverage": "sources", "conflicts": "conflicts", "glossary": "glossary", "articles": "articles", "duties": "articles",
    "key_duties": "articles", "duty_line": "articles", "form_files": "forms", "checklist_progress": "checklists",
    "city_procedures": "procedures", "planning_flow": "steps", "edition_changes": "rules", "edition_compare": "rules",
    "budget_calculator": "rules", "budget_workbooks": "rules", "priority_sheet": "sheets",
}


def correction(source: str, macros: Mapping[str, Macro]) -> str:
    """`cases/dobong` or `cases` for a page's text; empty when it shows no record."""
    found = ""
    pages = {kind.page: kind.id for kind in KINDS.values() if kind.page}
    for name, given in calls(source):
        if name in pages and given:
            return f"{pages[name]}/{given[0]}"
        found = found or _shown(macros, name, given)
    return found


def _shown(macros: Mapping[str, Macro], name: str, given: Given) -> str:
    if name in LISTS or not given or name not in macros:
        return LISTS.get(name, "")
    what = named(next(iter(get_type_hints(macros[name], include_extras=True).values())))
    return f"{what}/{given[0]}" if what in KINDS else str(given[0]) if what == "kinds" else ""
