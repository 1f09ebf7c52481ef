"""What the checklists' scripts need in the page: items by group, what comes before what, and what became of old ids."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from macros.models.checklist import Checklist, Group, Item
from macros.models.common import Weighed
from macros.reading.guidebook import Guidebook
from macros.schema.words import words
from macros.site.addresses import Addresses
from macros.tools.districts import district_names
from macros.views.editions import item_editions
from macros.views.forces import force_marks

Href = Callable[[str], str]


def checklists_json(guide: Guidebook, to: Addresses, link: Href, checklists: Iterable[Checklist]) -> str:
    """The data as JSON that may stand inside a `<script>`: no character of it can end or open markup."""
    data = {
        "districts": district_names(guide),
        "editions": sorted({edition for checklist in guide.checklists.values() for edition in checklist.editions}, reverse=True),
        "checklists": [_checklist(guide, link(to.checklist(checklist.id)), checklist) for checklist in checklists],
        "marks": {**words().choices(Weighed, "force"), "suggested": words().choices(Weighed, "basis")["suggested"]},
        "moves": [move.model_dump(mode="json") for move in guide.moves.values()],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def ordered(guide: Guidebook) -> list[Checklist]:
    """All checklists in the order in which pages list them."""
    return sorted(guide.checklists.values(), key=lambda checklist: (checklist.order, checklist.id))


def _checklist(guide: Guidebook, href: str, checklist: Checklist) -> dict[str, Any]:
    return {"id": checklist.id, "title": checklist.title, "href": href, "editions": checklist.editions,
            "groups": [_group(guide, checklist, group) for group in checklist.groups]}


def _group(guide: Guidebook, checklist: Checklist, group: Group) -> dict[str, Any]:
    return {"key": group.key, "title": group_title(guide, group), "after": group.after,
            "items": [_item(item, item_editions(guide, checklist, item) or checklist.editions) for item in group.items]}


def _item(item: Item, editions: tuple[str, ...]) -> dict[str, Any]:
    """An item; with marks of its own (`marks`) where its editions say it with different strength."""
    marks = [word for word, _ in force_marks(item, editions)]
    return {"id": item.id, "text": item.text, "role": item.role, "force": item.force, "basis": item.basis,
            **({"marks": marks} if len(marks) > 1 else {})}


def group_title(guide: Guidebook, group: Group) -> str:
    """The group's own title, or its step's."""
    return group.title or (guide.steps[group.step].title if group.step else group.key)
