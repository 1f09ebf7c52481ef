"""Verdicts on a sheet: its fields as cells, what contradicts itself set aside, then the one judge (macros/rules/judge.py).

Nothing entered for a subject is 해당 없음, something missing is 확인 필요: never a pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from macros.rules.bounds import bounds, contradictions, doubted, possible
from macros.rules.cells import NOTHING, Cells, Figures, sheet_cells, total
from macros.rules.facts import UNKNOWN, Facts, ask_status, fact_values
from macros.rules.figure_terms import Check, SheetRules, looked_at
from macros.rules.judge import Verdict, judge_band, judge_cap
from macros.rules.terms import Rule


@dataclass(frozen=True)
class Judged:
    """All verdicts, by rule id, and the facts that they rest on."""

    verdicts: tuple[Verdict, ...]
    facts: Facts


def evaluate_figures(sheet: SheetRules, figures: Figures, answers: Mapping[str, str], chosen: Mapping[str, str]) -> Judged:
    """`answers` by fact (a rule's own question has the rule's id); `chosen` readings by rule."""
    anything = sheet.together and (bool(figures) or any(answers.get(fact.id, UNKNOWN) != UNKNOWN for fact in sheet.facts))
    entered = {subject: anything or any(field in figures for field in fields) for subject, fields in sheet.subjects}
    cells = sheet_cells(figures)
    failing = contradictions(sheet.checks, cells)
    wrong = {field for check in failing for field in check.part.fields}
    kept = [check for check in sheet.checks if check not in failing]
    facts = fact_values(sheet.facts, cells, answers, wrong, entered)
    found = []
    for rule in sheet.rules:
        if rule.kind == "ask":
            found.append(Verdict(rule.id, ask_status(rule, facts)))
        elif not entered[rule.subject]:
            found.append(Verdict(rule.id, "na"))
        else:
            found.append(_compare(rule, doubted(cells, wrong, looked_at(rule)), kept, chosen.get(rule.id)))
    return Judged(tuple(found), facts)


def _compare(rule: Rule, cells: Cells, checks: Iterable[Check], chosen: str | None) -> Verdict:
    if rule.asked_when and total(rule.asked_when, cells) == NOTHING:
        return Verdict(rule.id, "na")
    followed = next((one for one in rule.readings if one.id == chosen), rule.readings[0])
    left = partial(possible, rule.rows, cells=cells, limits=bounds(checks, cells))
    return judge_band(rule, followed, cells, left) if rule.kind == "band" else judge_cap(rule, followed, cells, None, left)
