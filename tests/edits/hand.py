"""How an editor's hand changes files: each asserts that there was something to change."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

Edit = Callable[[Path], None]


def put(project: Path, name: str, find: str, text: str) -> None:
    """A hand edit: the first `find` in a file becomes `text`."""
    path = project / name
    before = path.read_text(encoding="utf-8")
    assert find in before, (name, find)
    path.write_text(before.replace(find, text, 1), encoding="utf-8")


def append(project: Path, name: str, text: str) -> None:
    """A hand edit: more at the end of a file."""
    path = project / name
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + text.lstrip("\n"), encoding="utf-8")


def swap(project: Path, name: str, pattern: str, text: str) -> None:
    """A hand edit of whatever stands there today."""
    path = project / name
    before = path.read_text(encoding="utf-8")
    after = re.sub(pattern, text, before, count=1, flags=re.MULTILINE)
    assert after != before, (name, pattern)
    path.write_text(after, encoding="utf-8")


def swap_all(project: Path, pattern: str, text: str) -> None:
    """A hand edit of every place where something stands in the data."""
    for path in (project / "data").rglob("*.yaml"):
        path.write_text(re.sub(pattern, text, path.read_text(encoding="utf-8")), encoding="utf-8")
