"""Every file there is to download: what it is made from, where it lies, its size and checksum."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from macros.cache.kept import STORE, Kept
from macros.models.form import Form
from macros.office import budget_layout, budget_tables, evaluation_2018, forms, tracking
from macros.office.documents import docx, hwpx, xlsx
from macros.office.documents.document import FORMATS, Document, Format
from macros.office.documents.text import file_name
from macros.reading.guidebook import Guidebook
from macros.tools.budget import example_plans

WRITERS: Mapping[Format, Callable[[Document], bytes]] = {"hwpx": hwpx.write, "docx": docx.write, "xlsx": xlsx.write}
PROGRAMS: Mapping[Format, str] = {"hwpx": "한글", "docx": "Word", "xlsx": "엑셀"}
Maker = Callable[[], Document]
# The code on which a document's file depends: another writer may make another file of the same document.
MAKERS = ("cache/*.py", "office/**/*.py", "templates/office/**/*.j2")


@dataclass(frozen=True)
class File:
    """A file below `downloads/`. `name` is what it is called when it is saved."""

    address: str
    name: str
    format: Format
    filled: bool
    content: bytes

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.content)

    @property
    def sha256(self) -> str:
        """The checksum, in hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def program(self) -> str:
        """The program that opens it."""
        return PROGRAMS[self.format]


@dataclass(frozen=True)
class Entry:
    """One form or checklist with its files: the empty ones first."""

    kind: str
    id: str
    title: str
    files: tuple[File, ...]

    @property
    def copies(self) -> tuple[tuple[File, ...], ...]:
        """The empty files, and the filled ones if there are any."""
        both = (tuple(file for file in self.files if file.filled is filled) for filled in (False, True))
        return tuple(files for files in both if files)


def newest(guide: Guidebook) -> date:
    """The day on which the data was last checked: the date of everything that is made from it."""
    return max(*(rule.checked_on for rule in guide.rules.values()), *(timeline.checked_on for timeline in guide.timelines.values()))


def made_from(guide: Guidebook, form: Form, filled: bool, made_on: date) -> Document:
    """A form's document: most are laid out from their fields, some from other records."""
    if form.id == budget_layout.FORM:
        plan = example_plans(guide)[0] if filled else None
        figures = budget_tables.from_plan(guide, plan) if plan else budget_tables.EMPTY
        return budget_layout.document(guide, budget_tables.content(figures), made_on, plan.title if plan else "")
    if form.id == "evaluation-tables-2018":
        return evaluation_2018.document(guide, form, filled, made_on)
    if form.id == "duty-tracking":
        return tracking.duties_document(guide, form, filled, made_on)
    return forms.document(guide, form, filled, made_on)


def has_example(guide: Guidebook, form: Form) -> bool:
    """Whether there is a filled copy of the form."""
    return form.filled is not None or (form.id == budget_layout.FORM and bool(guide.budget.examples))


def written(kept: Kept, document: Document, kind: Format, write: Callable[[Document], bytes]) -> bytes:
    """The document's file as it is kept, or written now."""
    found: bytes = kept.get(kind, document.key, partial(write, document))
    return found


def kept_catalogue(guide: Guidebook, key: bytes = b"") -> tuple[Entry, ...]:
    """All entries; what an earlier build wrote of the same document is not written again.

    `key`: of all data and code, if it is known. While it is the same, no document is looked at.
    """
    if not key:
        return _by_document(guide)
    kept = Kept(STORE / "catalogue", ("cache/*.py",))
    found = kept.get("", key, lambda: tuple(map(astuple, _by_document(guide))))
    kept.save()
    return tuple(Entry(kind, name, title, tuple(File(*file) for file in files)) for kind, name, title, files in found)


def _by_document(guide: Guidebook) -> tuple[Entry, ...]:
    kept = Kept(STORE / "office", MAKERS)
    found = catalogue(guide, kept)
    kept.save()
    return found


def catalogue(guide: Guidebook, kept: Kept) -> tuple[Entry, ...]:
    """All entries, forms in the order of their menu, then checklists."""
    made_on = newest(guide)
    found = []
    for form in sorted(guide.forms.values(), key=lambda form: form.order):
        copies = (False, True) if has_example(guide, form) else (False,)
        made = [(filled, partial(made_from, guide, form, filled, made_on)) for filled in copies]
        found.append(_entry("forms", form.id, f"{forms.form_number(form)} {form.title}".strip(), form.formats, made, kept, guide.named("guide")))
    for checklist in sorted(guide.checklists.values(), key=lambda one: one.order):
        makers = [(filled, partial(tracking.checklist_document, guide, checklist, filled, made_on)) for filled in (False, True)]
        found.append(_entry("checklists", checklist.id, checklist.title, FORMATS, makers, kept, guide.named("guide")))
    return tuple(found)


def _entry(kind: str, key: str, title: str, formats: tuple[Format, ...], made: Sequence[tuple[bool, Maker]], kept: Kept,
           by: str) -> Entry:
    return Entry(kind, key, title, tuple(_files(kind, key, title, formats, made, kept, by)))


def _files(kind: str, key: str, title: str, formats: tuple[Format, ...], made: Sequence[tuple[bool, Maker]],
           kept: Kept, by: str) -> Iterator[File]:
    for filled, maker in made:
        document = replace(maker(), by=by)
        for one in formats:
            address = f"downloads/{kind}/{key}{'-example' if filled else ''}.{one}"
            name = f"{file_name(title)}{' 작성 예시' if filled else ''}.{one}"
            yield File(address, name, one, filled, written(kept, document, one, WRITERS[one]))


def write_all(folder: Path, entries: tuple[Entry, ...]) -> None:
    """Every file into the built site, with a list of checksums that `sha256sum -c` reads."""
    files = [file for entry in entries for file in entry.files]
    for file in files:
        (folder / file.address).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.address).write_bytes(file.content)
    lines = [f"{file.sha256}  {file.address.removeprefix('downloads/')}\n" for file in files]
    (folder / "downloads" / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
