"""The files of forms and checklists as a list in which one finds a file: by number, name, edition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.checklist import Checklist
from macros.models.form import Form
from macros.office.catalogue import Entry, File
from macros.office.forms import form_number
from macros.reading.guidebook import Guidebook
from macros.site.addresses import Addresses


@dataclass(frozen=True)
class Listed:
    """One form or checklist: its number (`서식 2-1`, none: empty) in a document, its page, its editions, its files."""

    number: str
    document: str
    title: str
    summary: str
    address: str
    editions: tuple[str, ...]
    empty: tuple[File, ...]
    filled: tuple[File, ...]


def listed(guide: Guidebook, to: Addresses, entries: Iterable[Entry], kind: str) -> list[Listed]:
    """The entries of a kind (`forms`, `checklists`): the newest edition first, within it in the order of their menu."""
    rows = [_row(guide, getattr(guide, kind)[entry.id], to.of(kind, entry.id), entry) for entry in entries if entry.kind == kind]
    return sorted(rows, key=lambda row: -int(max(row.editions)))  # stable: the menu's order stays


def _row(guide: Guidebook, record: Form | Checklist, address: str | None, entry: Entry) -> Listed:
    assert address is not None, entry.id  # forms and checklists have pages of their own
    of = {filled: tuple(file for file in entry.files if file.filled is filled) for filled in (False, True)}
    number = form_number(record) if isinstance(record, Form) else ""
    document = guide.sources[record.source[0].doc].short if isinstance(record, Form) and number and record.source else ""
    return Listed(number, document, record.title, record.summary, address, record.editions, of[False], of[True])
