"""What the guide calls the things of its world, as a plain script: the tools' sentences say them."""

from __future__ import annotations

from pathlib import Path

from macros.reading.guidebook import Guidebook
from macros.templating.page_json import page_json

FILE = "assets/js/names.js"


def write_all(site: Path, guide: Guidebook) -> None:
    """The script into the built site."""
    target = site / FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    names = {key: name.name for key, name in guide.names.items()}
    target.write_text(f"(globalThis.hyeopchi ??= {{}}).names = {page_json(names)};\n", encoding="utf-8")
