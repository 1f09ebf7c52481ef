"""The whole guide as files (the PDF, the archive) on the downloads page of a site that is about to be published.

Both are made from the built site, so the page cannot name them before: `publish` puts them beside it and then tells the
page. In the archive the page names the PDF alone, for the archive cannot hold itself.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from macros.finish import worker
from macros.finish.markdown import markdown
from macros.site.content_time import content_time
from macros.templating.render import environment, render

FOLDER = "downloads"
MANUAL = "hyeopchi-guide.pdf"
ARCHIVE = "hyeopchi-guide.zip"
PAGE = f"{FOLDER}/index.html"
SUMS = f"{FOLDER}/SHA256SUMS"
BLOCK = re.compile(r'<div class="hg-whole">.*?</div>', re.DOTALL)


@dataclass(frozen=True)
class WholeFile:
    """A file of the whole guide in `downloads/`: its size in bytes, its checksum in hexadecimal digits."""

    name: str
    size: int
    sha256: str


def found(site: Path) -> list[WholeFile]:
    """Those that a site has."""
    paths = [path for name in (MANUAL, ARCHIVE) if (path := site / FOLDER / name).exists()]
    return [WholeFile(path.name, path.stat().st_size, sha256(path.read_bytes()).hexdigest()) for path in paths]


def told(html: str, files: Sequence[WholeFile], archived: bool = False) -> str:
    """The downloads page with these files on it. `archived`: as it stands in the archive itself."""
    block = render(environment(), "whole_files.html.j2", files=files, day=content_time().date(), archived=archived)
    return BLOCK.sub(lambda _: block.strip(), html, count=1)


def archived(name: str, content: bytes, files: Sequence[WholeFile]) -> bytes:
    """A file of the site (its address and bytes) as it stands in the archive."""
    if name == PAGE:
        return told(content.decode(), [file for file in files if file.name != ARCHIVE], archived=True).encode()
    return b"".join(line for line in content.splitlines(True) if not _names(line, ARCHIVE)) if name == SUMS else content


def _names(line: bytes, file: str) -> bool:
    return line.rstrip().endswith(b"  " + file.encode())


def tell(site: Path) -> None:
    """Name the files that the site has on its downloads page, in the page's copy as text, and among the checksums."""
    page, files = site / PAGE, found(site)
    page.write_text(told(page.read_text(encoding="utf-8"), files), encoding="utf-8")
    page.with_name("index.md").write_text(markdown(page.read_text(encoding="utf-8")), encoding="utf-8")
    sums = site / SUMS
    others = [line for line in sums.read_bytes().splitlines(True) if not (_names(line, MANUAL) or _names(line, ARCHIVE))]
    sums.write_bytes(b"".join([*others, *(f"{file.sha256}  {file.name}\n".encode() for file in files)]))
    worker.write(site)


def add(site: Path, file: Path) -> None:
    """Put one of them beside the downloads page."""
    shutil.copyfile(file, site / FOLDER / file.name)
    tell(site)
