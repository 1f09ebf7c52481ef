"""The data, read and checked: asked again while none of it has changed, nothing is done twice."""

from __future__ import annotations

from pathlib import Path

from macros.cache import grounds
from macros.cache.beside import Beside
from macros.cache.kept import STORE, Kept
from macros.checks import run, run_on, sound
from macros.reading.guidebook import Guidebook, load, load_sound
from macros.reading.problems import Problem
from macros.reading.references import Before


class Loaded:
    """What the last call found. A build asks once; the live preview asks after every change of code or data."""

    def __init__(self, store: Path) -> None:
        self._kept = Kept(store)
        self._checked = Kept(store.with_name("sound"), ())  # the data in which an earlier build found nothing wrong
        self._sound: Guidebook | None = None
        self.key = b""  # of all data and code as they were before they were read last; empty if this was asked before
        self._before = Before()

    def data(self, root: Path, *, once: bool = False) -> tuple[Guidebook | None, list[Problem]]:
        """The guidebook of the data folder `root`; None, with all problems, as long as there is one.

        `once`: nobody will ask again, so that a second process may look through a part, which then is not remembered in this one.
        """
        # Before the data is read: what changes meanwhile is not what was checked. Who asks again has checked all but the change.
        self.key = key = b"" if self._sound else grounds.whole()
        guide, problems = load(root, self._kept, self._before, save=False)
        saving = Beside(*([self._kept.save] if once and self._kept.unsaved else []))
        try:
            return self._checked_data(root, guide, problems, key, once)
        finally:
            if not saving.wait(1):
                self._kept.save()
            saving.end()
            self._kept.write_no_more()

    def _checked_data(self, root: Path, guide: Guidebook | None, problems: list[Problem], key: bytes,
                      once: bool) -> tuple[Guidebook | None, list[Problem]]:
        if guide is None:
            sound = load_sound(root, self._kept)
            return None, problems + (run_on(sound) if sound else [])
        if self._sound is None or not _same(guide, self._sound):
            problems = [] if key and self._checked.find(str(root), key) else _problems(guide, once)
            if problems:
                return None, problems
            self._sound = guide
            if key:
                self._checked.keep(str(root), key, True)
                self._checked.save()
        return self._sound, []


def _problems(guide: Guidebook, once: bool) -> list[Problem]:
    return [] if once and sound(guide) else run(guide)


def _same(one: Guidebook, other: Guidebook) -> bool:
    """Whether both hold the very same records: a file that was read anew gives new ones."""
    first, second = list(one.records()), list(other.records())
    return len(first) == len(second) and all(mine is theirs for (*_, mine), (*_, theirs) in zip(first, second, strict=True))


loaded = Loaded(STORE / "records")
