"""Every record inside a record, with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from macros.models.common import Record
from macros.reading.guidebook import Guidebook
from macros.reading.yaml_file import Place


def _holds_records(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return True
    # A forward reference by name can only be to a record.
    return type(annotation).__name__ == "ForwardRef" or any(map(_holds_records, get_args(annotation)))


@cache
def _inner_fields(model: type[Record]) -> tuple[str, ...]:
    """The fields of a model that hold records: most hold none, and there are many of them."""
    return tuple(name for name, field in model.model_fields.items() if _holds_records(field.annotation))


def inside(record: Record, place: Place = ()) -> Iterator[tuple[Place, Record]]:
    """The record itself and all records below it."""
    yield place, record
    for name in _inner_fields(type(record)):
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from inside(value, (*place, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from inside(item, (*place, name, index))


@cache
def everything(guide: Guidebook) -> tuple[tuple[str, str, Place, Record], ...]:
    """Every record of the guidebook, at any depth, as (kind, id of the top record, place within it, record)."""
    return tuple((kind, key, place, found)
                 for kind, key, record in guide.records() for place, found in inside(record))
