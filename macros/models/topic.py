"""A topic: a page that explains something, section by section, with its structure kept."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from macros.models.case import Figure
from macros.models.common import (
    Cited,
    Id,
    Ids,
    OptionalCitations,
    Paged,
    Points,
    Record,
    SomeEditions,
    Tables,
    Text,
    Texts,
    tuple_of,
)

Chapter = Literal["understand", "prepare", "apply", "execute", "evaluate", "cases", "districts"]


class Stage(Record):
    """One stage of a flow: who does what, when."""

    title: Text
    text: Text | None = None
    who: Texts = ()
    date_text: Text | None = None
    details: Texts = ()
    source: OptionalCitations = ()


class Node(Record):
    """A box of a diagram."""

    id: Id
    label: Text
    text: Text | None = None


class NodeGroup(Record):
    """Boxes that belong together."""

    title: Text
    nodes: Annotated[tuple[Node, ...], BeforeValidator(tuple_of), Field(min_length=1)]


class Link(Record):
    """An arrow of a diagram, read as a sentence: `start` … `label` … `end`."""

    start: Id
    end: Id
    label: Text


class Diagram(Record):
    """Boxes in groups and the arrows between them."""

    title: Text
    groups: Annotated[tuple[NodeGroup, ...], BeforeValidator(tuple_of), Field(min_length=1)]
    links: Annotated[tuple[Link, ...], BeforeValidator(tuple_of)] = ()
    note: Text | None = None


class TopicSection(Record):
    """One section: an answer, then points, stages, figures, tables, a diagram, as the matter has them."""

    id: Id
    title: Text
    lead: Text | None = None
    points: Points = ()
    stages: Annotated[tuple[Stage, ...], BeforeValidator(tuple_of)] = ()
    figures: Annotated[tuple[Figure, ...], BeforeValidator(tuple_of)] = ()
    tables: Tables = ()
    diagram: Diagram | None = None
    conflicts: Ids = ()
    source: OptionalCitations = ()


class Topic(Cited, Paged):
    """A page of its own below its chapter: `<chapter>/<id>/`. `order` is its place in the chapter's menu.

    No edition at all: what it tells of belongs to no year of planning (a meeting about another matter).
    """

    id: Id
    title: Text
    chapter: Chapter
    order: int
    summary: Text
    editions: SomeEditions
    sections: Annotated[tuple[TopicSection, ...], BeforeValidator(tuple_of), Field(min_length=1)]
    steps: Ids = ()
    rules: Ids = ()
    topics: Ids = ()
    conflicts: Ids = ()
