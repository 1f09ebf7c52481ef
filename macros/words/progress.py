"""How far a long work is, for whoever waits at the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable


def counter(what: str) -> Callable[[int, int], None]:
    """Shows on one line how far a long work is; where nobody watches, every tenth part on a line of its own."""
    def show(done: int, whole: int) -> None:
        if sys.stdout.isatty():
            print(f"\r{what}: {done}/{whole}", end="\n" if done == whole else "", flush=True)
        elif done * 10 // whole > (done - 1) * 10 // whole:
            print(f"{what}: {done}/{whole}", flush=True)
    return show
