"""A shelf of what was worked out from something, kept between runs: what has not changed since is not worked out again.

Reading and checking the shapes of all files takes about as long as a person notices; an editor runs the check after
every change of one file. What is kept holds only while the code that made it is the same, byte for byte.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from macros import ROOT
from macros.cache import grounds

STORE = ROOT / ".cache"
# The code that reads records; whoever keeps anything else names its own.
MAKERS = ("reading/*.py", "models/*.py", "cache/*.py", "words/korean.py")
# Where the classes are that kept files may hold.
OWN = ("macros.models.", "macros.search.sections")
HELD = ("datetime.date", "fractions.Fraction")


class _Own(pickle.Unpickler):
    """Reads records and what they consist of. A pickle may name any function; from a file that somebody put here none is called."""

    def find_class(self, module: str, name: str) -> Any:
        """A class of ours, or one of the few that records hold."""
        if module.startswith(OWN) or f"{module}.{name}" in HELD:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")


def _dumped(value: object) -> bytes:
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


class Kept:
    """One file of values (records, texts, bytes) by name and by what each was made from; one owner a file.

    `makers`: the code on which they depend, as patterns. Without a path nothing outlives the process.
    """

    def __init__(self, path: Path | None = None, makers: Sequence[str] = MAKERS) -> None:
        self._path = path
        self._fingerprint = grounds.code(makers) if path else b""
        self._files: dict[tuple[str, bytes], Any] = {}
        # As they stand in a file: each is read when it is asked for, and written again as it is.
        self._packed: dict[tuple[str, bytes], bytes] = self._read(path) if path else {}
        self._before = frozenset(self._packed)
        self._used: dict[tuple[str, bytes], None] = {}

    def _read(self, path: Path) -> dict[tuple[str, bytes], bytes]:
        """What an earlier run left; nothing if the code has changed since or the file is damaged."""
        try:
            content = path.read_bytes()
        except OSError:
            return {}
        head, digest, body = content[:32], content[32:64], content[64:]
        if head != self._fingerprint or sha256(body).digest() != digest:
            return {}
        try:
            found: dict[tuple[str, bytes], bytes] = _Own(BytesIO(body)).load()
        except pickle.UnpicklingError:
            return {}
        return found

    def find(self, name: str, content: bytes) -> Any:
        """What was kept under `name`, made from this very content."""
        key = name, sha256(content).digest()
        if key in self._packed and key not in self._files:
            try:
                self._files[key] = _Own(BytesIO(self._packed[key])).load()
            except pickle.UnpicklingError:  # somebody put it there
                del self._packed[key]
        value = self._files.get(key)
        if value is not None:
            self._used[key] = None
        return value

    def keep(self, name: str, content: bytes, value: Any) -> None:
        """Remember what was made from something in which nothing was wrong."""
        key = name, sha256(content).digest()
        self._files[key], self._used[key] = value, None
        self._packed.pop(key, None)

    def get(self, name: str, content: bytes, make: Callable[[], Any]) -> Any:
        """What was kept; what `make` gives now, if there is nothing."""
        found = self.find(name, content)
        if found is None:
            found = make()
            self.keep(name, content, found)
        return found

    def leave(self, path: Path) -> None:
        """Leave in a file what this process used, for the one from which it was parted."""
        self._path = path
        self.save()

    def take(self, path: Path) -> None:
        """Have at hand what another process left there; the file is taken away."""
        self._packed |= self._read(path)
        path.unlink(missing_ok=True)

    def write_no_more(self) -> None:
        """Keep what comes for this process alone: who looks again every few seconds need not write it down each time."""
        self._path = None

    @property
    def unsaved(self) -> bool:
        """Whether the next run would find something else than this one did."""
        return self._path is not None and self._used.keys() != self._before

    def save(self) -> None:
        """Leave for the next run what this one used; a folder that cannot be written to is no fault."""
        if self._path is None or not self.unsaved:
            return
        body = _dumped({key: self._packed.get(key) or _dumped(self._files[key]) for key in self._used})
        beside = self._path.with_suffix(f".{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(self._fingerprint + sha256(body).digest() + body)
            beside.replace(self._path)
        except OSError:
            beside.unlink(missing_ok=True)
