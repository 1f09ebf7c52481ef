"""What the edit screen knows of values that stand elsewhere: sections that may be cited, and what a reference in a text leads to."""

from __future__ import annotations

from typing import Any

from macros.reading.guidebook import Guidebook
from macros.reading.referred import CALLED, Values
from macros.words.forms import forms

NAME = "이름"  # every record has it, and the page knows what records are called


def documents(guide: Guidebook) -> dict[str, Any]:
    """Every document by id: how it is called in citations, and its sections in their order, each with the page where it begins."""
    return {key: {"short": source.short, "sections": [
        {"id": one.id, "title": one.title, "page": one.page} for one in source.sections]} for key, source in guide.sources.items()}


def values(guide: Guidebook) -> dict[str, dict[str, dict[str, str]]]:
    """What stands on pages for a reference: by kind, by the record's id and by the value's name (empty: the one that needs none)."""
    known, found = Values(guide), {}
    for kind in (kind for kind in CALLED.values() if kind != "counts"):
        own = kind in ("events", "dues")  # no records of their own: nothing else on the page says what they are called
        found[kind] = {key: {name: forms(value, unit)[""]() for name, (value, unit, _) in known.known(kind, record).items()
                             if own or name != NAME}
                       for key, record in known.records(kind).items()}
    return found
