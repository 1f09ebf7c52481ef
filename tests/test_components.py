"""The page of components takes what today's data has: an editor may remove any record that it shows."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from macros.reading.guidebook import Guidebook
from macros.views.components import samples


@pytest.mark.parametrize("kind", ["cases", "topics", "steps", "rules", "conflicts", "checklists"])
def test_부품을_쓰는_기록이_없어도_나머지를_보인다(small: Guidebook, kind: str) -> None:
    none: dict[str, Any] = {kind: {}}
    found, whole = samples(replace(small, **none)), samples(small)
    gone = {one.name for one in fields(found) if getattr(found, one.name) != getattr(whole, one.name)}
    assert all(getattr(found, name) == () for name in gone)
    assert any(getattr(found, one.name) for one in fields(found))
