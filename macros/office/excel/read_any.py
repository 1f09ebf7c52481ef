"""A workbook of whichever tool: the budget's, or a small tool's."""

from __future__ import annotations

from macros.office.excel.budget.read import read_workbook as read_budget
from macros.office.excel.cells import present_sheets
from macros.office.excel.sheets import scores
from macros.office.excel.sheets.layout import MAIN
from macros.office.excel.sheets.read import read_workbook as read_small
from macros.reading.guidebook import Guidebook
from macros.tools.plan_file import Opened
from macros.tools.sheet_file import ScoreState, SheetState


def read_workbook(content: bytes, guide: Guidebook) -> Opened | SheetState | ScoreState:
    """What was typed into it. Raises PlanFileError, with a sentence for each cell that is wrong."""
    is_small = present_sheets(content, (MAIN, scores.MAIN)).sheets
    return read_small(content, guide) if is_small else read_budget(content, guide)
