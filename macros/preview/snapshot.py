"""What the files of the project look like from outside: enough to see that one has been saved."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("data", "docs", "macros")
FILES = ("mkdocs.yml", "CHANGELOG.md")

Snapshot = dict[str, tuple[int, int, int]]


def snapshot(project: Path) -> Snapshot:
    """Every file of the project that pages are made from, by path, with what changes when it is saved.

    Looking costs some milliseconds, works on every file system (shared folders send no notice), and misses nothing.
    """
    top = [(str(project / name), (project / name).stat()) for name in FILES if (project / name).exists()]
    found = [*top, *(each for folder in FOLDERS for each in _below(str(project / folder)))]
    return {path: (state.st_mtime_ns, state.st_size, state.st_ino) for path, state in found}


def _below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """The files below a folder, without what editors and Python leave for themselves."""
    with os.scandir(folder) as entries:
        for entry in entries:
            try:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        yield from _below(entry.path)
                elif not entry.name.startswith(".") and not entry.name.endswith(("~", ".tmp")):
                    yield entry.path, entry.stat()
            except FileNotFoundError:
                continue  # gone between the two looks


def differing(before: Snapshot, now: Snapshot) -> set[Path]:
    """The files that were saved, made or deleted between the two."""
    return {Path(path) for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
