"""Bodies of the district's cooperation: what each is, who sits on it, what it does."""

from typing import Annotated

from pydantic import BeforeValidator

from macros.models.common import (
    Cited,
    Editions,
    Id,
    Ids,
    Paged,
    Points,
    Record,
    Tables,
    Text,
    Texts,
    tuple_of,
)
from macros.models.step import Tip


class BodyLink(Record):
    """What this body is to another one."""

    body: Id
    text: Text


class BodyType(Record):
    """A way in which the body may be set up."""

    title: Text
    text: Text
    details: Texts = ()


class Body(Cited, Paged):
    """A body, whole: `prepare/<id>/`."""

    id: Id
    name: Text
    order: int
    names: Texts = ()
    summary: Text
    editions: Editions
    actor: Id | None = None
    composition: Points
    duties: Points
    operation: Points = ()
    types: Annotated[tuple[BodyType, ...], BeforeValidator(tuple_of)] = ()
    tips: Annotated[tuple[Tip, ...], BeforeValidator(tuple_of)] = ()
    tables: Tables = ()
    links: Annotated[tuple[BodyLink, ...], BeforeValidator(tuple_of)] = ()
    rules: Ids = ()
    conflicts: Ids = ()
