"""A sheet's worked examples, judged and told in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.models.rule import Ask, Band, Cap
from macros.models.sheet import Sheet, SheetExample, scope
from macros.reading.guidebook import Guidebook
from macros.rules.examples import example_figures, judge_example
from macros.rules.figure_terms import SheetRules
from macros.rules.judge import Verdict
from macros.rules.terms import SCALES
from macros.tools.sheets import compiled, facts_of
from macros.words.figures import FigureWords, amount_text, mended, row_of
from macros.words.korean import particle
from macros.words.outcomes import OutcomeWords
from macros.words.readings import reading_labels
from macros.words.verdicts import ANSWERS, APART, LEVELS, SIGNS, level_of, said_of, sheet_level
from macros.words.vocabulary import Level


@dataclass(frozen=True)
class Told:
    """A verdict in words: its rule, the status, a band's result, sentences, the clauses that it stands on."""

    rule: Cap | Band | Ask
    verdict: Verdict
    result: str | None
    sentences: tuple[str, ...]

    @property
    def level(self) -> Level:
        """How the tool calls it."""
        return sheet_level(self.verdict, self.rule)

    @property
    def word(self) -> str:
        """The level in a word, with what the rule itself calls the result."""
        return said_of(self.verdict.status, self.rule)

    @property
    def sign(self) -> str:
        """The level as a sign."""
        return SIGNS[self.level]


@dataclass(frozen=True)
class Worked:
    """A worked example: what was filled in, as (name, number), what was answered, as (question, answer), and what follows.

    `told` are the rules that the example is about; `judged` is how many there are in all, `others` how many of the rest
    came to which level, as (word, number).
    """

    example: SheetExample
    inputs: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...]
    told: tuple[Told, ...]
    judged: int
    others: tuple[tuple[str, int], ...]
    outcome: str | None
    level: str
    pending: tuple[str, ...]


def worked(guide: Guidebook, sheet: Sheet) -> Iterator[Worked]:
    """The sheet's examples, judged and told."""
    words = FigureWords({measure.id: measure for measure in guide.budget.measures})
    rules = compiled(guide, sheet)
    for example in sheet.examples:
        fields = {field.id: field for group in sheet.groups if group.of_part in (None, example.of_part) for field in group.fields}
        units = {key: field.unit for key, field in fields.items()}
        own = rules[scope(example.edition, example.of_part)]
        judged = judge_example(own, example, units)
        inputs = tuple((fields[key].label, amount_text(value * SCALES.get(fields[key].unit, 1), fields[key].unit))
                       for key, value in example.figures.items())
        told = tuple(sorted((tell(guide, words, own, verdict) for verdict in judged.verdicts if verdict.rule in example.expect),
                            key=lambda one: list(LEVELS).index(one.level)))  # the worst first
        outcome = OutcomeWords(sheet, own, guide.rules, guide.budget, guide.named("asked"))
        pending = tuple(text for _, text in outcome.pending(judged, example_figures(example, units)))
        yield Worked(example, inputs, tuple(_answered(guide, sheet, example)), told, len(judged.verdicts),
                     tuple(_others(guide, judged.verdicts, example)), outcome.title(judged) or None, judged.decision.level, pending)


def _answered(guide: Guidebook, sheet: Sheet, example: SheetExample) -> Iterator[tuple[str, str]]:
    """The questions that the example answers, in the tool's order, each with its answer."""
    for fact in facts_of(guide, sheet):
        if fact.id in example.answers:
            said = {**ANSWERS, **{option.id: option.label for option in fact.options}}
            yield fact.question, said[example.answers[fact.id]]


def _others(guide: Guidebook, verdicts: Sequence[Verdict], example: SheetExample) -> Iterator[tuple[str, int]]:
    """How many of the verdicts that the example does not show are of which level, the worst first."""
    found = Counter(sheet_level(verdict, guide.rules[verdict.rule]) for verdict in verdicts if verdict.rule not in example.expect)
    yield from ((word, found[level]) for level, word in LEVELS.items() if found[level])


def tell(guide: Guidebook, words: FigureWords, rules: SheetRules, verdict: Verdict) -> Told:
    """A verdict in words, by the reading that the guide follows."""
    rule = guide.rules[verdict.rule]
    engine = next(one for one in rules.rules if one.id == verdict.rule)
    if not engine.readings or verdict.status == "na":
        return Told(rule, verdict, None, ())
    followed = engine.readings[0]
    result = row_of(rule, verdict.result) if isinstance(rule, Band) else None
    sentences = [words.sentence(verdict, followed)] if verdict.status != "unknown" else ["판정에 필요한 값을 모르거나 입력하지 않았어요."]
    if verdict.status != "unknown" and followed.operator:
        limit = words.limit(followed)
        sentences.append(f"기준은 {limit}{particle(limit, '이에요/예요')}.")
    if ways := words.mending(verdict, followed):
        sentences.append(mended(ways))
    if verdict.differs:
        sentences.append(f"해석에 따라 판정이 달라요({_readings(guide, rule, verdict)}).")
    return Told(rule, verdict, result.result + APART * verdict.differs if result else None, tuple(sentences))


def _readings(guide: Guidebook, rule: Cap | Band | Ask, verdict: Verdict) -> str:
    labels = reading_labels(guide.budget, rule)
    rows = {row.id: row.result for row in rule.rows} if isinstance(rule, Band) else {}
    return ", ".join(f"{labels.get(key, key)}: {rows.get(result) or LEVELS[level_of(result, rule.severity)]}"
                     for key, result in verdict.readings if result not in ("unknown", "na"))
