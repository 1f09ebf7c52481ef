"""A page's text after its macros, kept between builds: it is the same as long as its own text and all that macros read are.

Most builds change the words of a page or nothing that the others show; rendering all of them is a third of a build.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from macros import ROOT
from macros.cache.kept import Kept
from macros.cache.kept_output import digest

# What macros read beside the data and this package.
ALSO = ("pyproject.toml", "CHANGELOG.md", "docs/assets/css/tokens.css")
SURROUNDINGS = ("SOURCE_DATE_EPOCH",)
HEAD = ("title", "description")

Made = tuple[str, dict[str, str]]


def grounds(extra: Mapping[str, Any], names: Collection[str], project: Path = ROOT) -> bytes:
    """Changes with all that a macro may depend on: `extra` of mkdocs.yml and the `names` of the pages and files there are too."""
    made = sha256(digest(project).encode())
    for path in (project / name for name in ALSO):
        made.update(b"\0" + (path.read_bytes() if path.exists() else b""))
    surroundings = [os.environ.get(name, "") for name in SURROUNDINGS]
    made.update(json.dumps([extra, sorted(names), surroundings], default=str, sort_keys=True).encode())
    return made.digest()


class KeptPages:
    """Texts after the macros, with the heads that the macros wrote. `grounds`: see above; other grounds, other texts."""

    def __init__(self, store: Path, grounds: bytes) -> None:
        self._kept = Kept(store, ("cache/*.py",))
        self._grounds = grounds

    def find(self, url: str, source: str) -> Made | None:
        """What was made of the page at this address from this very text."""
        found: Made | None = self._kept.find(url, self._grounds + source.encode())
        return found

    def keep(self, url: str, source: str, text: str, meta: Mapping[str, Any]) -> None:
        """Remember what was made of a page in which nothing was wrong."""
        head = {name: str(meta[name]) for name in HEAD if name in meta}
        self._kept.keep(url, self._grounds + source.encode(), (text, head))

    def save(self) -> None:
        """Leave for the next build what this one used."""
        self._kept.save()
