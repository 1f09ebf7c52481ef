"""A plan's verdicts as lines of text, for the command line: what is wrong, what is open, what holds; apart, what only informs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from macros.models.plan import Plan
from macros.models.rule import Ask
from macros.reading.guidebook import Guidebook
from macros.rules.cells import NOTHING, further, plan_cells, total
from macros.rules.evaluate import followed, scopes
from macros.rules.judge import FLOOR, Verdict
from macros.rules.missing import missing
from macros.rules.terms import Comparison, Measure, Rule, for_plan, measures
from macros.tools.budget import clause_in
from macros.words.readings import reading_labels
from macros.words.verdicts import (
    ANSWERS,
    JUDGED,
    LEVELS,
    SIGNS,
    information,
    limit_text,
    limit_won,
    mending,
    readings_told,
    shrinking,
    standing,
)
from macros.words.vocabulary import Level

NAMED = 3  # places that are named before the rest is counted


def levels(guide: Guidebook, verdicts: Iterable[Verdict]) -> Counter[Level]:
    """How many verdicts stand at each level."""
    return Counter(standing(found, guide.rules[found.rule].severity) for found in verdicts)


def grant_note(guide: Guidebook, plan: Plan) -> str | None:
    """How the plan's city money stands to the grant that the city has told; nothing where they are the same."""
    spent = total(next(measure for measure in measures(guide.budget).values() if measure.told), plan_cells(plan.projects))
    if plan.grant is None or spent == NOTHING or spent.won == plan.grant:
        return None
    gap = f"{abs(spent.won - plan.grant):,}원 {'많아요' if spent.won > plan.grant else '적어요'}"
    return f"계획의 시비 합계 {spent.won:,}원이 통보받은 시비 지원금 {plan.grant:,}원보다 {gap}."


class PlanText:
    """The text of one plan's verdicts."""

    def __init__(self, guide: Guidebook, plan: Plan, verdicts: tuple[Verdict, ...]) -> None:
        self.guide, self.plan, self.verdicts = guide, plan, verdicts
        self.rules: dict[str, Rule] = {
            rule.id: rule for rule in for_plan(guide.rules.values(), measures(guide.budget), plan.edition)}
        self.measures = {measure.id: measure for measure in guide.budget.measures}

    def lines(self) -> Iterator[str]:
        """Counts, notes, then a line for each verdict, and what only informs."""
        found = levels(self.guide, self.verdicts)
        apart = sum(one.differs for one in self.verdicts if self.guide.rules[one.rule].severity != "info")
        yield " · ".join([*(f"{LEVELS[level]} {found[level]}" for level in JUDGED), *([f"해석에 따라 다름 {apart}"] if apart else [])])
        yield from (f"  알림: {note}" for note in self.notes())
        ranked = sorted(((standing(one, self.guide.rules[one.rule].severity), one) for one in self.verdicts),
                        key=lambda pair: list(LEVELS).index(pair[0]))
        yield from (self.line(level, one) for level, one in ranked if level != "info" and (level != "na" or one.differs))
        informing = [one for level, one in ranked if level == "info"]
        if informing:
            yield "  참고(판정하지 않음)"
        yield from (self.line("info", one) for one in informing)

    def notes(self) -> list[str]:
        """What the verdicts rest on, and how the plan stands to its grant."""
        told = grant_note(self.guide, self.plan)
        return [*(basis.text for basis in self.guide.editions[self.plan.edition].bases), *([told] if told else [])]

    def line(self, level: Level, verdict: Verdict) -> str:
        """One verdict with its basis and its clause."""
        record, rule = self.guide.rules[verdict.rule], self.rules[verdict.rule]
        name = next((f" — {each.name or '이름 없는 사업'}" for each in self.plan.projects if each.id == verdict.project), "")
        told = self.cap(rule, verdict) if rule.kind == "cap" else self.answer(verdict)
        return f"  {SIGNS[level]} {LEVELS[level]}  {record.label}{name}: {told} [{clause_in(self.guide, self.plan.edition, record)}]"

    def answer(self, verdict: Verdict) -> str:
        """A question and what was answered."""
        record = self.guide.rules[verdict.rule]
        reply = self.plan.answers.get(verdict.rule)
        question = record.asked if isinstance(record, Ask) else ""
        note = f" (메모: {reply.note})" if reply and reply.note else ""
        return f"{question} — {ANSWERS[reply.answer if reply else 'unknown']}{note}"

    def label(self, rule: Rule, measure: Measure) -> str:
        """What a measure is called in the rule: one for each project measures that project's own."""
        found = self.measures[measure.id]
        return (found.each_label if rule.each else None) or found.label

    def cap(self, rule: Rule, verdict: Verdict) -> str:
        """The numbers of a cap's verdict, what mends it, and where readings part."""
        pair = followed(rule, self.plan)
        choice = next((each.label for each in self.guide.budget.choices if each.id == rule.choice), None)
        part = self.label(rule, pair.part)
        if rule.info:
            return f"{self.guide.rules[rule.id].sentence} {information(rule, verdict, part, choice)}"
        if not verdict.readings:
            return f"{part} {verdict.part:,}원. {choice}을 먼저 골라 주세요."
        return ". ".join(text.removesuffix(".") for text in (self.numbers(rule, pair, verdict), *self.remarks(rule, pair, verdict)))

    def numbers(self, rule: Rule, pair: Comparison, verdict: Verdict) -> str:
        """`10% 이내, 분야별 협치사업의 인건비성 경비 5원 / 한도 10원 (분야별 협치사업 총예산 100원 기준)`."""
        text = limit_text(rule, verdict.num, verdict.den)
        if verdict.status == "na":
            return text
        limit = limit_won(rule.operator, verdict.num, verdict.den, verdict.whole if pair.of else 1)
        whole = f" ({self.label(rule, pair.of)} {verdict.whole:,}원 기준)" if pair.of else ""
        return f"{text}, {self.label(rule, pair.part)} {verdict.part:,}원 / {'적어도' if rule.operator in FLOOR else '한도'} {limit:,}원{whole}"

    def remarks(self, rule: Rule, pair: Comparison, verdict: Verdict) -> Iterator[str]:
        """What explains the numbers: other money that counts, what mends them, where readings part, what is open."""
        projects = next(found for scope, found in scopes(rule, self.plan) if scope == verdict.project)
        if more := further(pair.part, plan_cells(projects)):
            yield f"다른 비목의 줄에 표시한 {more:,}원도 넣어 계산했어요"
        if verdict.status == "fail":
            yield from (f"{word} {amount:,}원" for word, amount in mending(rule, pair, verdict))
            yield from filter(None, [shrinking(rule, pair, verdict, self.label(rule, pair.of) if pair.of else "")])
        record = self.guide.rules[rule.id]
        yield from readings_told(verdict, pair.id, reading_labels(self.guide.budget, record), record.severity)
        if verdict.status == "unknown" or verdict.unmeasured:
            yield f"채우면 판정해요: {self.places(rule, verdict)}"

    def places(self, rule: Rule, verdict: Verdict) -> str:
        """`‘골목 순찰’ 1번째 줄의 시비, ‘마을 돌봄’의 부문`: the first few of what is missing, and how many more."""
        found = missing(rule, self.plan, verdict.project)
        words = {"part": "부문", "kind": "비목"} | {fund.id: fund.label for fund in self.guide.budget.funds}
        names = [f"‘{self.plan.projects[each.project].name or '이름 없는 사업'}’"
                 f"{'' if each.line is None else f' {each.line + 1}번째 줄'}의 {words[each.what]}" for each in found]
        more = len(names) - NAMED
        return ", ".join(names[:NAMED]) + (f" 외 {more}곳" if more > 0 else "")
