"""Rules: three kinds, closed in form. There is no expression language."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.models.common import (
    Cited,
    Count,
    Day,
    Editions,
    Id,
    Ids,
    OneOf,
    Record,
    Text,
    Texts,
    WeighedByEdition,
    share,
    tuple_of,
)
from macros.models.rule_example import AskExample, CapExample

Operator = Literal["at_most", "below", "at_least", "above", "equal"]
OPERATORS: tuple[Operator, ...] = ("at_most", "below", "at_least", "above", "equal")


def _limit(value: Any) -> Any:
    """A limit is a share (10%, 1/3), a whole amount, or amounts that a choice selects."""
    return share(value) if isinstance(value, str) else value


class ByChoice(Record):
    """A limit that depends on a choice: `by` names it, `amounts` gives one for each option."""

    by: Id
    amounts: dict[str, Count]


Limit = Annotated[Fraction | Count | ByChoice, BeforeValidator(_limit)]


class Reading(Record):
    """One way to read a term that the source leaves open. The first of a rule is the one followed.

    One that several rules share has no `label` here: it is a record of data/budget.yaml, and `id` names it.
    `operator` stands where the open word is the comparison itself (이상을 넘어야); without it the rule's own holds.
    Only rules on what a reader counts (a sheet) may have one: a plan's line has its headroom by one operator.
    """

    id: Id
    label: Text | None = None
    earlier_labels: Texts = ()
    part: Id
    of: Id | None = None
    operator: Operator | None = None


Readings = Annotated[tuple[Reading, ...], BeforeValidator(tuple_of)]


class Rule(Cited, WeighedByEdition):
    """What every rule says of itself. `label` names it; `sentence` says it in one plain sentence.

    `subject` is what it is about, `topic` the group under which it is shown (data/budget.yaml names both).

    `reading_note`: what the source leaves open, and how this guide reads it (`reading: interpreted`).
    """

    id: Id
    label: Text
    sentence: Text
    subject: Id
    topic: Id
    editions: Editions
    severity: Literal["prohibited", "care", "info"]
    replaces: Ids = ()
    exceptions: Texts = ()
    notes: Texts = ()
    reading: Literal["stated", "interpreted"] = "stated"
    reading_note: Text | None = None
    conflicts: Ids = ()
    checked_on: Day


class Cap(Rule):
    """part OP share of whole, or part OP amount; once, or for each project.

    `asked_when` (on a sheet) names a measure: with nothing in it the rule does not apply (해당 없음).
    """

    one_of: ClassVar = OneOf(OPERATORS, "at_most, below, at_least, above, equal 가운데 꼭 하나를 써 주세요.")

    kind: Literal["cap"]
    part: Id
    of: Id | None = None
    each: Literal["project"] | None = None
    asked_when: Id | None = None
    at_most: Limit | None = None
    below: Limit | None = None
    at_least: Limit | None = None
    above: Limit | None = None
    equal: Limit | None = None
    readings: Readings = ()
    examples: Annotated[tuple[CapExample, ...], BeforeValidator(tuple_of), Field(min_length=1)]

    @property
    def operator(self) -> Operator:
        """The one operator that the rule names."""
        return next(name for name in OPERATORS if getattr(self, name) is not None)

    @property
    def limit(self) -> Fraction | int | ByChoice:
        """What the part is compared with."""
        limit: Fraction | int | ByChoice = getattr(self, self.operator)
        return limit

    @model_validator(mode="after")
    def _one_operator(self) -> Cap:
        named = [name for name in OPERATORS if getattr(self, name) is not None]
        if len(named) != 1:
            raise PydanticCustomError("operator", self.one_of.message)
        if isinstance(self.limit, Fraction) != (self.of is not None):
            right = f" 비율이면 이렇게요: {self.limit}%" if isinstance(self.limit, int) and self.limit <= 100 else ""
            raise PydanticCustomError(
                "whole", "비율로 정한 한도에는 무엇의 비율인지 of가 있어야 하고, 금액 한도에는 of가 없어야 해요.{right}",
                {"right": right, "field": self.operator})
        return self


class Row(Record):
    """One row of a band: the condition (none in the last row), and what follows from it.

    `option` is the answer of a choice that the row amounts to: a grade that a grant depends on.
    """

    id: Id
    at_most: Limit | None = None
    below: Limit | None = None
    at_least: Limit | None = None
    above: Limit | None = None
    equal: Limit | None = None
    result: Text
    detail: Text | None = None
    option: Id | None = None


class Band(Rule):
    """The first row that matches decides. `part` (of `of`, if shares) is what rows compare."""

    kind: Literal["band"]
    part: Id
    of: Id | None = None
    asked_when: Id | None = None
    readings: Readings = ()
    rows: Annotated[tuple[Row, ...], BeforeValidator(tuple_of), Field(min_length=2)]
    examples: Annotated[tuple[CapExample, ...], BeforeValidator(tuple_of), Field(min_length=1)]


class Results(Record):
    """What it is called to be so, and not to be so, as a rule says that only informs: `가점 있음`, `가점 없음`."""

    ok: Text
    fail: Text


class Ask(Rule):
    """A yes/no question, or what follows from facts that a sheet asks for.

    Either `question` with `violated_by`, the answer that breaks the rule; or `violated_when`: the rule is broken where
    all the facts of one entry are so (fact: answer). `given`: those of its facts without which the rule does not apply
    (해당 없음); they stand in every entry with one answer.
    `results`: of a rule that only informs, what its results are called.
    `asked_when` names a measure: with nothing in it the question does not arise (해당 없음).
    `answered_by` names a measure that answers by itself where it is known: yes above 0, else no.
    `formerly` keeps earlier wordings of the same question: a file that still has one keeps its answer.
    """

    kind: Literal["ask"]
    question: Text | None = None
    formerly: Texts = ()
    violated_by: Literal["yes", "no"] | None = None
    violated_when: Annotated[tuple[dict[Id, Id], ...], BeforeValidator(tuple_of)] = ()
    asked_when: Id | None = None
    answered_by: Id | None = None
    examples: Annotated[tuple[AskExample, ...], BeforeValidator(tuple_of), Field(min_length=1)]
    given: Ids = ()
    results: Results | None = None

    @property
    def asked(self) -> str:
        """The question's words; none for a rule that follows from facts."""
        return self.question or ""

    @property
    def breaking(self) -> tuple[dict[str, str], ...]:
        """The facts that break the rule, entry by entry; its own question is a fact of the rule's id."""
        return self.violated_when or ({self.id: self.violated_by or "yes"},)

    @model_validator(mode="after")
    def _one_way(self) -> Ask:
        asks = self.question is not None and self.violated_by is not None
        if asks == bool(self.violated_when) or (self.violated_when and (self.question or self.violated_by)):
            raise PydanticCustomError(
                "one_way", "question과 violated_by를 함께 쓰거나, violated_when(사실: 답)만 써 주세요.")
        return self

    @model_validator(mode="after")
    def _given_everywhere(self) -> Ask:
        for fact in self.given:
            if len({entry.get(fact) for entry in self.violated_when} - {None}) != 1 or any(
                    fact not in entry or len(entry) == 1 for entry in self.violated_when):
                raise PydanticCustomError(
                    "given", "given의 '{fact}'은(는) violated_when의 모든 줄에 같은 답으로, 다른 사실과 함께 있어야 해요.", {"fact": fact})
        return self

    @model_validator(mode="after")
    def _informs(self) -> Ask:
        if self.results and self.severity != "info":
            raise PydanticCustomError("results", "results는 severity가 info인 규칙에만 써요. 다른 규칙의 결과는 준수, 위반, 주의예요.")
        return self


AnyRule = Annotated[Cap | Band | Ask, Field(discriminator="kind")]
