"""The reader of tables (docs/assets/js/table/) with the words that it knows, as one plain script that pages load when it is wanted.

Pages opened from a file can load nothing else, and most visits need no table.
"""

from __future__ import annotations

from pathlib import Path

from macros.finish.modules import Modules, data_script
from macros.finish.small import small_script
from macros.office.excel.budget.places import book_places
from macros.reading.guidebook import Guidebook
from macros.templating.page_json import page_json

FILE = "assets/table/reader.js"


def words(guide: Guidebook) -> str:
    """The words that the reader knows, the budget's own terms, and where what stands in the calculator's workbook."""
    headings = [heading.model_dump(mode="json", exclude_none=True) for heading in guide.headings.values()]
    terms = {name: [{"id": term.id, "label": term.label, "earlier": term.earlier_labels} for term in getattr(guide.budget, name)]
             for name in ("parts", "kinds", "funds")}
    return data_script("table", page_json({"headings": headings, "terms": terms, "places": book_places(guide)}))


def reader_script(guide: Guidebook) -> str:
    """The reader as one script; what the page has already is not in it."""
    return words(guide) + small_script(Modules().placed("table/reader"))


def write_all(site: Path, guide: Guidebook) -> None:
    """The script into the built site."""
    target = site / FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(reader_script(guide), encoding="utf-8")
