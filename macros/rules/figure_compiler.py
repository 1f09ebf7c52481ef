"""A sheet's records as the closed form that both engines judge by (macros/rules/figure_terms.py)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from macros.models.budget import Budget
from macros.models.outcome import OutcomeCase
from macros.models.rule import Ask, Band, Cap
from macros.models.sheet import Sheet, SheetFact, SheetPart
from macros.rules.figure_terms import CaseTerm, Check, FactTerm, OutcomeRow, SheetRules, looked_at, own_fact
from macros.rules.sparse import sparse
from macros.rules.terms import Measure, compile_rule, measures


def compile_fact(fact: SheetFact, subject: str, known: Mapping[str, Measure]) -> FactTerm:
    """A fact of a subject in the engine's form."""
    return FactTerm(fact.id, subject, fact.answers, tuple(fact.only_if.items()), known[fact.asked_when] if fact.asked_when else None,
                    known[fact.answered_by] if fact.answered_by else None)


def _facts(chosen: Iterable[Cap | Band | Ask], sheet: Sheet, part: SheetPart | None, known: Mapping[str, Measure]) -> Iterator[FactTerm]:
    """The sheet's facts, and the questions that rules ask themselves."""
    subjects = {one.id: one.subjects[0] for one in sheet.parts}
    for fact in sheet.facts:
        if part is None or fact.of_part == part.id:
            yield compile_fact(fact, subjects.get(fact.of_part or "", sheet.subjects[0]), known)
    for rule in chosen:
        if isinstance(rule, Ask) and rule.question:
            yield own_fact(compile_rule(rule, known), known[rule.answered_by] if rule.answered_by else None)


def compile_case(case: OutcomeCase) -> CaseTerm:
    """A case in the engine's form."""
    return CaseTerm(tuple(case.rules.items()), tuple(case.facts.items()), case.grounds)


def compile_sheet(budget: Budget, records: Iterable[Cap | Band | Ask], sheet: Sheet, scope: str) -> SheetRules:
    """The rules on the subjects of a scope (an edition, or a part of it), by id, with its facts, checks and outcomes."""
    part, edition = sheet.part_of(scope), scope[:4]
    known = measures(budget, {field.id for group in sheet.groups for field in group.fields if not field.optional})
    judged = part.subjects if part else sheet.subjects
    chosen = sorted((rule for rule in records if rule.subject in judged and edition in rule.editions),
                    key=lambda rule: rule.id)
    rules = tuple(compile_rule(rule, known) for rule in chosen)
    facts = tuple(_facts(chosen, sheet, part, known))
    subjects = tuple(
        (subject, tuple(dict.fromkeys(
            field for rule in rules if rule.subject == subject for measure in looked_at(rule, facts) for field in measure.fields)))
        for subject in judged)
    checks = tuple(Check(one.id, known[one.part], known[one.of], one.equal, one.field) for one in sheet.consistency)
    ids = {rule.id for rule in rules}
    outcomes = tuple(OutcomeRow(one.name, one.level, tuple(
        compile_case(case) for case in one.cases if part is None or ids.issuperset(case.rules))) for one in sheet.outcomes)
    return SheetRules(rules, checks, outcomes, subjects, facts, tuple(sheet.applies_at.items()), together=part is not None)


def as_json(sheet: SheetRules) -> dict[str, Any]:
    """The same as plain JSON values for the browser."""
    plain: dict[str, Any] = sparse(sheet)
    return plain
