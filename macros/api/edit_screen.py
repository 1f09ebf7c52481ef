"""What the edit page loads when an editor picks a kind: its schema and the files of its records, as a plain script.

Pages opened from a file cannot fetch; and all files together are too much for one visit.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.api.lists import titles
from macros.checks.references import NAMES, known_ids
from macros.models.kinds import KINDS
from macros.reading.guidebook import FOLDERS, Guidebook
from macros.reading.yaml_file import ENCODING
from macros.schema.build import kinds, schema
from macros.site.edit_links import edit_folder
from macros.templating.page_json import page_json

FOLDER = "assets/edit"
# What a record is called, in the order in which the words are looked for.


def _name(kind: str, record: Any) -> str:
    """What people call a record; the budget's vocabulary has no name of its own."""
    return str(getattr(record, KINDS[kind].named, ""))


def _records(guide: Guidebook, kind: str) -> Iterator[tuple[str, Any]]:
    return ((key, record) for found, key, record in guide.records() if found == kind)


def kind_data(guide: Guidebook, data: Path, kind: str) -> dict[str, Any]:
    """A kind's schema, its records (where each stands: file, and index in a file that lists them) and its files' texts."""
    listed = [(key, record, guide.origins[kind, key]) for key, record in _records(guide, kind)]
    paths = sorted({origin.file.path for _, _, origin in listed})
    return {
        "schema": schema(kind),
        "records": [{"id": key, "title": _name(kind, record), "file": origin.file.path,
                     "index": origin.place[0] if origin.place else None} for key, record, origin in listed],
        "files": {path: (data.parent / path).read_bytes().decode(ENCODING).replace("\r\n", "\n") for path in paths},
    }


def page_data(guide: Guidebook, repository: str, root: str) -> dict[str, Any]:
    """What the page itself needs: the kinds, the ids that a field may name, and where the repository edits a file."""
    called = {kind: {key: _name(kind, record) for key, record in _records(guide, kind)} for kind in FOLDERS}
    called |= {kind: {key: _name(kind, record) for key, record in _records(guide, kind)} for kind in ("actors", "editions")}
    called |= {"rule-topics": guide.budget.topic_titles, "subjects": {one.id: one.label for one in guide.budget.subjects}}
    return {
        "kinds": [{"id": kind, "title": titles()[kind], "count": sum(1 for _ in _records(guide, kind))} for kind in kinds()
                  if any(True for _ in _records(guide, kind))],
        "known": {target: {key: called.get(target, {}).get(key, "") for key in sorted(ids)}
                  for target, ids in known_ids(guide).items()},
        "names": dict(NAMES), "repository": edit_folder(repository), "scripts": f"{root}{FOLDER}/",
    }


def write_all(site: Path, guide: Guidebook, data: Path) -> None:
    """A script for each kind into the built site."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for kind in kinds():
        text = page_json(kind_data(guide, data, kind))
        (folder / f"{kind}.js").write_text(
            f"(globalThis.hyeopchi.editable = globalThis.hyeopchi.editable || {{}})[{json.dumps(kind)}] = {text};\n",
            encoding="utf-8")
