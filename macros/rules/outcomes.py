"""What a sheet's verdicts lead to together: an outcome is a proof, and what is not proven is 확인 필요.

A favourable outcome stands only where nothing that is still open could lead to another. A number or an answer that is
not known is open, and so is a rule whose readings part: the guide follows one, but does not decide by it alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from macros.rules.cells import Figures
from macros.rules.facts import FALSE, MAYBE, TRUE, UNKNOWN, Facts, is_so
from macros.rules.figure_terms import CaseTerm, OutcomeRow, SheetRules
from macros.rules.figures import Judged, evaluate_figures
from macros.rules.judge import Verdict
from macros.rules.terms import Rule

Level = Literal["breach", "care", "ok", "unknown", "na"]
Chosen = Mapping[str, str]


@dataclass(frozen=True)
class Decision:
    """What the verdicts lead to.

    `outcome`: None where it is not decided (`level` unknown) or nothing is entered (na). `row`: the outcome's place in
    the sheet. `possible`: the rows that it may still become. `pending`: the rules and facts that are open and could turn
    it. `grounds`: the rules on which it stands. `split`: it rests on a chosen reading, and others lead elsewhere.
    """

    outcome: str | None
    level: Level
    row: int | None = None
    possible: tuple[int, ...] = ()
    pending: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    split: bool = False


class Sureness:
    """How sure cases are, by what is known."""

    def __init__(self, sheet: SheetRules, judged: Judged, chosen: Chosen) -> None:
        self.rules = {rule.id: rule for rule in sheet.rules}
        self.verdicts = {verdict.rule: verdict for verdict in judged.verdicts}
        self.facts, self.chosen = judged.facts, chosen
        self.gates = {fact.id: [other for other, _ in fact.only_if] for fact in sheet.facts}

    def rule(self, key: str, result: str) -> int:
        """How sure it is that the rule comes to the result; a rule of another edition never does."""
        verdict = self.verdicts.get(key)
        if verdict is None:
            return FALSE
        if self.rules[key].kind == "ask" or not verdict.could:
            return TRUE if verdict.status == result else MAYBE if verdict.status == UNKNOWN else FALSE
        found = _readings(self.rules[key], verdict, self.chosen.get(key))
        if all(results == (result,) for results in found):
            return TRUE
        return MAYBE if any(result in results for results in found) else FALSE

    def fact(self, key: str, answers: Sequence[str]) -> int:
        """How sure it is that the fact is one of the answers; one that is not asked never is."""
        return is_so(self.facts[key], answers) if key in self.facts else FALSE

    def case(self, case: CaseTerm) -> int:
        """How sure it is that all of the case is so; a case without conditions is."""
        return min((TRUE, *(self.rule(*one) for one in case.rules), *(self.fact(*one) for one in case.facts)))

    def row(self, row: OutcomeRow) -> int:
        """How sure it is that one of the cases is so."""
        return max(map(self.case, row.when), default=FALSE)

    def pending(self, row: OutcomeRow) -> Iterator[str]:
        """What leaves the row's cases open: rules on numbers, facts (first those without which others are not asked)."""
        for case in row.when:
            if self.case(case) != MAYBE:
                continue
            for key, result in case.rules:
                if self.rule(key, result) == MAYBE:
                    yield from self._behind(self.rules[key])
            for key, answers in case.facts:
                if self.fact(key, answers) == MAYBE:
                    yield from self._asked(key)

    def _asked(self, fact: str) -> Iterator[str]:
        """The fact; before it is known whether it is asked at all, what that hangs on."""
        open_gates = [gate for gate in self.gates[fact] if self.facts[gate] == UNKNOWN]
        for gate in open_gates:
            yield from self._asked(gate)
        if not open_gates:
            yield fact

    def _behind(self, rule: Rule) -> Iterator[str]:
        if rule.kind != "ask":
            yield rule.id
        for entry in rule.violated_when:
            if min(is_so(self.facts[fact], (answer,)) for fact, answer in entry) == MAYBE:
                for fact, _ in entry:
                    if self.facts[fact] == UNKNOWN:
                        yield from self._asked(fact)

    def grounds(self, row: OutcomeRow) -> Iterator[str]:
        """The rules on which the row stands, as far as it is so."""
        for case in row.when:
            if self.case(case) == TRUE:
                yield from (*(key for key, _ in case.rules), *(key for key in case.grounds if key in self.rules))


def _readings(rule: Rule, verdict: Verdict, chosen: str | None) -> list[tuple[str, ...]]:
    """What counts of the readings: the chosen one, else all that apply."""
    if any(reading.id == chosen for reading in rule.readings):
        return [results for key, results in verdict.could if key == chosen] or [results for _, results in verdict.could]
    found = [results for _, results in verdict.could]
    return [results for results in found if results != ("na",)] or found


@dataclass(frozen=True)
class Conclusion:
    """A sheet, judged: the verdicts as they concern the reader, the facts, and what follows."""

    verdicts: tuple[Verdict, ...]
    facts: Facts
    decision: Decision


def judge_sheet(sheet: SheetRules, figures: Figures, answers: Mapping[str, str], chosen: Chosen) -> Conclusion:
    """Everything from what is typed: `figures` by field, `answers` by fact, `chosen` readings by rule."""
    judged = evaluate_figures(sheet, figures, answers, chosen)
    decision = decide(sheet, judged, figures, chosen)
    return Conclusion(shown(sheet, judged, decision), judged.facts, decision)


def decide(sheet: SheetRules, judged: Judged, figures: Figures, chosen: Chosen) -> Decision:
    """What follows from the verdicts. A chosen reading decides alone, but never to more than care while others part."""
    started = bool(figures) or any(value not in (UNKNOWN, "na") for value in judged.facts.values())
    if not started or not sheet.outcomes:
        return Decision(None, "na")
    found = settled(sheet.outcomes, Sureness(sheet, judged, chosen))
    if not chosen or found.row is None:
        return found
    apart = settled(sheet.outcomes, Sureness(sheet, judged, {}))
    if (apart.outcome, apart.level) == (found.outcome, found.level):
        return found
    level = "care" if found.level == "ok" else found.level
    return Decision(found.outcome, level, found.row, apart.possible, found.pending, found.grounds, split=True)


def settled(rows: Sequence[OutcomeRow], known: Sureness) -> Decision:
    """What follows from how sure the rows are."""
    sure = [known.row(row) for row in rows]
    first = next((at for at, found in enumerate(sure) if found == TRUE), None)
    before = [at for at, found in enumerate(sure[:first]) if found == MAYBE]
    possible = (*before, *(() if first is None else (first,)))
    pending = tuple(dict.fromkeys(key for at in before for key in known.pending(rows[at])))
    place = _place(rows, before, first)
    if place is not None:
        row = rows[place]
        return Decision(row.id, row.level, place, possible, pending, tuple(dict.fromkeys(known.grounds(row))))
    ids = {rows[at].id for at in possible}
    return Decision(ids.pop() if len(ids) == 1 else None, UNKNOWN, None, possible, pending)  # type: ignore[arg-type]


def _place(rows: Sequence[OutcomeRow], before: Sequence[int], first: int | None) -> int | None:
    """The row that stands: the first that is so, unless what is open before it could lead elsewhere.

    A rule that is broken is broken, whatever else is. What asks for care stands where all that is open would still
    concern the same. What is allowed stands where all that is open would allow it too: then by the strictest way.
    """
    if first is None:
        return before[0] if before and all(rows[at].level == "ok" for at in before) else None
    row, others = rows[first], [rows[at] for at in before]
    if row.level == "breach":
        return first
    alike = all(one.id == row.id for one in others)
    if row.level == "care":
        return first if alike else None
    if all(one.level == "ok" for one in others):
        return first if alike or not before else before[0]
    return None


def shown(sheet: SheetRules, judged: Judged, decision: Decision) -> tuple[Verdict, ...]:
    """The verdicts as they concern the reader: a rule that matters at another outcome alone does not apply."""
    ids = {sheet.outcomes[at].id for at in decision.possible}
    apart = {rule for rule, outcome in sheet.applies_at if ids and outcome not in ids}
    return tuple(Verdict(verdict.rule, "na") if verdict.rule in apart else verdict for verdict in judged.verdicts)
