"""A district's budget plan, as the calculator saves it and the command line reads it (version 1)."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from macros.models.common import EditionId, Id, Ids, Record, Won, tuple_of

Answer = Literal["yes", "no", "unknown"]
VERSION = 1
Kinds = tuple[Id | None, ...]


class Line(Record):
    """One line of a project. An amount of None is money not known yet; a fund left out is 0 won.

    `kind` is its 비목, `subject` the 통계목 in the district's own words ("" where it has named none); `also` are further
    kinds of cost that the same money is (민간이전 that pays staff is 인건비성 경비 too).
    """

    id: str
    name: str = ""
    kind: Id | None = None
    subject: str = ""
    also: Ids = ()
    amounts: dict[str, Won | None] = {}

    @property
    def kinds(self) -> Kinds:
        """All kinds of cost that the line is, its 비목 first; None while that is not chosen."""
        return (self.kind, *self.also)


class Project(Record):
    """A project of one part; `part` is None until it is chosen."""

    id: str
    name: str = ""
    part: Id | None = None
    lines: Annotated[tuple[Line, ...], BeforeValidator(tuple_of)] = ()


class Reply(Record):
    """The answer to a question, with what the reader noted beside it."""

    answer: Answer = "unknown"
    note: str = ""


class Plan(Record):
    """The whole plan. `reading` is the id of the reading that its owner follows, if not the guide's.

    `grant` is what the city has told the district that it grants, in won; without it the plan's own city money stands
    for it. `basis` is what a saved file says of the sources that its edition rests on: for people, read back by no one.
    """

    format: Literal["hyeopchi-plan"]
    version: Literal[1]
    edition: EditionId
    title: str = ""
    basis: str = ""
    grant: Won | None = None
    reading: Id | None = None
    choices: dict[str, str | None] = {}
    answers: dict[str, Reply] = {}
    projects: Annotated[tuple[Project, ...], BeforeValidator(tuple_of)] = ()
