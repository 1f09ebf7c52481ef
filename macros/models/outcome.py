"""What follows from the rules on a sheet: who decides or what is to be done, and what is sent to the city."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.models.common import Id, Ids, Record, Text, one_or_many, tuple_of

# One id, or a list of them.
Answers = Annotated[tuple[Id, ...], BeforeValidator(one_or_many), Field(min_length=1)]


class Condition(Record):
    """One rule's result (ok, fail, na, or the id of a band's row) that leads to an outcome by itself."""

    rule: Id
    result: Id


class OutcomeCase(Record):
    """All of this together: what rules come to, and what facts are (one of several answers, "unknown" among them).

    A rule comes to ok, fail, na or the id of a band's row. `grounds`: rules beside these on which the case stands.
    """

    rules: dict[Id, Id] = {}
    facts: dict[Id, Answers] = {}
    grounds: Ids = ()


class Outcome(Record):
    """What follows from the verdicts together, when one of its conditions or cases is so: the first of a sheet's outcomes that is.

    `outcome` says who decides or what is to be done (without it, the id does): several may say the same at different
    levels. `dues` names what to do by when (data/deadlines), `letter` what is sent to the city. Level
    unknown: the documents of the edition have no standard for it.
    """

    id: Id
    outcome: Id | None = None
    title: Text
    text: Text
    level: Literal["breach", "care", "ok", "unknown"]
    conditions: Annotated[tuple[Condition, ...], BeforeValidator(tuple_of)] = ()
    when: Annotated[tuple[OutcomeCase, ...], BeforeValidator(tuple_of)] = ()
    dues: Ids = ()
    letter: Literal["approval", "notice"] | None = None

    @property
    def name(self) -> str:
        """The outcome's id, as files and the command line give it."""
        return self.outcome or self.id

    @property
    def cases(self) -> tuple[OutcomeCase, ...]:
        """All that leads to it."""
        return (*(OutcomeCase(rules={one.rule: one.result}) for one in self.conditions), *self.when)

    @model_validator(mode="after")
    def _reachable(self) -> "Outcome":
        if not self.conditions and not self.when:
            raise PydanticCustomError("reachable", "conditions나 when에 무엇이 어떠하면 이 결론인지 적어 주세요.")
        return self


class Letter(Record):
    """What is sent to the city, to be copied and mended: marks such as `{amount}` become what the sheet holds."""

    id: Literal["approval", "notice"]
    title: Text
    to: Text
    subject: Text
    paragraphs: Annotated[tuple[Text, ...], BeforeValidator(tuple_of), Field(min_length=1)]
    enclosed: Text
