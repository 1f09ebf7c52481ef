"""Guides in which an editor has reworded something, and workbooks as they were before files said anything by ids."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

from openpyxl import load_workbook

from macros.cache.kept import Kept
from macros.office.excel.ids import WORDS, key_of
from macros.reading.guidebook import Guidebook, load
from macros.reading.problems import report
from tests.small_guide import SMALL

Swaps = tuple[tuple[str, str, str], ...]  # the file in data/, what stood there, what stands there now


def edited(folder: Path, *swaps: tuple[str, str, str]) -> Guidebook:
    """The small guide with texts of its data changed."""
    data = Path(shutil.copytree(SMALL, folder / str(len(list(folder.iterdir()))) / "data"))
    for name, old, new in swaps:
        text = (data / name).read_text(encoding="utf-8")
        assert old in text, (name, old)
        (data / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    guide, problems = load(data, Kept())
    assert guide is not None, report(problems)
    return guide


def aged(content: bytes) -> bytes:
    """The workbook without what it says of itself by ids."""
    book = load_workbook(io.BytesIO(content))
    assert WORDS in book.sheetnames
    del book[WORDS]
    for name in [name for name in book.defined_names if key_of(name)]:
        del book.defined_names[name]
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
