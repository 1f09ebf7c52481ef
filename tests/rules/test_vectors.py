"""The clerk-readable vectors, and every rule's own worked examples."""

from __future__ import annotations

import pytest

from macros.checks.examples import outcome_of_ask
from macros.models.plan import Line, Plan, Project, Reply
from macros.models.rule import Ask, Band, ByChoice, Cap
from macros.models.rule_example import AskExample, CapExample
from macros.reading.guidebook import Guidebook
from macros.rules.cells import Sum
from macros.rules.evaluate import evaluate, evaluate_ask
from macros.rules.judge import band_row, judge
from macros.rules.terms import Measure, compile_row, compile_rule, for_plan, measures
from tests.rules.vectors import Vector, load_vectors, names, with_limits

NAMES = names()


@pytest.fixture(scope="module")
def vectors(guide: Guidebook) -> list[Vector]:
    """All vectors as plans."""
    return load_vectors(guide)


@pytest.fixture(scope="module")
def limited(guide: Guidebook) -> Guidebook:
    """The guide with the limits that the vectors are about."""
    return with_limits(guide)


@pytest.mark.parametrize("number", range(len(NAMES)), ids=NAMES)
def test_본보기(limited: Guidebook, vectors: list[Vector], number: int) -> None:
    vector = vectors[number]
    rules = for_plan(limited.rules.values(), measures(limited.budget), vector.plan.edition)
    found = {(verdict.rule, verdict.project): verdict for verdict in evaluate(rules, vector.plan)}
    assert {key: found[key].status for key in vector.statuses} == vector.statuses
    for key, fixes in vector.amounts.items():
        assert {name: getattr(found[key], name) for name in fixes} == fixes, key


def test_금액_한도마다_꼭_같을_때와_1원_많을_때와_적을_때의_본보기가_있다(limited: Guidebook, vectors: list[Vector]) -> None:
    covered: dict[str, set[str]] = {}
    for vector in vectors:
        for (rule, _), status in vector.statuses.items():
            covered.setdefault(rule, set()).add(status)
    caps = {rule.id for rule in limited.rules.values() if rule.subject == "plan" and rule.kind == "cap"}
    assert not {cap for cap in caps if not {"ok", "fail"} <= covered.get(cap, set())}


def examples(guide: Guidebook) -> list[tuple[Cap | Band | Ask, CapExample | AskExample]]:
    """Every worked example of every rule."""
    return [(rule, example) for rule in guide.rules.values() for example in rule.examples]


def outcome(rule: Cap | Band | Ask, example: CapExample | AskExample, known: dict[str, Measure]) -> str | None:
    """What the engine says about an example."""
    if isinstance(rule, Ask):
        assert isinstance(example, AskExample)
        if rule.violated_when:
            return outcome_of_ask(rule, example)  # a sheet's, whose facts the sheet's vectors try
        always = compile_rule(rule.model_copy(update={"asked_when": None}), known)
        plan = Plan(format="hyeopchi-plan", version=1, edition=rule.editions[0],
                    answers={rule.id: Reply(answer=example.answer or "unknown")})
        return evaluate_ask(always, plan).status
    assert isinstance(example, CapExample)
    if isinstance(rule, Band):
        return band_row((compile_row(row) for row in rule.rows), example.part, example.of)
    cap = compile_rule(rule, known)
    num, den = cap.num, cap.den
    if isinstance(rule.limit, ByChoice):
        if example.choice not in rule.limit.amounts:
            return "na" if example.part == 0 else "unknown"
        num = rule.limit.amounts[example.choice]
    whole = None if example.of is None else Sum(example.of, False)
    return judge(cap.operator, num, den, Sum(example.part, False), whole)


def test_규칙의_보기는_엔진의_판정과_같다(guide: Guidebook) -> None:
    known = measures(guide.budget)
    differing = [f"{rule.id}/{example.id}: {outcome(rule, example, known)}, 적힌 것은 {example.expect}"
                 for rule, example in examples(guide) if outcome(rule, example, known) != example.expect]
    assert not differing


def test_프로젝트마다_재는_규칙은_사업마다_판정을_낸다(guide: Guidebook) -> None:
    rules = for_plan(guide.rules.values(), measures(guide.budget), "2021")
    projects = tuple(Project(id=key, part="sectoral", lines=(Line(id=f"{key}-1", kind="other", amounts={"city": 1}),))
                     for key in ("a", "b"))
    plan = Plan(format="hyeopchi-plan", version=1, edition="2021", projects=projects)
    found = [(verdict.rule, verdict.project) for verdict in evaluate(rules, plan) if verdict.project]
    assert found == [(rule, key) for rule in ("facility-project-cap", "transfer-project-cap") for key in ("a", "b")]
