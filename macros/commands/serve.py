"""`python -m macros serve`: the site on this machine, in step with what is being saved."""

from __future__ import annotations

import logging
import os
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from macros.commands import PROJECT

# The preview takes each change in a copy of itself (`os.fork`), which Windows has not.
WITHOUT_FORK = """저장하면 바로 바뀌는 미리 보기는 리눅스와 macOS에서 돌아요. 윈도우에서는 둘 가운데 하나로 보세요.
  .venv\\Scripts\\python -m mkdocs serve   저장할 때마다 처음부터 만들어서 1~2분 걸려요. http://127.0.0.1:8000
  WSL을 쓰면 WSL에서 make serve"""


def add(commands: Any) -> None:
    """The command and its options."""
    parser = commands.add_parser("serve", help="사이트를 띄워 고치는 대로 보여 줘요")
    parser.add_argument("--host", default="127.0.0.1", help="주소(기본: 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="포트(기본: 8000)")
    parser.set_defaults(run=lambda options: serve(PROJECT, options.host, options.port))


def serve(project: Path, host: str, port: int) -> int:
    """Serve the site until interrupted; 1 when it cannot be served here."""
    if not hasattr(os, "fork"):
        return _refuse(WITHOUT_FORK)
    from macros.preview.server import PortTakenError, Server

    logging.basicConfig(level=logging.ERROR, format="%(message)s", stream=sys.stderr)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="hyeopchi_") as folder:
        try:
            server = Server(project, Path(folder), host, port)
        except PortTakenError:
            return _refuse(f"{port}번 포트를 다른 프로그램이 쓰고 있어요. 다른 번호로 띄워 주세요: make serve PORT={port + 1}")
        print("사이트를 준비하고 있어요. 첫 번은 조금 더 걸려요.", flush=True)
        try:
            server.preview.wait()
            print(f"{server.url} 에서 보세요 ({time.perf_counter() - started:.0f}초 걸렸어요). 저장하면 화면이 바뀌어요. 멈추려면 Ctrl+C.",
                  flush=True)
            server.serve()
        except KeyboardInterrupt:
            print("\n그만할게요.")
        finally:
            server.preview.close()
            server.shutdown()
    return 0


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return 1
