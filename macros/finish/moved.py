"""A page that has moved leaves a page behind that leads to it: no old link, bookmark or printed address dies."""

from __future__ import annotations

from pathlib import Path

from macros.checks.published import load
from macros.site.addresses import relative
from macros.templating.render import environment, render


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
