"""The tools: what they are called, and which of them judges by a rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.models.rule import Ask, Band, Cap
from macros.reading.guidebook import Guidebook
from macros.rules.terms import BUDGET_TOPICS, plan_editions
from macros.site.addresses import Addresses
from macros.site.criteria import has_criteria

# The tools that are no sheet. What each is for stands on its card (templates/tools.html.j2).
BUDGET, DEADLINES, PRIORITIES = "budget", "deadlines", "priorities"
OWN = {BUDGET: "예산 한도 계산기", DEADLINES: "기한 계산", PRIORITIES: "의제 우선순위표"}


def tool_titles(guide: Guidebook) -> dict[str, str]:
    """The name of every tool by its id."""
    return {**OWN, **{sheet.id: sheet.title for sheet in guide.sheets.values()}}


def tool_of_rule(guide: Guidebook, rule: Cap | Band | Ask) -> str | None:
    """The id of the tool that judges by the rule."""
    if rule.subject == "plan":
        return BUDGET if rule.topic in BUDGET_TOPICS and not isinstance(rule, Band) else None
    return next((sheet.id for sheet in guide.sheets.values()
                 if rule.subject in sheet.subjects and set(rule.editions) & set(sheet.editions)), None)


def tool_workbooks(guide: Guidebook) -> Iterator[tuple[str, str, Sequence[tuple[str | None, str]]]]:
    """The tools that have empty Excel workbooks: (tool, title, each edition's address, the newest first)."""
    to = Addresses(guide)
    yield BUDGET, OWN[BUDGET], [(edition, to.workbook(edition)) for edition in reversed(plan_editions(guide.rules.values()))]
    for sheet in sorted(guide.sheets.values(), key=lambda sheet: sheet.order):
        yield sheet.id, sheet.title, [(edition, to.tool_workbook(sheet.id, edition)) for edition in reversed(sheet.workbooks)]
    if has_criteria(guide):
        yield PRIORITIES, OWN[PRIORITIES], [(None, to.tool_workbook(PRIORITIES))]
