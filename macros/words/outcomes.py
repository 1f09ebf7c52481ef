"""What follows from a sheet, in Korean: the outcome, on what it stands, what is still to be known. The twin of js/tools/outcome-words.js."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.models.budget import Budget
from macros.models.outcome import Outcome
from macros.models.rule import Ask, Band, Cap
from macros.models.sheet import Sheet
from macros.rules.bounds import contradictions
from macros.rules.cells import Figures, sheet_cells, total
from macros.rules.figure_terms import Check, SheetRules, looked_at
from macros.rules.judge import Verdict
from macros.rules.outcomes import Conclusion
from macros.rules.terms import Comparison, Measure, Rule
from macros.words.figures import FigureWords
from macros.words.korean import particle
from macros.words.readings import reading_labels
from macros.words.verdicts import word_of

OPEN_TITLE = "아직 정할 수 없어요"
ASK = "{asked}에 확인한 기준을 고르면 결론이 정해져요."
SPLIT = "선택한 기준으로 판정한 결과예요. 다른 기준으로는 달라질 수 있어요"


@dataclass(frozen=True)
class Turn:
    """Where one number that is not known turns a reading: from `value` on (or up to it) the first row decides."""

    field: str
    upto: bool
    value: int


def turn_of(rule: Rule, reading: Comparison, figures: Figures) -> Turn | None:
    """The turning point, where exactly one field of the reading is not known and the first row says 이상."""
    first = rule.rows[0]
    if first.operator != "at_least" or reading.of is None or {reading.part.pick, reading.of.pick} != {"sum"}:
        return None
    unknown = [field for field in (*reading.part.fields, *reading.of.fields) if figures.get(field) is None]
    if len(unknown) != 1:
        return None
    part, whole = (sum(figures.get(field) or 0 for field in measure.fields) for measure in (reading.part, reading.of))
    if unknown[0] in reading.part.fields:
        return Turn(unknown[0], False, -(-first.num * whole // first.den) - part)
    return Turn(unknown[0], True, part * first.den // first.num - whole)


class OutcomeWords:
    """Sentences on what follows from one edition's sheet."""

    def __init__(self, sheet: Sheet, rules: SheetRules, records: Mapping[str, Cap | Band | Ask], budget: Budget, asked: str) -> None:
        """`asked`: whom to ask where a reading is open (data/names.yaml)."""
        self.sheet, self.rules, self.records, self.budget, self.asked = sheet, rules, records, budget, asked
        self.words = FigureWords({measure.id: measure for measure in budget.measures})
        self.questions = {fact.id: fact.question for fact in sheet.facts}

    def title(self, concluded: Conclusion) -> str:
        """The headline."""
        row = self.row(concluded)
        return row.title if row else "" if concluded.decision.level == "na" else OPEN_TITLE

    def row(self, concluded: Conclusion) -> Outcome | None:
        """The sheet's outcome that stands."""
        at = concluded.decision.row
        return None if at is None else self.sheet.outcomes[at]

    def candidates(self, concluded: Conclusion) -> list[str]:
        """What it may still become, by title; none where it is decided."""
        decision = concluded.decision
        if decision.row is not None and not decision.split:
            return []
        return list(dict.fromkeys(self.sheet.outcomes[at].title for at in decision.possible))

    def pending(self, concluded: Conclusion, figures: Figures) -> list[tuple[str, str]]:
        """What is to be known first: (the fact or rule, a sentence)."""
        verdicts = {verdict.rule: verdict for verdict in concluded.verdicts}
        rules = {rule.id: rule for rule in self.rules.rules}
        found: list[tuple[str, str]] = []
        for key in concluded.decision.pending:
            if key in rules and rules[key].kind != "ask":
                found += [(key, text) for text in self._open(rules[key], verdicts[key], figures)]
            else:
                found.append((key, self.questions.get(key) or self._asked(key)))
        return found

    def _asked(self, key: str) -> str:
        record = self.records[key]
        return record.asked if isinstance(record, Ask) else record.label

    def _open(self, rule: Rule, verdict: Verdict, figures: Figures) -> Iterator[str]:
        label = self.records[rule.id].label
        wrong = [check for check in contradictions(self.rules.checks, sheet_cells(figures))
                 if {field for measure in looked_at(rule) for field in measure.fields} & set(check.part.fields)]
        if wrong:
            yield f"{label}: {self.contradiction(wrong[0], figures)}"
            return
        could = dict(verdict.could)
        open_readings = [one for one in rule.readings if len(could.get(one.id, ("",))) > 1]
        for reading in open_readings:
            yield self._missing(rule, reading, figures, label)
        if not open_readings and verdict.differs:
            yield f"{label}{particle(label, '이/가')} 기준에 따라 달라져요. {self.readings(rule, verdict)}. {ASK.format(asked=self.asked)}"

    def contradiction(self, check: Check, figures: Figures) -> str:
        """The check's message with both numbers."""
        message = next(one.message for one in self.sheet.consistency if one.id == check.id)
        part, of = (total(measure, sheet_cells(figures)) for measure in (check.part, check.of))
        told = ", ".join(f"{self.words.label(measure)} {self.words.amount(won, measure)}"
                         for measure, won in ((check.part, part.won), (check.of, of.won)))
        return f"{message} ({told})"

    def readings(self, rule: Rule, verdict: Verdict) -> str:
        """What each reading comes to."""
        record = self.records[rule.id]
        assert not isinstance(record, Ask)
        labels = reading_labels(self.budget, record)
        return " · ".join(f"{labels[key]}: {self._result(record, result)}" for key, result in verdict.readings if result != "na")

    def _result(self, record: Cap | Band, result: str) -> str:
        rows = {row.id: row.result for row in record.rows} if isinstance(record, Band) else {}
        return rows.get(result) or word_of(result, record.severity)

    def _missing(self, rule: Rule, reading: Comparison, figures: Figures, label: str) -> str:
        turn = turn_of(rule, reading, figures) if rule.kind == "band" else None
        if turn is None:
            known = "·".join(dict.fromkeys(self._label(measure) for measure in (reading.part, reading.of) if measure and _is_open(measure, figures)))
            return f"{label}: {known}{particle(known, '을/를')} 알아야 해요."
        name, won = self._label_of(turn.field), self.words.amount(turn.value, reading.part)
        record = self.records[rule.id]
        assert isinstance(record, Band)
        first, second = record.rows[0].result, record.rows[1].result
        edges = ("이하면", "많으면") if turn.upto else ("이상이면", "적으면")
        return f"{label}: {name}{particle(name, '이/가')} {won} {edges[0]} ‘{first}’, 그보다 {edges[1]} ‘{second}’{particle(second, '이에요/예요')}."

    def _label(self, measure: Measure) -> str:
        return self.words.label(measure)

    def _label_of(self, field: str) -> str:
        measure = self.words.measures.get(field)
        return measure.label if measure else field


def _is_open(measure: Measure, figures: Figures) -> bool:
    return total(measure, sheet_cells(figures)).missing
