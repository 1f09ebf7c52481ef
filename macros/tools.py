"""The tools: what they are called, and which of them judges by a rule."""

from __future__ import annotations

from macros.guidebook import Guidebook
from macros.models.rule import Ask, Band, Cap

# The tools that are no sheet. What each is for stands on its card (templates/tools.html.j2).
BUDGET, DEADLINES, PRIORITIES = "budget", "deadlines", "priorities"
OWN = {BUDGET: "예산 한도 계산기", DEADLINES: "기한 계산", PRIORITIES: "의제 우선순위표"}
PLAN_TOPICS = frozenset({"limit", "grant", "prohibited", "care", "funds"})


def tool_titles(guide: Guidebook) -> dict[str, str]:
    """The name of every tool by its id."""
    return {**OWN, **{sheet.id: sheet.title for sheet in guide.sheets.values()}}


def tool_of_rule(guide: Guidebook, rule: Cap | Band | Ask) -> str | None:
    """The id of the tool that judges by the rule."""
    if rule.subject == "plan":
        return BUDGET if rule.topic in PLAN_TOPICS and not isinstance(rule, Band) else None
    return next((sheet.id for sheet in guide.sheets.values()
                 if rule.subject in sheet.subjects and set(rule.editions) & set(sheet.editions)), None)
