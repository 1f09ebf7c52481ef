"""The vocabulary of a budget plan: parts, cost kinds, funds, measures, choices."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from macros.models.common import Cited, Id, Ids, Record, Text, tuple_of

Subject = Literal["plan", "change", "strategic", "council", "subcommittee", "evaluation", "mutual",
                  "committee", "jobs"]


class Term(Cited):
    """A word of the budget plan with its help."""

    id: Id
    label: Text
    help: Text


class Measure(Record):
    """A number that rules compare.

    Of a `plan` it is a filtered sum of lines, nothing more: an empty filter takes all. Of any other
    subject it is a number that the reader gives (members, points), named here with its unit.
    """

    id: Id
    label: Text
    subject: Subject
    unit: Literal["won", "person", "point", "rank", "district", "item", "organisation"]
    parts: Ids = ()
    kinds: Ids = ()
    funds: Ids = ()


class Option(Record):
    """One answer of a choice."""

    id: Id
    label: Text


class Choice(Cited):
    """Something about a plan that the reader knows and a limit depends on (가·나·다 등급)."""

    id: Id
    label: Text
    help: Text
    options: Annotated[tuple[Option, ...], BeforeValidator(tuple_of), Field(min_length=2)]


class Budget(Record):
    """The whole vocabulary."""

    parts: Annotated[tuple[Term, ...], BeforeValidator(tuple_of)]
    kinds: Annotated[tuple[Term, ...], BeforeValidator(tuple_of)]
    funds: Annotated[tuple[Term, ...], BeforeValidator(tuple_of)]
    choices: Annotated[tuple[Choice, ...], BeforeValidator(tuple_of)]
    measures: Annotated[tuple[Measure, ...], BeforeValidator(tuple_of)]
