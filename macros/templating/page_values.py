"""Recorded values in a page's own words: `((규칙/labour-cap))` says the value there as it does in the data.

What stands as code, `((…))` between backquotes or in a fence, is an example of how to write and stays.
"""

from __future__ import annotations

import re

from macros.reading.problems import Problem
from macros.reading.references import HOW, OPEN, REFERENCE, spoken
from macros.reading.referred import NotReferableError, Values

CODE = re.compile(r"^(?P<fence>```|~~~).*?^(?P=fence)|(?P<ticks>`+)[^`\n]+(?P=ticks)", re.DOTALL | re.MULTILINE)


def filled(text: str, values: Values) -> str:
    """The text with the values in it; a reference that leads nowhere (see `faults`) stays as it is."""
    if OPEN not in text:
        return text
    pieces: list[str] = []
    end = 0
    for code in CODE.finditer(text):
        pieces += [REFERENCE.sub(lambda found: _said(found, values), text[end:code.start()]), code[0]]
        end = code.end()
    return "".join((*pieces, REFERENCE.sub(lambda found: _said(found, values), text[end:])))


def faults(source: str, file: str, values: Values) -> list[Problem]:
    """The references in a page's file that say nothing."""
    if OPEN not in source:
        return []
    words = CODE.sub(lambda code: " " * len(code[0]) if "\n" not in code[0] else re.sub(r"[^\n]", " ", code[0]), source)
    found = [_at(source, one.start(), file, said) for one in REFERENCE.finditer(words) if (said := _wrong(one, values))]
    rest = REFERENCE.sub(lambda one: " " * len(one[0]), words)
    return found + [_at(source, one.start(), file, HOW) for one in re.finditer(r"\(\((?=[가-힣]+/)", rest)]


def _said(found: re.Match[str], values: Values) -> str:
    try:
        said, after, _ = spoken(values, found, ())
    except NotReferableError:
        return found[0]
    return said + after


def _wrong(found: re.Match[str], values: Values) -> str:
    try:
        spoken(values, found, ())
    except NotReferableError as error:
        return str(error)
    return ""


def _at(source: str, position: int, file: str, message: str) -> Problem:
    before = source[:position]
    return Problem(file, before.count("\n") + 1, position - before.rfind("\n"), message)
