"""A file that some tool of the site has saved: whose it is, and what it holds."""

from __future__ import annotations

from macros.reading.guidebook import Guidebook
from macros.tools import sheet_file
from macros.tools.gate import PlanFileError
from macros.tools.plan_file import Opened, json_of, read_value
from macros.tools.sheet_file import ScoreState, SheetState, read_sheet

CHECKLIST = "hyeopchi-checklist"
NOT_JUDGED = "체크리스트 파일에는 규칙으로 판정할 것이 없어요. 진행률은 체크리스트 페이지에서 파일을 열어 보세요."


def read_text(text: str, guide: Guidebook) -> Opened | SheetState | ScoreState:
    """The plan or the sheet in a file's text. Raises PlanFileError."""
    value = json_of(text)
    kind = value.get("format") if isinstance(value, dict) else None
    if kind == CHECKLIST:
        raise PlanFileError(NOT_JUDGED)
    return read_sheet(value, guide) if kind == sheet_file.FORMAT else read_value(value, guide)
