"""A judged sheet in the page's own words: the twin of js/tools/verdict.js and of js/tools/outcome.js."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros.models.rule import Ask, Band, Cap
from macros.reading.guidebook import Guidebook
from macros.rules.cells import sheet_cells, total
from macros.rules.judge import Verdict
from macros.rules.terms import Comparison
from macros.tools.budget import basis_of
from macros.tools.deadlines import how
from macros.tools.sheet_file import anew_text
from macros.tools.sheet_view import SheetView
from macros.tools.sheets import clauses_of, rested_on
from macros.views.advice import notes_of
from macros.words.figures import FigureWords, mended, row_of
from macros.words.korean import particle
from macros.words.outcomes import OPEN_TITLE, SPLIT, OutcomeWords
from macros.words.readings import reading_labels
from macros.words.verdicts import ANSWERS, APART, LEVELS, SIGNS, level_of, said_of, sheet_level
from macros.words.vocabulary import Level

ROUNDED = {"rounded-down": "소수를 버리면", "rounded-up": "소수를 올리면"}


MOST_CANDIDATES = 4  # more would say nothing


@dataclass(frozen=True)
class OutcomeTold:
    """What the verdicts lead to together: its level, its head, what follows, on what it stands, what has to be known."""

    id: str
    level: Level
    title: str
    lines: tuple[str, ...] = ()


class SheetWords:
    """The words of one judged sheet."""

    def __init__(self, guide: Guidebook, found: SheetView) -> None:
        self.guide, self.view = guide, found
        self.sheet = guide.sheets[found.state.tool]
        self.words = FigureWords({measure.id: measure for measure in guide.budget.measures})
        self.outcomes = OutcomeWords(self.sheet, found.sheet, guide.rules, guide.budget, guide.named("asked"))

    def level(self, verdict: Verdict) -> Level:
        """How grave a verdict is."""
        return sheet_level(verdict, self.guide.rules[verdict.rule], verdict.rule in self.view.state.readings)

    def word(self, verdict: Verdict) -> str:
        """What the verdict is called: a band's row, that hangs on the reading until one is chosen, or `✕ 위반`."""
        rule, level = self.guide.rules[verdict.rule], self.level(verdict)
        row = row_of(rule, verdict.result) if isinstance(rule, Band) else None
        apart = verdict.differs and rule.id not in self.view.state.readings
        return row.result + APART * apart if row else f"{SIGNS[level]} {said_of(verdict.status, rule)}"

    def clauses(self, rule: Cap | Band | Ask) -> str:
        """Where the rule stands, in which editions it holds, and what this edition rests on: `… · 개정 전 운영지침 기준`."""
        basis = None if self.sheet.every_edition else basis_of(self.guide, self.view.state.edition, rule)
        return " · ".join([*clauses_of(self.guide, rule), f"{'·'.join(rule.editions)}년판", *([basis.mark] if basis else [])])

    def bases(self) -> list[str]:
        """What must be known of the sources on which verdicts rest here, said once."""
        judged = (one.rule for one in self.view.verdicts if one.status != "na")
        return [] if self.sheet.every_edition else rested_on(self.guide, self.view.state.edition, judged)

    def followed(self, verdict: Verdict) -> Comparison | None:
        """The reading that was taken; a question has none."""
        readings = self.view.rules[verdict.rule].readings
        chosen = self.view.state.readings.get(verdict.rule)
        return next((one for one in readings if one.id == chosen), readings[0] if readings else None)

    def sentences(self, verdict: Verdict) -> list[str]:
        """Numbers, limit, ways to mend, what is left or missing; the answer to a question."""
        rule, reading = self.guide.rules[verdict.rule], self.followed(verdict)
        if isinstance(rule, Ask) or reading is None:
            return list(self._answers(rule)) if isinstance(rule, Ask) else []
        said = list(self._compared(verdict, reading, rule))
        if verdict.differs:
            said.append(f"해석에 따라 판정이 달라요({self._readings(verdict, rule)})")
        return said

    def _answers(self, rule: Ask) -> Iterator[str]:
        """The questions on which the rule stands, with their answers and the notes on them."""
        labels = {fact.id: {option.id: option.label for option in fact.options} for fact in self.sheet.facts}
        questions = {fact.id: fact.question for fact in self.sheet.facts} | ({rule.id: rule.asked} if rule.question else {})
        for fact, question in questions.items():
            value = self.view.facts.get(fact, "na")
            if value != "na" and any(fact in entry for entry in rule.breaking):
                note = self.view.state.answers[fact].note if fact in self.view.state.answers else ""
                said = labels.get(fact, {}).get(value) or ANSWERS.get(value, ANSWERS["unknown"])
                yield f"{question} — {said}{f' (메모: {note})' if note else ''}."

    def _compared(self, verdict: Verdict, reading: Comparison, rule: Cap | Band) -> Iterator[str]:
        if verdict.status == "na":
            return
        if verdict.status == "unknown":
            yield from self._open(verdict, reading)
            return
        limit = self.words.limit(reading)
        basis = f" 기준은 {limit}{particle(limit, '이에요/예요')}." if limit else ""
        if ways := self.words.mending(verdict, reading):
            yield mended(ways)
        yield self.words.sentence(verdict, reading) + basis
        row = row_of(rule, verdict.result) if isinstance(rule, Band) else None
        if row and row.detail:
            yield row.detail
        if spare := self.words.spare(verdict, reading):
            yield spare

    def _open(self, verdict: Verdict, reading: Comparison) -> Iterator[str]:
        missing = [self.words.label(measure) for measure in (reading.part, reading.of)
                   if measure and total(measure, sheet_cells(self.view.figures)).missing]
        if missing:
            yield f"알아야 판정할 수 있어요: {', '.join(missing)}."
        elif reading.part.scale > 1:
            yield self.words.sentence(verdict, reading)
            yield "소수를 올리는지 버리는지 정해져 있지 않아 등급이 달라져요."

    def _readings(self, verdict: Verdict, rule: Cap | Band) -> str:
        labels = {**ROUNDED, **reading_labels(self.guide.budget, rule)}
        rows = {row.id: row.result for row in rule.rows} if isinstance(rule, Band) else {}
        return " · ".join(f"{labels[key]}: {rows.get(result) or LEVELS[level_of(result, rule.severity)]}" for key, result in verdict.readings)

    def outcome(self) -> OutcomeTold | None:
        """What follows from all verdicts together; nothing for a sheet without outcomes or without anything entered.

        Answers of an earlier file that count no more are open, though nothing else is entered.
        """
        decision = self.view.decision
        if decision.level == "na":
            anew = self.view.state.anew
            return OutcomeTold("not-decided", "unknown", OPEN_TITLE, (anew_text(anew),)) if anew else None
        return OutcomeTold(decision.outcome or "not-decided", decision.level, self.outcomes.title(self.view.concluded), tuple(self._follows()))

    def _follows(self) -> Iterator[str]:
        decision, concluded = self.view.decision, self.view.concluded
        found, candidates = self.outcomes.row(concluded), self.outcomes.candidates(concluded)
        if decision.split:
            yield f"{SPLIT}: {_quoted(title for title in candidates if not found or title != found.title)}."
        if found:
            yield found.text
        elif len(candidates) > MOST_CANDIDATES:
            yield "아래를 확인하면 정해져요."
        else:
            yield f"확인하기 전에는 다음 가운데 하나예요: {_quoted(candidates)}."
        pending = [text for _, text in self.outcomes.pending(concluded, self.view.figures)]
        yield from _part("추가로 확인할 사항" if found else "먼저 확인할 사항", pending)
        yield from _part("근거", self._grounds())
        yield from _part("유의 사항", self._remarks())
        yield from _part("할 일과 시기", [self._due(key) for key in found.dues] if found else [])

    def _grounds(self) -> list[str]:
        rules = [self.guide.rules[key] for key in self.view.decision.grounds]
        return [f"{rule.label} — {' · '.join(clauses_of(self.guide, rule))}" for rule in rules]

    def _remarks(self) -> list[str]:
        """What is to be known about the rules that forbid or ask for care: notes, and where documents differ."""
        failing = [self.guide.rules[one.rule] for one in self.view.verdicts
                   if one.status == "fail" and one.rule in self.view.decision.grounds]
        conflicts = [self.guide.conflicts[key] for key in dict.fromkeys(key for rule in failing for key in rule.conflicts)]
        return [*(note for rule in failing for note in notes_of(rule)), *(f"{one.title} — {one.followed}" for one in conflicts)]

    def _due(self, key: str) -> str:
        deadlines, due = next((one, due) for one in self.guide.deadlines.values() for due in one.dues if due.id == key)
        who = ", ".join(self.guide.actors[actor].name for actor in due.actors)
        return f"{due.title} — {who}, {how(due, deadlines)}{'(길잡이의 제안)' if due.basis == 'suggested' else ''}. {due.summary}"

    def disagreements(self) -> list[tuple[str, str]]:
        """Documents that disagree where it matters here: a limit holds, another of the same conflict fails."""
        statuses: dict[str, set[str]] = {}
        for verdict in self.view.verdicts:
            rule = self.guide.rules[verdict.rule]
            for key in rule.conflicts if isinstance(rule, Cap) else ():
                statuses.setdefault(key, set()).add(verdict.status)
        return [(self.guide.conflicts[key].title, self.guide.conflicts[key].followed)
                for key, found in statuses.items() if {"ok", "fail"} <= found]


def _quoted(titles: Iterable[str]) -> str:
    return ", ".join(f"‘{title}’" for title in titles)


def _part(head: str, items: Sequence[str]) -> Iterator[str]:
    """A head with its items; nothing without any."""
    if items:
        yield head
        yield from (f"- {item}" for item in items)
