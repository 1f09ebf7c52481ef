"""Marks that stand on one letter: no language piles up more than a few, and putting thousands in order takes hours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

MOST = 8
# Blocks without any such mark, in which nearly all our texts are written: only what lies outside is looked at more closely.
_PLAIN = "\\x00-\\u02ff\\u1100-\\u11ff\\u2000-\\u20cf\\u2100-\\u2cee\\u2e00-\\u3029\\u3030-\\u3098\\u309b-\\ua66e\\uac00-\\ufb1d\\uff00-\\uffff"
_OTHER = re.compile(f"[^{_PLAIN}]{{{MOST + 1},}}")


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "M"


def piles(text: str) -> Iterator[tuple[int, int]]:
    """Where more than MOST marks follow each other: their begin and end."""
    for other in _OTHER.finditer(text):
        begin = other.start()
        for at in range(other.start(), other.end() + 1):
            if at < other.end() and _is_mark(text[at]):
                continue
            if at - begin > MOST:
                yield begin, at
            begin = at + 1


def composed(text: str) -> str:
    """The text in composed letters (NFC). Of a pile of marks the first are kept."""
    parts, at = [], 0
    for begin, end in piles(text):
        parts.append(text[at:begin + MOST])
        at = end
    return unicodedata.normalize("NFC", "".join([*parts, text[at:]]) if parts else text)
