"""A page that has moved leaves a page behind that leads to it: no old link, bookmark or printed address dies."""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

from macros.checks.published import load
from macros.site.addresses import relative
from macros.templating.render import environment, render

LINK = re.compile(r'<a [^>]*?href="([^"#?]*)')


def met(folder: Path, root: Path) -> list[tuple[str, str, str]]:
    """Links of the built site that meet a page which has moved: (the page, where the link leads, where it should)."""
    published, _, _ = load(root)
    moved = {move.old: move.new for move in published.moved} if published else {}
    found = []
    for path in sorted(folder.rglob("*.html")) if moved else ():
        page = path.relative_to(folder).parent.as_posix()
        for link in dict.fromkeys(LINK.findall(path.read_text(encoding="utf-8"))):
            target = "" if ":" in link or not link else normpath(f"{page}/{unquote(link)}").removesuffix("index.html")
            old = target if target in moved else f"{target.rstrip('/')}/"
            if target and old in moved:
                found.append((page, old, moved[old]))
    return found


def write_all(folder: Path, root: Path, site_name: str) -> None:
    """The pages that lead on, and copies of calendars under their old names, into the built site."""
    published, _, _ = load(root)
    made = environment()
    for move in published.moved if published else ():
        target = folder / move.old
        if move.old.endswith(".ics"):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((folder / move.new).read_bytes())
            continue
        target.mkdir(parents=True, exist_ok=True)
        text = render(made, "moved.html.j2", link=relative(move.old, move.new), site_name=site_name)
        (target / "index.html").write_text(text, encoding="utf-8")
