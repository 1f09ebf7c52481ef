"""The budget workbook of an edition, empty or with a plan in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from macros.models.plan import Plan
from macros.office.excel.book import Book
from macros.office.excel.budget.inputs import asks, lines, settings
from macros.office.excel.budget.layout import LINE_COUNT, PROJECT_COUNT, SETTINGS, Layout, layout
from macros.office.excel.budget.results import caps, each, totals
from macros.office.excel.budget.sums import CapRows, cap_sums, line_sums
from macros.office.excel.budget.tables import costs, tables
from macros.reading.guidebook import Guidebook


@dataclass(frozen=True)
class Made:
    """The file's bytes; by sheet and cell the keys of what formulas show, for whoever fills the file elsewhere."""

    content: bytes
    keys: dict[str, dict[str, str]]


def workbook(guide: Guidebook, edition: str, plan: Plan | None = None,
             size: tuple[int, int] = (LINE_COUNT, PROJECT_COUNT)) -> Made:
    """The workbook, with room for so many lines and projects.

    With a plan its cells are typed in; what formulas show is for a spreadsheet to work out.
    """
    form = layout(guide, edition, size)
    book = Book(f"예산 한도 계산 {edition}년판", _last_checked(form), guide.named("guide"))
    settings(book, form, plan)
    lines(book, form, plan)
    asks(book, form, plan)
    rows = CapRows(form)
    totals(book, form)
    caps(book, form, rows)
    each(book, form, rows)
    tables(book, form)
    costs(book, form)
    line_sums(book, form)
    cap_sums(book, form, rows)
    book.sheets[SETTINGS].raw.activate()
    return Made(book.close(), book.keys)


def _last_checked(form: Layout) -> datetime:
    """The day on which the newest of the rules was checked: the file is the same as long as they are."""
    ids = [rule.id for rules in (form.caps, form.informing, form.each, form.asks) for rule in rules]
    days = [form.guide.rules[key].checked_on for key in ids]
    return datetime.combine(max(days), time())
