"""Forms as documents: laid out as they are printed, empty or filled in, with how to fill them behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from macros.calendars.entry import cited
from macros.models.common import Citation, Table
from macros.models.form import Block, Chapter, Field, Filled, Form
from macros.office.documents.document import Cell, Document, Grid, Paragraph, Row, Section, head
from macros.office.lists import count_cells, list_block, list_cells
from macros.office.share_checks import share_section
from macros.reading.guidebook import Guidebook
from macros.views.advice import advised

EMPTY = Filled(note="-")
SAMPLE = "예시: "
GUIDE_SHEET = "작성 요령"


def document(guide: Guidebook, form: Form, filled: bool, made_on: date) -> Document:
    """The form as a document, empty or filled in."""
    entered = form.filled if filled and form.filled else EMPTY
    sections = [*_blocks(form, entered), *_outline(form, entered), *share_section(guide, form, entered),
                *guidance(guide, form), sources(guide, (*form.source, *entered.source))]
    return Document(form.id, form.title, made_on, form_number(form), form.filled.note if filled and form.filled else "",
                    tuple(sections), form.wide)


def form_number(form: Form) -> str:
    """`서식 2-1`, `부록5`; nothing for what the documents do not number."""
    if not form.number:
        return ""
    return f"서식 {form.number}" if form.number[0].isdigit() else form.number


def _blocks(form: Form, entered: Filled) -> Iterator[Section]:
    for number, block in enumerate(form.blocks, 1):
        name = f"block-{number}"
        if block.layout == "lines":
            yield Section(name, "", block.title, tuple(
                Paragraph(value_of(field, entered) or field.printed or field.label, "center") for field in block.fields))
            continue
        sheet = listed[1].title if (listed := list_block(form)) else block.title
        yield Section(name, block.title, sheet, grid=_grid(form, block, entered), notes=_more(block))


def _grid(form: Form, block: Block, entered: Filled) -> Grid:
    if block.layout == "counts":
        return Grid(tuple(10 for _ in block.fields),
                    (head(*(field.label for field in block.fields)), count_cells(form, block, entered, value_of)))
    if block.layout == "list":
        return Grid(tuple(field.width for field in block.fields),
                    (head(*(field.label for field in block.fields)), *list_cells(block, entered)), least=8)
    if block.layout == "matrix":
        return Grid((20, *(20 for _ in block.columns)), (head("구분", *block.columns), *_matrix(block, entered)), least=8)
    return Grid((26, 84), tuple(_row(field, entered) for field in block.fields), heads=0)


def _more(block: Block) -> tuple[str, ...]:
    """A list that is longer than its rows is lengthened by hand."""
    return ("모자라면 줄을 늘려서 쓰세요.",) if block.layout == "list" else ()


def _row(field: Field, entered: Filled) -> Row:
    return Cell(field.label, "label"), Cell(value_of(field, entered) or field.printed or "", room=field.lines)


def _matrix(block: Block, entered: Filled) -> Iterator[Row]:
    for field in block.fields:
        values = entered.values.get(field.id, ())
        cells = list(values) if isinstance(values, tuple) else [values]
        yield (Cell(field.label, "label"), *(Cell(text) for text in [*cells, *[""] * len(block.columns)][:len(block.columns)]))


def value_of(field: Field, entered: Filled) -> str:
    """What is entered in a field: what the filled form says, or else the field's own example."""
    if entered is EMPTY:
        return ""
    value = entered.values.get(field.id)
    if value is None:
        # A field that is counted or already printed shows itself; the others show their example.
        return "" if field.counts or field.printed else (field.example or "").removeprefix(SAMPLE)
    return value if isinstance(value, str) else " / ".join(value)


def _outline(form: Form, entered: Filled) -> Iterator[Section]:
    if form.outline:
        yield Section("outline", "차례", "차례", new_page=bool(form.blocks))
    tables = list(form.tables) if form.outline else []
    for chapter, level in _chapters(form.outline, 1):
        said = tuple(Paragraph(f"- {text}") for text in entered.chapters.get(chapter.number, ()))
        wants = (Paragraph(f"[{chapter.wants}]", "lead"),) if chapter.wants else ()
        last = chapter is form.outline[-1]
        yield Section(f"chapter-{chapter.number.strip('.').replace('.', '-')}", f"{chapter.number} {chapter.title}",
                      chapter.title, (*wants, *(said or (Paragraph(""),))), printed(tables[0]) if last and tables else None,
                      level=level)


def _chapters(outline: Iterable[Chapter], level: int) -> Iterator[tuple[Chapter, int]]:
    for chapter in outline:
        yield chapter, level
        yield from _chapters(chapter.children, level + 1)


def printed(table: Table) -> Grid:
    """A table as the document prints it, with its empty cells to write in."""
    return Grid(tuple(max(len(column), 4) for column in table.columns),
                (head(*table.columns), *(tuple(_printed(cell) for cell in row) for row in table.rows)), least=8)


def _printed(cell: int | str) -> Cell:
    return Cell(number=cell, role="number") if isinstance(cell, int) else Cell(cell)


def guidance(guide: Guidebook, form: Form) -> Iterator[Section]:
    """What each field wants, who fills it in, which rule it answers to; and what else is to be known."""
    rows = [(Cell(field.label, "label"), Cell(" ".join(filter(None, (field.wants, field.note))), "note"),
             Cell(field.who or "", "note"), Cell(guide.rules[field.rule].label if field.rule else "", "note"))
            for block in form.blocks for field in block.fields]
    if rows:
        yield Section("guidance", "작성 요령", GUIDE_SHEET, (Paragraph(form.submitted),),
                      Grid((22, 60, 22, 22), (head("칸", "작성 요령", "작성자", "규칙"), *rows)), new_page=True)
    notes = (*form.notes, *advised(form.advice))
    if notes:
        yield Section("notes", "유의 사항", GUIDE_SHEET, tuple(Paragraph(f"- {note}", "note") for note in notes))


def sources(guide: Guidebook, citations: tuple[Citation, ...]) -> Section:
    """Where it stands in the documents."""
    lines = dict.fromkeys(cited(citation, guide) for citation in citations)
    return Section("sources", "근거", GUIDE_SHEET, (Paragraph(" · ".join(lines), "note"),))
