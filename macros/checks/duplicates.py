"""Nothing stands twice in one list: no id, no edition, no record of the same name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_args, get_origin

from macros.checks.walk import inside, once
from macros.models.case import Figure
from macros.models.common import Citation, Record
from macros.models.programme import ProgrammeEdition
from macros.models.rule_example import CapExample
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.reading.yaml_values import Place

# Lists whose words are no references: a row of a table may repeat a number, a sentence may be said twice.
FREE = frozenset({"rows", "columns", "details", "principles", "sequence", "cautions", "members"})


def check_duplicates(guide: Guidebook) -> Iterator[Problem]:
    """Words of a list differ, and so do the ids of the records in it; a programme has each edition once."""
    for kind, key, record in guide.records():
        for at, word in _twice(kind, record):
            yield guide.problem(kind, key, at, f"'{word}'이(가) 같은 목록에 이미 있어요. 하나만 남기거나 다른 것을 적어 주세요.")


@once
def _twice(kind: str, record: Record) -> Iterator[tuple[Place, str]]:
    """What stands twice in a list of a top record: where again, and the word."""
    for place, found in inside(record):
        if isinstance(found, Citation | CapExample):
            continue
        for name in _lists(type(found)):
            value = getattr(found, name)
            if isinstance(value, tuple) and len(value) > 1:
                for index, shown in _again(value):
                    at = (*place, name, index)
                    yield at if isinstance(value[index], str) else (*at, shown[0]), shown[1]


@cache
def _lists(model: type[Record]) -> tuple[str, ...]:
    """The fields of a model that may hold a list: most hold none, and there are many records."""
    return tuple(name for name, field in model.model_fields.items() if name not in FREE and _may_be_list(field.annotation))


def _may_be_list(annotation: object) -> bool:
    return get_origin(annotation) is tuple or any(map(_may_be_list, get_args(annotation)))


def _again(items: tuple[object, ...]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where something stands again: its index, and the field and word by which it is the same."""
    seen: set[tuple[str, str]] = set()
    for index, item in enumerate(items):
        word = _name(item)
        if word is None:
            continue
        if word in seen:
            yield index, word
        seen.add(word)


def _name(item: object) -> tuple[str, str] | None:
    if isinstance(item, str):
        return "", item
    if isinstance(item, ProgrammeEdition):
        return "edition", item.edition
    if isinstance(item, Figure):  # of a case: its label is what others refer to it by
        return "label", item.label
    key = getattr(item, "id", None) if isinstance(item, Record) else None
    return ("id", key) if isinstance(key, str) else None
