"""A plan's reading, choices and answers by what this guide knows: what it does not know is left out and told, as a wrong 비목 is.

The twin of docs/assets/js/plan-ids.js.
"""

from __future__ import annotations

from collections.abc import Callable

from macros.models.plan import Plan, Reply
from macros.models.rule import Ask, Cap
from macros.reading.guidebook import Guidebook
from macros.rules.terms import for_plan, measures
from macros.tools.gate import shown

Tell = Callable[[str], None]


def settled(plan: Plan, guide: Guidebook, tell: Tell) -> Plan:
    """The plan with only what is known; `tell` hears of each thing left out."""
    records = [guide.rules[rule.id] for edition in guide.editions for rule in for_plan(guide.rules.values(), measures(guide.budget), edition)]
    readings = {reading.id for rule in records if isinstance(rule, Cap) for reading in rule.readings}
    reading = plan.reading
    if reading is not None and reading not in readings:
        tell(_left("해석 기준", reading))
        reading = None
    questions = {rule.id for rule in records if isinstance(rule, Ask)}
    return plan.model_copy(update={"reading": reading, "choices": _choices(plan, guide, tell), "answers": _answers(plan, questions, tell)})


def _left(what: str, value: str) -> str:
    return f"{what}: 이 길잡이에 없는 값({shown(value)})이라 비워 두었어요. 다시 골라 주세요."


def _choices(plan: Plan, guide: Guidebook, tell: Tell) -> dict[str, str | None]:
    choices = {choice.id: choice for choice in guide.budget.choices}
    found: dict[str, str | None] = {}
    for key, option in plan.choices.items():
        if key not in choices:
            tell(f"선택한 값에 이 길잡이에 없는 항목({shown(key)})이 있어 뺐어요.")
            continue
        found[key] = option if option in {one.id for one in choices[key].options} else None
        if option is not None and found[key] is None:
            tell(_left(choices[key].label, option))
    return found


def _answers(plan: Plan, questions: set[str], tell: Tell) -> dict[str, Reply]:
    for key in plan.answers:
        if key not in questions:
            tell(f"질문의 답: 이 길잡이에 없는 질문({shown(key)})의 답이라 뺐어요.")
    return {key: reply for key, reply in plan.answers.items() if key in questions}
