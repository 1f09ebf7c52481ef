"""The agreement, article by article: who owes what to whom, by when."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from macros.models.common import Cited, Id, Ids, Text, Weighed, tuple_of

Party = Literal["city", "district", "council", "both"]
Stage = Literal["signing", "running", "changing", "closing"]


class Clause(Weighed):
    """One paragraph in plain words. `owes` has to do it for `to`, by `due`; a mere statement has no `owes`.

    `stage`: when in the agreement's life it is due, for the line of time.

    `wording` quotes the few words of the clause that carry its force.
    """

    id: Id
    clause: Text
    text: Text
    wording: Text | None = None
    owes: Party | None = None
    stage: Stage | None = None
    to: Party | None = None
    due: Text | None = None
    rule: Id | None = None


class Article(Cited):
    """An article of the agreement; all stand on `agree/articles/`."""

    id: Id
    number: int
    title: Text
    summary: Text
    clauses: Annotated[tuple[Clause, ...], BeforeValidator(tuple_of)]
    rules: Ids = ()
    conflicts: Ids = ()
