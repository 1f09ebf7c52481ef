"""What each field is called and means, in Korean (words.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from macros.models.common import Record, Text
from macros.models.kinds import KINDS
from macros.reading.yaml_file import read

FILE = Path(__file__).with_name("words.yaml")


class Word(Record):
    """A field's name for people, what it means, and an example of its value."""

    label: Text
    help: Text
    example: Annotated[str | int | None, BeforeValidator(lambda value: value)] = None


class KindWord(Record):
    """What a kind of record is called and is."""

    title: Text
    help: Text


def _titled(helps: Mapping[str, str]) -> dict[str, object]:
    """What each kind is, with the title that its row gives it."""
    return {kind: {"title": KINDS[kind].title, "help": said} for kind, said in helps.items()}


class Words(Record):
    """All of them: by kind, by `field` or `Model.field`, and each choice of `Model.field`."""

    kinds: Annotated[Mapping[str, KindWord], BeforeValidator(_titled)]
    fields: Mapping[str, Word]
    values: Mapping[str, Mapping[str, Text]]

    def key(self, model: type[Record], name: str) -> str | None:
        """The entry for a field: the model's own, one that its base has, or the one that all fields of this name share."""
        own = [f"{base.__name__}.{name}" for base in model.__mro__ if f"{base.__name__}.{name}" in self.fields]
        return own[0] if own else name if name in self.fields else None

    def choices(self, model: type[Record], name: str) -> Mapping[str, str]:
        """What the choices of a field are called; empty when it has none."""
        return next((self.values[f"{base.__name__}.{name}"] for base in model.__mro__
                     if f"{base.__name__}.{name}" in self.values), {})


@cache
def words() -> Words:
    """The words, read once."""
    parsed = read(FILE.read_bytes(), FILE.name)
    assert not parsed.problems, parsed.problems
    return Words.model_validate(parsed.value)
