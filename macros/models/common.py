"""Shapes that every record shares: ids, text, money, shares, dates, citations."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal, NamedTuple
from unicodedata import normalize

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError


class OneOf(NamedTuple):
    """Fields of which a record has exactly one, and what is said of it when it has none or more."""

    fields: tuple[str, ...]
    message: str


class Record(BaseModel):
    """A frozen record that knows no key but its own.

    Built on first use: a model that only stands inside others needs no validator of its own.

    `one_of`: see there. `grounded`: a figure, say: it cites its source itself, or a part that it stands in does.
    """

    one_of: ClassVar[OneOf | None] = None
    grounded: ClassVar[bool] = False

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True,
                              defer_build=True)


def _text(value: Any) -> Any:
    if isinstance(value, str) and (value[:1].isspace() or value[-1:].isspace() or "\n" in value):
        # A folded block in YAML ends with a newline and may hold single ones; prose has neither.
        value = re.sub(r"(?<!\s)\s*\n\s*", " ", value).strip()
    return value


Text = Annotated[str, BeforeValidator(_text), StringConstraints(min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
# Where a page is on the site, from its root; with a place on it. Nothing else may become a link.
Folder = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*$")]
Address = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+/)+(#[a-z0-9_-]+)?$")]
SectionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$")]
Won = Annotated[int, Field(ge=0, le=10**15)]
Count = Annotated[int, Field(ge=0)]


def tuple_of(value: Any) -> Any:
    """YAML lists become tuples, so that a frozen record is frozen all the way down."""
    return tuple(value) if isinstance(value, list) else value


def one_or_many(value: Any) -> Any:
    """A single mapping may stand where a list of them may."""
    return tuple(value) if isinstance(value, list) else (value,)


def share(value: Any) -> Fraction:
    """`10%` or `1/3` as a reduced fraction; anything else is refused."""
    if isinstance(value, Fraction):
        return value
    if isinstance(value, str):
        percent = re.fullmatch(r"(\d{1,3})%", value)
        ratio = re.fullmatch(r"(\d{1,6})/([1-9]\d{0,5})", value)
        if percent:
            return Fraction(int(percent[1]), 100)
        if ratio:
            return Fraction(int(ratio[1]), int(ratio[2]))
    raise PydanticCustomError("share", "비율은 10% 또는 1/3처럼 써요.")


Share = Annotated[Fraction, BeforeValidator(share)]


class Moment(Record):
    """A date as exact as its source: a year, a month or a day. Compared by its first day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """The first day that the moment may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def iso(self) -> str:
        """`2021-07-09`, `2021-07` or `2021`."""
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)


def _mended(value: Any) -> str:
    """The day that somebody wrote in another way (２０２６-11-21, 2026/11/21, 2026년 1월 2일), as it is written here; empty when unclear."""
    found = re.fullmatch(r"\D?(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D{0,3}", normalize("NFKC", value).strip()) if isinstance(value, str) else None
    return f' 이렇게요: "{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"' if found else ""


def _moment(value: Any) -> Any:
    if isinstance(value, Moment):
        return value
    found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", value) if isinstance(value, str) else None
    if found:
        year, month, day = (int(part) if part else None for part in found.groups())
        try:
            date(year or 1, month or 1, day or 1)
        except ValueError:
            raise PydanticCustomError("moment", "달력에 없는 날짜예요.") from None
        return Moment(year=year or 1, month=month, day=day)
    raise PydanticCustomError("moment", "날짜는 \"2021-07-09\", \"2021-07\", \"2021\" 가운데 하나로 써요.{right}", {"right": _mended(value)})


When = Annotated[Moment, BeforeValidator(_moment)]


def _day(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("day", "날짜는 \"2026-11-21\"처럼 써요.{right}", {"right": _mended(value)})


Day = Annotated[date, BeforeValidator(_day)]


class Citation(Record):
    """Where a fact stands: document, section or clause, and printed page where known.

    `wording` quotes the few words that carry a rule's operator (이내, 넘지 않아야); no whole sentences.
    """

    doc: Id
    section: SectionId | None = None
    clause: Text | None = None
    page: Annotated[int, Field(ge=1)] | None = None
    wording: Text | None = None
    note: Text | None = None


Citations = Annotated[tuple[Citation, ...], BeforeValidator(one_or_many), Field(min_length=1)]
OptionalCitations = Annotated[tuple[Citation, ...], BeforeValidator(one_or_many)]


class Cited(Record):
    """A record that states facts, and therefore cites them."""

    source: Citations


class Paged(Record):
    """A record with a page of its own. `address`: where that is, when it is not where its id says (macros/site/addresses.py)."""

    address: Folder | None = None


Texts = Annotated[tuple[Text, ...], BeforeValidator(tuple_of)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(tuple_of)]
SomeIds = Annotated[tuple[Id, ...], BeforeValidator(tuple_of), Field(min_length=1)]
EditionId = Annotated[str, StringConstraints(pattern=r"^20\d\d$")]
Editions = Annotated[tuple[EditionId, ...], BeforeValidator(tuple_of), Field(min_length=1)]
SomeEditions = Annotated[tuple[EditionId, ...], BeforeValidator(tuple_of)]


# How strongly a source says a thing: 해야 함 · 바람직함, 권장 · 할 수 있음 · 예시 · 참고.
Force = Literal["must", "should", "may", "example", "reference"]
Basis = Literal["stated", "suggested"]


class Weighed(Record):
    """What somebody is told to do: how strongly (`force`), and who says so (`basis`): a source, or this guide.

    What a source states quotes the few words that carry the force, as `wording` of a citation. What is suggested cites what
    it is drawn from. Required where a duty stands (macros/checks/force.py). `advice`: what this guide adds of its own to a
    thing that a source states; it is shown as the guide's (macros/checks/advice.py).
    """

    force: Force | None = None
    basis: Basis | None = None
    advice: Texts = ()


class WeighedByEdition(Weighed):
    """What editions may say with different strength. `force_in` names the editions whose strength is not `force`."""

    force_in: dict[EditionId, Force] = {}

    def force_of(self, edition: str) -> Force | None:
        """How strongly it is said for the edition."""
        return self.force_in.get(edition, self.force)

    @property
    def all_forces(self) -> tuple[Force, ...]:
        """Every strength with which it is said, the usual one first."""
        return tuple(dict.fromkeys((*((self.force,) if self.force else ()), *self.force_in.values())))


class Point(Weighed):
    """One thing said, with what belongs under it. `forms`: what is handed in is written on these."""

    text: Text
    details: Texts = ()
    note: Text | None = None
    forms: Ids = ()
    source: OptionalCitations = ()


Points = Annotated[tuple[Point, ...], BeforeValidator(tuple_of)]


class BarChart(Record):
    """How a table is drawn. `bars`: a bar for every row. `whole`: one bar, of which every row is a part. `dots`: a dot for every
    row on one line, with the middle: for values that are nearly alike.

    `columns` name whole numbers; several stand behind one another in a row's bar, and `total` names the column that
    states their sum. `labels` name the columns that say what a row is: the first one, if left out.
    """

    id: Id
    title: Text
    kind: Literal["bars", "whole", "dots"] = "bars"
    columns: Annotated[Texts, Field(min_length=1, max_length=3)]
    labels: Texts = ()
    total: Text | None = None
    largest_first: bool = False


class Table(Record):
    """Rows and columns. `totals` names stated totals, checked against the rows' sums; one that is not whole is text ("3,248.5").

    `mismatched` names columns whose stated total does not add up in the source itself; a conflict says so.
    `rows` hold text or whole numbers; a cell that the source leaves empty is "".
    `charts` draw it. `ordered`: its rows stand in an order that means something; rows of districts without one are shown by name.
    """

    id: Id
    title: Text
    columns: Texts
    rows: Annotated[tuple[Annotated[tuple[int | str, ...], BeforeValidator(tuple_of)], ...],
                    BeforeValidator(tuple_of), Field(min_length=1)]
    totals: dict[str, int | Text] = {}
    mismatched: Texts = ()
    ordered: bool = False
    unit: Text | None = None
    note: Text | None = None
    charts: Annotated[tuple[BarChart, ...], BeforeValidator(tuple_of)] = ()
    conflicts: Ids = ()
    source: OptionalCitations = ()


Tables = Annotated[tuple[Table, ...], BeforeValidator(tuple_of)]
