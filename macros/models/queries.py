"""What people type who look for a place of the guide, in words that stand neither there nor among its terms' other names."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from macros.models.common import Id, Record, Text, Texts, tuple_of

Lines = Annotated[Texts, BeforeValidator(tuple_of)]
# From the site's root, which is itself one.
PageAddress = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+/)*$")]


class PartQueries(Record):
    """How a part of a page, by its anchor, is asked for."""

    anchor: Text
    lines: Annotated[Lines, Field(min_length=1)]


class Queries(Record):
    """How a page and its parts are asked for, a line each as it is typed: nobody reads them, the search does."""

    id: Id
    page: PageAddress
    lines: Lines = ()
    parts: Annotated[tuple[PartQueries, ...], BeforeValidator(tuple_of)] = ()

    @property
    def places(self) -> dict[str, tuple[str, ...]]:
        """The lines by address."""
        own = {self.page: self.lines} if self.lines else {}
        return own | {f"{self.page}#{part.anchor}": part.lines for part in self.parts}
