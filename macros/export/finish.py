"""The last touch to every built page: few files to load, and nothing runs that is not the guide's own.

Sources stay small and readable files; a page loads each run of them as one. Then each page says what may run on it.
"""

from __future__ import annotations

from pathlib import Path

from macros.export.bundle import Bundles
from macros.export.policy import with_policy


def write(site: Path) -> None:
    """Rewrite the pages of the built `site`, and add the files that they load."""
    bundles = Bundles(site)
    for path in sorted(site.rglob("*.html")):
        path.write_text(with_policy(bundles.page(path.read_text(encoding="utf-8"))), encoding="utf-8")
