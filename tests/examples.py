"""The example plans of data/budget.yaml, for tests that have no guidebook at hand."""

from __future__ import annotations

from functools import cache

from macros.cache.kept import Kept
from macros.commands import KEPT
from macros.models.plan import Plan
from macros.reading.guidebook import load
from macros.tools.budget import example_plans as in_data
from tests.conftest import ROOT


@cache
def example_plans() -> tuple[Plan, ...]:
    """In the order of the file."""
    guide, problems = load(ROOT / "data", Kept(KEPT))
    assert guide is not None, problems
    return in_data(guide)
