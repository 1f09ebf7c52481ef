"""Things that are made one after the other, by two processes: this one begins with the first, another with the last, until they meet.

Nobody need know beforehand how long each takes. What the other one makes is the same, so it does not matter who made what.
"""

from __future__ import annotations

import mmap
from collections.abc import Callable
from functools import partial

from macros.cache.beside import Beside

HERE, THERE = range(2)


class Halves:
    """`count` things by their numbers from 0; `make` makes one in the other process, which leaves with `leave`.

    `take`: has what was left there at hand here.
    """

    def __init__(self, count: int, make: Callable[[int], object], leave: Callable[[], object], take: Callable[[], object]) -> None:
        # Seen by both: with which number each of them began last.
        self._at = memoryview(mmap.mmap(-1, 8)).cast("i")
        self._at[HERE], self._at[THERE] = -1, count
        self._take = take
        self._met = False
        self._beside = Beside(partial(self._backwards, count, make, leave))

    def reached(self, number: int) -> None:
        """This process comes to that thing. If the other one was there before, all from here on is made."""
        if self._met:
            return
        self._at[HERE] = number
        if self._at[THERE] <= number:
            self.end()

    def end(self) -> None:
        """Wait for the other process and take what it made."""
        if not self._met:
            self._met = True
            if self._beside.wait(1):
                self._take()
            self._beside.end()

    def _backwards(self, count: int, make: Callable[[int], object], leave: Callable[[], object]) -> None:
        """What the other process does."""
        self._met = True  # what it makes may ask `reached` too
        for number in reversed(range(count)):
            if self._at[HERE] >= number:
                break
            self._at[THERE] = number
            make(number)
        leave()
