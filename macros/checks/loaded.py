"""The data, read and checked: asked again while none of it has changed, nothing is done twice."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from macros import ROOT
from macros.cache.kept import Kept
from macros.cache.kept_output import digest
from macros.checks import run, run_on
from macros.reading.guidebook import Guidebook, load, load_sound
from macros.reading.problems import Problem


class Loaded:
    """What the last call found. A build asks once; the live preview asks after every change of code or data."""

    def __init__(self, store: Path) -> None:
        self._kept = Kept(store)
        self._mark = store.with_name("sound")
        self._sound: Guidebook | None = None

    def data(self, root: Path) -> tuple[Guidebook | None, list[Problem]]:
        """The guidebook of the data folder `root`; None, with all problems, as long as there is one."""
        key = f"{root} {digest()}"  # before the data is read: what changes meanwhile is not what was checked
        guide, problems = load(root, self._kept)
        self._kept.write_no_more()
        if guide is None:
            sound = load_sound(root, self._kept)
            return None, problems + (run_on(sound) if sound else [])
        if self._sound is None or not _same(guide, self._sound):
            problems = [] if self._is_known(key) else run(guide)
            if problems:
                return None, problems
            self._sound = guide
            self._know(key)
        return self._sound, []

    def _is_known(self, key: str) -> bool:
        """Whether an earlier build found nothing wrong in this very data with this very code."""
        return self._mark.is_file() and self._mark.read_text(encoding="utf-8") == key

    def _know(self, key: str) -> None:
        with suppress(OSError):  # a folder that cannot be written to is no fault
            self._mark.parent.mkdir(parents=True, exist_ok=True)
            self._mark.write_text(key, encoding="utf-8")


def _same(one: Guidebook, other: Guidebook) -> bool:
    """Whether both hold the very same records: a file that was read anew gives new ones."""
    first, second = list(one.records()), list(other.records())
    return len(first) == len(second) and all(mine is theirs for (*_, mine), (*_, theirs) in zip(first, second, strict=True))


loaded = Loaded(ROOT / ".cache" / "records")
