"""A text as Markdown has it: the same words, none of which becomes a link, a picture, a tag or a heading."""

from __future__ import annotations

import re

# An underscore within a word, or a sign that begins nothing, stays: most texts stay as they are.
INLINE = re.compile(r"[\\`*\[\]{]|(?<![^\W_])_+|_+(?![^\W_])|&(?=#?\w+;)|<")
AT_START = re.compile(r"^(\s*)(?:(#|>|\||[-+](?=\s|$)|[=~-](?=[=~\s-]*$)|~~~|!!!|\?\?\?)|(\d{1,9})([.)])(?=\s|$))")
# What GitHub makes of a text by itself: a note to a person or a team, a link to an issue.
CALLS = re.compile(r"@(?=\w)|#(?=\d)")
UNSEEN = "\u2060"


def escaped(text: str) -> str:
    """The text within a line."""
    return INLINE.sub(lambda found: "&lt;" if found[0] == "<" else "&amp;" if found[0] == "&" else
                      "".join(f"\\{sign}" for sign in found[0]), text)


def at_start(text: str) -> str:
    """An escaped text as the first of a line: no heading, list or rule."""
    return AT_START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}", text, count=1)


def in_cell(text: str) -> str:
    """The text in a cell of a table on GitHub: it calls nobody."""
    return CALLS.sub(lambda found: found[0] + UNSEEN, escaped(" ".join(text.split()))).replace("|", "\\|")
