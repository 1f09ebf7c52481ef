"""What the built site calls the things of its world, for the archive and the printed manual, which are made from the site."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from macros.site.published import FOLDER


def names_of(site: Path) -> Mapping[str, str]:
    """The names by id (data/names.yaml)."""
    found = json.loads((site / FOLDER / "names.json").read_text(encoding="utf-8"))
    return {record["id"]: record["name"] for record in found["records"]}
