"""Templates that the browser fills in (docs/assets/js/office/): documents with marks such as `{{items.text}}`.

Each is a classic script that holds the file in base 64, because a page opened from a file can load nothing else.
"""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from pathlib import Path

from macros.cache.kept import Kept
from macros.finish.modules import data_script
from macros.office import budget_layout, budget_tables, forms, package_templates
from macros.office.catalogue import WRITERS, newest, written
from macros.office.documents.document import Cell, Document, Format, Grid, Paragraph, Role, Section, head
from macros.reading.guidebook import Guidebook

FOLDER = "assets/office"
FORMATS: tuple[Format, ...] = ("hwpx", "docx")
CHECK = (("묶음", "group", 26), ("할 일", "text", 56), ("수행 주체", "role", 16), ("상태", "state", 15), ("담당", "who", 20),
         ("기한", "due", 22), ("증빙", "evidence", 32), ("메모", "note", 32))
DUES = (("날짜", "day", 30), ("언제", "distance", 16), ("할 일", "title", 60), ("누가", "who", 28), ("종류", "basis", 16),
        ("계산 방법", "how", 50), ("확인할 사항", "flags", 40))

CHANGED: tuple[tuple[str, str, Role, int], ...] = (
    ("세부사업", "project", "input", 34), ("내용", "item", "input", 34), ("구분", "nature", "input", 16), ("변경 전(원)", "before", "number", 24),
    ("변경 후(원)", "after", "number", 24), ("증감액(원)", "step", "number", 24))

COUNCIL = "council-members-3-2"
SEXES = (("women", "여성"), ("men", "남성"), ("unsure", "성별 모름"), ("all", "모두"))
SHARES: tuple[tuple[str, Role, int], ...] = (
    ("label", "label", 34), ("part", "number", 11), ("whole", "number", 11), ("share", "number", 18),
    ("limit", "input", 16), ("verdict", "total", 16), ("clause", "note", 38))


def _listed(guide: Guidebook, key: str, columns: tuple[tuple[str, str, int], ...], lines: tuple[str, ...]) -> Document:
    """A document of one table whose row is repeated for each entry."""
    marks = tuple(Cell(f"{{{{{key}.{name}}}}}") for _, name, _ in columns)
    grid = Grid(tuple(width for _, _, width in columns), (head(*(label for label, _, _ in columns)), marks), least=9)
    table = Section(key, "", key, tuple(Paragraph(line) for line in lines), grid)
    return Document(f"{key}-template", "{{page.title}}", newest(guide), sections=(table,), wide=True)


def _change(guide: Guidebook) -> Document:
    """A letter on a change of the budget: its text as it was mended, and the table before and after."""
    marks = tuple(Cell(f"{{{{lines.{name}}}}}", role) for _, name, role, _ in CHANGED)
    grid = Grid(tuple(width for *_, width in CHANGED), (head(*(label for label, *_ in CHANGED)), marks), least=8)
    letter = Section("letter", "", "letter", (Paragraph("{{page.text}}"),))
    table = Section("table", "변경 전후 비교표", "table", (Paragraph("(단위: 원, 시비)", "note"),), grid, new_page=True)
    return Document("change-letter-template", "{{page.title}}", newest(guide), sections=(letter, table))


def _council(guide: Guidebook) -> Document:
    """The council's members (form 3-2): its counts and shares as marks, numbers by kind and sex added, the list blank."""
    form = guide.forms[COUNCIL]
    blank = forms.document(guide, form, False, newest(guide))
    counts = next(block for block in form.blocks if block.layout == "counts")
    summary = tuple(Cell(f"{{{{summary.{field.id}}}}}", "number") for field in counts.fields)
    people = tuple((Cell(field.label, "label"), *(Cell(f"{{{{{field.id}.{sex}}}}}", "number") for sex, _ in SEXES))
                   for field in counts.fields)
    by_sex = Section("sexes", "성별 인원", "인원",
                     grid=Grid((22, *(16 for _ in SEXES)), (head("종류", *(label for _, label in SEXES)), *people)))
    shares = tuple(Cell(f"{{{{shares.{name}}}}}", role) for name, role, _ in SHARES)

    def filled(section: Section) -> tuple[Section, ...]:
        if section.grid and section.title == counts.title:
            return replace(section, grid=replace(section.grid, rows=(*section.grid.rows[:1], summary))), by_sex
        if section.grid and section.id == "shares":
            return (replace(section, paragraphs=(Paragraph("{{page.remarks}}"),),
                            grid=Grid(tuple(width for *_, width in SHARES), (*section.grid.rows[:1], shares))),)
        return (section,)
    return replace(blank, subtitle="{{page.title}}", sections=tuple(made for one in blank.sections for made in filled(one)))


def documents(guide: Guidebook) -> dict[str, Document]:
    """The templates' documents by name."""
    return {
        "budget-tables": budget_layout.document(guide, budget_tables.marks(), newest(guide), "{{page.title}}"),
        "change-letter": _change(guide),
        "checklist": _listed(guide, "items", CHECK, ("{{page.plan}}", "{{page.progress}}")),
        **({"council-members": _council(guide)} if COUNCIL in guide.forms else {}),
        "deadlines": _listed(guide, "dues", DUES, ("{{page.remarks}}",)),
        **package_templates.documents(guide),
    }


def write_all(folder: Path, guide: Guidebook, kept: Kept) -> None:
    """Every template into the built site, as a script that hands it over in base 64."""
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for name, document in documents(guide).items():
        finished = replace(document, by=guide.named("guide"))
        for one in FORMATS:
            content = base64.b64encode(written(kept, finished, one, WRITERS[one])).decode("ascii")
            script = data_script(f"template:{name}.{one}", json.dumps(content))
            (target / f"{name}.{one}.js").write_text(script, encoding="utf-8")
    kept.save()
