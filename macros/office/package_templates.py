"""Templates of what a district hands in: the forms and both plans, clean, with marks that docs/assets/js/package/ fills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from macros.models.form import Block, Chapter, Filled, Form
from macros.office import budget_layout, budget_tables, forms
from macros.office.catalogue import newest
from macros.office.documents.document import Cell, Document, Grid, Paragraph, Role, Section, head
from macros.reading.guidebook import Guidebook
from macros.tools.package import package_forms, place

MISSING = (("구분", "kind", 20), ("어디", "where", 40), ("무엇", "what", 60), ("근거", "clause", 42), ("할 일", "how", 60))
# A heading of a task, one of an agenda, and what stands below: what an entry does not have is left out.
EACH = (("task", 2), ("agenda", 3))


def mark(key: str, name: str) -> str:
    """`{{key.name}}`"""
    return f"{{{{{key}.{name}}}}}"


def documents(guide: Guidebook) -> Mapping[str, Document]:
    """The templates by name: `package-<form>`."""
    return {f"package-{form.id}": _outline(guide, form) if form.outline else _form(guide, form) for form in package_forms(guide)} | {
        "package-review": _letter(guide), "package-missing": _missing(guide)}


def _form(guide: Guidebook, form: Form) -> Document:
    """The form as it is printed, without how to fill it in."""
    values = {field.id: _marks(block, field.id) for block in form.blocks for field in block.fields}
    copy = form.model_copy(update={"filled": Filled(note="-", values=values)})
    blank = forms.document(guide, copy, True, newest(guide))
    sections = [section for section in blank.sections if section.id.startswith("block-")]
    made = tuple(_place(block, section) for block, section in zip(form.blocks, sections, strict=True))
    return replace(blank, subtitle="", sections=made)


def _marks(block: Block, field: str) -> str | tuple[str, ...]:
    if block.layout == "matrix":
        return tuple(mark("field", f"{field}-{at}") for at in range(len(block.columns)))
    return mark("field", field)


def _place(block: Block, section: Section) -> Section:
    """Numbers and lists are filled by the browser too."""
    if section.grid is None or block.layout not in ("counts", "list"):
        return section
    key = "field" if block.layout == "counts" else "rows"
    role: Role = "index" if block.layout == "counts" else "input"
    marks = tuple(Cell(mark(key, field.id), "index" if field.id == "number" else role) for field in block.fields)
    return replace(section, grid=replace(section.grid, rows=(section.grid.rows[0], marks)), notes=())


def _outline(guide: Guidebook, form: Form) -> Document:
    """A plan by its table of contents."""
    tables = {section.id: section for section in budget_layout.document(guide, budget_tables.marks(), newest(guide)).sections}
    sections = tuple(section for chapter in form.outline for section in _chapter(chapter, 1, tables))
    return Document(f"package-{form.id}", mark("page", "title"), newest(guide), sections=sections)


def _chapter(chapter: Chapter, level: int, tables: Mapping[str, Section]) -> Iterator[Section]:
    title = f"{chapter.number} {chapter.title}"
    text = () if chapter.children and not chapter.shared else (Paragraph(mark("text", place(chapter))),)
    yield Section(place(chapter), title, title, text, level=level)
    for name in chapter.tables:
        found = tables[name]
        repeats = found.title.startswith(chapter.number.strip("."))
        yield replace(found, title="" if repeats else found.title, level=level + 1, notes=())
    if any(child.each for child in chapter.children):
        yield from _each(chapter)
    else:
        for child in chapter.children:
            yield from _chapter(child, level + 1, tables)


def _each(chapter: Chapter) -> Iterator[Section]:
    """One run of paragraphs that is repeated for every task and agenda."""
    key = f"each-{place(chapter)}"
    for name, level in EACH:
        yield Section(f"{key}-{name}", mark(key, name), name, level=level)
    yield Section(f"{key}-text", "", "text", (Paragraph(mark(key, "text")),))


def _letter(guide: Guidebook) -> Document:
    """The review of the budget, as it is pasted into a letter."""
    return Document("package-review", mark("page", "title"), newest(guide),
                    sections=(Section("letter", "", "letter", (Paragraph(mark("page", "text")),)),))


def _missing(guide: Guidebook) -> Document:
    """What is still missing, by rule and clause."""
    marks = tuple(Cell(mark("missing", name)) for _, name, _ in MISSING)
    grid = Grid(tuple(width for *_, width in MISSING), (head(*(label for label, *_ in MISSING)), marks), least=8)
    return Document("package-missing", mark("page", "title"), newest(guide), wide=True,
                    sections=(Section("missing", "", "missing", (Paragraph(mark("page", "remarks")),), grid),))
