"""What it takes to open a budget plan in a page: its words, and where what stands in the calculator's workbook."""

from __future__ import annotations

from typing import Any

from macros.office.excel.budget import layout
from macros.reading.guidebook import Guidebook
from macros.rules.terms import plan_editions


def plan_places(guide: Guidebook) -> dict[str, Any]:
    """Everything as plain values, for js/tools/plan.js and js/tools/plan-workbook.js."""
    budget = guide.budget
    return {
        "editions": [{"id": key} for key in plan_editions(guide.rules.values())], "parts": [{"id": part.id} for part in budget.parts],
        "kinds": [{"id": kind.id, "label": kind.label} for kind in budget.kinds], "funds": [{"id": fund.id} for fund in budget.funds],
        "workbook": {
            "settings": layout.SETTINGS, "lines": layout.LINES, "marks": [layout.MARK, layout.FIRST_MARK], "mark": layout.MARK_CELL,
            "edition": layout.EDITION_CELL, "title": layout.TITLE_CELL, "name": layout.NAME, "what": layout.WHAT, "kind": layout.KIND,
            "funds": dict(zip((fund.id for fund in budget.funds), layout.FUNDS, strict=True)),
            "first": layout.FIRST, "count": layout.LINE_COUNT, "undecided": layout.UNDECIDED},
    }
