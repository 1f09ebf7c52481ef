"""Types, style and form of our own scripts, by deno (docs/maintain/decisions/30-deno.md): `python -m tests.deno`.

`fmt` as its only word brings the scripts into form instead of asking.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from deno import find_deno_bin

from tests.conftest import ROOT

FOUND = ROOT / ".cache" / "deno"
OFFLINE = ("--no-remote", "--no-npm")


def typed() -> list[str]:
    """All scripts of pages, as paths from the root."""
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs/assets/js").rglob("*.js"))


# What runs where the checker's library does not fit is in form, but not typed: a service worker, code that a test evaluates in a page.
OWN = [*typed(), "docs/sw.js", "tests/access/probes.js", "tests/tables/read.js", "tests/misspelt/record.js",
       "tests/twins/said.js", "tests/search/asked.js", "tests/search/fit.js", "tests/search/libraries.js"]


def run(command: str, *options: str, scripts: Sequence[str]) -> tuple[int, str]:
    """One of deno's commands over these scripts, without the network: its exit code, and all that it says."""
    environment = {**os.environ, "DENO_DIR": str(FOUND), "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
    done = subprocess.run([find_deno_bin(), command, *options, *scripts], cwd=ROOT, env=environment, text=True, encoding="utf-8",
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    said = "\n".join(line for line in done.stdout.splitlines() if not line.startswith("Check "))
    return done.returncode, said.replace(ROOT.as_uri() + "/", "")


def main(words: list[str]) -> int:
    """Everything that deno finds, or with `fmt` the scripts in form."""
    asked = (("check", *OFFLINE), ("lint",), ("fmt", "--check"))
    found = [run("fmt", scripts=OWN)] if words == ["fmt"] else [
        run(*command, scripts=typed() if command[0] == "check" else OWN) for command in asked]
    print("\n".join(said for code, said in found if code or words) or "스크립트: 형과 모양이 맞아요.")
    return max(code for code, _ in found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
