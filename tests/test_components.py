"""The page of components takes what today's data has: an editor may remove any record that it shows."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from macros.cache.kept import Kept
from macros.reading.guidebook import Guidebook, load
from macros.views.components import samples
from tests.small_guide import SMALL


@pytest.fixture(scope="module")
def small() -> Guidebook:
    """A small guide that is whole and right."""
    guide, problems = load(SMALL, Kept())
    assert guide is not None, problems
    return guide


@pytest.mark.parametrize("kind", ["cases", "topics", "steps", "rules", "conflicts", "checklists"])
def test_부품을_쓰는_기록이_없어도_나머지를_보인다(small: Guidebook, kind: str) -> None:
    none: dict[str, Any] = {kind: {}}
    found, whole = samples(replace(small, **none)), samples(small)
    gone = {one.name for one in fields(found) if getattr(found, one.name) != getattr(whole, one.name)}
    assert all(getattr(found, name) == () for name in gone)
    assert any(getattr(found, one.name) for one in fields(found))
