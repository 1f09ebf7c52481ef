"""The last touch to every built page: few files to load, and nothing runs that is not the guide's own.

Sources stay small and readable files; a page loads them joined. Then each page says what may run on it, and
the worker learns which files there are.
"""

from __future__ import annotations

import re
from pathlib import Path

from macros.finish import unused_css
from macros.finish.bundle import Bundles
from macros.finish.dots import joined
from macros.finish.inline_scripts import ForeignScriptError
from macros.finish.policy import with_policy
from macros.finish.stacked_tables import stacked

# Firefox fetches the next page beforehand: the policy forbids it, and most readers do not go there.
AHEAD = re.compile(r'<link rel="(?:prev|next)"[^>]*>\s*')

# Where spaces and line breaks mean something.
EXACT = re.compile(r"(<(?:pre|textarea|script|style)\b.*?</(?:pre|textarea|script|style)>)", re.DOTALL)
INDENT = re.compile(r"\n\s+")
# The theme's script changes the page's class from "no-js" when it starts, and every element is styled anew for it. The
# pages come as they will be; docs/assets/css/base.css asks the browser itself whether scripts run.
ROOT = re.compile(r'(<html\b[^>]*) class="no-js"')


def slim(html: str) -> str:
    """A page without its templates' indents, in the state in which the theme's script leaves it."""
    parts = EXACT.split(html)
    parts[::2] = [INDENT.sub("\n", part) for part in parts[::2]]
    return ROOT.sub(r'\1 class="js-focus-visible js"', "".join(parts), count=1)


def write(site: Path) -> None:
    """Rewrite the pages of the built `site`, and add the files that they load. The worker (worker.py) is told when all is there."""
    pages = {path: joined(slim(stacked(AHEAD.sub("", path.read_text(encoding="utf-8"))))) for path in sorted(site.rglob("*.html"))}
    scripts = (path.read_text(encoding="utf-8") for path in (site / "assets" / "js").rglob("*.js"))
    bundles = Bundles(site, unused_css.names(pages.values(), scripts))
    for path, html in pages.items():
        try:
            finished = with_policy(bundles.page(html))
        except ForeignScriptError as error:
            raise ForeignScriptError(f"{path.relative_to(site).as_posix()}: {error}") from error
        _over(path, finished.encode())
    bundles.clear()


def _over(path: Path, content: bytes) -> None:
    """Write over what stands in a file: emptying it first takes longer than all else with it."""
    with path.open("r+b") as file:
        file.write(content)
        file.truncate()
