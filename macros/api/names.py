"""What the guide calls the things of its world, as the module that our scripts import: the tools' sentences say them."""

from __future__ import annotations

from pathlib import Path

from macros.reading.guidebook import Guidebook
from macros.templating.page_json import page_json

FILE = "assets/js/names.js"


def module(guide: Guidebook) -> str:
    """The text of the module `names`."""
    return f"export const names = {page_json({key: name.name for key, name in guide.names.items()})};\n"


def write_all(site: Path, guide: Guidebook) -> None:
    """The module into the built site."""
    target = site / FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(module(guide), encoding="utf-8")
