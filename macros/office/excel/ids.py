"""What a workbook says of itself by ids, so that its words may change: where each thing stands, what each word of its lists means.

A place is a defined name (`hg__field__change_own`): it follows its cell wherever rows and columns are put in, and the programs
that save workbooks keep it. Words stand on a hidden sheet, a row each: the id, the word. Files from before have neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from string import ascii_uppercase
from typing import Any

from macros.models.budget import Option, SharedReading, Term

MARK, BETWEEN = "hg", "__"
WORDS = "칸의 id"  # the hidden sheet
MOST = 2_000  # names and words of one file; ours have some hundred
CELL = re.compile(r"=?(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})")

Key = tuple[str, ...]  # what it is, and its id: ("field", "change-own"), ("answer", "change-stage", "planned")


def name_of(*key: str) -> str:
    """The defined name of a key: ids have single hyphens, which names cannot have."""
    return BETWEEN.join((MARK, *key)).replace("-", "_")


def key_of(name: str) -> Key | None:
    """The key of a defined name; None for a name of somebody else's."""
    mark, *key = name.split(BETWEEN)
    return tuple(part.replace("_", "-") for part in key) if mark == MARK and key else None


@dataclass(frozen=True)
class Ids:
    """What a file says: cells (sheet, name) by key, words by key."""

    cells: Mapping[Key, tuple[str, str]] = field(default_factory=dict)
    words: Mapping[Key, str] = field(default_factory=dict)

    def cell(self, sheet: str, *key: str) -> str | None:
        """The cell of a key, as it stands on this sheet."""
        found = self.cells.get(key)
        return found[1] if found and found[0] == sheet else None

    def row(self, sheet: str, usual: int, *key: str) -> int:
        """The row of a key; the usual one in a file that does not say."""
        found = self.cell(sheet, *key)
        return int(found.lstrip(ascii_uppercase)) if found else usual

    def labels(self, labels: Mapping[str, str], earlier: Mapping[str, str], *key: str) -> dict[str, str]:
        """What words of a list mean, by word: first as the file itself says, then as they are today (`labels`, by id), then as they were
        (`earlier`, by word)."""
        own = {word: found[-1] for found, word in self.words.items() if found[:-1] == key and found[-1] in labels}
        return {**earlier, **{word: one for one, word in labels.items()}, **own}


def earlier_of(records: Iterable[Term | Option | SharedReading]) -> dict[str, str]:
    """What they were called before, by label: the id."""
    return {label: record.id for record in records for label in record.earlier_labels}


def ids_of(names: Iterable[tuple[str, str]], rows: Iterable[tuple[Any, Any]]) -> Ids:
    """What a file says, from its defined names with what each stands for and the rows of the hidden sheet."""
    cells: dict[Key, tuple[str, str]] = {}
    for name, to in names:
        key, found = key_of(name), CELL.fullmatch(to)
        if key and found and len(cells) < MOST:
            cells[key] = (found[1] or found[2]).replace("''", "'"), found[3] + found[4]
    words = {key: word.strip() for name, word in list(rows)[:MOST] if isinstance(name, str) and isinstance(word, str) and (key := key_of(name))}
    return Ids(cells, words)
