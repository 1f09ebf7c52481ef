"""Tables of sentences stand as cards on a phone: each cell carries its column's name, which the stylesheet shows there.

A table of figures keeps its columns at every width: they are there to be compared.
"""

from __future__ import annotations

import re
from html import escape, unescape

SENTENCE = 18  # letters of one cell: longer ones would stand in five lines in a phone's column
TABLE = re.compile(r"<table\b[^>]*>.*?</table>", re.DOTALL)
ROW = re.compile(r"<tr\b[^>]*>.*?</tr>", re.DOTALL)
CELL = re.compile(r"(<t[hd]\b[^>]*)>(.*?)</t[hd]>", re.DOTALL)
MARKUP = re.compile(r'<span class="hg-hidden">.*?</span>|<[^>]*>', re.DOTALL)
SPANS = re.compile(r"\b(?:col|row)span=|data-module=|data-label=|hg-bars__table|hg-groups")
CLASS = re.compile(r'^(<table\b[^>]*\bclass=")')


def _said(cell: str) -> str:
    return " ".join(unescape(MARKUP.sub("", cell)).split())


def _labelled(row: str, heads: list[str]) -> str:
    """A body's row with each cell but the first, which names the row, under its column's name."""
    at = -1

    def named(cell: re.Match[str]) -> str:
        nonlocal at
        at += 1
        label = f' data-label="{escape(heads[at])}"' if at and heads[at] else ""
        return f"{cell[1]}{label}{cell[0][len(cell[1]):]}"

    return CELL.sub(named, row)


def _stacked(found: re.Match[str]) -> str:
    table: str = found[0]
    head, rule, body = table.partition("</thead>")
    heads = [_said(cell) for _, cell in CELL.findall(head)]
    rows = [CELL.findall(row) for row in ROW.findall(body)]
    if SPANS.search(table) or len(ROW.findall(head)) != 1 or not rows or any(len(row) != len(heads) for row in rows):
        return table
    if not any(len(_said(cell)) > SENTENCE for row in rows for _, cell in row[1:]):
        return table
    opened = CLASS.sub(r"\1hg-stacked ", head) if CLASS.match(head) else head.replace("<table", '<table class="hg-stacked"', 1)
    return opened + rule + ROW.sub(lambda row: _labelled(row[0], heads), body)


def stacked(html: str) -> str:
    """A page whose tables of sentences know their columns' names cell by cell."""
    return TABLE.sub(_stacked, html)
