"""A judged sheet in the page's own words: the twin of js/tools/verdict.js and of the outcome in js/tools/findings.js."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.models.rule import Ask, Band, Cap
from macros.models.sheet import Outcome
from macros.reading.guidebook import Guidebook
from macros.rules.figure_terms import Comparison
from macros.rules.figures import FigureVerdict, total
from macros.tools.budget import clause
from macros.tools.deadlines import how
from macros.tools.sheet_view import SheetView
from macros.words.figures import FigureWords, row_of
from macros.words.korean import particle
from macros.words.verdicts import ANSWERS, LEVELS, SIGNS, Level, level_of

ROUNDED = {"rounded-down": "소수를 버리면", "rounded-up": "소수를 올리면"}


@dataclass(frozen=True)
class OutcomeWords:
    """What the verdicts lead to together: its level, its head, what follows, what has to be known before it is sure."""

    id: str | None
    level: Level
    title: str
    lines: tuple[str, ...] = ()


class SheetWords:
    """The words of one judged sheet."""

    def __init__(self, guide: Guidebook, found: SheetView) -> None:
        self.guide, self.view = guide, found
        self.words = FigureWords({measure.id: measure for measure in guide.budget.measures})

    def level(self, verdict: FigureVerdict) -> Level:
        """How grave a verdict is."""
        return level_of(verdict.status, self.guide.rules[verdict.rule].severity)

    def word(self, verdict: FigureVerdict) -> str:
        """What the verdict is called: a band's row, or `✕ 위반`."""
        rule, level = self.guide.rules[verdict.rule], self.level(verdict)
        row = row_of(rule, verdict.result) if isinstance(rule, Band) else None
        return row.result if row else f"{SIGNS[level]} {LEVELS[level]}"

    def clauses(self, rule: Cap | Band | Ask) -> str:
        """Where the rule stands, and in which editions it holds."""
        return f"{' · '.join(clause(self.guide, one) for one in rule.source)} · {'·'.join(rule.editions)}년판"

    def followed(self, verdict: FigureVerdict) -> Comparison | None:
        """The reading that was taken; a question has none."""
        readings = self.view.rules[verdict.rule].readings
        chosen = self.view.state.readings.get(verdict.rule)
        return next((one for one in readings if one.id == chosen), readings[0] if readings else None)

    def sentences(self, verdict: FigureVerdict) -> list[str]:
        """Numbers, limit, ways to mend, what is left or missing; the answer to a question."""
        rule, reading = self.guide.rules[verdict.rule], self.followed(verdict)
        if isinstance(rule, Ask) or reading is None:
            return [self._answer(rule)] if isinstance(rule, Ask) else []
        said = list(self._compared(verdict, reading, rule))
        if verdict.differs:
            said.append(f"읽기에 따라 갈려요 — {self._readings(verdict, rule)}")
        return said

    def _answer(self, rule: Ask) -> str:
        reply = self.view.state.answers.get(rule.id)
        note = f" (메모: {reply.note})" if reply and reply.note else ""
        return f"{rule.question} — {ANSWERS[reply.answer if reply else 'unknown']}{note}"

    def _compared(self, verdict: FigureVerdict, reading: Comparison, rule: Cap | Band) -> Iterator[str]:
        if verdict.status == "na":
            return
        if verdict.status == "unknown":
            yield from self._open(verdict, reading)
            return
        limit = self.words.limit(reading)
        basis = f" 기준은 {limit}{particle(limit, '이에요/예요')}." if limit else ""
        yield self.words.sentence(verdict, reading) + basis
        row = row_of(rule, verdict.result) if isinstance(rule, Band) else None
        if row and row.detail:
            yield row.detail
        if ways := self.words.mending(verdict, reading):
            yield f"고치는 길(하나만 하면 돼요): {' · '.join(ways)}."
        if spare := self.words.spare(verdict, reading):
            yield spare

    def _open(self, verdict: FigureVerdict, reading: Comparison) -> Iterator[str]:
        missing = [self.words.label(tally) for tally in (reading.part, reading.of)
                   if tally and ((found := total(tally, self.view.figures)) is None or found.missing)]
        if missing:
            yield f"알아야 판정할 수 있어요: {', '.join(missing)}."
        else:
            yield self.words.sentence(verdict, reading)
            yield "소수를 올리는지 버리는지 정해져 있지 않아 등급이 갈려요."

    def _readings(self, verdict: FigureVerdict, rule: Cap | Band) -> str:
        labels = {**ROUNDED, **{one.id: one.label for one in rule.readings}}
        rows = {row.id: row.result for row in rule.rows} if isinstance(rule, Band) else {}
        return " · ".join(f"{labels[key]}: {rows.get(result) or LEVELS[level_of(result, rule.severity)]}" for key, result in verdict.readings)

    def outcome(self) -> OutcomeWords | None:
        """What follows from all verdicts together; nothing for a sheet without outcomes or without numbers."""
        decision, sheet = self.view.decision, self.guide.sheets[self.view.state.tool]
        titles = {one.id: one for one in sheet.outcomes}
        if self.view.is_empty or not (decision.outcome or decision.pending):
            return None
        found = titles.get(decision.outcome or "")
        level: Level = "unknown" if found is None or decision.pending else found.level
        if level == "ok" and decision.others:
            level = "care"
        title = f"{'지금까지는 ' if decision.pending else ''}{found.title}" if found else "아직 정할 수 없어요"
        return OutcomeWords(decision.outcome, level, title, tuple(self._follows(found, [titles[key] for key in decision.others])))

    def _follows(self, found: Outcome | None, others: list[Outcome]) -> Iterator[str]:
        if found:
            yield found.text
        if others:
            yield (f"원문을 다르게 읽으면 {', '.join(f'‘{one.title}’' for one in others)}일 수 있어요. "
                   "아래의 읽기를 보고 서울협치담당관에 먼저 물어보세요.")
        if self.view.decision.pending:
            yield "이것에 따라 달라질 수 있어요. 먼저 확인하세요."
            yield from (f"- {self._named(key)}" for key in self.view.decision.pending)
        for key in found.dues if found else ():
            deadlines, due = next((one, due) for one in self.guide.deadlines.values() for due in one.dues if due.id == key)
            yield f"- {due.title} — {how(due, deadlines)}{'(길잡이의 제안)' if due.basis == 'suggested' else ''}. {due.summary}"

    def _named(self, key: str) -> str:
        rule = self.guide.rules[key]
        return rule.question if isinstance(rule, Ask) else rule.label

    def disagreements(self) -> list[tuple[str, str]]:
        """Documents that disagree where it matters here: a limit holds, another of the same conflict fails."""
        statuses: dict[str, set[str]] = {}
        for verdict in self.view.verdicts:
            rule = self.guide.rules[verdict.rule]
            for key in rule.conflicts if isinstance(rule, Cap) else ():
                statuses.setdefault(key, set()).add(verdict.status)
        return [(self.guide.conflicts[key].title, self.guide.conflicts[key].followed)
                for key, found in statuses.items() if {"ok", "fail"} <= found]
