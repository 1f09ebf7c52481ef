"""A favourable outcome is a proof: no answers and numbers may lead to it while a rule of the sheet is broken.

Whatever breaks the rule is tried, one open fact or number after another, until each way leads to an outcome that is not
favourable; the first that does not is told to the editor.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from macros.checks.compiled import compiled
from macros.models.rule import Cap
from macros.models.sheet import Sheet
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.rules.facts import NOT_ASKED, UNKNOWN, ask_status
from macros.rules.figure_terms import CaseTerm, OutcomeRow, SheetRules
from macros.rules.figures import Judged
from macros.rules.judge import Verdict
from macros.rules.outcomes import Decision, Sureness, settled
from macros.rules.terms import Rule
from macros.words.korean import particle

Given = Mapping[str, str]  # answers by fact and results by rule, as far as they are chosen


def check_proofs(guide: Guidebook) -> Iterator[Problem]:
    """All sheets with outcomes, in each edition, with each rule that can be broken."""
    for key, sheet in guide.sheets.items():
        for edition in sheet.scopes if sheet.outcomes else ():
            rules = compiled(guide, key, edition)
            for rule in rules.rules:
                found = _escapes(rules, rule) if _breakable(guide, rule) else None
                if found is not None:
                    yield _told(guide, key, sheet, edition, rule, found)


@lru_cache(maxsize=256)
def _escapes(rules: SheetRules, broken: Rule) -> int | None:
    """The favourable outcome that can be reached although the rule is broken: asked again for the same rules, known."""
    return _escape(_known(rules), broken, {} if broken.kind == "ask" else {broken.id: "fail"})


def _breakable(guide: Guidebook, rule: Rule) -> bool:
    record = guide.rules[rule.id]
    return record.severity != "info" and (rule.kind == "ask" or isinstance(record, Cap))


def _told(guide: Guidebook, key: str, sheet: Sheet, edition: str, rule: Rule, row: int) -> Problem:
    label = guide.rules[rule.id].label
    return guide.problem("sheets", key, ("outcomes", row, "id"),
                         f"{edition[:4]}년판에서 규칙 '{rule.id}'({label}){particle(label, '을/를')} 어겨도 이 결론이 나와요. "
                         "이보다 앞의, ok가 아닌 결론에 이 규칙의 fail을 적어 주세요.")


def _known(rules: SheetRules) -> SheetRules:
    """The rules without what cases say of facts that are not known: here every fact gets an answer."""
    def case(one: CaseTerm) -> CaseTerm:
        return replace(one, facts=tuple((fact, tuple(a for a in answers if a != UNKNOWN)) for fact, answers in one.facts))

    def row(one: OutcomeRow) -> OutcomeRow:
        return replace(one, when=tuple(map(case, one.when)))
    return replace(rules, outcomes=tuple(map(row, rules.outcomes)))


def _escape(rules: SheetRules, broken: Rule, given: Given) -> int | None:
    """The favourable outcome (its place) that can be reached although the rule is broken, if any can."""
    judged = _judged(rules, given)
    status = next(verdict.status for verdict in judged.verdicts if verdict.rule == broken.id)
    decision = settled(rules.outcomes, Sureness(rules, judged, {}))
    allowed = [at for at in decision.possible if rules.outcomes[at].level == "ok" and _matters(rules, broken, at)]
    if status in ("ok", "na") or not allowed:
        return None
    variable = _open(rules, broken, judged, decision, given)
    if variable is None:
        return allowed[0] if status == "fail" and decision.level == "ok" else None
    tried = (_escape(rules, broken, {**given, variable: value}) for value in _values(rules, variable))
    return next((found for found in tried if found is not None), None)


def _matters(rules: SheetRules, broken: Rule, at: int) -> bool:
    """Whether the rule concerns the outcome at all."""
    return dict(rules.applies_at).get(broken.id, rules.outcomes[at].id) == rules.outcomes[at].id


def _open(rules: SheetRules, broken: Rule, judged: Judged, decision: Decision, given: Given) -> str | None:
    """What to choose next: what makes the rule broken first, then what leaves the outcome open."""
    unknown = [fact for fact in broken.facts if judged.facts.get(fact) == UNKNOWN]
    gates = {fact.id: [gate for gate, _ in fact.only_if] for fact in rules.facts}
    wanted = [*(gate for fact in unknown for gate in gates[fact]), *unknown, *decision.pending]
    return next((one for one in wanted if one not in given and judged.facts.get(one, UNKNOWN) == UNKNOWN), None)


def _values(rules: SheetRules, variable: str) -> tuple[str, ...]:
    fact = next((one for one in rules.facts if one.id == variable), None)
    return fact.answers if fact else _results(next(rule for rule in rules.rules if rule.id == variable))


def _results(rule: Rule) -> tuple[str, ...]:
    """What a rule on numbers can come to."""
    return (*(row.id for row in rule.rows), "na") if rule.rows else ("ok", "fail", "na")


def _judged(rules: SheetRules, given: Given) -> Judged:
    """The verdicts as far as they are chosen."""
    facts: dict[str, str] = {}
    for fact in rules.facts:
        asked = all(facts[gate] in (UNKNOWN, *wanted) for gate, wanted in fact.only_if)
        facts[fact.id] = given.get(fact.id, UNKNOWN) if asked else NOT_ASKED
    return Judged(tuple(_verdict(rule, facts, given) for rule in rules.rules), facts)


def _verdict(rule: Rule, facts: Mapping[str, str], given: Given) -> Verdict:
    if rule.kind == "ask":
        return Verdict(rule.id, ask_status(rule, facts))
    left = (given[rule.id],) if rule.id in given else _results(rule)
    status = left[0] if len(left) == 1 and left[0] in ("fail", "ok", "na") else "unknown" if len(left) > 1 else "ok"
    return Verdict(rule.id, status, could=(("stated", left),))  # type: ignore[arg-type]
