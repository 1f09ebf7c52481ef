"""Sheets: the clerk-readable vectors, tight fixes and rooms, worked examples told in words, priorities."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import ceil
from random import Random
from typing import Any

import pytest

from macros.models.case import Milestone
from macros.models.rule import Band, ByChoice, Cap, Operator
from macros.reading.guidebook import Guidebook
from macros.rules.figure_terms import SheetRules
from macros.rules.figures import evaluate_figures
from macros.rules.judge import FLOOR, Verdict
from macros.rules.priorities import standings
from macros.rules.terms import Comparison, Measure, Rule
from macros.site.criteria import STEP
from macros.tools.priorities import chosen, criteria, priorities_data
from macros.tools.priorities import worked as worked_priorities
from macros.tools.sheet_examples import worked
from macros.tools.sheets import compiled, fillings, grade_amounts, thresholds
from macros.words.figures import FigureWords, amount_text, percent
from tests.rules.sheet_vectors import SheetVector, judged, load_sheet_vectors
from tests.rules.vectors import with_limits

VECTORS = load_sheet_vectors()


@pytest.fixture(scope="module")
def guide(guide: Guidebook) -> Guidebook:
    """The guide with the limits that the vectors are about."""
    return with_limits(guide)


@pytest.mark.parametrize("one", VECTORS, ids=[vector.name for vector in VECTORS])
def test_본보기(guide: Guidebook, one: SheetVector) -> None:
    concluded = judged(guide, one)
    found = {verdict.rule: verdict for verdict in concluded.verdicts}
    assert {rule: found[rule].result or found[rule].status for rule in one.results} == one.results
    for rule, fixes in one.fixes.items():
        assert {key: getattr(found[rule], key) for key in fixes} == fixes, rule
    assert {rule: found[rule].room for rule in one.rooms} == one.rooms
    assert {rule: dict(found[rule].readings) for rule in one.readings} == one.readings
    decision = concluded.decision
    if one.decision:
        assert (decision.outcome, decision.level) == one.decision
    assert one.pending is None or decision.pending == one.pending
    assert one.grounds is None or decision.grounds == one.grounds


def test_한도마다_지킨_본보기와_어긴_본보기가_있다(guide: Guidebook) -> None:
    covered: dict[str, set[str]] = {}
    for vector in VECTORS:
        for rule, result in vector.results.items():
            covered.setdefault(rule, set()).add(result)
    caps = {rule.id for sheet in guide.sheets.values() for rules in compiled(guide, sheet).values()
            for rule in rules.rules if rule.kind == "cap"}
    assert not {cap for cap in caps if not {"ok", "fail"} <= covered.get(cap, set())}


def _sum(key: str, *fields: str) -> Measure:
    return Measure(key, groups=(fields,))


def _cases() -> list[tuple[Operator, int, int, bool]]:
    operators: tuple[Operator, ...] = ("at_most", "below", "at_least", "above")
    return [case for case in product(operators, (1, 2, 7), (3, 10), (True, False)) if case[1] < case[2]]


def _verdict(reading: Comparison, part: int, rest: int, both: int = 0) -> Verdict:
    rules = SheetRules((Rule("r", "cap", "council", (reading,)),), (), (), (("council", ("part", "rest")),))
    return evaluate_figures(rules, {"part": part, "rest": rest, "both": both}, {}, {}).verdicts[0]


@pytest.mark.parametrize(("operator", "num", "den", "inside"), _cases())
def test_고치는_수와_여유는_그만큼이면_되고_하나_더하면_안_된다(operator: Operator, num: int, den: int, inside: bool) -> None:
    whole = _sum("whole", "part", "rest") if inside else _sum("whole", "rest")
    reading = Comparison("stated", operator, num, den, _sum("part", "part"), whole)
    draw = Random(f"{operator}{num}{den}{inside}")
    for _ in range(200):
        part, rest = draw.randint(0, 30), draw.randint(1, 30)
        found = _verdict(reading, part, rest)
        own, other = (found.add, found.cut) if operator in FLOOR else (found.cut, found.add)
        sign = 1 if operator in FLOOR else -1
        if found.status == "fail":
            if own is not None:
                assert _verdict(reading, part + sign * own, rest).status in ("ok", "na")
                assert _verdict(reading, part + sign * (own - 1), rest).status == "fail"
            if other is not None and rest - sign * other >= 0:
                assert _verdict(reading, part, rest - sign * other).status in ("ok", "na")
                assert _verdict(reading, part, rest - sign * (other - 1)).status == "fail"
            if found.move is not None and rest - sign * found.move >= 0 and part + sign * found.move >= 0:
                assert _verdict(reading, part + sign * found.move, rest - sign * found.move).status in ("ok", "na")
        elif found.status == "ok" and found.room is not None:
            if part - sign * found.room >= 0:
                assert _verdict(reading, part - sign * found.room, rest).status in ("ok", "na")
            if part - sign * (found.room + 1) >= 0:
                assert _verdict(reading, part - sign * (found.room + 1), rest).status in ("fail", "na")


@pytest.mark.parametrize(("operator", "num", "den"), [("at_most", 1, 3), ("below", 2, 7), ("at_most", 7, 10)])
def test_부분과_전체가_조금만_겹쳐도_줄일_수는_그만큼이면_되고_하나_덜하면_안_된다(operator: Operator, num: int, den: int) -> None:
    """Of `part` and `both` a share of `both` and `rest`: what stands in the part alone counts for more."""
    reading = Comparison("stated", operator, num, den, _sum("own", "part", "both"), _sum("whole", "both", "rest"))
    mended = 0
    for part, both, rest in product(range(5), range(5), range(1, 8)):
        found = _verdict(reading, part, rest, both)
        if found.status != "fail":
            continue
        def kept(cut: int, left: tuple[int, int, int] = (part, both, rest)) -> bool:
            own, shared, other = left
            ways = ((own - cut + more, shared - more) for more in range(cut + 1) if more <= shared and cut - more <= own)
            return any(_verdict(reading, first, other, second).status != "fail" for first, second in ways)

        least = next((cut for cut in range(part + both + 1) if kept(cut)), None)
        assert found.cut == least
        mended += least is not None
    assert mended > 20


def test_보기마다_이유에_수와_기준이_들어_있다(guide: Guidebook) -> None:
    for sheet in guide.sheets.values():
        for one in worked(guide, sheet):
            own = {field.label for group in sheet.groups if group.of_part in (None, one.example.of_part) for field in group.fields}
            assert {name for name, _ in one.inputs} <= own, one.example.id  # a field of two parts goes by this part's name
            assert one.told
            for told in one.told:
                if told.verdict.status in ("ok", "fail") and told.rule.kind != "ask":
                    assert any(char.isdigit() for char in told.sentences[0]), told
    last = {told.rule.id: told for one in worked(guide, guide.sheets["strategic-matching"]) for told in one.told}
    assert last["strategic-own-funds"].sentences == (
        "협치전략사업의 구비 86,999,999원은 협치전략사업의 시비 435,000,000원의 19.99%예요.", "기준은 20% 이상이에요.",
        "조치 방법(하나만 하면 돼요): 협치전략사업의 구비를 1원 늘리기 · 협치전략사업의 시비를 5원 줄이기.")


@pytest.mark.parametrize(("operator", "status", "part", "whole", "said"), [
    ("at_most", "fail", 600_001, 1_000_000, "60.01%"), ("at_most", "ok", 599_999, 1_000_000, "59.99%"),
    ("at_least", "fail", 199_999, 1_000_000, "19.99%"), ("above", "ok", 700_001, 1_000_000, "70.01%"),
    ("at_least", "ok", 0, 0, "–")])
def test_비율은_판정과_어긋나_보이지_않는다(operator: Operator, status: str, part: int, whole: int, said: str) -> None:
    assert percent(operator, status, part, whole) == said


def test_점수는_소수_둘째_자리까지_적는다() -> None:
    assert [amount_text(parts, "point") for parts in (16100, 16150, 16105)] == ["161점", "161.5점", "161.05점"]


def test_구마다의_지원금에서_승인을_받는_금액은_규칙의_비율이다(guide: Guidebook) -> None:
    filling, rule = guide.sheets["budget-change"].filling, guide.rules["change-approval"]
    assert filling and isinstance(rule, Band) and isinstance(rule.rows[0].at_least, Fraction)
    rows = thresholds(guide, filling, rule).rows
    assert rows and [(name, won) for name, won, _ in rows] == list(fillings(guide, filling))
    assert all(least == ceil(won * rule.rows[0].at_least) for _, won, least in rows)


def test_등급마다_다음_해_지원금이_있다(guide: Guidebook) -> None:
    amounts, rule = guide.sheets["evaluation"].amounts, guide.rules["grant-by-grade-2021"]
    assert amounts and isinstance(rule, Cap) and isinstance(rule.at_most, ByChoice)
    assert [won for *_, won in grade_amounts(guide, amounts)] == list(rule.at_most.amounts.values())


def with_agendas(guide: Guidebook, agendas: tuple[str, ...]) -> Guidebook:
    """The guide whose cases chose these agendas, wherever they now name any."""
    def changed(record: Any) -> Any:
        if isinstance(record, Milestone):
            return record.model_copy(update={"agendas": agendas if record.agendas else ()})
        if isinstance(record, tuple):
            return tuple(map(changed, record))
        parts = {"processes", "phases", "milestones"} & set(type(record).model_fields)
        return record.model_copy(update={name: changed(getattr(record, name)) for name in parts})
    return replace(guide, cases={key: changed(case) for key, case in guide.cases.items()})


def test_우선순위의_기준과_의제는_사례의_기록에서_온다(guide: Guidebook) -> None:
    found = chosen(guide)
    assert found and found.names and all(one.name and one.question for one in criteria(guide))
    assert [(weighted.least, weighted.best, equal.best) for _, _, weighted, equal in worked_priorities(guide)] == [
        (43, 1, 1), (41, 2, 1), (35, 3, 3)]


@pytest.mark.parametrize("names", [(), ("하나",), ("첫째 의제", "둘째 의제"), tuple(f"의제 {number}" for number in range(7))])
def test_우선순위표는_의제가_몇_개이고_무엇이라_적혀_있든_선다(guide: Guidebook, names: tuple[str, ...]) -> None:
    changed = with_agendas(guide, names)
    examples = priorities_data(changed)["examples"]
    assert [[one["name"] for one in example["agendas"]] for example in examples] == ([list(names), list(names[:3])] if names else [])
    assert [name for name, *_ in worked_priorities(changed)] == list(names[:3])


@pytest.mark.parametrize("count", [3, 9])
def test_우선순위표는_기준이_몇_개이든_선다(guide: Guidebook, count: int) -> None:
    step = guide.steps[STEP]
    tables = tuple(one.model_copy(update={"rows": (one.rows * 2)[:count]}) for one in step.tables)
    changed = replace(guide, steps={**guide.steps, STEP: step.model_copy(update={"tables": tables})})
    data = priorities_data(changed)
    assert [len(one["weights"]) for one in data["examples"]] == [0, count]
    assert {len(scores) for _, scores, *_ in worked_priorities(changed)} == {count}


def _brute(weights: list[int], top: int, scores: list[list[int | None]]) -> list[tuple[int, int]]:
    """Every way to fill the gaps, and the ranks that come of it."""
    gaps = [(row, at) for row, line in enumerate(scores) for at, score in enumerate(line) if score is None]
    ranks: list[set[int]] = [set() for _ in scores]
    for filling in product(range(top + 1), repeat=len(gaps)):
        filled = [[score or 0 for score in line] for line in scores]
        for (row, at), score in zip(gaps, filling, strict=True):
            filled[row][at] = score
        totals = [sum(weight * score for weight, score in zip(weights, line, strict=True)) for line in filled]
        for row, total in enumerate(totals):
            ranks[row].add(1 + sum(other > total for other in totals))
    return [(min(found), max(found)) for found in ranks]


def test_점수가_비어도_가장_높고_낮은_순위가_맞다() -> None:
    draw = Random(7)
    for _ in range(60):
        weights = [draw.randint(0, 3) for _ in range(2)]
        scores = [[draw.choice((0, 1, 2, None)) for _ in range(2)] for _ in range(3)]
        found = [(one.best, one.worst) for one in standings(weights, 2, scores)]
        assert found == _brute(weights, 2, scores), (weights, scores)


def test_한도는_원문의_비교말로_적는다(guide: Guidebook) -> None:
    words = FigureWords({measure.id: measure for measure in guide.budget.measures})
    rules = compiled(guide, guide.sheets["council"])["2020"]
    limits = {rule.id: words.limit(rule.readings[0]) for rule in rules.rules if rule.readings}
    assert limits["council-private-share-body"] == "70% 초과"
    assert limits["council-gender-guideline"] == "60% 이내"


def test_나머지는_누구인지_이름으로_말한다(guide: Guidebook) -> None:
    part = next(one for one in guide.budget.measures if one.others)
    words = FigureWords({one.id: one for one in guide.budget.measures})
    limit = Comparison("one", "at_least", 7, 10, Measure(part.id), Measure("council-members"))
    ways = words.mending(Verdict("rule", "fail", move=1), limit)
    assert len(ways) == 1 and ways[0].startswith(f"{part.others} 1")
