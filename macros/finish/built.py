"""The pages of a built site, read once for all that is made from them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

# A page's HTML by its address from the site's root: "" for the first, else ending in a slash.
Pages = Mapping[str, str]


def pages(site: Path) -> Pages:
    """Every page, in the order of the folders."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        folder = path.parent.relative_to(site).as_posix()
        found["" if folder == "." else f"{folder}/"] = path.read_text(encoding="utf-8")
    return found
