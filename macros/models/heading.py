"""The words of tables: what a column's head, or a word in a cell, says."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from macros.models.common import Id, Record, Text, Texts, tuple_of

# What a word says. Of a column: name, item, kind (of cost), also (further kinds), funds, natures, fund, whole (money of all funds), stage,
# nature, cost, sum, count, price, share, serial, text, rank, score, person, position, side, sex. Of a cell: fund, part, nature, cost,
# member, seat, sex-value, vacant. Of a row: sum, share, weight, top, score.
Says = Literal["name", "item", "kind", "also", "funds", "natures", "part", "fund", "whole", "stage", "nature", "cost", "sum", "count",
               "price", "share", "serial", "text", "rank", "person", "position", "side", "sex", "member", "seat", "sex-value", "vacant", "weight",
               "top", "score"]


class Heading(Record):
    """Words that say the same in the tables of offices, written without blanks.

    `means` is which fund, part, kind of cost, stage, nature, side, seat or sex a word names. `order` tells of names which is the
    smaller unit (세부사업 before 의제), of stages which stands now (조정 before 신청), of funds which is said more clearly (구비 before
    보조금; 50 without it): the greater one. `beside` is what a fund's word means where the table holds what it means by itself under
    another word (자부담 beside 구비).
    """

    id: Id
    label: Text
    says: Says
    means: Id | None = None
    beside: Id | None = None
    order: Annotated[int, Field(ge=0, le=100)] | None = None
    words: Annotated[Texts, BeforeValidator(tuple_of), Field(min_length=1)]
