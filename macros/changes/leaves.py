"""Every single value and text of the guide, with what it is about: its names, what it points to and what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

from macros.models.common import Citation, Moment, Record, Table
from macros.models.deadline import Span
from macros.models.district import District
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.reading.yaml_values import Place

NAMES = ("title", "label", "name", "term", "district", "agenda")
# What is no fact about the field: where something stands, in what order, when somebody looked.
ASIDE = frozenset({"id", "checked_on", "revision", "order", "page", "number", "section", "doc", "kind", "lines", "width", "length",
                   "col", "row", "charts", "everyday", "totals"})
HANGUL = re.compile("[가-힣]")
SAYING = re.compile(r"[가-힣0-9]")
UNIT = re.compile(r"\(([^()]*)\)$")
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
# Of what a number counts, where its record does not say so.
UNITS = {"size": "명"}
WON = 100_000  # a rule's limit of this size is money


@dataclass(frozen=True)
class Around:
    """What is known of a leaf by where it stands.

    `names`: what it is about; `above`: the names of what that stands in. `near`: the texts beside it. `refs`: ids that its
    record and those above point to. `cites`: what the nearest of them cites. `unit`: of what its number counts.
    `years`: the editions that it stands in; `dated`: the years that its value is of, where a field, a title or a column says so.
    """

    unit: str = ""
    names: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    near: str = ""
    refs: frozenset[str] = frozenset()
    cites: frozenset[tuple[str, str | None, int | None]] = frozenset()
    years: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()


@dataclass
class Leaf:
    """A value or text. `path` names it in whichever state of the data; `place` is where it stands in its file."""

    kind: str
    key: str
    path: tuple[str, ...]
    place: Place
    value: Any
    field: str
    around: Around

    @property
    def text(self) -> str:
        """What stands here to be read."""
        return self.value if isinstance(self.value, str) else ""

    @cached_property
    def heads(self) -> str:
        """The names of what it stands in."""
        return " ".join((*self.around.names, *self.around.above))


def leaves(guide: Guidebook, but: Guidebook | None = None) -> Iterator[Leaf]:
    """All values and texts of the data; of the records that differ from those of another guidebook, where one is given."""
    same = {(kind, key): record for kind, key, record in but.records()} if but else {}
    for kind, key, record in guide.records():
        if same.get((kind, key)) != record:
            yield from _of(record, Leaf(kind, key, (kind, key), (), None, "", Around()))


def _of(record: Record, at: Leaf) -> Iterator[Leaf]:
    """The leaves below a record; `at` is where it stands, with what is known of the records above."""
    around = _known(record, at)
    for field in ("wording",) if isinstance(record, Citation) else type(record).model_fields:
        value = getattr(record, field)
        if field in ASIDE or value is None or value == ():
            continue
        if isinstance(record, Table) and field == "rows":
            yield from _table(record, at, around)
        else:
            here = replace(around, unit=UNITS[field]) if field in UNITS else around
            yield from _value(value, Leaf(at.kind, at.key, (*at.path, field), (*at.place, field), None, field, here))


def _value(value: Any, at: Leaf) -> Iterator[Leaf]:
    if isinstance(value, tuple):
        seen: set[str] = set()
        for index, item in enumerate(value):
            name = _key(item)
            name = name if name and name not in seen else f"#{index}"
            seen.add(name)
            yield from _value(item, Leaf(at.kind, at.key, (*at.path, name), (*at.place, index), None, at.field, at.around))
    elif isinstance(value, dict):
        for name, item in value.items():
            around = replace(at.around, names=(str(name), *at.around.names))
            yield from _value(item, Leaf(at.kind, at.key, (*at.path, str(name)), (*at.place, str(name)), None, at.field, around))
    elif isinstance(value, Record) and not isinstance(value, Moment | Span):
        yield from _of(value, at)
    elif _is_value(value):
        yield Leaf(at.kind, at.key, at.path, at.place, value, at.field, at.around)


def _is_value(value: Any) -> bool:
    if isinstance(value, str):
        return bool(SAYING.search(value))
    return isinstance(value, Moment | Span | date | Fraction | int) and not isinstance(value, bool)


def _key(item: Any) -> str | None:
    """By what an item of a list is known again when its place has changed."""
    if isinstance(item, Record):
        for field in ("id", "label", "edition", "title", "item"):
            if isinstance(name := getattr(item, field, None), str):
                return name
    return None


def _known(record: Record, at: Leaf) -> Around:
    """What a record adds to what is known of those above."""
    over = at.around
    if isinstance(record, Citation):
        return replace(over, cites=frozenset({(record.doc, record.section, record.page)}))
    fields = dict(record)
    names = tuple(name for field in NAMES if isinstance(name := fields.get(field), str))
    cited = frozenset((one.doc, one.section, one.page) for one in fields.get("source") or () if isinstance(one, Citation))
    years = {fields[field] for field in ("edition", "year") if isinstance(fields.get(field), str)} | set(fields.get("editions") or ())
    dated = frozenset({fields["year"]} if isinstance(fields.get("year"), str) else YEAR.findall(fields["title"]) if isinstance(record, Table) else ())
    near = " ".join(value for value in fields.values() if isinstance(value, str) and HANGUL.search(value))
    unit = fields.get("unit") or ("원" if at.kind == "rules" and any(isinstance(one, int) and one >= WON for one in fields.values()) else "")
    return Around(unit if isinstance(unit, str) else "", names, (*over.names, *over.above), near if len(near) < 600 else "",
                  over.refs | _refs(fields), cited or over.cites, frozenset(years) or over.years, dated or over.dated)


def _refs(fields: Mapping[str, Any]) -> frozenset[str]:
    """The ids that the fields of a record hold, its own among them."""
    words = [word for value in fields.values() for word in (value if isinstance(value, tuple) else (value,)) if isinstance(word, str)]
    return frozenset(part.removeprefix("rule-") for word in words if not HANGUL.search(word) and not word.isdigit()
                     for part in re.findall(r"[a-z0-9-]{3,}", word))


def _table(table: Table, at: Leaf, around: Around) -> Iterator[Leaf]:
    """The cells of a table: each is about its row and its column."""
    seen: set[str] = set()
    for index, row in enumerate(table.rows):
        name = str(row[0]) if row and str(row[0]) not in seen else f"#{index}"
        about = name if name in map(str, row) else " ".join(map(str, row[:2]))  # of rows that begin alike, what follows tells which
        seen.add(name)
        words = tuple(str(cell) for cell in row if isinstance(cell, str) and HANGUL.search(cell))
        for number, (column, cell) in enumerate(zip(table.columns, row, strict=False)):
            found = UNIT.search(column) or UNIT.search(about)
            unit = found[1] if found else table.unit or ""
            dated = frozenset(YEAR.findall(column) or YEAR.findall(about)) or around.dated
            here = replace(around, unit=unit, names=(about, column), above=(*around.names, *around.above), dated=dated,
                           near=" ".join((*words, column, table.title)))
            yield Leaf(at.kind, at.key, (*at.path, "rows", name, column), (*at.place, "rows", index, number), cell, "cell", here)


def districts(guide: Guidebook) -> frozenset[str]:
    """The names of the districts: a value of one of them is no value of another."""
    return frozenset(one.name for one in guide.districts.values() if isinstance(one, District))


def page_lines(docs: Path) -> Iterator[Leaf]:
    """The lines of the pages that are written by hand, each with the headings that it stands under."""
    for path in sorted(path for path in docs.rglob("*.md") if path.is_file()):
        name = path.relative_to(docs).as_posix()
        if name.startswith(("maintain/", "assets/")):
            continue  # there, values stand as examples of how to write
        heads: tuple[str, ...] = ()
        for number, line in enumerate(_text(path).splitlines(), 1):
            if line.startswith("#"):
                heads = (line.strip("# "), *heads[:1])
            if HANGUL.search(line):
                yield Leaf("", f"{docs.name}/{name}", ("docs", name, str(number)), (number,), line, "line", Around(names=heads))


def _text(page: Path) -> str:
    """What stands in a page; nothing in one that may not be read, at which the build stops."""
    try:
        return page.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def told_at(guide: Guidebook, leaf: Leaf, message: str) -> Problem:
    """A sentence at the place of a leaf."""
    if not leaf.kind:
        return Problem(leaf.key, int(leaf.place[0]), 1, message)
    return guide.problem(leaf.kind, leaf.key, leaf.place, message)
