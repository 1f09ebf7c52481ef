"""A sheet's rules as the engine judges by them: two checks ask for the same ones."""

from __future__ import annotations

from functools import lru_cache

from macros.reading.guidebook import Guidebook
from macros.rules.figure_compiler import compile_sheet
from macros.rules.figure_terms import SheetRules


@lru_cache(maxsize=64)  # more than the scopes of all sheets of a guide
def compiled(guide: Guidebook, key: str, scope: str) -> SheetRules:
    """The rules of the sheet `key` in a scope (an edition, or a part of it)."""
    return compile_sheet(guide.budget, guide.rules.values(), guide.sheets[key], scope)
