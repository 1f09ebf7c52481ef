"""A procedure: steps in their order."""

from typing import Literal

from macros.models.common import Cited, Editions, Folder, Id, Ids, Text


class Procedure(Cited):
    """Steps in the order in which they are taken; `address` is where its pages live.

    `pages`: each step has a page of its own below the address, or all stand on one.
    """

    id: Id
    title: Text
    summary: Text
    editions: Editions
    address: Folder
    pages: Literal["one", "each"] = "one"
    steps: Ids
    timeline: Id | None = None
    conflicts: Ids = ()
