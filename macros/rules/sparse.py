"""Dataclasses as plain JSON values without the fields that have their defaults: the browser puts those in again."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any


def sparse(value: Any) -> Any:
    """The value; of a dataclass only what differs from its default."""
    if is_dataclass(value):
        pairs = ((one, getattr(value, one.name)) for one in fields(value))
        return {one.name: sparse(found) for one, found in pairs if found != one.default}
    return [sparse(one) for one in value] if isinstance(value, (tuple, list)) else value
