"""Where a record is edited in the repository: known when the repository's address is set, and not before."""

from __future__ import annotations

from macros.guidebook import Guidebook

BRANCH = "main"


def edit_address(guide: Guidebook, repository: str, kind: str, key: str) -> str:
    """The repository's own page for editing the record's file; empty while no repository is set."""
    if not repository:
        return ""
    origin = guide.origins[kind, key]
    line = f"#L{origin.file.places[origin.place][0]}" if origin.place else ""
    return f"{repository.rstrip('/')}/edit/{BRANCH}/{origin.file.path}{line}"
