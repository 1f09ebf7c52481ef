"""The kinds of record, a row each: everything else that must know a kind (loading, pages, addresses, references, search,
schema, `new`, the lists for other systems, tests) reads it from here.

A row is a field of `Records`: its name is the kind's id, its type says the shape, its note the rest. A new kind is its
model, its row, its template `<page>.md.j2` and its words (macros/schema/words.yaml); tests/test_kinds.py adds one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from macros.models.actor import Actor
from macros.models.article import Article
from macros.models.body import Body
from macros.models.budget import Budget
from macros.models.case import Case
from macros.models.checklist import Checklist, Move
from macros.models.conflict import Conflict
from macros.models.deadline import Deadlines
from macros.models.district import District
from macros.models.edition import Edition
from macros.models.form import Form
from macros.models.function import Function, Wording
from macros.models.heading import Heading
from macros.models.name import Name
from macros.models.opening import Opening
from macros.models.procedure import Procedure
from macros.models.programme import Programme
from macros.models.queries import Queries
from macros.models.rule import AnyRule
from macros.models.sheet import Sheet
from macros.models.source import Source
from macros.models.step import Step
from macros.models.term import Term
from macros.models.timeline import Timeline
from macros.models.topic import Topic

# One file with one record; one file that lists all; a folder with one record a file.
Home = Literal["file", "list", "folder"]


@dataclass(frozen=True)
class Kind:
    """How a kind of record is kept, called, shown and found.

    `title` is what editors call it; `called` a shorter word, if texts refer to it by one (`((사업/…))`), and `referable`
    whether they may. `named` is the field that names a record for readers. `fields` are the fields in which other records
    hold its ids. `page` is the macro, and the template, that shows one record on a page of its own. `address` is where a
    record stands, made of its fields (a format over the record; none: it stands nowhere, or macros/site/addresses.py works
    it out). `weight` is how much a result of the search counts beside others that fit as well (none: it is not found), and
    `label` what it is called there, if readers have another word. `new` is what `python -m macros new` calls it, each with
    the variant of the shape or the chapter of the page. `folder` is where its pages are, if the address does not say so.
    `id` (its folder or file in data/, its list for other systems, the guidebook's field) and `shape` come from the row.
    """

    title: str
    named: str = "id"
    home: Home = "folder"
    called: str | None = None
    referable: bool = True
    fields: tuple[str, ...] = ()
    page: str | None = None
    address: str | None = None
    weight: float | None = None
    label: str | None = None
    new: Mapping[str, str | None] = field(default_factory=dict)
    folder: str | None = None
    id: str = ""
    shape: Any = None

    @property
    def pages(self) -> str | None:
        """The folder in docs/ in which each record has its page; None where that hangs on the record, or it has none."""
        first = self.address.split("/")[0] if self.address and self.page else ""
        return self.folder or (first if first and "{" not in first else None)

    @property
    def reference(self) -> str:
        """What texts call it that refer to one of its records."""
        return self.called or self.title

    @property
    def found(self) -> tuple[str, float] | None:
        """What a result of the search is called, and its weight."""
        return (self.label or self.reference, self.weight) if self.weight else None

    @property
    def where(self) -> str:
        """What editors call it, with where its records are: 기구(data/bodies)."""
        return f"{self.title}(data/{self.id}{'' if self.home == 'folder' else '.yaml'})"

    def has(self, name: str) -> bool:
        """Whether its records, all or some, have this field."""
        shape = get_args(self.shape)[0] if get_origin(self.shape) is Annotated else self.shape
        return any(name in model.model_fields for model in get_args(shape) or (shape,))


CHAPTERS_OF_TOPICS = ("understand", "prepare", "apply", "execute", "evaluate", "cases", "districts")


@dataclass(frozen=True, eq=False)
class Records:
    """Everything that editors wrote, by kind and id: one row a kind, in the order in which lists and menus show them."""

    sources: Annotated[Mapping[str, Source], Kind("근거 문서", "title", "list", called="문서", new={"source": None})]
    editions: Annotated[Mapping[str, Edition], Kind("적용 연도", "title", "list", fields=("edition", "editions"), new={"edition": None})]
    actors: Annotated[Mapping[str, Actor], Kind("주체", "name", "list", fields=("who", "actors", "actor", "instead_of"), new={"actor": None})]
    glossary: Annotated[Mapping[str, Term], Kind(
        "용어", "term", "list", address="reference/glossary/#term-{0.id}", weight=0.6, new={"term": None})]
    moves: Annotated[Mapping[str, Move], Kind("위치가 바뀐 체크리스트 항목", home="list", referable=False)]
    headings: Annotated[Mapping[str, Heading], Kind("표 머리글 용어", "label", "list", referable=False, new={"heading": None})]
    names: Annotated[Mapping[str, Name], Kind("기관·계획·기구의 이름", "name", "list", new={"name": None})]
    wordings: Annotated[Mapping[str, Wording], Kind("검색 유의어", "name", "list", referable=False, new={"wording": None})]
    functions: Annotated[Mapping[str, Function], Kind("길잡이와 도구의 기능", "name", "list", referable=False, new={"function": None})]
    queries: Annotated[Mapping[str, Queries], Kind("페이지의 검색어", "page", referable=False, new={"queries": None})]
    budget: Annotated[Budget, Kind("예산 부문·비목·재원", home="file", referable=False)]
    rules: Annotated[Mapping[str, AnyRule], Kind(
        "규칙", "label", fields=("rule", "rules", "checks", "replaces", "carried_by", "band", "cap"), weight=1.1,
        new={"cap": "cap", "band": "band", "ask": "ask"})]
    steps: Annotated[Mapping[str, Step], Kind(
        "단계", "title", fields=("step", "steps"), page="step", weight=1.05, new={"step": None}, folder="plan")]
    procedures: Annotated[Mapping[str, Procedure], Kind(
        "절차", "title", fields=("procedure",), page="procedure", address="{0.address}/", weight=1.0, new={"procedure": None})]
    timelines: Annotated[Mapping[str, Timeline], Kind(
        "일정표", "title", called="일정", fields=("timeline", "timelines"), page="timeline", address="dates/{0.place}/", weight=0.9,
        new={"timeline": None})]
    deadlines: Annotated[Mapping[str, Deadlines], Kind("기한", "known", referable=False, new={"deadlines": None})]
    checklists: Annotated[Mapping[str, Checklist], Kind(
        "체크리스트", "title", page="checklist", address="checklists/{0.id}/", weight=0.6, new={"checklist": None})]
    cases: Annotated[Mapping[str, Case], Kind("사례", "district", page="case", address="cases/{0.id}/", weight=1.0, new={"case": None})]
    conflicts: Annotated[Mapping[str, Conflict], Kind(
        "문서 간 차이", "title", referable=False, fields=("conflicts",), address="reference/conflicts/#{0.id}", weight=0.6,
        new={"conflict": None})]
    topics: Annotated[Mapping[str, Topic], Kind(
        "주제", "title", fields=("topics",), page="topic", address="{0.chapter}/{0.id}/", weight=1.0, label="안내",
        new={f"topic-{chapter}": chapter for chapter in CHAPTERS_OF_TOPICS})]
    bodies: Annotated[Mapping[str, Body], Kind(
        "기구", "name", fields=("body",), page="body", address="prepare/{0.id}/", weight=1.1, new={"body": None})]
    programmes: Annotated[Mapping[str, Programme], Kind(
        "연계 사업", "name", called="사업", page="programme", address="understand/{0.id}/", weight=1.05, new={"programme": None})]
    forms: Annotated[Mapping[str, Form], Kind(
        "서식", "title", fields=("forms",), page="form", address="forms/{0.id}/", weight=1.0, new={"form": None})]
    articles: Annotated[Mapping[str, Article], Kind("협약 조문", "title", referable=False, address="agree/articles/#{0.id}", weight=1.05,
        new={"article": None})]
    districts: Annotated[Mapping[str, District], Kind(
        "자치구", "name", page="district", address="districts/{0.id}/", weight=0.9, new={"district": None})]
    sheets: Annotated[Mapping[str, Sheet], Kind("도구의 입력 항목", "title", referable=False, page="sheet")]
    openings: Annotated[Mapping[str, Opening], Kind("새 연도의 유지·변경·폐지 결정", referable=False)]


def _row(name: str, note: Any) -> Kind:
    """The row of a field: its note, with the name and the shape of one record from the field itself."""
    kept: Any
    kind: Kind
    kept, kind = get_args(note)
    return replace(kind, id=name, shape=kept if kind.home == "file" else get_args(kept)[1])


ROWS = tuple(_row(name, note) for name, note in get_type_hints(Records, include_extras=True).items())
KINDS: Mapping[str, Kind] = MappingProxyType({kind.id: kind for kind in ROWS})
