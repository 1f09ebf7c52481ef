"""What is so, and what it breaks: facts as answered or worked out, questions as verdicts. Pure; unknown stays unknown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from macros.models.rule import Status
from macros.rules.figure_terms import FactTerm, FigureRule
from macros.rules.tallies import Figures, doubted, total

# How sure something is. Together the least sure counts, of several ways the surest.
FALSE, MAYBE, TRUE = 0, 1, 2
UNKNOWN, NOT_ASKED = "unknown", "na"
Facts = Mapping[str, str]


def fact_values(facts: Iterable[FactTerm], figures: Figures, answers: Mapping[str, str], wrong: Collection[str],
                entered: Mapping[str, bool]) -> dict[str, str]:
    """Each fact's answer, "unknown", or "na" where it is not asked. `wrong`: fields whose numbers contradict others."""
    found: dict[str, str] = {}
    for fact in facts:
        found[fact.id] = _value(fact, found, figures, answers, wrong, entered[fact.subject])
    return found


def _value(fact: FactTerm, found: Facts, figures: Figures, answers: Mapping[str, str], wrong: Collection[str],
           entered: bool) -> str:
    if any(found[other] not in (UNKNOWN, *wanted) for other, wanted in fact.only_if):
        return NOT_ASKED
    usable = doubted(figures, wrong, [tally for tally in (fact.asked_when, fact.answered_by) if tally])
    if fact.asked_when:
        when = total(fact.asked_when, usable)
        if (when is None and not entered) or (when is not None and when.won == 0 and not when.missing):
            return NOT_ASKED
    known = total(fact.answered_by, usable) if fact.answered_by else None
    if known is not None:
        return UNKNOWN if known.missing else "yes" if known.won else "no"
    answer = answers.get(fact.id, UNKNOWN)
    return answer if answer in fact.answers else UNKNOWN


def is_so(value: str, wanted: Collection[str]) -> int:
    """How sure it is that the fact is one of the wanted answers; "unknown" may be wanted itself."""
    if value in wanted:
        return TRUE
    return MAYBE if value == UNKNOWN else FALSE


def broken(rule: FigureRule, facts: Facts) -> int:
    """How sure it is that the facts break the rule."""
    return max(min(is_so(facts[fact], (answer,)) for fact, answer in entry) for entry in rule.violated_when)


def ask_status(rule: FigureRule, facts: Facts) -> Status:
    """A question's verdict: na where nothing of what breaks it can arise."""
    if all(any(facts[fact] == NOT_ASKED for fact, _ in entry) for entry in rule.violated_when):
        return "na"
    return ("ok", "unknown", "fail")[broken(rule, facts)]
