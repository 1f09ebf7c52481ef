"""The JSON Schema of what editors write, published: any editor's program that can reach the site completes and checks with it."""

from __future__ import annotations

from pathlib import Path

from macros.schema.build import kinds, text

FOLDER = "schema"


def write_all(site: Path) -> None:
    """A file for each kind into the built site."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for kind in kinds():
        (folder / f"{kind}.json").write_text(text(kind), encoding="utf-8")
