"""Templates that the browser fills in (docs/assets/js/office/): documents with marks such as `{{items.text}}`.

Each is a classic script that holds the file in base 64, because a page opened from a file can load nothing else.
"""

from __future__ import annotations

import base64
import json
from pathlib import Path

from macros.export.office import budget_layout, budget_tables
from macros.export.office.catalogue import WRITERS, newest
from macros.export.office.document import Cell, Document, Format, Grid, Paragraph, Section, head
from macros.export.office.kept_files import KeptFiles
from macros.guidebook import Guidebook

FOLDER = "assets/office"
FORMATS: tuple[Format, ...] = ("hwpx", "docx")
CHECK = (("묶음", "group", 26), ("할 일", "text", 56), ("맡은 쪽", "role", 16), ("상태", "state", 15), ("담당", "who", 20),
         ("기한", "due", 22), ("증거", "evidence", 32), ("메모", "note", 32))
DUES = (("날짜", "day", 30), ("언제", "distance", 16), ("할 일", "title", 60), ("누가", "who", 28), ("갈래", "basis", 16),
        ("이렇게 셌어요", "how", 50), ("살필 것", "flags", 40))


def _listed(guide: Guidebook, key: str, columns: tuple[tuple[str, str, int], ...], lines: tuple[str, ...]) -> Document:
    """A document of one table whose row is repeated for each entry."""
    marks = tuple(Cell(f"{{{{{key}.{name}}}}}") for _, name, _ in columns)
    grid = Grid(tuple(width for _, _, width in columns), (head(*(label for label, _, _ in columns)), marks), least=9)
    table = Section(key, "", key, tuple(Paragraph(line) for line in lines), grid)
    return Document(f"{key}-template", "{{page.title}}", newest(guide), sections=(table,), wide=True)


def documents(guide: Guidebook) -> dict[str, Document]:
    """The templates' documents by name."""
    return {
        "budget-tables": budget_layout.document(guide, budget_tables.marks(), newest(guide), "{{page.title}}"),
        "checklist": _listed(guide, "items", CHECK, ("{{page.plan}}", "{{page.progress}}")),
        "deadlines": _listed(guide, "dues", DUES, ("{{page.remarks}}",)),
    }


def write_all(folder: Path, guide: Guidebook, kept: KeptFiles) -> None:
    """Every template into the built site, as a script that hands it to `hyeopchi.office`."""
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for name, document in documents(guide).items():
        for one in FORMATS:
            content = base64.b64encode(kept.get(document, one, WRITERS[one])).decode("ascii")
            call = f"globalThis.hyeopchi.office.receive({json.dumps(f'{name}.{one}')}, {json.dumps(content)});\n"
            (target / f"{name}.{one}.js").write_text(call, encoding="utf-8")
