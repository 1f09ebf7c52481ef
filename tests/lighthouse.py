"""Lighthouse on the pages that were promised: `python -m tests.lighthouse SITE [--lighthouse COMMAND]`, SITE a built site.

Mobile, as Lighthouse slows it down, from a server that compresses. Lighthouse is no part of the set-up: it comes with
`npx --yes lighthouse@12.8.2`, which is what is run unless another command is given.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shlex
import subprocess
import sys
import tempfile
import threading
from functools import cache, partial
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from tests.browser.ensure import HINT, find
from tests.conftest import Quiet, Server

PAGES = ("", "plan/agenda-plan/", "cases/nowon/", "tools/budget/")
BARS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
PACKED = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt")


@cache
def packed(path: Path) -> bytes:
    """A file as a server sends it."""
    return gzip.compress(path.read_bytes(), 6)


class Compressing(Quiet):
    """Sends texts compressed, as the servers do that the guide is put on (docs/maintain/hosting.md)."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The answer's head, and its body."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in PACKED or not path.is_file() or "gzip" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        body = packed(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """The type, and that texts are in UTF-8."""
        kind = super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def scores(command: list[str], executable: str, address: str) -> tuple[dict[str, int], list[str]]:
    """A page's four scores from 0 to 100, and what is not as it should be."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        subprocess.run([*command, address, "--quiet", "--output=json", f"--output-path={out}",
                        "--chrome-flags=--headless=new --no-sandbox"],
                       check=True, env={**os.environ, "CHROME_PATH": executable})
        report = json.loads(out.read_text(encoding="utf-8"))
    found = {name: round(category["score"] * 100) for name, category in report["categories"].items()}
    wanting = [f"{key}: {audit['title']} {audit.get('displayValue', '')}" for key, audit in report["audits"].items()
               if audit["score"] is not None and audit["score"] < .9]
    return found, wanting


def main() -> int:
    """0 when every page reaches the bars."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--lighthouse", default="npx --yes lighthouse@12.8.2", help="the command that runs Lighthouse")
    parser.add_argument("--details", action="store_true", help="also say what is not as it should be")
    given = parser.parse_args()
    executable = find()
    if executable is None:
        sys.exit(HINT)
    server = Server(("127.0.0.1", 0), partial(Compressing, directory=str(given.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    low = 0
    for page in PAGES:
        found, wanting = scores(shlex.split(given.lighthouse), executable, f"http://127.0.0.1:{server.server_address[1]}/{page}")
        low += any(found[name] < bar for name, bar in BARS.items())
        print(f"/{page}: " + ", ".join(f"{name} {score}" for name, score in found.items()), flush=True)
        if given.details:
            print("".join(f"    {line}\n" for line in wanting), end="")
    print(f"기준({'/'.join(map(str, BARS.values()))})에 못 미치는 페이지: {low}")
    return min(low, 1)


if __name__ == "__main__":
    sys.exit(main())
