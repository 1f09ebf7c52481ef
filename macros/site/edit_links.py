"""Where a record is edited in the repository: known when the repository's address is set, and not before."""

from __future__ import annotations

from macros.reading.guidebook import Guidebook

BRANCH = "main"


def edit_folder(repository: str) -> str:
    """What a file's path is put after to edit it in the repository; empty while no repository is set."""
    return f"{repository.rstrip('/')}/edit/{BRANCH}/" if repository else ""


def edit_address(guide: Guidebook, repository: str, kind: str, key: str) -> str:
    """The repository's own page for editing the record's file; empty while no repository is set."""
    folder = edit_folder(repository)
    if not folder:
        return ""
    origin = guide.origins[kind, key]
    line = f"#L{origin.file.places[origin.place][0]}" if origin.place else ""
    return f"{folder}{origin.file.path}{line}"
