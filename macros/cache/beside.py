"""Work that is done in a process of its own, beside this one, on another core: what it makes is kept or written, and is there
for who asks next. If it cannot be done so, who asks does it: the same comes out, later.
"""

from __future__ import annotations

import os
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress


class Beside:
    """Pieces of work, done in their order. None of them on systems without fork or with one core, nor from a process with
    threads, whose locks a fork would leave as they are.

    That a piece is done stays there to be read, so a process that was parted from this one later may wait for it too.
    """

    def __init__(self, *pieces: Callable[[], object]) -> None:
        self._child, self._done = 0, 0
        self._ends: list[socket.socket] = []
        if not pieces or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2 or threading.active_count() > 1:
            return
        sys.stdout.flush()
        sys.stderr.flush()
        pairs = [socket.socketpair() for _ in pieces]
        self._ends, theirs = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        self._child = os.fork()
        if not self._child:
            _work(pieces, theirs)
        for end in theirs:
            end.close()

    @property
    def running(self) -> bool:
        """Whether there is such a process, as far as this one knows."""
        return bool(self._child)

    def wait(self, pieces: int) -> bool:
        """Until so many pieces are done; False if they will not be."""
        while self._child and self._done < pieces:
            if self._ends[self._done].recv(1, socket.MSG_PEEK):
                self._done += 1
            else:
                self.end()
        return self._done >= pieces

    def end(self) -> None:
        """Wait for the process itself, which has nothing more to do or stopped at a fault."""
        if self._child:
            for end in self._ends:
                end.close()
            with suppress(ChildProcessError):
                os.waitpid(self._child, 0)
            self._child = 0


def _work(pieces: tuple[Callable[[], object], ...], told: list[socket.socket]) -> None:
    """The other process: says each piece that is done, and leaves without a word. A fault is met again, and told, by who asks."""
    state = 1
    try:
        for piece, end in zip(pieces, told, strict=True):
            piece()
            end.send(b".")
        state = 0
    finally:
        os._exit(state)
