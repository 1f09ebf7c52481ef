"""Verdicts on a plan: its lines as cells, its choices and grant in the rules, then the one judge (macros/rules/judge.py)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from macros.models.plan import Plan, Project
from macros.models.rule_example import Status
from macros.rules.cells import NOTHING, plan_cells, total
from macros.rules.facts import ask_status, fact_values
from macros.rules.figure_terms import own_fact
from macros.rules.judge import Verdict, judge_cap
from macros.rules.terms import Comparison, Rule


def limit_of(rule: Rule, plan: Plan) -> tuple[int, int] | None:
    """The limit as num, den; None when it hangs on a choice that the plan has not made."""
    if rule.choice is None:
        return rule.num, rule.den
    amount = dict(rule.amounts).get(plan.choices.get(rule.choice) or "")
    return None if amount is None else (amount, 1)


def followed(rule: Rule, plan: Plan) -> Comparison:
    """The reading that the plan asks for, or the guide's."""
    return next((one for one in rule.readings if one.id == plan.reading), rule.readings[0])


def scopes(rule: Rule, plan: Plan) -> list[tuple[str | None, tuple[Project, ...]]]:
    """What the rule is applied to: the plan, or each project that can hold money of the part in some reading."""
    if not rule.each:
        return [(None, plan.projects)]
    return [(project.id, (project,)) for project in plan.projects
            if any(not one.part.parts or project.part is None or project.part in one.part.parts for one in rule.readings)]


def evaluate_cap(rule: Rule, plan: Plan, name: str | None, projects: tuple[Project, ...]) -> Verdict:
    """One cap on one scope."""
    limit, cells = limit_of(rule, plan), plan_cells(projects)
    if limit is None:
        spent = total(followed(rule, plan).part, cells)
        status: Status = "na" if spent == NOTHING else "unknown"
        return Verdict(rule.id, status, name, part=spent.won)
    if rule.choice is not None:
        rule = rule.limited(*limit)
    return judge_cap(rule, followed(rule, plan), cells, name)


def evaluate_ask(rule: Rule, plan: Plan) -> Verdict:
    """One question: does it arise, and what was answered."""
    answers = {key: reply.answer for key, reply in plan.answers.items()}
    facts = fact_values([own_fact(rule)], plan_cells(plan.projects) if rule.asked_when else (), answers)
    return Verdict(rule.id, ask_status(rule, facts))


def as_told(rules: Iterable[Rule], plan: Plan) -> list[Rule]:
    """The rules with what the plan itself says of a measure (its grant) in place of a sum."""
    if plan.grant is None:
        return list(rules)
    return [replace(rule, readings=tuple(replace(one, of=replace(one.of, won=plan.grant)) if one.of and one.of.told else one
                                         for one in rule.readings)) for rule in rules]


def evaluate(rules: Iterable[Rule], plan: Plan) -> tuple[Verdict, ...]:
    """All verdicts, by rule id, then in the order of the plan's projects."""
    verdicts: list[Verdict] = []
    for rule in sorted(as_told(rules, plan), key=lambda rule: rule.id):
        if rule.kind == "ask":
            verdicts.append(evaluate_ask(rule, plan))
        else:
            verdicts.extend(evaluate_cap(rule, plan, *scope) for scope in scopes(rule, plan))
    return tuple(verdicts)
