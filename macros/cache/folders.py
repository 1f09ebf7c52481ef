"""Folders of finished files, kept between builds: most builds change words on pages, not the data from which these are made."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from macros.cache.kept import Kept


def write(kept: Kept, name: str, key: bytes, target: Path, make: Callable[[Path], object]) -> None:
    """Put what `make(folder)` writes into `target`; it is called only if nothing is kept for this `key`."""
    files = made(kept, name, key, make)
    for folder in {(target / file).parent for file in files}:
        folder.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        (target / file).write_bytes(content)


def made(kept: Kept, name: str, key: bytes, make: Callable[[Path], object]) -> dict[str, bytes]:
    """The files of such a folder by their places in it."""
    files: dict[str, bytes] = kept.get(name, key, lambda: _made(make))
    return files


def _made(make: Callable[[Path], object]) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder)
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
