"""A plan as rows of the sheet of lines."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.plan import Line, Plan
from macros.office.excel.book import Sheet, clean
from macros.office.excel.budget.layout import (
    ALSO,
    FIRST,
    FUNDS,
    KIND,
    NAME,
    PART,
    SUBJECT,
    UNDECIDED,
    UNNAMED,
    WHAT,
    Layout,
)


def trimmed(text: str) -> str:
    """As the formulas read a name: no blanks around it, single ones within."""
    return " ".join(piece for piece in text.split(" ") if piece)


def rows_of(plan: Plan) -> Iterator[tuple[str | None, str | None, Line | None]]:
    """(name, part, line): a project's first row has its name and part; a project without lines has one row.

    A name tells projects apart here, so each is made to differ from those before it.
    """
    used: set[str] = set()
    for project in plan.projects:
        name = base = trimmed(clean(project.name)) or UNNAMED
        number = 2
        while name in used:
            name, number = f"{base} ({number})", number + 1
        used.add(name)
        lines = project.lines or (None,)
        yield name, project.part, lines[0]
        yield from ((None, None, line) for line in lines[1:])


def fill(sheet: Sheet, form: Layout, plan: Plan) -> None:
    """Write the plan's rows. Raises ValueError when they are more than the sheet has."""
    parts, kinds = ({term.id: term.label for term in terms} for terms in (form.parts, form.kinds))
    for row, (name, part, line) in enumerate(rows_of(plan), FIRST):
        if row > form.last:
            raise ValueError(f"the workbook has {form.line_count} lines")
        if name is not None:
            sheet.text(f"{NAME}{row}", name, "input")
            sheet.text(f"{PART}{row}", parts.get(part or "", ""), "input")
        if line is None:
            continue
        sheet.text(f"{WHAT}{row}", line.name, "input")
        sheet.text(f"{KIND}{row}", kinds.get(line.kind or "", ""), "input")
        if line.subject:
            sheet.text(f"{SUBJECT}{row}", line.subject, "input")
        if line.also:
            sheet.text(f"{ALSO}{row}", ", ".join(kinds[kind] for kind in line.also), "input")
        for column, fund in zip(FUNDS, form.funds, strict=True):
            won = line.amounts.get(fund.id, 0)
            if won is None:
                sheet.text(f"{column}{row}", UNDECIDED, "input-money")
            elif won:
                sheet.number(f"{column}{row}", won, "input-money")
