"""What the home page offers to go on with: where each tool keeps its plans in the browser (docs/assets/js/home.js)."""

from __future__ import annotations

from collections.abc import Callable

from macros.reading.guidebook import Guidebook
from macros.site.tools import BUDGET, DEADLINES, tool_titles

CHECKLISTS = "checklists/progress/"


def kept_tools(guide: Guidebook, link: Callable[[str], str], has: Callable[[str], bool]) -> list[dict[str, str]]:
    """Each tool whose page there is: its key in the browser's store, its title and link. The checklists come first."""
    found = [("checklist", "hyeopchi-checklist", "체크리스트", CHECKLISTS)]
    for tool, title in tool_titles(guide).items():
        key = f"hyeopchi.{tool}" if tool in (BUDGET, DEADLINES) else f"hyeopchi.sheet.{tool}"
        found.append(("tool", key, title, f"tools/{tool}/"))
    return [{"kind": kind, "key": key, "title": title, "href": link(page)} for kind, key, title, page in found if has(page)]
