"""Worked examples of rules: what is so, and what the rule comes to then."""

from __future__ import annotations

from typing import Literal

from macros.models.common import Count, EditionId, Id, Record, Text

Status = Literal["ok", "fail", "unknown", "na"]


class CapExample(Record):
    """A worked example of a cap or band: the two numbers, and what follows."""

    id: Id
    title: Text
    part: Count
    of: Count | None = None
    choice: Id | None = None
    expect: Status | Id


class AskExample(Record):
    """A worked example of a question: the answer, and what follows.

    Of a rule that follows from several facts: `answers` by fact; a fact that is not named is not known.
    `edition`: the one it is about, where the rule asks for something else in each.
    """

    id: Id
    title: Text
    edition: EditionId | None = None
    answer: Literal["yes", "no", "unknown"] | None = None
    answers: dict[Id, Id] = {}
    expect: Status
