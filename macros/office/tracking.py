"""Documents that are made from other records: checklists and the agreement's duties."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import repeat

from macros.models.checklist import Checklist, Item, Noted, Role, State
from macros.models.common import Weighed
from macros.models.form import Form
from macros.models.timeline import Event
from macros.office.documents.document import Cell, Document, Grid, Paragraph, Row, Section, head
from macros.office.forms import form_number, guidance, sources
from macros.reading.guidebook import Guidebook
from macros.site.sides import party_names, role_names
from macros.views.dates import said
from macros.views.editions import item_editions
from macros.views.forces import force_marks
from macros.views.pages import duties
from macros.words.checklists import EXAMPLES

STATE_WORDS: dict[State, str] = {"none": "시작 전", "doing": "진행 중", "done": "완료", "na": "해당 없음"}
STATES = tuple(STATE_WORDS.values())
INVENTED = "몇 항목에 상태와 담당과 메모를 어떻게 적는지 보여 주는 가상의 예시예요."
CHECK_HEADS = ("연번", "할 일", "수행 주체", "때", "완료 확인 자료", "상태", "담당", "메모")
CHECK_WIDTHS = (9, 48, 13, 24, 34, 13, 16, 34)


def checklist_document(guide: Guidebook, checklist: Checklist, filled: bool, made_on: date) -> Document:
    """A checklist to fill in on paper or in Excel; a part for each of its groups, one sheet for all."""
    noted = {one.item: one for one in checklist.filled} if filled else {}
    events = {event.id: event for timeline in guide.timelines.values() for event in timeline.events}
    sections = []
    number, roles = 0, role_names(guide)
    for group in checklist.groups:
        rows = []
        for item in group.items:
            number += 1
            rows.append(_item(number, item, item_editions(guide, checklist, item) or checklist.editions, events, noted.get(item.id), roles))
        title = group.title or guide.steps[group.step or ""].title
        sections.append(Section(group.key, title, "체크리스트", grid=Grid(CHECK_WIDTHS, (head(*CHECK_HEADS), *rows), least=9)))
    lead = Section("lead", "", "체크리스트", (Paragraph(checklist.summary), Paragraph(EXAMPLES)))
    cited = dict.fromkeys(citation for group in checklist.groups for item in group.items for citation in item.source)
    return Document(f"checklist-{checklist.id}", checklist.title, made_on, subtitle=INVENTED if filled else "",
                    sections=(lead, *sections, sources(guide, tuple(cited))), wide=True)


def weight(one: Weighed, editions: Collection[str] = ()) -> str:
    """How strongly a thing is said (in each of its `editions` where they differ), or that the guide suggests it, behind its words."""
    return "".join(f" [{word}]" for word, _ in force_marks(one, editions))


def _item(number: int, item: Item, editions: tuple[str, ...], events: dict[str, Event], noted: Noted | None, roles: Mapping[Role, str]) -> Row:
    when = [said(events[key])[0] for key in item.when]
    return (Cell(number=number, role="index"), Cell(item.text + weight(item, editions)), Cell(roles[item.role], "index"),
            Cell("\n".join([*when, *([item.due_text] if item.due_text else [])]), "note"), Cell(item.evidence, "note"),
            Cell(STATE_WORDS[noted.state] if noted else "", "index", choices=STATES), Cell(noted.who if noted else ""),
            Cell((noted.note or "") if noted else ""))


def duties_document(guide: Guidebook, form: Form, filled: bool, made_on: date) -> Document:
    """What the agreement obliges whom to, to be kept track of. The filled rows (who, state, evidence) follow the duties' order."""
    entered = form.filled.rows if filled and form.filled else ()
    parties = party_names(guide)
    rows: Iterable[Row] = (
        (Cell(clause.clause, "label"), Cell(parties[clause.owes], "index"), Cell(parties[clause.to] if clause.to else "", "index"),
         Cell(clause.text + weight(clause)), Cell(clause.due or "기한 규정 없음"), Cell(who), Cell(state, "index", choices=STATES), Cell(evidence))
        for (_, clause), (who, state, evidence) in zip(duties(guide), _noted(entered), strict=False) if clause.owes)
    heads = head(*(field.label for field in form.blocks[0].fields))
    table = Section("duties", "의무", "의무", grid=Grid((16, 16, 16, 62, 30, 20, 16, 30), (heads, *rows), least=10))
    return Document(form.id, form.title, made_on, form_number(form), form.filled.note if filled and form.filled else "",
                    (table, *guidance(guide, form), sources(guide, form.source)), form.wide)


def _noted(entered: Sequence[Sequence[int | str]]) -> Iterator[tuple[str, str, str]]:
    """What is noted on each duty: first what is entered, then nothing, without end."""
    for who, state, evidence in entered:
        yield str(who), str(state), str(evidence)
    yield from repeat(("", "", ""))
