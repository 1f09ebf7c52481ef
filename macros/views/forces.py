"""How strongly a source says a thing, in words: one mark, or one for each edition where editions differ."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from macros.models.common import Force, Weighed, WeighedByEdition
from macros.schema.words import words

Mark = tuple[str, Force | Literal["suggested"]]


def force_marks(one: Weighed, editions: Collection[str] = ()) -> tuple[Mark, ...]:
    """The marks behind a thing, each with what it means: `의무`, or `2020년판 의무` and `2021년판 참고`; none without a force.

    `editions` are those in which the thing holds, if it is one whose force may differ between them.
    """
    named = words().choices(Weighed, "force")
    if one.basis == "suggested":
        return ((words().choices(Weighed, "basis")["suggested"], "suggested"),)
    if not one.force:
        return ()
    by_force: dict[Force, list[str]] = {}
    if isinstance(one, WeighedByEdition):
        for edition in editions:
            by_force.setdefault(one.force_of(edition) or one.force, []).append(edition)
    if len(by_force) > 1:
        return tuple((f"{'·'.join(held)}년판 {named[force]}", force) for force, held in by_force.items())
    force = next(iter(by_force), one.force)
    return ((named[force], force),)
