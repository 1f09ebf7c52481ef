"""The kinds of record, a row each: everything else that must know a kind (loading, pages, addresses, search, schema,
`new`, the lists for other systems, tests) reads it from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

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
from macros.models.heading import Heading
from macros.models.name import Name
from macros.models.opening import Opening
from macros.models.procedure import Procedure
from macros.models.programme import Programme
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

    `id` names its folder or file in data/, its list for other systems, and the guidebook's field. `named` is the field that
    names a record for readers. `page` is the macro that shows one record on a page of its own. `address` is where a
    record stands, made of its fields (a format over the record; none: it stands nowhere, or macros/site/addresses.py works it out). `found` is what a
    result of the search is called, and how much it counts beside others that fit as well. `new` is what
    `python -m macros new` calls it, each with the variant of the shape or the chapter of the page. `folder` is where its pages
    are, if the address does not say so.
    """

    id: str
    shape: Any
    home: Home = "folder"
    named: str = "id"
    page: str | None = None
    address: str | None = None
    found: tuple[str, float] | None = None
    new: Mapping[str, str | None] = field(default_factory=dict)
    folder: str | None = None

    @property
    def pages(self) -> str | None:
        """The folder in docs/ in which each record has its page; None where that hangs on the record, or it has none."""
        first = self.address.split("/")[0] if self.address and self.page else ""
        return self.folder or (first if first and "{" not in first else None)


CHAPTERS_OF_TOPICS = ("understand", "prepare", "apply", "execute", "evaluate", "cases", "districts")
ROWS = (
    Kind("sources", Source, "list", "title", new={"source": None}),
    Kind("editions", Edition, "list", "title", new={"edition": None}),
    Kind("actors", Actor, "list", "name", new={"actor": None}),
    Kind("glossary", Term, "list", "term", None, "reference/glossary/#term-{0.id}", ("용어", 0.6), {"term": None}),
    Kind("moves", Move, "list"),
    Kind("headings", Heading, "list", "label"),
    Kind("names", Name, "list", "name"),
    Kind("budget", Budget, "file"),
    Kind("rules", AnyRule, "folder", "label", found=("규칙", 1.1), new={"cap": "cap", "band": "band", "ask": "ask"}),
    Kind("steps", Step, "folder", "title", "step", found=("단계", 1.05), new={"step": None}, folder="plan"),
    Kind("procedures", Procedure, "folder", "title", "procedure", "{0.address}/", ("절차", 1.0)),
    Kind("timelines", Timeline, "folder", "title", "timeline", "dates/{0.place}/", ("일정", 0.9), {"timeline": None}),
    Kind("deadlines", Deadlines, "folder", "title", new={"deadlines": None}),
    Kind("checklists", Checklist, "folder", "title", "checklist", "checklists/{0.id}/", ("체크리스트", 0.6), {"checklist": None}),
    Kind("cases", Case, "folder", "district", "case", "cases/{0.id}/", ("사례", 1.0), {"case": None}),
    Kind("conflicts", Conflict, "folder", "title", None, "reference/conflicts/#{0.id}", ("근거 차이", 0.6), {"conflict": None}),
    Kind("topics", Topic, "folder", "title", "topic", "{0.chapter}/{0.id}/", ("안내", 1.0),
         {f"topic-{chapter}": chapter for chapter in CHAPTERS_OF_TOPICS}),
    Kind("bodies", Body, "folder", "name", "body", "prepare/{0.id}/", ("기구", 1.1), {"body": None}),
    Kind("programmes", Programme, "folder", "name", "programme", "understand/{0.id}/", ("사업", 1.05), {"programme": None}),
    Kind("forms", Form, "folder", "title", "form", "forms/{0.id}/", ("서식", 1.0), {"form": None}),
    Kind("articles", Article, "folder", "title", None, "agree/articles/#{0.id}", ("협약 조문", 1.05)),
    Kind("districts", District, "folder", "name", "district", "districts/{0.id}/", ("자치구", 0.9), {"district": None}),
    Kind("sheets", Sheet, "folder", "title", "sheet"),
    Kind("openings", Opening, "folder"),
)
KINDS: Mapping[str, Kind] = MappingProxyType({kind.id: kind for kind in ROWS})
