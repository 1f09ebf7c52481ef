"""The letters of a text that a file may hold."""

from __future__ import annotations

import re

from macros.words.marks import composed

# Of these letters nearly all our texts consist, and no rule below means any of them: such a text is clean as it is.
_AS_IT_IS = re.compile("[\n -~·‘’“”…가-힣]*")
# XML 1.0 knows no other control characters than tab, newline and return; 한글 shows a private mark for U+FFFE and U+FFFF.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Marks that turn the direction of what follows can make a file name or an amount look like another.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """The text without characters that no XML file and no calendar may hold; all line ends as `\\n`, composed Hangul."""
    if _AS_IT_IS.fullmatch(text):
        return text
    one = composed(text).replace("\r\n", "\n").replace("\r", "\n")
    return _TURNING.sub("", _FORBIDDEN.sub("", one))
