"""Python keeps the modules that it has imported: after some of them were saved, these and who uses them are forgotten."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterable
from pathlib import Path

# At the left margin: what a function imports it looks up anew each time.
IMPORT = re.compile(r"^(?:from (macros[\w.]*) import (\([^)]*\)|[^\n#]*)|import (macros[\w.]*))", re.MULTILINE)
WORD = re.compile(r"\w+")


def forget(changed: Iterable[Path], package: Path) -> set[str]:
    """Forget the modules of `package` that are made from the `changed` files, and all that import them; their names.

    Templates are no modules. What else is not Python (a YAML of words) may have been read by any module.
    """
    files = [path for path in changed if path.is_relative_to(package) and not path.is_relative_to(package / "templates")]
    loaded = {name for name in sys.modules if name.partition(".")[0] == package.name}
    gone = {name for path in files for name in ([_name(path, package)] if path.suffix == ".py" else loaded)}
    if not gone:  # nearly always: facts, words and looks are saved far more often than code
        return gone
    users = {name: _imported(name) for name in loaded}
    fresh = gone
    while fresh:
        fresh = {name for name, used in users.items() if used & fresh} - gone
        gone |= fresh
    for name in gone & loaded:
        del sys.modules[name]
    importlib.invalidate_caches()
    return gone & loaded


def _name(path: Path, package: Path) -> str:
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imported(name: str) -> set[str]:
    """The modules of this package that a module imports, as its text says, with the packages that they are in."""
    path = getattr(sys.modules[name], "__file__", None)
    text = Path(path).read_text(encoding="utf-8") if path and Path(path).exists() else ""
    found = set()
    for module, names, plain in IMPORT.findall(text):
        base = module or plain
        for full in (base, *(f"{base}.{word}" for word in WORD.findall(names))):
            parts = full.split(".")
            found |= {".".join(parts[:end]) for end in range(1, len(parts) + 1)}
    return found
