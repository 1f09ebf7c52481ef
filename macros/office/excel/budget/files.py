"""The empty budget workbooks: a file to download for each edition, and the same in a script for the browser to fill.

The script is a classic one, because a page opened from a folder may not fetch. It carries the file and, for each cell
whose value the browser works out itself, the key of that value (docs/assets/js/budget/workbook-values.js).
"""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path
from typing import Any

from macros.finish.modules import data_script
from macros.office.documents.choices import strictly
from macros.office.excel.budget.layout import (
    ALSO,
    ANSWER,
    ASKS,
    FIRST,
    FUNDS,
    GUIDE_READING,
    KIND,
    LINE_COUNT,
    LINES,
    NAME,
    NO_CHOICE,
    NOTE,
    PART,
    PROJECT_COUNT,
    READING_CELL,
    SETTINGS,
    SHEETS,
    SUBJECT,
    TITLE_CELL,
    UNDECIDED,
    UNNAMED,
    WHAT,
    Layout,
    layout,
)
from macros.office.excel.budget.write import workbook
from macros.reading.guidebook import Guidebook
from macros.rules.terms import plan_editions
from macros.site.addresses import Addresses
from macros.templating.page_json import unmarked


def write_all(folder: Path, guide: Guidebook) -> None:
    """Write both files of every edition into the built site."""
    for edition in plan_editions(guide.rules.values()):
        with strictly():
            made = workbook(guide, edition)
        path = folder / Addresses(guide).workbook(edition)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(made.content)
        told = {"file": b64encode(made.content).decode("ascii"), "keys": _numbered(made.keys), **_places(layout(guide, edition))}
        text = unmarked(json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True))
        path.with_suffix(".js").write_text(
            data_script(f"workbook:{edition}", text), encoding="utf-8", newline="\n")


def _numbered(keys: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Sheets by their number in the file, from 1."""
    return {str(SHEETS.index(sheet) + 1): cells for sheet, cells in keys.items() if cells}


def _places(form: Layout) -> dict[str, Any]:
    """Where what is typed stands."""
    return {
        "sheets": {name: SHEETS.index(sheet) + 1 for name, sheet in (("settings", SETTINGS), ("lines", LINES), ("asks", ASKS))},
        "first": FIRST, "lineCount": LINE_COUNT, "projectCount": PROJECT_COUNT,
        "columns": {"name": NAME, "part": PART, "what": WHAT, "kind": KIND, "subject": SUBJECT, "also": ALSO, "answer": ANSWER, "note": NOTE,
                    **{f"fund:{fund.id}": column for fund, column in zip(form.funds, FUNDS, strict=True)}},
        "title": TITLE_CELL, "grant": form.grant_cell, "reading": READING_CELL, "readings": form.readings,
        "choices": {choice.id: form.choice_cell(number) for number, choice in enumerate(form.choices)},
        "asks": {rule.id: FIRST + number for number, rule in enumerate(form.asks)},
        "words": {"guideReading": GUIDE_READING, "noChoice": NO_CHOICE, "undecided": UNDECIDED, "unnamed": UNNAMED},
    }
