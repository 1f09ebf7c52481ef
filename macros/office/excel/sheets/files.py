"""The small tools' empty workbooks: files to download, and the same in scripts for the browser to fill."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.finish.modules import data_script
from macros.models.sheet import Sheet
from macros.office.documents.choices import strictly
from macros.office.excel.sheets import scores
from macros.office.excel.sheets.layout import MAIN, headings
from macros.office.excel.sheets.write import Made, workbook
from macros.reading.guidebook import Guidebook
from macros.site.addresses import Addresses
from macros.site.criteria import has_criteria
from macros.site.tools import PRIORITIES
from macros.templating.page_json import unmarked


def named(guide: Guidebook) -> Iterator[tuple[str, Made]]:
    """Every workbook with its file's name, without ending."""
    to = Addresses(guide)
    for sheet in guide.sheets.values():
        for edition in sheet.workbooks:
            yield Path(to.tool_workbook(sheet.id, edition)).stem, workbook(guide, sheet, edition)
    if has_criteria(guide):
        yield Path(to.tool_workbook(PRIORITIES)).stem, scores.workbook(guide)


def known_by(guide: Guidebook, tool: Sheet | None) -> dict[str, Any]:
    """By what a page knows its tool's workbooks again (None: the scoring sheet's): the sheet, what may stand in its A1 with the scope that
    it says, and by scope the file. What judges by all editions has the scope ""."""
    to = Addresses(guide)
    if tool is None:
        return {"sheet": scores.MAIN, "names": {scores.HEADING: ""}, "scopes": {"": {"file": Path(to.tool_workbook(PRIORITIES)).stem}}}
    scopes = {scope or "": {"file": Path(to.tool_workbook(tool.id, scope)).stem, "edition": scope[:4] if scope else tool.editions[-1],
                            "part": part.id if (part := tool.part_of(scope)) else None} for scope in tool.workbooks}
    names = {name: scope or "" for scope in tool.workbooks for name in headings(tool, scope)}
    return {"sheet": MAIN, "names": names, "scopes": scopes}


def write_all(folder: Path, guide: Guidebook) -> None:
    """Both files of every workbook into the built site."""
    target = folder / "downloads"
    target.mkdir(parents=True, exist_ok=True)
    with strictly():
        workbooks = list(named(guide))
    for name, made in workbooks:
        (target / f"{name}.xlsx").write_bytes(made.content)
        # Sheets by their number in the file, from 1.
        keys = {str(number): cells for number, cells in enumerate(made.keys.values(), 1) if cells}
        told = {"file": b64encode(made.content).decode("ascii"), "keys": keys, "places": made.places}
        text = unmarked(json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True))
        (target / f"{name}.js").write_text(
            data_script(f"workbook:{name}", text), encoding="utf-8", newline="\n")
