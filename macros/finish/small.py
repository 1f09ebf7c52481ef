"""Scripts as small as they go: without comments and blanks, and with short names inside."""

from __future__ import annotations

try:
    import minify
except ImportError:  # No build of the library for Apple's own chips: the site is the same there, only heavier.
    minify = None


def small_script(script: str) -> str:
    """A classic script that does the same; a licence (`/*!`) stays, and so does what other scripts call by name.

    Raises: `ValueError` (the library's own) with line and column when it is no script.
    """
    # The last semicolon goes as well, and a joined file needs it before the next script's bracket.
    return minify.string("application/javascript", script) + ";" if minify else script
