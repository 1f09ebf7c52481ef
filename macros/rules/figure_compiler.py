"""A sheet's records as the closed form that both engines judge by (macros/rules/figure_terms.py)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, Literal

from macros.models.budget import Budget
from macros.models.budget import Measure as MeasureRecord
from macros.models.rule import Ask, Band, ByChoice, Cap, Reading
from macros.models.sheet import OutcomeCase, Sheet, SheetFact, SheetField
from macros.rules.figure_terms import (
    SCALES,
    CaseTerm,
    Check,
    Comparison,
    FactTerm,
    FigureRule,
    OutcomeRow,
    SheetRules,
    Tally,
    tallies,
)
from macros.rules.terms import compile_row, ratio


class _Compiler:
    def __init__(self, budget: Budget, sheet: Sheet) -> None:
        self.parts = {part.id: part.subjects[0] for part in sheet.parts}
        self.subject = sheet.subjects[0]
        self.records = {measure.id: measure for measure in budget.measures}
        self.fields: dict[str, SheetField] = {field.id: field for group in sheet.groups for field in group.fields}

    def tally(self, key: str) -> Tally:
        record = self.records[key]
        pick: Literal["sum", "larger", "smaller"] = (
            "larger" if record.larger_of else "smaller" if record.smaller_of else "sum")
        groups = tuple(self._fields(self.records[one]) for one in record.larger_of or record.smaller_of or (key,))
        required = tuple(field for group in groups for field in group
                         if field in self.fields and not self.fields[field].optional)
        return Tally(key, groups, pick, required, record.open, SCALES.get(record.unit, 1))

    def _fields(self, record: MeasureRecord) -> tuple[str, ...]:
        return record.fields or (record.id,)

    def maybe(self, key: str | None) -> Tally | None:
        return self.tally(key) if key else None

    def comparisons(self, rule: Cap | Band) -> tuple[Comparison, ...]:
        operator, num, den = None, 0, 1
        if isinstance(rule, Cap):
            assert not isinstance(rule.limit, ByChoice), "a sheet's cap has one limit"
            operator, (num, den) = rule.operator, ratio(rule.limit)
        readings = rule.readings or (Reading(id="stated", label="-", part=rule.part, of=rule.of),)
        return tuple(Comparison(one.id, one.operator or operator, num, den, self.tally(one.part), self.maybe(one.of))
                     for one in readings)

    def rule(self, rule: Cap | Band | Ask) -> FigureRule:
        if isinstance(rule, Ask):
            return FigureRule(rule.id, "ask", rule.subject,
                              violated_when=tuple(tuple(entry.items()) for entry in rule.breaking))
        rows = tuple(compile_row(row) for row in rule.rows) if isinstance(rule, Band) else ()
        return FigureRule(rule.id, rule.kind, rule.subject, self.comparisons(rule), rows, self.maybe(rule.asked_when))

    def fact(self, fact: SheetFact) -> FactTerm:
        subject = self.parts.get(fact.of_part or "", self.subject)
        return FactTerm(fact.id, subject, fact.answers, tuple(fact.only_if.items()), self.maybe(fact.asked_when),
                        self.maybe(fact.answered_by))

    def own(self, rule: Ask) -> FactTerm:
        """A rule's own question as a fact."""
        return FactTerm(rule.id, rule.subject, ("yes", "no"), (), self.maybe(rule.asked_when), self.maybe(rule.answered_by))


def compile_case(case: OutcomeCase) -> CaseTerm:
    """A case in the engine's form."""
    return CaseTerm(tuple(case.rules.items()), tuple(case.facts.items()), case.grounds)


def compile_sheet(budget: Budget, records: Iterable[Cap | Band | Ask], sheet: Sheet, scope: str) -> SheetRules:
    """The rules on the subjects of a scope (an edition, or a part of it), by id, with its facts, checks and outcomes."""
    compiler, part, edition = _Compiler(budget, sheet), sheet.part_of(scope), scope[:4]
    looked_at = part.subjects if part else sheet.subjects
    chosen = sorted((rule for rule in records if rule.subject in looked_at and edition in rule.editions),
                    key=lambda rule: rule.id)
    rules = tuple(compiler.rule(rule) for rule in chosen)
    facts = (*(compiler.fact(fact) for fact in sheet.facts if part is None or fact.of_part == part.id),
             *(compiler.own(rule) for rule in chosen if isinstance(rule, Ask) and rule.question))
    subjects = tuple(
        (subject, tuple(dict.fromkeys(
            field for rule in rules if rule.subject == subject for tally in tallies(rule, facts) for field in tally.fields)))
        for subject in looked_at)
    checks = tuple(Check(one.id, compiler.tally(one.part), compiler.tally(one.of), one.equal, one.field)
                   for one in sheet.consistency)
    known = {rule.id for rule in rules}
    outcomes = tuple(OutcomeRow(one.name, one.level, tuple(
        compile_case(case) for case in one.cases if part is None or known.issuperset(case.rules))) for one in sheet.outcomes)
    return SheetRules(rules, checks, outcomes, subjects, facts, tuple(sheet.applies_at.items()), together=part is not None)


def as_json(sheet: SheetRules) -> dict[str, Any]:
    """The same as plain JSON values for the browser."""
    return asdict(sheet)
