"""A small guide that is whole and right (tests/broken/data), for tests of behaviour: no edit of the real data turns them red."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.cache.kept import Kept
from macros.models.kinds import KINDS
from macros.reading.guidebook import Guidebook, load
from macros.site.addresses import Addresses
from tests.conftest import ROOT

SMALL = ROOT / "tests/broken/data"
# Pages that show no record of their own.
FURTHER = ("index.md",)


def small_guide(folder: Path) -> Path:
    """Puts the guide into `folder`, and returns its data: `data/`, with a page in `docs/` for each record that has one."""
    data = Path(shutil.copytree(SMALL, folder / "data"))
    guide, problems = load(data, Kept())
    assert guide is not None, problems
    for name, text in pages(guide).items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return data


def pages(guide: Guidebook) -> dict[str, str]:
    """The pages of a guide's records by their name in docs/, each with nothing but its macro."""
    to, found = Addresses(guide), dict.fromkeys(FURTHER, "# 처음\n")
    for kind, key, _ in guide.records():
        macro = KINDS[kind].page
        address = to.of(kind, key) if macro else None
        if address and "#" not in address:
            found[f"{address.rstrip('/')}.md"] = f'{{{{ {macro}("{key}") }}}}\n'
    return found
