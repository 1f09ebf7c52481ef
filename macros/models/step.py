"""A step of a procedure: the unit that a page, a checklist and a case point to."""

from typing import Annotated

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from macros.models.common import (
    Cited,
    Editions,
    Id,
    Ids,
    Paged,
    Points,
    Record,
    SomeIds,
    Tables,
    Text,
    Texts,
    tuple_of,
)


class Tip(Cited):
    """Advice that the source sets apart (TIPS)."""

    title: Text
    text: Text


class Method(Cited):
    """A way of working that a step may use."""

    id: Id
    title: Text
    summary: Text
    suits: Text | None = None
    principles: Texts = ()
    sequence: Texts = ()
    cautions: Texts = ()


class Output(Record):
    """What is there when the step is done."""

    title: Text
    text: Text


class StandIn(Record):
    """Who acts instead of one of those who lead, and when: `condition` is said after the other's name (아직 없으면)."""

    actor: Id
    instead_of: Id
    condition: Text


class Step(Cited, Paged):
    """One step: who leads (and who instead of them under a condition), what is done, how it is deliberated, what comes out."""

    id: Id
    title: Text
    summary: Text
    editions: Editions
    who: SomeIds
    stand_ins: Annotated[tuple[StandIn, ...], BeforeValidator(tuple_of)] = ()
    when: Ids = ()
    when_note: Text | None = None
    activities: Points
    deliberation: Points = ()
    deliberation_none: Text | None = None
    tips: Annotated[tuple[Tip, ...], BeforeValidator(tuple_of)] = ()
    methods: Annotated[tuple[Method, ...], BeforeValidator(tuple_of)] = ()
    tables: Tables = ()
    submissions: Points = ()
    reviews: Points = ()
    outputs: Annotated[tuple[Output, ...], BeforeValidator(tuple_of)]
    rules: Ids = ()
    conflicts: Ids = ()

    @model_validator(mode="after")
    def _stand_ins(self) -> "Step":
        for one in self.stand_ins:
            if one.instead_of not in self.who:
                raise PydanticCustomError("stand_ins", "stand_ins의 instead_of에는 이 단계의 who에 있는 주체를 적어요: {actor}",
                                          {"actor": one.instead_of})
            if one.actor in self.who:
                raise PydanticCustomError("stand_ins", "대신하는 주체는 who에서 빼고 stand_ins에만 적어요: {actor}", {"actor": one.actor})
        return self
