"""A procedure: steps in their order."""

from macros.models.common import Cited, Editions, Folder, Id, Ids, Text


class Procedure(Cited):
    """Steps in the order in which they are taken; `address` is where its pages live."""

    id: Id
    title: Text
    summary: Text
    editions: Editions
    address: Folder
    steps: Ids
    timeline: Id | None = None
    conflicts: Ids = ()
