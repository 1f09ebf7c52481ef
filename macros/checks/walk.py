"""Every record inside a record and every text in it, with its place in the file."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, TypeVar, get_args

from macros.models.common import Citation, Record
from macros.reading.guidebook import Guidebook
from macros.reading.yaml_values import Place

Found = TypeVar("Found")


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


class _Same:
    """A record by identity: comparing two by what they hold would take longer than looking through one again."""

    __slots__ = ("record",)

    def __init__(self, record: Record) -> None:
        self.record = record

    def __hash__(self) -> int:
        return id(self.record)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.record is other.record


def once(look: Callable[..., Iterable[Found]]) -> Callable[..., tuple[Found, ...]]:
    """`look(kind, top record, *given)`, which hangs on nothing else, done once for each record and what is given with it.

    A file that has not changed gives the very same record again: the preview, and a check after a change, look through what is new.
    """
    @lru_cache(maxsize=4096)
    def found(kind: str, same: _Same, *given: Hashable) -> tuple[Found, ...]:
        return tuple(look(kind, same.record, *given))
    return lambda kind, record, *given: found(kind, _Same(record), *given)


@once
def _inside(_: str, record: Record) -> Iterator[tuple[Place, Record]]:
    return inside(record)


@lru_cache(maxsize=4)
def everything(guide: Guidebook) -> tuple[tuple[str, str, Place, Record], ...]:
    """Every record of the guidebook, at any depth, as (kind, id of the top record, place within it, record)."""
    return tuple((kind, key, place, found)
                 for kind, key, record in guide.records() for place, found in _inside(kind, record))


@once
def texts_inside(kind: str, record: Record) -> Iterator[tuple[Place, Record, Place, str]]:
    """Every text of a top record as (place within it, record, the text's place in that, text)."""
    return ((place, found, at, text) for place, found in _inside(kind, record) for at, text in texts_of(found))


@once
def citations_inside(kind: str, record: Record) -> Iterator[Citation]:
    """All that a top record cites."""
    return (found for _, found in _inside(kind, record) if isinstance(found, Citation))


def texts(guide: Guidebook) -> Iterator[tuple[str, str, Place, Record, Place, str]]:
    """Every text of the guidebook as (kind, id of the top record, place within it, record, the text's place in that, text)."""
    for kind, key, record in guide.records():
        for place, found, at, text in texts_inside(kind, record):
            yield kind, key, place, found, at, text


def texts_of(record: Record) -> Iterator[tuple[Place, str]]:
    """The record's own texts with their places; not those of the records within it."""
    for name in _text_fields(type(record)):
        yield from _strings(getattr(record, name), (name,))


def _strings(value: Any, at: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _strings(item, (*at, index))


@cache
def _text_fields(model: type[Record]) -> tuple[str, ...]:
    """The fields of a model that may hold text."""
    return tuple(name for name, field in model.model_fields.items() if _may_be_text(field.annotation))


def _may_be_text(annotation: object) -> bool:
    return annotation is str or any(map(_may_be_text, get_args(annotation)))
