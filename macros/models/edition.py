"""Editions: which year's rules and dates a fact belongs to."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from macros.models.common import Citation, Cited, EditionId, Record, Text, tuple_of

Area = Literal["rules", "dates", "steps", "checklists", "programmes", "forms", "tools"]


class Undecided(Record):
    """Something for which no source of the edition has been read yet, and the pages that must say so."""

    area: Area
    text: Text


class Basis(Cited):
    """A part of a source that rules of the edition rest on though it was written for another year, and what must be known of it.

    `mark` stands beside every verdict of such a rule, `text` once where verdicts are shown, `formal` is the same in the
    style of official letters.
    """

    rests_on: Citation
    mark: Text
    text: Text
    formal: Text


class HeldOn(Record):
    """A part of a source of another year that this edition goes on with because its own sources are silent.

    `text` says so where a record of the edition rests on nothing else: going on is this guide's choice, not a source's word.
    """

    rests_on: Citation
    text: Text


class Edition(Cited):
    """A year in which plans are made (`id`), for the year in which they are carried out.

    While something is `undecided`, the pages of its area say that there is no rule for this edition.
    """

    id: EditionId
    title: Text
    summary: Text
    plan_year: EditionId | None = None
    bases: Annotated[tuple[Basis, ...], BeforeValidator(tuple_of)] = ()
    holds_on: Annotated[tuple[HeldOn, ...], BeforeValidator(tuple_of)] = ()
    undecided: Annotated[tuple[Undecided, ...], BeforeValidator(tuple_of)] = ()
