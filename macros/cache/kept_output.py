"""What is made from the data alone, kept between builds: most builds change words on pages, not the data.

Making the workbooks, the calendars and the published data takes as long as a third of all pages. They are made anew
when a data file, this package or a library has changed by one byte.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from macros import ROOT

# Everything that what we make may depend on: facts, code with its templates, and the versions of the libraries.
GROUNDS = ("data", "macros", "requirements.txt")
IGNORED = ("__pycache__",)


def digest(project: Path = ROOT) -> str:
    """Changes with every byte of the grounds, with their names, and with Python."""
    made = hashlib.sha256(sys.version.encode())
    for ground in GROUNDS:
        top = project / ground
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if path.is_file() and not any(part in IGNORED for part in path.parts):
                content = path.read_bytes()
                made.update(f"\0{path.relative_to(project).as_posix()}\0{len(content)}\0".encode() + content)
    return made.hexdigest()


class KeptOutput:
    """Folders of finished files in `store`, for one state of the grounds (`key`); those of other states are dropped."""

    def __init__(self, store: Path, key: str) -> None:
        self._store = store
        self._key = key

    def write(self, name: str, target: Path, make: Callable[[Path], object]) -> None:
        """Put what `make(folder)` writes into `target`; it is called only if it was not kept. `name` is a file name."""
        kept = self._store / name / self._key
        if not kept.exists():
            shutil.rmtree(kept.parent, ignore_errors=True)
            kept.parent.mkdir(parents=True)
            made = Path(tempfile.mkdtemp(dir=kept.parent))
            make(made)
            made.rename(kept)  # all or nothing: a build that was broken off leaves no half
        shutil.copytree(kept, target, dirs_exist_ok=True)
