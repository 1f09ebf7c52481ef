"""Every record inside a record, with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator

from macros.guidebook import Guidebook
from macros.models.common import Record
from macros.yaml_file import Place


def inside(record: Record, place: Place = ()) -> Iterator[tuple[Place, Record]]:
    """The record itself and all records below it."""
    yield place, record
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from inside(value, (*place, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Record):
                    yield from inside(item, (*place, name, index))


def everything(guide: Guidebook) -> Iterator[tuple[str, str, Place, Record]]:
    """Every record of the guidebook, at any depth, as (kind, id of the top record, place within it, record)."""
    for kind, key, record in guide.records():
        for place, found in inside(record):
            yield kind, key, place, found
