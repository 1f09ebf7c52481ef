"""The browser's engine and Python's say the same about every plan: canonical JSON, character by character.

`make bench` does the same with 100,000 plans.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

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
    ("2020", "2020", 2_000), ("2021", "2021", 2_000), ("invented", "2021", 1_000)])
def test_무작위_계획_5천_개를_두_엔진이_똑같이_판정한다(
        guide: Guidebook, engines: Engines, name: str, edition: str, count: int) -> None:
    plans = random_plans(guide, edition, seed=20261121, count=count)
    assert compare(engines, name, plans, [fund.id for fund in guide.budget.funds]) == count


def test_조정안도_두_엔진에서_글자_하나까지_같다(guide: Guidebook, engines: Engines) -> None:
    tables = table_cases(guide, 20261128, (3, 6, 12, 25))
    assert adjust_proof.compare(guide, engines[1], islice(tables, 60)) == 60
    assert adjust_proof.compare(guide, engines[1], islice(edge_cases(guide, 20261128), 600)) == 600
