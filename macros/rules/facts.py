"""What is so, and what it breaks: facts as answered or worked out, questions as verdicts. Pure; unknown stays unknown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from macros.models.rule_example import Status
from macros.rules.bounds import doubted
from macros.rules.cells import NOTHING, Cells, total
from macros.rules.figure_terms import FactTerm
from macros.rules.terms import Rule

# How sure something is. Together the least sure counts, of several ways the surest.
FALSE, MAYBE, TRUE = 0, 1, 2
UNKNOWN, NOT_ASKED = "unknown", "na"
Facts = Mapping[str, str]


def fact_values(facts: Iterable[FactTerm], cells: Cells, answers: Mapping[str, str], wrong: Collection[str] = (),
                entered: Mapping[str, bool] | None = None) -> dict[str, str]:
    """Each fact's answer, "unknown", or "na" where it is not asked. `wrong`: fields whose numbers contradict others.

    `entered`: whether anything stands for a subject, where that counts.
    """
    found: dict[str, str] = {}
    for fact in facts:
        found[fact.id] = _value(fact, found, cells, answers, wrong, entered is None or entered[fact.subject])
    return found


def _value(fact: FactTerm, found: Facts, cells: Cells, answers: Mapping[str, str], wrong: Collection[str],
           entered: bool) -> str:
    if any(found[other] not in (UNKNOWN, *wanted) for other, wanted in fact.only_if):
        return NOT_ASKED
    usable = doubted(cells, wrong, [measure for measure in (fact.asked_when, fact.answered_by) if measure])
    if fact.asked_when:
        when = total(fact.asked_when, usable)
        if when == NOTHING or (when.blank and not entered):
            return NOT_ASKED
    if fact.answered_by:
        known = total(fact.answered_by, usable)
        if not known.blank:
            return UNKNOWN if known.missing else "yes" if known.won else "no"
    answer = answers.get(fact.id, UNKNOWN)
    return answer if answer in fact.answers else UNKNOWN


def is_so(value: str, wanted: Collection[str]) -> int:
    """How sure it is that the fact is one of the wanted answers; "unknown" may be wanted itself."""
    if value in wanted:
        return TRUE
    return MAYBE if value == UNKNOWN else FALSE


def broken(rule: Rule, facts: Facts) -> int:
    """How sure it is that the facts break the rule."""
    return max(min(is_so(facts[fact], (answer,)) for fact, answer in entry) for entry in rule.violated_when)


def ask_status(rule: Rule, facts: Facts) -> Status:
    """A question's verdict: na where it does not apply, or where nothing of what breaks it can arise."""
    if any(is_so(facts[fact], (answer,)) == FALSE for fact, answer in rule.given):
        return "na"
    if all(any(facts[fact] == NOT_ASKED for fact, _ in entry) for entry in rule.violated_when):
        return "na"
    return ("ok", "unknown", "fail")[broken(rule, facts)]
