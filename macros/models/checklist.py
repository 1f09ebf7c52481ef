"""Checklists: what to do or verify, grouped by step."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.models.common import (
    Cited,
    Day,
    EditionId,
    Editions,
    Id,
    Ids,
    Paged,
    Record,
    Text,
    WeighedByEdition,
    tuple_of,
)

Role = Literal["private", "public", "joint", "secretariat", "city"]
State = Literal["none", "doing", "done", "na"]


Tool = Literal["budget", "budget-change", "strategic-matching", "council", "evaluation", "deadlines", "priorities"]


class Item(Cited, WeighedByEdition):
    """One thing to do or to verify. The id never changes when the wording does.

    `when` names events of timelines, one for each edition that has a date; `due_text` says what no event says.
    `rule` grounds it; `rules` are further ones that its text states as well.
    """

    id: Id
    text: Text
    role: Role
    evidence: Text
    help: Text | None = None
    when: Ids = ()
    due_text: Text | None = None
    rule: Id | None = None
    rules: Ids = ()
    tool: Tool | None = None

    @property
    def stated_rules(self) -> tuple[str, ...]:
        """Every rule that grounds the item, the first one first."""
        return tuple(dict.fromkeys((*((self.rule,) if self.rule else ()), *self.rules)))


class Group(Record):
    """The items of one step, or of a part (`id`, `title`) of something that is no procedure.

    `after` names groups of the same checklist that must be done before this one can start.
    """

    id: Id | None = None
    title: Text | None = None
    step: Id | None = None
    after: Ids = ()
    items: Annotated[tuple[Item, ...], BeforeValidator(tuple_of), Field(min_length=1)]

    @property
    def key(self) -> str:
        """The group's name within its checklist: its own id, or its step's."""
        return self.id or self.step or ""

    @model_validator(mode="after")
    def _named(self) -> "Group":
        if not self.step and not (self.id and self.title):
            raise PydanticCustomError("named", "묶음에는 step이나, id와 title이 있어야 해요.")
        return self


class Noted(Record):
    """What is noted on one item in the filled copy: invented, to show what goes where."""

    item: Id
    state: State
    who: Text
    note: Text | None = None


class Checklist(Paged):
    """A checklist: for a procedure, step by step, or for something else, part by part.

    `filled` is the invented example in the files to download. `checked_on`: when its items were last compared with their sources.
    """

    id: Id
    title: Text
    summary: Text
    order: int = 0
    editions: Editions
    procedure: Id | None = None
    checked_on: Day
    filled: Annotated[tuple[Noted, ...], BeforeValidator(tuple_of), Field(min_length=1)]
    groups: Annotated[tuple[Group, ...], BeforeValidator(tuple_of), Field(min_length=1)]

    @model_validator(mode="after")
    def _filled_items(self) -> "Checklist":
        known = {item.id for group in self.groups for item in group.items}
        for noted in self.filled:
            if noted.item not in known:
                raise PydanticCustomError("filled", "filled(작성 예시)에는 이 체크리스트의 항목만 적을 수 있어요: {item}", {"item": noted.item})
        return self

    @model_validator(mode="after")
    def _in_order(self) -> "Checklist":
        seen: set[str] = set()
        for group in self.groups:
            for key in group.after:
                if key not in seen:
                    raise PydanticCustomError("after", "'{group}'의 after에는 같은 체크리스트에서 앞에 있는 묶음을 적어야 해요: {key}",
                                              {"group": group.key, "key": key})
            seen.add(group.key)
        return self


class Move(Record):
    """What became of items from one edition to the next, so that saved files keep their ticks.

    moved: one to one; split: one to several; merged: several to one; dropped: to none.
    """

    id: Id
    kind: Literal["moved", "split", "merged", "dropped"]
    edition: EditionId
    before: Annotated[tuple[Id, ...], BeforeValidator(tuple_of), Field(min_length=1)]
    now: Ids = ()
    note: Text
