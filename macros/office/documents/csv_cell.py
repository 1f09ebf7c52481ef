"""A text as a CSV cell that Excel, LibreOffice and Google Sheets leave alone.

A spreadsheet that opens a CSV file reads each cell as if somebody had typed it: 3/10 and 2-1 become dates, 1E5 and 007
numbers, =1+1 a formula; quotes around a cell change nothing. An apostrophe in front makes it a text in all three. It is
undone by taking one apostrophe off the front of a cell that begins with one (docs/downloads/data.md says so); a text
that begins with one by itself therefore gets a second. `="3/10"` would be a formula, a space in front is ignored by
Excel, and a tab or a mark of no width stays in the cell unseen.
"""

from __future__ import annotations

import re

from macros.office.documents.text import clean

# Numbers that every spreadsheet shows as they are written, and whole dates, which they rightly take for dates.
_AS_IT_IS = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d{0,13}[1-9])?|\d{4}-\d\d-\d\d")
_FORMULA = re.compile(r"['=+\-@\t\r]")
_SIGNS = r"[\d\s.,:/\-%()$₩€£¥]*"
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_READ = re.compile("|".join((
    rf"(?=.*\d){_SIGNS}(\s*[ap]m?)?",  # 3/10, 2-1, 007, 10%, 9:30, 1,234
    r"\d[\d.,]*e[+\-]?\d+",
    rf"(?=.*\d){_SIGNS}{_MONTH}{_SIGNS}",
    r"(\d+\s*년\s*)?\d+\s*월\s*\d+\s*일|\d+\s*년\s*\d+\s*월",
    r"(오전|오후)\s*\d[\d\s:시분초]*|\d+\s*시\s*\d+\s*분[\d\s초]*",
    r"true|false|#(n/a|ref!|value!|name\?|div/0!|null!|num!)")), re.IGNORECASE | re.ASCII)
# How all of these begin: with most texts that is settled, and at once with nearly all that begin with a syllable or are JSON.
_BEGINS = re.compile(r"[\d\s.,:/\-%()$₩€£¥#a-z오]", re.IGNORECASE | re.ASCII)
_SETTLED = re.compile(r"[가-옣옥-힣\[{]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # read like the letters that they widen


def csv_cell(text: str) -> str:
    """The text, with an apostrophe in front if a spreadsheet would take it for something else."""
    made = clean(text)
    if _SETTLED.match(made):
        return made
    as_read = made.translate(_FULL_WIDTH).strip()
    taken = _FORMULA.match(made) or _FORMULA.match(as_read) or (_BEGINS.match(as_read) and _READ.fullmatch(as_read))
    return f"'{made}" if taken and not _AS_IT_IS.fullmatch(made) else made


def uncelled(cell: str) -> str:
    """The text that a cell was made of."""
    return cell.removeprefix("'")
