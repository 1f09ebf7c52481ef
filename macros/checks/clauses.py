"""Clause numbers in a citation's words: `3.2.2(2)②, (3)③` names two places, `제10조④⑥` two paragraphs of one article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

Path = tuple[str, ...]
# A rule's number (3.2.2, or the 2 of a reprinted table), an article, and what may stand below them, by its depth.
TOKEN = re.compile(r"(?P<base>제\d+조(?:의\d+)?|\d+(?:\.\d+)+|(?<![\d.])\d(?=\(\d))|(?P<bracket>\(\d+\))|(?P<circle>[①-⑳])|(?P<item>\d+)호")
# What may stand between a number and what goes on from it.
BETWEEN = re.compile(r"[\s,·~–]*")


@lru_cache(maxsize=1 << 14)
def clauses_in(text: str) -> tuple[Path, ...]:
    """The places that the words name, each from its number down: ("3.2.2", "(2)", "②")."""
    return tuple(_paths(text))


def _paths(text: str) -> Iterator[Path]:
    path: Path = ()
    end = 0
    for token in TOKEN.finditer(text):
        apart = not BETWEEN.fullmatch(text, end, token.start())
        if not token["base"] and (apart or not path):
            continue  # a bracket that belongs to no number
        depth = _depth(token, path)
        if path and depth < len(path):
            yield path
        path, end = (*path[:depth], token[0]), token.end()
    if path:
        yield path


def _depth(token: re.Match[str], path: Path) -> int:
    """How deep a token stands: a number at the top, (1) below it; ① below an article's number or below (1)."""
    if token["base"]:
        return 0
    if token["bracket"]:
        return min(1, len(path))
    below_bracket = len(path) > 1 and path[1].startswith("(")
    return min(2 if token["item"] or below_bracket else 1, len(path))
