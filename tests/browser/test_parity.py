"""The browser's engine and Python's say the same about every plan: canonical JSON, character by character.

`make bench` does the same with 100,000 plans.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from math import gcd
from random import Random

import pytest
from playwright.sync_api import Browser

from macros.reading.guidebook import Guidebook
from tests.rules import adjust_proof
from tests.rules.adjust_proof import edge_cases, table_cases
from tests.rules.parity import Engines, compare, open_engines
from tests.rules.random_plans import random_plans
from tests.rules.vectors import load_vectors


@pytest.fixture(scope="module")
def engines(guide: Guidebook, browser: Browser) -> Iterator[Engines]:
    """Both engines over the same rules."""
    opened = open_engines(guide, browser)
    yield opened
    opened[1].close()


def test_본보기를_두_엔진이_똑같이_판정한다(guide: Guidebook, engines: Engines) -> None:
    funds = [fund.id for fund in guide.budget.funds]
    vectors = load_vectors(guide)
    for edition in ("2020", "2021"):
        plans = [vector.plan for vector in vectors if vector.plan.edition == edition]
        assert compare(engines, edition, iter(plans), funds) == len(plans)


@pytest.mark.parametrize(("name", "edition", "count"), [
    ("2020", "2020", 300), ("2021", "2021", 300), ("invented", "2021", 200)])
def test_무작위_계획을_두_엔진이_똑같이_판정한다(
        guide: Guidebook, engines: Engines, name: str, edition: str, count: int) -> None:
    plans = random_plans(guide, edition, seed=20261121, count=count)
    assert compare(engines, name, plans, [fund.id for fund in guide.budget.funds]) == count


def test_조정안도_두_엔진에서_글자_하나까지_같다(guide: Guidebook, engines: Engines) -> None:
    tables = table_cases(guide, 20261128, (3, 6, 12, 25))
    assert adjust_proof.compare(guide, engines[1], islice(tables, 60)) == 60
    assert adjust_proof.compare(guide, engines[1], islice(edge_cases(guide, 20261128), 300)) == 300


WHOLE = """(rows) => rows.map((row) => {
  const { ceiling, crossed, divided, gcd, negative, plus, remainder, times, whole } = hyeopchi.modules['rules/adjust/exact'];
  const [a, b, c, d] = row.map((each) => whole(BigInt(each)));
  const found = [plus(a, b), times(a, b), crossed(a, b, c, d), negative(a), gcd(a, b), remainder(a, d), ceiling(a, d), divided(times(a, d), d)];
  return found.map((each) => [String(BigInt(each)), typeof each === "number"]);
})"""


def test_조정안의_정수_계산은_아무리_큰_수에서도_파이썬과_같다(engines: Engines) -> None:
    """Around 2**53, where numbers of the browser stop being exact, and far beyond; each has the one form that fits it."""
    draw = Random(53)
    edges = [0, 1, 7, 2**26, 2**27, 2**53 - 2, 2**53 - 1, 2**53, 2**53 + 1, 10**12, 10**30]

    def some() -> int:
        return draw.choice((1, -1)) * (draw.choice(edges) + draw.randint(0, 3))

    rows = [[some(), some(), some(), abs(some()) + 1] for _ in range(2_000)]
    theirs = engines[1].evaluate(WHOLE, [[str(each) for each in row] for row in rows])
    for (a, b, c, d), found in zip(rows, theirs, strict=True):
        left = (abs(a) % d) * (-1 if a < 0 else 1)
        ours = [a + b, a * b, a * b + c * d, -a, gcd(a, b), left, -(-a // d), a]
        assert found == [[str(each), abs(each) < 2**53] for each in ours], (a, b, c, d)
