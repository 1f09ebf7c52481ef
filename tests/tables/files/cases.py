"""All made files by name, each with what must come of it."""

from __future__ import annotations

from typing import Any

from tests.tables.files.books import BOOKS
from tests.tables.files.documents import DOCUMENTS

FILES = {**BOOKS, **DOCUMENTS}  # what makes the content, and what must come of it, as in tests/vectors/tables/expected.yaml


def made() -> dict[str, tuple[bytes, dict[str, Any]]]:
    """The content of each file and what must come of it."""
    return {name: (make(), wanted) for name, (make, wanted) in FILES.items()}
