"""The house as it stands: each package with its modules, its lines and whom it imports from, read from the tree itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from macros import ROOT

# From what knows nothing of the others to what knows them all: a package imports only from those before it.
ORDER = ("models", "rules", "words", "typed", "cache", "reading", "site", "checks", "schema", "views", "charts", "calendars", "tools",
         "templating", "finish", "print", "search", "office", "api", "pages", "changes", "preview", "commands")
IMPORT = re.compile(r"^\s*(?:from|import) macros\.(\w+)|^\s*from macros import (\w+)", re.MULTILINE)
TOP = ROOT / "macros"


@dataclass(frozen=True)
class Package:
    """A package: how large it is, and those before and after it from which it imports."""

    name: str
    modules: int
    lines: int
    before: tuple[str, ...]
    after: tuple[str, ...]


def modules(name: str, top: Path = TOP) -> list[Path]:
    """The files of a package."""
    return sorted((top / name).rglob("*.py"))


def package(name: str, top: Path = TOP) -> Package:
    """One package as its files say."""
    texts = [path.read_text(encoding="utf-8") for path in modules(name, top)]
    known = {one or other for text in texts for one, other in IMPORT.findall(text)} - {name}
    place = ORDER.index(name)
    return Package(name, len(texts), sum(text.count("\n") for text in texts),
                   tuple(one for one in ORDER[:place] if one in known), tuple(one for one in ORDER[place:] if one in known))


def packages(top: Path = TOP) -> list[Package]:
    """All of them in their order."""
    return [package(name, top) for name in ORDER]
