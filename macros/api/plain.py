"""Records as plain JSON values: every field is there, what it is first and its grounds last; what is not known is null."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from macros.models.common import Moment, Record
from macros.models.deadline import Span
from macros.office.documents.text import clean
from macros.schema.build import in_order

# What editors write as text is text here as well.
AS_TEXT = (Moment, Span, Fraction, date)
_names = cache(in_order)  # records are many, models few


def plain(value: Any) -> Any:
    """The value as JSON has it: a moment as `2021-07-09`, a share as `1/10`, text without control characters.

    Raises TypeError for a value of a kind that no record has.
    """
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    if isinstance(value, AS_TEXT):
        return _written(value)
    if isinstance(value, Record):
        return {name: plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, Mapping):
        return {clean(str(key)): plain(one) for key, one in value.items()}
    raise TypeError(type(value).__name__)


def _written(value: Moment | Span | Fraction | date) -> str:
    if isinstance(value, Moment):
        return value.iso
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, date):
        return value.isoformat()
    return value.text
