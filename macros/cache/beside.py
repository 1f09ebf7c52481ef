"""Work that is done in a process of its own, beside this one, on another core: what it makes is kept or written, and is there
for who asks next. If it cannot be done so, who asks does it: the same comes out, later.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress


class Beside:
    """Pieces of work, done in their order. None of them on systems without fork or with one core, nor from a process with
    threads, whose locks a fork would leave as they are.
    """

    def __init__(self, *pieces: Callable[[], object]) -> None:
        self._child, self._end, self._done = 0, -1, 0
        if not pieces or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2 or threading.active_count() > 1:
            return
        sys.stdout.flush()
        sys.stderr.flush()
        self._end, theirs = os.pipe()
        self._child = os.fork()
        if not self._child:
            _work(pieces, theirs)
        os.close(theirs)

    def wait(self, pieces: int) -> bool:
        """Until so many pieces are done; False if they will not be."""
        while self._child and self._done < pieces:
            if os.read(self._end, 1):
                self._done += 1
            else:
                self.end()
        return self._done >= pieces

    def end(self) -> None:
        """Wait for the process itself, which has nothing more to do or stopped at a fault."""
        if self._child:
            os.close(self._end)
            with suppress(ChildProcessError):
                os.waitpid(self._child, 0)
            self._child = 0


def _work(pieces: tuple[Callable[[], object], ...], told: int) -> None:
    """The other process: says each piece that is done, and leaves without a word. A fault is met again, and told, by who asks."""
    state = 1
    try:
        for piece in pieces:
            piece()
            os.write(told, b".")
        state = 0
    finally:
        os._exit(state)
