"""What the guide advises of its own accord, marked as the guide's: for lists and files that have no badges."""

from __future__ import annotations

from macros.models.common import Weighed
from macros.models.rule import Rule
from macros.schema.words import words


def advised(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Each of the texts behind its mark."""
    mark = words().choices(Weighed, "basis")["suggested"]
    return tuple(f"[{mark}] {text}" for text in texts)


def notes_of(rule: Rule) -> tuple[str, ...]:
    """What is to be known about a rule, and what the guide advises on it."""
    return (*rule.notes, *advised(rule.advice))
