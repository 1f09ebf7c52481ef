"""Files that an earlier build made, so that a build only writes those whose document or writer has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import xlsxwriter

from macros.office.documents.document import Document, Format
from macros.templating.render import TEMPLATES

HERE = Path(__file__).resolve().parent


@cache
def writers_digest() -> bytes:
    """The writers' own code: another writer may make another file of the same document."""
    found = hashlib.sha256(xlsxwriter.__version__.encode())
    for path in sorted((*HERE.rglob("*.py"), *(TEMPLATES / "office").rglob("*.j2"))):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.digest()


class KeptFiles:
    """A folder of files by the digest of what they were made from. Without a folder nothing is kept."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder

    def get(self, document: Document, kind: Format, write: Callable[[Document], bytes]) -> bytes:
        """The document's file, from the folder or else written now."""
        if self.folder is None:
            return write(document)
        digest = hashlib.sha256(writers_digest() + kind.encode() + repr(document).encode()).hexdigest()
        path = self.folder / f"{digest}.{kind}"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            # Under another name first: a build that is stopped must not leave half a file behind.
            half = path.with_suffix(".half")
            half.write_bytes(write(document))
            half.replace(path)
        return path.read_bytes()
