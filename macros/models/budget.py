"""The vocabulary of a budget plan: parts, cost kinds, funds, measures, choices."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from macros.models.common import Cited, EditionId, Folder, Id, Ids, Record, Text, Texts, Won, tuple_of

Unit = Literal["won", "person", "point", "rank", "district", "item", "organisation", "area", "year", "age", "hour"]


class RuleTopic(Record):
    """A group under which rules are shown: its title, and the page that shows it (`budget/rules`).

    The calculator judges by rules on a `plan` of the topics grant, limit, prohibited, care and funds: these names are the house's.
    """

    id: Id
    title: Text
    page: Folder


class Subject(Record):
    """What a rule or a measure is about. `plan` is the house's: the budget plan that the calculator judges."""

    id: Id
    label: Text


class Term(Cited):
    """A word of the budget plan with its help. `earlier_labels` are those that workbooks and tables of others still have."""

    id: Id
    label: Text
    earlier_labels: Texts = ()
    help: Text


class FurtherKind(Record):
    """A kind of cost that a line's money may be too, besides its own 비목; `label` names the mark on the line."""

    kind: Id
    label: Text
    help: Text


class Kind(Term):
    """A 비목. `also`: further kinds that its money often is; the calculator offers them on a line."""

    also: Annotated[tuple[FurtherKind, ...], BeforeValidator(tuple_of)] = ()


class Measure(Record):
    """A number that rules compare.

    Of a `plan` it is a filtered sum of lines, nothing more: an empty filter takes all. Of any other
    subject it is a sum of a sheet's fields (`fields`; without them the field of the measure's own id), or the
    larger or the smaller of two such measures. A number in one of the `open` fields leaves it unknown (members
    whose sex nobody noted).

    `by_kind`: a line belongs by its 비목 alone, not by its further kinds of cost. `told`: the plan may say the amount
    itself (the grant that the city has told), which then stands in place of the sum. `each_label`: what it is called in
    a rule for each project, where it is that project's own. `others`: what the rest of the whole is called, of which
    something has to be more or less (members who are not private ones).
    """

    id: Id
    label: Text
    each_label: Text | None = None
    others: Text | None = None
    subject: Id
    unit: Unit
    parts: Ids = ()
    kinds: Ids = ()
    funds: Ids = ()
    by_kind: bool = False
    told: bool = False
    fields: Ids = ()
    larger_of: Ids = ()
    smaller_of: Ids = ()
    open: Ids = ()


class SharedReading(Cited):
    """A way to read an open term that several rules share: one name, one meaning, whichever rule it changes."""

    id: Id
    label: Text
    earlier_labels: Texts = ()
    help: Text


class Option(Record):
    """One answer of a choice or of a question. `earlier_labels` are those that workbooks of others still have."""

    id: Id
    label: Text
    earlier_labels: Texts = ()


class Choice(Cited):
    """Something about a plan that the reader knows and a limit depends on (가·나·다 등급)."""

    id: Id
    label: Text
    earlier_labels: Texts = ()
    help: Text
    options: Annotated[tuple[Option, ...], BeforeValidator(tuple_of), Field(min_length=2)]


class ExampleLine(Record):
    """A line of an example plan; amounts in won by fund."""

    name: Text
    kind: Id
    amounts: dict[Id, Won]


class ExampleProject(Record):
    """A project of an example plan."""

    name: Text
    part: Id
    lines: Annotated[tuple[ExampleLine, ...], BeforeValidator(tuple_of), Field(min_length=1)]


class ExamplePlan(Record):
    """A plan to load and look at: invented, of a believable size. `choices`: the option of each choice that it makes."""

    title: Text
    edition: EditionId
    choices: dict[Id, Id] = {}
    projects: Annotated[tuple[ExampleProject, ...], BeforeValidator(tuple_of), Field(min_length=1)]


class Budget(Record):
    """The whole vocabulary, and example plans made of it."""

    parts: Annotated[tuple[Term, ...], BeforeValidator(tuple_of)]
    kinds: Annotated[tuple[Kind, ...], BeforeValidator(tuple_of)]
    funds: Annotated[tuple[Term, ...], BeforeValidator(tuple_of)]
    choices: Annotated[tuple[Choice, ...], BeforeValidator(tuple_of)]
    readings: Annotated[tuple[SharedReading, ...], BeforeValidator(tuple_of)]
    measures: Annotated[tuple[Measure, ...], BeforeValidator(tuple_of)]
    rule_topics: Annotated[tuple[RuleTopic, ...], BeforeValidator(tuple_of)]
    subjects: Annotated[tuple[Subject, ...], BeforeValidator(tuple_of)]
    examples: Annotated[tuple[ExamplePlan, ...], BeforeValidator(tuple_of)]

    @property
    def topic_titles(self) -> dict[str, str]:
        """By its id: what each group of rules is called, in the order in which they are shown."""
        return {topic.id: topic.title for topic in self.rule_topics}
