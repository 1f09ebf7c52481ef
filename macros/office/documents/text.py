"""What may stand in a file: characters that XML allows, and names that every file system takes."""

from __future__ import annotations

import re
from functools import lru_cache

from macros.words.printable import clean as clean  # what most writers of files ask for

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
LONGEST_CONSTANT = 255
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


@lru_cache(maxsize=10_000)  # a workbook's formulas compare with the same few labels
def quoted(text: str) -> str:
    """A text as a formula's constant. Excel takes 255 letters in one; a longer text is joined of several."""
    parts = [clean(text[start:start + LONGEST_CONSTANT]) for start in range(0, max(len(text), 1), LONGEST_CONSTANT)]
    return "&".join('"' + part.replace('"', '""') + '"' for part in parts)


def beginning(text: str) -> str:
    """A criterion of COUNTIF: what begins with the text, whose own marks stand for themselves."""
    return quoted(re.sub(r"[~*?]", lambda found: "~" + found[0], text) + "*")


def file_name(title: str) -> str:
    """A title as a file's name, without its ending: no character that Windows refuses, at most 80 characters."""
    name = re.sub(r"\s+", " ", _NOT_IN_NAMES.sub(" ", clean(title))).strip(" .")[:80].strip(" .")
    return f"_{name}" if not name or _DEVICES.match(name) else name
