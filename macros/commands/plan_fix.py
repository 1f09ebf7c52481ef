"""`evaluate --fix`: the smallest set of moves and cuts that makes all limits of a plan hold, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from macros.models.plan import Plan
from macros.reading.guidebook import Guidebook
from macros.rules.adjust.adjust import Adjustment, adjust
from macros.rules.adjust.steps import with_steps
from macros.rules.canonical import adjustment_json, verdicts_json
from macros.rules.evaluate import evaluate
from macros.rules.terms import for_plan, measures


def pinned(plan: Plan, wanted: Sequence[str]) -> tuple[list[str], list[str]]:
    """The ids of the lines that stay, from ids or places (`2.3`: the second project's third line); and what names none."""
    places = {f"{at}.{number}": line.id for at, project in enumerate(plan.projects, 1) for number, line in enumerate(project.lines, 1)}
    ids = set(places.values())
    found = [each if each in ids else places.get(each) for each in wanted]
    return [each for each in found if each], [each for each, line in zip(wanted, found, strict=True) if line is None]


class PlanFix:
    """What is proposed for one plan."""

    def __init__(self, guide: Guidebook, plan: Plan, pins: Sequence[str]) -> None:
        self.guide = guide
        self.plan = plan
        self.rules = for_plan(guide.rules.values(), measures(guide.budget), plan.edition)
        self.pins, self.strangers = pinned(plan, pins)
        self.found: Adjustment = adjust(self.rules, plan, [fund.id for fund in guide.budget.funds], self.pins)
        self.names = {line.id: f"{at}. {project.name or '이름 없는 사업'} › {line.name or f'{number}번째 줄'}"
                      for at, project in enumerate(plan.projects, 1) for number, line in enumerate(project.lines, 1)}

    def plain(self) -> dict[str, Any]:
        """The proposal, and the verdicts on the plan after it."""
        after = evaluate(self.rules, with_steps(self.plan, self.found.steps))
        return {**json.loads(adjustment_json(self.found)), "after": json.loads(verdicts_json(after))}

    def lines(self) -> Iterator[str]:
        """The proposal as text."""
        yield from (f"  조정안: 고정할 줄 ‘{each}’이 없어요. 줄의 id나 2.3(2번째 사업의 3번째 줄)처럼 적어 주세요." for each in self.strangers)
        found = self.found
        if found.status == "kept":
            yield "  조정안: 위반이나 주의인 한도가 없어 고칠 것이 없어요."
        elif found.status == "unsolved":
            yield "  조정안: 계획이 커서 찾지 못했어요. 사업을 나누어 판정해 주세요."
        elif found.status == "none":
            yield from self._against()
        else:
            yield (f"  조정안: 모두 {found.won:,}원을 옮기거나 줄여 {found.lines}줄을 바꾸면 판정한 한도를 모두 지켜요."
                   + (" 계획의 금액이 모두 천원 단위여서 천원 단위로 맞췄어요." if found.unit > 1 else "")
                   + ("" if found.fewest else " 금액은 가장 작고, 줄은 더 적게 바꿀 수도 있어요."))
            yield from self._steps()
            yield from self._after()

    def _steps(self) -> Iterator[str]:
        funds = {fund.id: fund.label for fund in self.guide.budget.funds}
        for step in self.found.steps:
            way = f"→ {self.names[step.into]}" if step.into else "→ 계획에서 줄임"
            yield f"    {funds[step.fund]} {step.won:,}원: {self.names[step.out_of]} {way}"

    def _after(self) -> Iterator[str]:
        """What the proposal cannot settle: what is not known, and readings that would still break a rule."""
        after = [one for one in evaluate(self.rules, with_steps(self.plan, self.found.steps)) if one.readings]
        unknown = dict.fromkeys(self.guide.rules[one.rule].label for one in after if one.status == "unknown")
        if unknown:
            yield f"    미정이 남아 판정하지 못한 한도는 더 나빠지지 않게만 했어요: {', '.join(unknown)}"
        apart = dict.fromkeys(self.guide.rules[one.rule].label for one in after if one.differs and self.guide.rules[one.rule].severity != "info")
        if apart:
            yield f"    다른 해석으로 계산하면 아직 지키지 못해요: {', '.join(apart)}"

    def _against(self) -> Iterator[str]:
        projects = {project.id: project.name or "이름 없는 사업" for project in self.plan.projects}
        names = [self.guide.rules[rule].label + (f" — {projects[project]}" if project else "") for rule, project in self.found.against]
        yield f"  조정안: 맞출 수 없어요. 함께 지킬 수 없는 규칙: {', '.join(names)}"
        if self.found.pins:
            yield f"    고정을 풀면 맞출 수 있는 줄: {', '.join(self.names[line] for line in self.found.pins)}"
        if any(amount is None for project in self.plan.projects for line in project.lines for amount in line.amounts.values()):
            yield "    미정인 금액을 채우면 달라질 수 있어요."
