"""Forms, field by field, and the outlines of the plans."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints
from pydantic import Field as Bounded

from macros.models.common import (
    Cited,
    Editions,
    Id,
    Ids,
    OptionalCitations,
    Paged,
    Record,
    Tables,
    Text,
    Texts,
    tuple_of,
)

# How a block's fields lie in the file:
#   rows    each field a row: its label, room to write
#   matrix  each field a row with the block's `columns` (성명, 연락처, …)
#   list    each field a column, `length` numbered rows
#   counts  each field a column, one row
#   lines   each field a line of text without a table (date, signature, addressee)
Layout = Literal["rows", "matrix", "list", "counts", "lines"]
FileFormat = Literal["hwpx", "docx", "xlsx"]
# The sections of macros/office/budget_layout.py.
BudgetTable = Literal["nature", "funds", "agendas", "costs"]


# Text whose line ends are kept, as it stands in a field of the file.
Lines = Annotated[str, StringConstraints(min_length=1)]


class CountOf(Record):
    """A number that the list below gives: its rows whose `field` begins with one of `values` (any value: none named)."""

    field: Id
    values: Texts = ()


class Field(Record):
    """A field: what it wants, who fills it in, an example that is the guide's own.

    In the file: `printed` is what stands in its place beforehand, `lines` how many lines it has room for, `width` its
    weight among the columns of a list, `choices` what can be chosen in Excel, `counts` what Excel counts for it.

    In the package to hand in (macros/tools/package.py): `shared` names what several forms ask for and is typed once, `pattern` says
    it from what is known (`{district}`, `{budget-city}`), `options` are the texts of which one is chosen.
    `earlier_labels` are those above the lists of people that were pasted before.
    """

    id: Id
    label: Text
    earlier_labels: Texts = ()
    wants: Text
    who: Text | None = None
    example: Text | None = None
    rule: Id | None = None
    note: Text | None = None
    printed: Lines | None = None
    lines: Annotated[int, Bounded(ge=1, le=30)] = 1
    width: Annotated[int, Bounded(ge=1, le=100)] = 10
    choices: Texts = ()
    counts: CountOf | None = None
    shared: Id | None = None
    pattern: Lines | None = None
    options: Texts = ()


class Block(Record):
    """Fields that stand together on the form. `earlier_columns`: what a column was called before; saved packages still have that."""

    title: Text
    fields: Annotated[tuple[Field, ...], BeforeValidator(tuple_of)]
    layout: Layout = "rows"
    columns: Texts = ()
    earlier_columns: dict[Text, Texts] = {}
    length: Annotated[int, Bounded(ge=0, le=200)] = 0


Cells = Annotated[tuple[int | str, ...], BeforeValidator(tuple_of)]


class Filled(Record):
    """The form filled in, to look at. `values` by field (a list for a matrix), `rows` of the list.

    `chapters` are the paragraphs below the headings of an outline, by number. `note` says whose figures these are;
    those from a document cite it.
    """

    note: Text
    values: dict[Id, Lines | Texts] = {}
    rows: Annotated[tuple[Cells, ...], BeforeValidator(tuple_of)] = ()
    chapters: dict[str, Texts] = {}
    source: OptionalCitations = ()


class Chapter(Record):
    """A heading of an outline, with what belongs under it.

    In the package to hand in: `shared` and `pattern` as for a field, `each` stands once for every task or agenda of the plan,
    `tables` are the budget tables that stand here.
    """

    number: Text
    title: Text
    wants: Text | None = None
    shared: Id | None = None
    pattern: Lines | None = None
    each: Literal["task", "agenda"] | None = None
    tables: Annotated[tuple[BudgetTable, ...], BeforeValidator(tuple_of)] = ()
    children: Annotated[tuple["Chapter", ...], BeforeValidator(tuple_of)] = ()


class Form(Cited, Paged):
    """A form or an outline: `forms/<id>/`. `number` as printed (2-1).

    `formats` are those of its files, `wide` turns their pages on the side, `checks` are the rules (caps) that the
    Excel file judges from its list. `makes` is what an outline's document is called.
    """

    id: Id
    order: int
    number: Text | None = None
    title: Text
    makes: Text | None = None
    summary: Text
    editions: Editions
    submitted: Text
    blocks: Annotated[tuple[Block, ...], BeforeValidator(tuple_of)] = ()
    outline: Annotated[tuple[Chapter, ...], BeforeValidator(tuple_of)] = ()
    tables: Tables = ()
    notes: Texts = ()
    advice: Texts = ()
    steps: Ids = ()
    rules: Ids = ()
    conflicts: Ids = ()
    formats: Annotated[tuple[FileFormat, ...], BeforeValidator(tuple_of)] = ("hwpx", "docx")
    wide: bool = False
    filled: Filled | None = None
    checks: Ids = ()
