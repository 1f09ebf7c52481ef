"""Editions: which year's rules and dates a fact belongs to."""

from macros.models.common import Cited, EditionId, Text


class Edition(Cited):
    """A year in which plans are made (`id`), for the year in which they are carried out."""

    id: EditionId
    title: Text
    summary: Text
    plan_year: EditionId | None = None
