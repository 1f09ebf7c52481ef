"""The process that holds the site. It answers the server's questions one by one and uses the time between them.

`python -m macros.preview.worker FD PROJECT FOLDER URL`: FD is its end of a pipe. Questions are pairs (name, given);
each has one answer.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from pathlib import Path

from macros.preview.faults import said
from macros.preview.site import Site
from macros.preview.snapshot import Snapshot
from macros.words.progress import counter

QUIET = 1.0  # seconds without a question, after which what nobody waits for is done


class Worker:
    """The site, and what is still to be done for it."""

    def __init__(self, site: Site, server: Connection) -> None:
        self.site = site
        self.server = server
        self.finishing = 0  # the process that makes the last files, while it runs
        self._rest: Iterator[str | None] | None = None
        self._told: set[str] = set()
        self._names: list[str] = []  # of the files that were saved last
        self._next = time.monotonic() + QUIET  # when to do the next piece of what nobody waits for

    def run(self) -> None:
        """Answer until the server goes away."""
        while True:
            waiting = self._rest is not None or self.finishing
            if not self.server.poll(max(0, self._next - time.monotonic()) if waiting else None):
                self._use_time()
                continue
            try:
                name, given = self.server.recv()
            except (EOFError, OSError):
                self._stop_finishing()
                return
            self.server.send({"update": self._update, "page": self._page, "done": self._done}[name](given))
            if name != "done":
                self._next = time.monotonic() + QUIET

    def start(self) -> str | None:
        """Read everything for the first time; the fault, if there is one."""
        self.site.look()
        try:
            self.site.start(counter("페이지를 읽고 있어요"))
        except (Exception, SystemExit) as error:
            return self._tell(said(error, self.site.project))
        self._settle()
        return None

    def _settle(self) -> None:
        """After a change: leave alone what lives on in all forks, and begin anew with what is left to do."""
        gc.collect()
        gc.freeze()
        self._told = set()
        self._rest = self.site.rest() if self.site.behind else None

    def _update(self, _: object) -> str | None:
        """Take in what was saved; the fault, if there is one."""
        self._stop_finishing()
        started, now = time.perf_counter(), self.site.saved()
        # A fork has to copy each part of the memory that it only looks at, which takes longer than reading the data anew.
        fault = self._try(now) if self.site.only_data(now) else self._try_in_fork(now)
        if fault is not None:
            self._rest = None  # until it is mended
            return self._tell(fault)
        self._settle()
        if names := self._names:
            more = f" 외 {len(names) - 3}개" if len(names) > 3 else ""
            print(f"고친 것: {', '.join(names[:3])}{more} ({time.perf_counter() - started:.2f}초)", flush=True)
        return None

    def _try(self, now: Snapshot) -> str | None:
        try:
            self._names = self.site.update(now)
        except (Exception, SystemExit) as error:
            return said(error, self.site.project)
        return None

    def _try_in_fork(self, now: Snapshot) -> str | None:
        """Try a change of anything else in a fork. If it goes well the fork is the worker from here on; the fault, if not."""
        mine, childs = Pipe(duplex=False)
        child = os.fork()
        if child:
            childs.close()
            fault: str | None = "고친 것을 받아들이다가 멈췄어요. 다시 저장해 보세요."
            with suppress(EOFError):
                fault = mine.recv()
            if fault is None:
                os._exit(0)
            os.waitpid(child, 0)
            return fault
        mine.close()
        fault = self._try(now)
        childs.send(fault)
        childs.close()
        if fault is not None:
            os._exit(1)
        return None

    def _page(self, url: object) -> str | None:
        fault = self.site.page(str(url))
        return self._tell(fault) if fault else None

    def _done(self, _: object) -> bool:
        return self._rest is None and not self.finishing

    def _use_time(self) -> None:
        """One small piece of what is left to do."""
        if self.finishing:
            self._next = time.monotonic() + 0.1
            done, state = os.waitpid(self.finishing, os.WNOHANG)
            if done:
                self.finishing = 0
                self.site.behind = state != 0
            return
        assert self._rest is not None
        try:
            fault = next(self._rest)
        except StopIteration:
            self._rest = None
            self.finishing = self.site.finish()
            return
        except (Exception, SystemExit) as error:
            fault = said(error, self.site.project)
        if fault:
            self._tell(fault)
            self._rest = None

    def _stop_finishing(self) -> None:
        if self.finishing:
            with suppress(ProcessLookupError):
                os.kill(self.finishing, signal.SIGKILL)
            self.finishing = 0

    def _tell(self, fault: str) -> str:
        """Say a fault in the terminal, once."""
        if fault not in self._told:
            self._told.add(fault)
            print(f"\n{fault}\n고쳐서 저장하면 다시 보여 줘요.\n", file=sys.stderr, flush=True)
        return fault


def main(end: int, project: str, folder: str, url: str) -> None:
    """Start, tell the server how that went, and serve."""
    # Python takes a compiled module for fresh if the second of its last change and its size are the same: two changes
    # within a second would be one.
    sys.dont_write_bytecode = True
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    # What they say of a fault is said better by `said`.
    logging.getLogger("mkdocs.plugins.mkdocs_macros").setLevel(logging.CRITICAL)
    logging.getLogger("mkdocs.commands.build").setLevel(logging.CRITICAL)
    server = Connection(end)
    worker = Worker(Site(Path(project), Path(folder), url), server)
    server.send(worker.start())
    worker.run()


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
