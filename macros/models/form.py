"""Forms, field by field, and the outlines of the plans."""

from typing import Annotated

from pydantic import BeforeValidator

from macros.models.common import Cited, Editions, Id, Ids, Record, Tables, Text, Texts, tuple_of


class Field(Record):
    """A field: what it wants, who fills it in, an example that is the guide's own."""

    id: Id
    label: Text
    wants: Text
    who: Text | None = None
    example: Text | None = None
    rule: Id | None = None
    note: Text | None = None


class Block(Record):
    """Fields that stand together on the form."""

    title: Text
    fields: Annotated[tuple[Field, ...], BeforeValidator(tuple_of)]


class Chapter(Record):
    """A heading of an outline, with what belongs under it."""

    number: Text
    title: Text
    wants: Text | None = None
    children: Annotated[tuple["Chapter", ...], BeforeValidator(tuple_of)] = ()


class Form(Cited):
    """A form or an outline: `forms/<id>/`. `number` as printed (2-1)."""

    id: Id
    order: int
    number: Text | None = None
    title: Text
    summary: Text
    editions: Editions
    submitted: Text
    blocks: Annotated[tuple[Block, ...], BeforeValidator(tuple_of)] = ()
    outline: Annotated[tuple[Chapter, ...], BeforeValidator(tuple_of)] = ()
    tables: Tables = ()
    notes: Texts = ()
    steps: Ids = ()
    rules: Ids = ()
    conflicts: Ids = ()
