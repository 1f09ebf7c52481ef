"""Checklists: what to do or verify, grouped by step."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from macros.models.common import Cited, Editions, Id, Record, Text, tuple_of

Role = Literal["private", "public", "joint", "secretariat", "city"]


class Item(Cited):
    """One thing to do or to verify. The id never changes when the wording does."""

    id: Id
    text: Text
    role: Role
    evidence: Text
    help: Text | None = None
    rule: Id | None = None


class Group(Record):
    """The items of one step."""

    step: Id
    items: Annotated[tuple[Item, ...], BeforeValidator(tuple_of), Field(min_length=1)]


class Checklist(Record):
    """A checklist for one procedure."""

    id: Id
    title: Text
    summary: Text
    editions: Editions
    procedure: Id
    groups: Annotated[tuple[Group, ...], BeforeValidator(tuple_of), Field(min_length=1)]
