"""The lists that are published: every kind of record, and the files to download."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any

from macros.api.plain import plain
from macros.api.schema import FILES
from macros.office.catalogue import Entry, newest
from macros.reading.guidebook import Guidebook
from macros.schema.build import kinds
from macros.schema.words import words
from macros.site.addresses import Addresses
from macros.site.published import VERSION
from macros.views.pages import page_of

EPOCH = "SOURCE_DATE_EPOCH"
FILES_TITLE = "받을 수 있는 파일"


def titles() -> dict[str, str]:
    """The name of each list."""
    return {kind: words().kinds[kind].title for kind in kinds()}


def stamp(guide: Guidebook) -> str:
    """When the data was made: the day on which it was last checked, so that a rebuild gives the same bytes.

    SOURCE_DATE_EPOCH (seconds since 1970), by which builds that can be repeated say their time, goes before it.
    """
    said = os.environ.get(EPOCH, "")
    made = datetime.fromtimestamp(int(said), UTC) if said.isdecimal() else datetime.combine(newest(guide), time(), UTC)
    return made.isoformat().replace("+00:00", "Z")


def envelope(guide: Guidebook, kind: str, title: str, records: list[Any]) -> dict[str, Any]:
    """A list with what is to be known about it."""
    return {"schema_version": VERSION, "kind": kind, "title": title, "generated_at": stamp(guide), "count": len(records),
            "records": records}


def lists(guide: Guidebook) -> dict[str, dict[str, Any]]:
    """Every list by its kind."""
    to = Addresses(guide)
    found: dict[str, list[Any]] = {kind: [] for kind in kinds()}
    for kind, key, record in guide.records():
        page = page_of(guide, to, kind, key) if kind != "budget" else None
        found[kind].append({"href": page[1] if page else None, **plain(record)})
    return {kind: envelope(guide, kind, titles()[kind], records) for kind, records in found.items()}


def files(guide: Guidebook, entries: Iterable[Entry]) -> dict[str, Any]:
    """The files to download, with size and checksum."""
    records = [{"href": file.address, "kind": entry.kind, "id": entry.id, "title": entry.title, "name": file.name, "format": file.format,
                "filled": file.filled, "size": file.size, "sha256": file.sha256} for entry in entries for file in entry.files]
    return envelope(guide, FILES, FILES_TITLE, records)
