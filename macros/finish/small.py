"""Scripts without what only their editors read. Names stay, and so does the order of what they do.

Tried as well, in November 2026: rjsmin 1.3 (took a pattern for a division), tdewolff's minify 2.24 (a sixth smaller by
short names, but moved a `const` above another that it needs).
"""

from __future__ import annotations

import re

import minify_html

# Comments of our scripts stand on lines of their own; one that follows code goes with the blanks.
REMARK = re.compile(r"^[ \t]*(?:/\*\*?(?!!)(?:(?!\*/).)*\*/[ \t]*|//[^\n]*)\n", re.DOTALL | re.MULTILINE)
# What a value is, said for the editor beside it; the library keeps these.
TYPE = re.compile(r"/\*\* @type [^*\n]*\*/ ?")
OPEN, CLOSE = "<script>", "</script>"
# The library takes every script for a module, which needs no word to be strict; ours are classic ones.
STRICT = '"use strict";'


def small_script(script: str) -> str:
    """A script of ours that does the same; a licence (`/*!`) stays.

    Raises: `ValueError` when it would end the element that holds it.
    """
    if CLOSE in script:
        raise ValueError(f"스크립트에 {CLOSE}가 있어 줄일 수 없어요.")
    made = minify_html.minify(f"{OPEN}{TYPE.sub('', REMARK.sub('', script))}{CLOSE}", minify_js=True)
    return f"{STRICT}{made.removeprefix(OPEN).removesuffix(CLOSE)}"
