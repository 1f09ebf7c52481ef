"""Worked examples of rules come out as they say: they are shown on the rule's page, so they must be right."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.rule import Ask, Band, ByChoice, Cap
from macros.models.rule_example import AskExample, CapExample
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem, nearest
from macros.rules.cells import Sum
from macros.rules.facts import ask_status
from macros.rules.judge import band_row, judge
from macros.rules.terms import compile_ask, compile_row, ratio


def outcome_of_cap(rule: Cap, example: CapExample) -> str:
    """The status of the example's two numbers."""
    limit = rule.limit
    if isinstance(limit, ByChoice):
        if example.choice is None:
            return "unknown"
        limit = limit.amounts[example.choice]
    whole = None if rule.of is None else Sum(example.of or 0, False)
    return judge(rule.operator, *ratio(limit), Sum(example.part, False), whole)


def outcome_of_band(rule: Band, example: CapExample) -> str | None:
    """The row that decides the example; with nothing entered, none."""
    if not example.part and not example.of:
        return "na"
    return band_row(map(compile_row, rule.rows), example.part, example.of)


def outcome_of_ask(rule: Ask, example: AskExample) -> str:
    """The status of the example's answers."""
    facts = tuple(dict.fromkeys(fact for entry in rule.breaking for fact in entry))
    answers = {rule.id: example.answer or "unknown", **example.answers}
    return ask_status(compile_ask(rule), {fact: answers.get(fact, "unknown") for fact in facts})


def outcome(rule: Cap | Band | Ask, example: CapExample | AskExample) -> str | None:
    """What the engine says of the example."""
    if isinstance(rule, Ask):
        assert isinstance(example, AskExample)
        return outcome_of_ask(rule, example)
    assert isinstance(example, CapExample)
    return outcome_of_cap(rule, example) if isinstance(rule, Cap) else outcome_of_band(rule, example)


def check_example_answers(guide: Guidebook) -> Iterator[Problem]:
    """An example answers what a tool asks, with an answer that there is."""
    asked = {fact.id: (*fact.answers, "unknown") for sheet in guide.sheets.values() for fact in sheet.facts}
    for key, rule in guide.rules.items():
        for index, example in enumerate(rule.examples if isinstance(rule, Ask) else ()):
            for fact, answer in example.answers.items():
                if fact not in asked:
                    sentence = f"어느 도구도 묻지 않는 사실이에요: {fact}.{nearest(fact, asked)}"
                elif answer not in asked[fact]:
                    sentence = f"'{fact}'의 답은 {', '.join(asked[fact])} 가운데 하나예요."
                else:
                    continue
                yield guide.problem("rules", key, ("examples", index, "answers", fact), sentence)


def check_examples(guide: Guidebook) -> Iterator[Problem]:
    """Each example's `expect` is what the engine says; readings and choices fit their rule."""
    options = {choice.id: {option.id for option in choice.options} for choice in guide.budget.choices}
    for key, rule in guide.rules.items():
        if isinstance(rule, Cap):
            yield from _shape(guide, key, rule, options)
        examples: tuple[CapExample | AskExample, ...] = rule.examples
        for index, example in enumerate(examples):
            if isinstance(rule, Cap) and isinstance(rule.limit, ByChoice) and isinstance(example, CapExample) \
                    and example.choice is not None and example.choice not in rule.limit.amounts:
                yield from _unknown_choice(guide, key, index, example.choice, sorted(options[rule.limit.by]))
                continue
            out = outcome(rule, example)
            if out != example.expect:
                yield guide.problem("rules", key, ("examples", index, "expect"),
                                    f"이 예시의 결과는 '{out}'인데 '{example.expect}'(으)로 적혀 있어요.")


def _unknown_choice(guide: Guidebook, key: str, index: int, choice: str, options: list[str]) -> Iterator[Problem]:
    """The example's choice is none that there is. One that only lacks its amount is told at the amounts."""
    if choice not in options:
        yield guide.problem("rules", key, ("examples", index, "choice"),
                            f"'{choice}'은(는) 없는 선택지예요. {', '.join(options)} 가운데 하나로 적어 주세요.{nearest(choice, options)}")


def _shape(guide: Guidebook, key: str, rule: Cap, options: dict[str, set[str]]) -> Iterator[Problem]:
    if rule.readings and (rule.readings[0].part, rule.readings[0].of) != (rule.part, rule.of):
        yield guide.problem("rules", key, ("readings", 0), "첫째 해석은 이 규칙의 part와 of를 그대로 써야 해요.")
    if isinstance(rule.limit, ByChoice) and rule.limit.amounts.keys() != options[rule.limit.by]:
        yield guide.problem("rules", key, (rule.operator, "amounts"),
                            f"'{rule.limit.by}'의 선택지마다 금액이 하나씩 있어야 해요: {', '.join(sorted(options[rule.limit.by]))}.")
