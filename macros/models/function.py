"""What the guide itself does, by the words that people look for it with; no record of the sources tells these."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from macros.models.common import Id, Record, Text, Texts, tuple_of

# How a line of `asked` refers to a group of words: [뽑기].
GROUP = re.compile(r"\[([^\[\]]*)\]")


def _line(line: str) -> str:
    """Raises where nothing stands beside a slash, or a bracket is not closed."""
    words = GROUP.sub("x", line)
    if re.search(r"[\[\]]|(?:^|[/\s])(?:/|$)|/\s", words):
        raise PydanticCustomError("asked", "'{line}'을(를) 읽을 수 없어요. 낱말은 빈칸으로, 서로 바꿔 쓸 말은 '/'로"
                                           " 나누고 묶음은 [묶음 이름]으로 적어 주세요.", {"line": line})
    return line


class Wording(Record):
    """A group of words any of which will do. A verb stands in its basic form; of several words (`2020 2021`) all are meant.

    One with `texts` is of no function: its words are what people say of that for which the guide's texts have these.
    """

    id: Id
    name: Text
    words: Annotated[Texts, BeforeValidator(tuple_of), Field(min_length=1)]
    texts: Annotated[Texts, BeforeValidator(tuple_of)] = ()


class Function(Record):
    """What the guide does: the addresses that do it or tell of it, the fittest first, and how it is asked for.

    A line of `asked` is words that must all stand in what is typed, in any order; `/` parts words that will do for one
    another, and `[뽑기]` is any word of that group.
    """

    id: Id
    name: Text
    at: Annotated[tuple[str, ...], BeforeValidator(tuple_of), Field(min_length=1)]
    asked: Annotated[tuple[Annotated[Text, AfterValidator(_line)], ...], BeforeValidator(tuple_of), Field(min_length=1)]

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the groups that its lines refer to."""
        return tuple(name for line in self.asked for name in GROUP.findall(line))
