"""The site under ProperDocs, the fork of MkDocs: `python -m tests.properdocs`.

Builds with both engines and says which files differ. The fork comes from the package registry into a folder that is thrown
away; theme, plugins and everything else are this environment's.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import ROOT

VERSION = "1.6.7"
GENERATOR = re.compile(rb'<meta name="generator"[^>]*>')
# It holds a fingerprint of every page, and so of the engine's name in it.
FINGERPRINTS = "sw.js"


def run(*command: str, extra: Path | None = None) -> None:
    """A command in the project's folder, which must succeed. `extra`: where Python looks for packages first."""
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, **({"PYTHONPATH": str(extra)} if extra else {})})


def files(site: Path) -> dict[str, bytes]:
    """What a site holds, without the name of the engine that made it."""
    return {path.relative_to(site).as_posix(): GENERATOR.sub(b"", path.read_bytes())
            for path in site.rglob("*") if path.is_file() and path.name != FINGERPRINTS}


def different(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that are not the same in both, or in one only. Packed ones hold the time of packing."""
    return sorted(name for name in {*one, *other} if not name.endswith(".gz") and one.get(name) != other.get(name))


def main() -> int:
    """0 when both make the same site."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        run(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder / "lib"), f"properdocs=={VERSION}")
        run(sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "mkdocs"))
        run(sys.executable, "-m", "properdocs", "build", "--strict", "--quiet", "--config-file", "mkdocs.yml",
            "--site-dir", str(folder / "properdocs"), extra=folder / "lib")
        theirs, ours = files(folder / "properdocs"), files(folder / "mkdocs")
    wrong = different(ours, theirs)
    print(f"ProperDocs {VERSION}: 파일 {len(theirs)}개, MkDocs와 다른 파일 {len(wrong)}개", *wrong[:20], sep="\n  ")
    return min(len(wrong), 1)


if __name__ == "__main__":
    sys.exit(main())
