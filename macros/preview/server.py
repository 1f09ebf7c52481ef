"""The server of the live preview: MkDocs' own, which reloads the browser after a change, in front of a worker."""

from __future__ import annotations

import errno
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from ipaddress import ip_address
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer, _Handler

from macros.preview.faults import shown
from macros.preview.snapshot import snapshot
from macros.templating.render import environment

LOOK = 0.1  # seconds from one look at the files to the next
SETTLE = 0.03  # and to wait whether more is being saved
PATIENCE = 60  # seconds that a file which is still being made is waited for
METHODS = ("GET", "HEAD")  # it gives pages and takes nothing
LONGEST = 255  # bytes of a name, as file systems have it
IDLE = 20  # seconds after which one who neither sends nor takes anything is let go


class PortTakenError(Exception):
    """Another program listens at the port."""


def is_own(asked: str, host: str) -> bool:
    """Whether a request names this machine: by an address, by itself, or by the `host` that was asked for.

    Another site can give its own name the address 127.0.0.1 and so have a browser read this server as a part of itself.
    """
    name = re.sub(r":\d+$", "", asked).strip("[]").lower()
    with suppress(ValueError):
        ip_address(name)
        return True
    return name in ("localhost", socket.gethostname().lower(), host.lower())


def is_plain(path: str) -> bool:
    """Whether the path of an address means what it says: no way up, no second host at its front, no NUL, no endless name."""
    parts = path.split("/")[1:]
    odd = any(part in (".", "..") or len(part.encode("utf-8", "surrogatepass")) > LONGEST for part in parts)
    return not odd and "" not in parts[:-1] and not {"\0", "\\"} & set(path) and len(path) < 2_000


class _Patient(_Handler):
    """Answers one request; whoever is silent for long is let go, and a thread with him."""

    timeout = IDLE

    def handle(self) -> None:
        with suppress(TimeoutError, ConnectionError):
            super().handle()


class Preview:
    """The worker as the server sees it: questions, one at a time, and what is wrong at the moment."""

    def __init__(self, project: Path, folder: Path, url: str) -> None:
        self.project = project
        self.folder = folder
        self.fault: str | None = None
        self._url = url
        self._asking = threading.Lock()
        self._begin()

    def _begin(self) -> None:
        """Start a worker in a process and a session of its own: Ctrl+C is for the server, which sends it home."""
        mine, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-m", "macros.preview.worker", str(theirs.fileno()), str(self.project), str(self.folder), self._url]
            subprocess.Popen(command, cwd=self.project, pass_fds=[theirs.fileno()], start_new_session=True)
        self._worker = Connection(mine.detach())

    def wait(self) -> None:
        """Until the worker has read everything."""
        try:
            self.fault = self._worker.recv()
        except EOFError:
            self.fault = "사이트를 준비하던 프로그램이 멈췄어요. 고쳐서 저장하면 다시 시작해요."

    def ask(self, name: str, given: str = "") -> Any:
        """The worker's answer. A worker that is gone is started again."""
        with self._asking:
            try:
                self._worker.send((name, given))
                return self._worker.recv()
            except (EOFError, OSError):
                self._begin()
                self.wait()
                return self.fault

    def update(self) -> None:
        """Something was saved."""
        self.fault = self.ask("update")

    def close(self) -> None:
        """Send the worker home."""
        self._worker.close()


class Server(LiveReloadServer):
    """Answers the browser: pages as the worker makes them, everything else from the folder."""

    def __init__(self, project: Path, folder: Path, host: str, port: int) -> None:
        self._project = project
        self._host = host
        super().__init__(builder=lambda: self.preview.update(), host=host, port=port, root=str(folder))
        try:
            self.server_bind()
            self.server_activate()
        except OSError as error:
            self.server_close()
            if error.errno == errno.EADDRINUSE:
                raise PortTakenError from error
            raise
        self.url = f"http://{host}:{self.server_address[1]}/"
        self.RequestHandlerClass = _Patient
        self.build_delay = SETTLE
        self._watched_paths = {str(project): 1}  # tells MkDocs to put its script into pages
        self.preview = Preview(project, folder, self.url)

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Until interrupted."""
        self.serve_thread.start()
        threading.Thread(target=self._look, args=[snapshot(self._project)], daemon=True).start()
        self._build_loop()  # type: ignore[no-untyped-call]

    def _look(self, seen: object) -> None:
        """Notice what is saved, made or deleted."""
        while not self._shutdown:
            time.sleep(LOOK)
            now = snapshot(self._project)
            if now != seen:
                seen = now
                with self._rebuild_cond:
                    self._want_rebuild = True
                    self._rebuild_cond.notify_all()

    def _serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if refused := self._refused(environ):
            status, headers, sentence = refused
            start_response(status, [*headers, ("Content-Type", "text/plain; charset=utf-8")])
            return [f"{sentence}\n".encode()]
        if not is_plain(path) or re.fullmatch(r"/livereload/.*\d{20}.*", path):
            return None
        if path.startswith("/livereload/"):
            return super()._serve_request(environ, start_response)
        if not path.endswith(("/", ".html")):
            self._wait_for_file(self.preview.folder / path.lstrip("/"))
            return super()._serve_request(environ, start_response)
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            epoch = self._visible_epoch
        fault = self.preview.fault or self.preview.ask("page", path.removeprefix("/").removesuffix("index.html"))
        if fault is None:
            return super()._serve_request(environ, start_response)
        html = environment().get_template("preview_fault.html.j2").render(faults=shown(fault, self._project))
        content: bytes = self._inject_js_into_html(html.encode(), epoch)  # type: ignore[no-untyped-call]
        start_response("500 Internal Server Error", [("Content-Type", "text/html; charset=utf-8")])
        return [content]

    def _refused(self, environ: Any) -> tuple[str, list[tuple[str, str]], str] | None:
        """What is answered to one who calls this server by another's name, or wants more of it than to be shown something."""
        if not is_own(environ.get("HTTP_HOST", ""), self._host):
            return "403 Forbidden", [], f"이 이름으로는 미리 보기를 열 수 없어요. 이 주소로 열어 주세요: {self.url}"
        if environ["REQUEST_METHOD"] not in METHODS:
            return "405 Method Not Allowed", [("Allow", ", ".join(METHODS))], "미리 보기는 페이지를 보여 주기만 해요."
        return None

    def _wait_for_file(self, path: Path) -> None:
        """After the start, what is made from the pages (the search index, files to download) comes last."""
        until = time.monotonic() + PATIENCE
        while not path.exists() and not self.preview.fault and time.monotonic() < until and not self.preview.ask("done"):
            time.sleep(0.3)
