"""A question tests all that its sentence says: an example for each of its parts, and for each edition that it tells apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks.examples import outcome_of_ask
from macros.models.rule import Ask
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem

ASIDE = re.compile(r"\([^)]*\)")
LISTED = re.compile(r", |[가-힣][와과] ")


def parts(question: str) -> int:
    """How many things a question wants all of (가, 나와 다가 모두 …): two where it joins, more where commas part them."""
    before, every, _ = ASIDE.sub("", question).partition(" 모두 ")
    commas = before.count(", ")
    return (commas + 1 if commas else 2) if every and LISTED.search(before) else 1


def check_conjuncts(guide: Guidebook) -> Iterator[Problem]:
    """Each part of a question has an example that breaks the rule by it, and each edition that it names one of its own."""
    for key, rule in guide.rules.items():
        if isinstance(rule, Ask):
            yield from (guide.problem("rules", key, ("examples",), message) for message in (*_parts(rule), *_editions(rule)))


def _parts(rule: Ask) -> Iterator[str]:
    breaking = [example for example in rule.examples if example.expect == "fail" and outcome_of_ask(rule, example) == "fail"]
    wanted = parts(rule.asked)
    if 1 < wanted > len(breaking):
        yield f"질문이 {wanted}가지를 모두 물어요. 하나씩 빠진 예시(expect: fail)를 {wanted}개 이상 적어 주세요. 지금은 {len(breaking)}개예요."
    for entry in rule.violated_when:
        if not any(entry.items() <= example.answers.items() for example in breaking) and len(rule.violated_when) > 1:
            yield f"어기는 사실({', '.join(entry)})마다 그래서 어긋나는 예시를 하나씩 적어 주세요."


def _editions(rule: Ask) -> Iterator[str]:
    """What is missing where the question asks for something else in an edition: 2021년판은 …, 2021년에는 …."""
    told = any(re.search(rf"{edition}년(?:판|에)", rule.asked) for edition in rule.editions)
    missing = sorted(set(rule.editions) - {example.edition for example in rule.examples})
    if told and len(rule.editions) > 1 and missing:
        yield f"질문이 판마다 달라요. 판마다 예시를 하나 이상 두고 edition에 판을 적어 주세요. 없는 판: {', '.join(missing)}."
