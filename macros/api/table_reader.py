"""The reader of tables (docs/assets/js/table/) with the words that it knows, as one plain script that pages load when it is wanted.

Pages opened from a file can load nothing else, and most visits need no table.
"""

from __future__ import annotations

from pathlib import Path

from macros import ROOT
from macros.finish.small import small_script
from macros.office.excel.budget.places import book_places
from macros.reading.guidebook import Guidebook
from macros.templating.page_json import page_json

SOURCES = ROOT / "docs" / "assets" / "js" / "table"
FILE = "assets/table/reader.js"
# Each before those that use it.
PARTS = ("pieces", "text", "units", "beside", "amount", "headings", "mixed", "grid", "csv-cell",
         "delimited", "blocks", "html", "archive", "parts", "kinds", "number-format", "sheet", "book",
         "plan-book", "hwpx", "docx", "heads", "side-by-side", "find", "columns", "values", "rows",
         "levels", "struck", "sums", "years", "missing", "stages", "naming", "money-table", "row-funds", "lines",
         "proof", "in-words", "doubts", "netted", "stage-rows", "split-columns", "results", "several", "stage-tables", "read",
         "scores", "people", "member-counts", "purposes", "told", "preview", "file", "choice", "panel")


def words(guide: Guidebook) -> str:
    """The calls that teach the reader its words, and where what stands in the calculator's workbook."""
    headings = [heading.model_dump(mode="json", exclude_none=True) for heading in guide.headings.values()]
    budget = {name: [{"id": term.id, "label": term.label} for term in getattr(guide.budget, name)] for name in ("parts", "kinds", "funds")}
    return f"globalThis.hyeopchi.table.headings.learn({page_json(headings)}, {page_json(budget)});\n" \
           f"globalThis.hyeopchi.table.planBook.learn({page_json(book_places(guide))});\n"


def reader_script(guide: Guidebook) -> str:
    """The reader as one script; money.js and the gate come with the page."""
    parts = [small_script((SOURCES / f"{part}.js").read_text(encoding="utf-8")) for part in PARTS]
    return "\n".join([*parts, words(guide)])


def write_all(site: Path, guide: Guidebook) -> None:
    """The script into the built site."""
    target = site / FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(reader_script(guide), encoding="utf-8")
