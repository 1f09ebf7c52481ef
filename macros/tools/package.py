"""What the package to hand in (tools/package/) needs: which papers an edition asks for, the places of each, and what the tools judge by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from macros.calendars.entry import cited
from macros.models.form import Block, Chapter, Field, Form
from macros.models.step import Step
from macros.reading.guidebook import Guidebook
from macros.site.addresses import Addresses, relative
from macros.tools import sheets
from macros.tools.budget import calculator_data
from macros.tools.checklists import group_title, ordered
from macros.tools.deadlines import planner_data

PAGE = "tools/package/"
COUNCIL = "council"
# What the page works out of plan, roster, checklist and dates; docs/assets/js/package/known.js gives each a value.
KNOWN: Mapping[str, str] = {
    "district": "{district}", "projects": "사업 이름", "budget-both": "총사업비", "budget-city": "시 보조금", "budget-own": "구 사업비",
    "budget-outside": "그 밖의 재원", "council": "{council} 구성", "dates": "일정", "done": "체크리스트에서 마친 일", "meeting": "회의 날짜",
}
NAME = re.compile(r"\{([a-z0-9-]+)(?:\.([^}]+))?\}")


def value_of(form: Form, field: Field) -> str:
    """The name of the value that stands in the field: its own, or the one that it shares with other forms."""
    return field.shared or f"{form.id}.{field.id}"


def chapter_value(form: Form, chapter: Chapter) -> str:
    """The same for a heading of an outline."""
    return chapter.shared or f"{form.id}.{place(chapter)}"


def place(chapter: Chapter) -> str:
    """A heading's number as a name: `1.5.` -> `c1-5`."""
    return "c" + chapter.number.strip(".").replace(".", "-")


def package_data(guide: Guidebook) -> dict[str, Any]:
    """Everything as plain values, links as from the page."""
    to = Addresses(guide)
    council = guide.sheets[COUNCIL]
    council_form = sheets.form_of(guide, council)
    assert council_form, COUNCIL

    def href(address: str) -> str:
        return relative(PAGE, address)
    return {
        "calculator": calculator_data(guide, lambda key: href(to.rule(key))),
        "council": sheets.sheet_data(guide, council, to, href), "councilForm": council_form.id,
        "planner": planner_data(guide, to, href),
        "moves": [move.model_dump(mode="json") for move in guide.moves.values()],
        "duties": list(stated_duties(guide)), "known": _known(guide),
        "forms": forms_data(guide, package_forms(guide), href),
        "editions": [_edition(guide, key) for key in sorted(guide.editions) if asking_steps(guide, key)],
    }


def _known(guide: Guidebook) -> dict[str, str]:
    names = {key: record.name for key, record in guide.names.items()}
    return {key: label.format_map(names) for key, label in KNOWN.items()}


def asking_steps(guide: Guidebook, edition: str) -> list[Step]:
    """The steps of the edition's yearly procedure that ask for papers, up to the last of which a form is known."""
    for procedure in guide.procedures.values():
        steps = [guide.steps[key] for key in procedure.steps if guide.steps[key].editions == (edition,)]
        known = [at for at, step in enumerate(steps) if any(point.forms for point in step.submissions)]
        if known:
            return [step for step in steps[:known[-1] + 1] if step.submissions]
    return []


def package_forms(guide: Guidebook) -> list[Form]:
    """The forms on which something is handed in, in the order of their menu."""
    asked = {form for step in guide.steps.values() for point in step.submissions for form in point.forms}
    return sorted((guide.forms[key] for key in asked), key=lambda form: form.order)


def forms_data(guide: Guidebook, forms: Iterable[Form], href: Callable[[str], str]) -> list[dict[str, Any]]:
    """Forms as plain values. `href`: a link to an address of the site."""
    to = Addresses(guide)
    return [_form(guide, form, href(to.of("forms", form.id) or "")) for form in forms]


def _edition(guide: Guidebook, key: str) -> dict[str, Any]:
    return {"id": key, "title": guide.editions[key].title, "year": guide.editions[key].plan_year, "asks": [
        {"step": step.title, "text": point.text, "forms": point.forms, "clause": _clauses(guide, point.source)}
        for step in asking_steps(guide, key) for point in step.submissions]}


def _clauses(guide: Guidebook, citations: Any) -> str:
    return " · ".join(dict.fromkeys(cited(one, guide) for one in citations[:1]))


def _form(guide: Guidebook, form: Form, href: str) -> dict[str, Any]:
    number = f"서식 {form.number}" if form.number and form.number[0].isdigit() else ""
    return {"id": form.id, "title": form.makes or form.title, "number": number, "href": href, "editions": form.editions,
            "clause": _clauses(guide, form.source), "blocks": [_block(guide, form, block) for block in form.blocks],
            "outline": [_chapter(form, chapter) for chapter in form.outline]}


def _block(guide: Guidebook, form: Form, block: Block) -> dict[str, Any]:
    return {"title": block.title, "layout": block.layout, "columns": block.columns, "earlierColumns": block.earlier_columns,
            "fields": [_field(guide, form, field) for field in block.fields]}


def _field(guide: Guidebook, form: Form, field: Field) -> dict[str, Any]:
    fixed = field.printed is not None and field.who is None  # nobody fills it in
    return {"id": field.id, "label": field.label, "earlier": field.earlier_labels, "wants": field.wants, "value": value_of(form, field),
            "pattern": field.pattern,
            "shared": field.shared is not None, "options": field.options, "lines": field.lines, "printed": field.printed if fixed else None,
            "example": (field.example or "").removeprefix("예시: "), "choices": field.choices,
            "counts": field.counts.values if field.counts else None,
            "clause": _clauses(guide, guide.rules[field.rule].source) if field.rule else None}


def _chapter(form: Form, chapter: Chapter) -> dict[str, Any]:
    return {"number": chapter.number, "title": chapter.title, "wants": chapter.wants, "place": place(chapter), "value": chapter_value(form, chapter),
            "shared": chapter.shared is not None, "pattern": chapter.pattern, "each": chapter.each, "tables": chapter.tables,
            "children": [_chapter(form, child) for child in chapter.children]}


def stated_duties(guide: Guidebook) -> Iterator[dict[str, Any]]:
    """What checklists call a duty, with its clause."""
    for checklist in ordered(guide):
        for group in checklist.groups:
            for item in group.items:
                editions = [edition for edition in checklist.editions if item.force_of(edition) == "must"]
                if editions and item.basis == "stated":
                    yield {"id": item.id, "text": item.text, "editions": editions, "checklist": checklist.title,
                           "group": group_title(guide, group), "clause": _clauses(guide, item.source)}
