"""No line begins with a middle dot: browsers may break before one (한글 | ·Word), and are told to break only after it."""

from __future__ import annotations

import re

DOT, JOINER, BOUND = "·", "\u2060", "\u00a0"
# Text that is no prose, or that somebody types, presses or copies as it is, stays; so does what stands in a tag.
PROSE = re.compile(r"<(head|pre|textarea|script|style|code|select|button|label|svg|template)\b.*?</\1>|(?<=>)[^<>·]*·[^<>]*", re.DOTALL)
BEFORE = re.compile(rf"(?<![{JOINER}{BOUND}])[ \n]*{DOT}")


def joined(html: str) -> str:
    """The page with each dot held to what stands before it: by a word joiner, or by a space that does not break."""
    return PROSE.sub(lambda found: found[0] if found[1] else BEFORE.sub(_held, found[0]), html) if DOT in html else html


def _held(dot: re.Match[str]) -> str:
    return (JOINER if dot[0] == DOT else BOUND) + DOT
