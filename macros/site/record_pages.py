"""The file in docs/ that is a record's page: its id gives the name, also after the page moved."""

from __future__ import annotations

from typing import Any

from macros.models.kinds import Kind
from macros.models.procedure import Procedure
from macros.site.addresses import Addresses
from macros.site.places import Place


def page_pattern(kind: Kind) -> str | None:
    """Where the id puts a record of the kind, as a format over the record; None for kinds without pages of their own."""
    if not kind.page:
        return None
    return kind.address or (f"{kind.folder}/{{0.id}}/" if kind.folder else None)


def place_of(addresses: Addresses, kind: Kind, record: Any) -> Place | None:
    """The page of a record and its address; None for one that only stands within a page."""
    pattern = page_pattern(kind)
    address = addresses.of(kind.id, record.id) if pattern else None
    if not pattern or not address or "#" in address or (isinstance(record, Procedure) and record.pages == "each"):
        return None
    return Place(f"{pattern.format(record).rstrip('/')}.md", address)
