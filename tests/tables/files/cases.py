"""All made files by name, each with what must come of it."""

from __future__ import annotations

from typing import Any

from tests.tables.files.books import BOOKS
from tests.tables.files.documents import DOCUMENTS


def made() -> dict[str, tuple[bytes, dict[str, Any]]]:
    """The content of each file and what must come of it, as in tests/vectors/tables/expected.yaml."""
    return {name: (make(), wanted) for name, (make, wanted) in {**BOOKS, **DOCUMENTS}.items()}
