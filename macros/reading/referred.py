"""What a reference in a text leads to: a rule's limit, an event's date, a figure of a case, a name, how many there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros.models.kinds import KINDS, ROWS
from macros.models.rule import OPERATORS, Band, ByChoice, Cap
from macros.reading.problems import nearest
from macros.reading.referable import RECORDED, Field, moments
from macros.words.figures import UNITS
from macros.words.forms import Value
from macros.words.korean import particle

if TYPE_CHECKING:
    from macros.reading.guidebook import Guidebook

# What editors call what a text may refer to, and the guidebook's fields. Events and dues stand in lists of their own.
CALLED: Mapping[str, str] = {"날짜": "events", "기한": "dues", "개수": "counts", **{kind.reference: kind.id for kind in ROWS if kind.referable}}


class NotReferableError(Exception):
    """Why nothing can be said in place of a reference, in Korean."""


@dataclass(frozen=True)
class Referred:
    """The value that a reference leads to. `unit`: of what a number counts. `kind`, `id`, `field`: where it stands."""

    value: Value
    unit: str
    kind: str
    id: str
    field: str


class Values:
    """The recorded values of a guidebook, by the ways in which texts may refer to them."""

    def __init__(self, guide: Guidebook) -> None:
        self.guide = guide
        self.events = {event.id: event for timeline in guide.timelines.values() for event in timeline.events}
        self.dues = {due.id: due for deadlines in guide.deadlines.values() for due in deadlines.dues}
        self.units = {measure.id: UNITS[measure.unit] for measure in guide.budget.measures}
        self._fields: dict[int, dict[str, tuple[Value, str, str]]] = {}  # by the record's identity: the guide keeps it alive

    def of(self, way: str, editions: tuple[str, ...]) -> Referred:
        """What `way` (규칙/labour-cap) leads to, from a text of these editions. Raises NotReferableError."""
        called, _, rest = (part.strip() for part in way.partition("/"))
        kind = CALLED.get(called)
        if kind is None:
            raise NotReferableError(f"'{called}'{particle(called, '은/는')} 값을 가져올 수 있는 종류가 아니에요.{nearest(called, CALLED)}")
        if kind == "counts":
            return self.count(rest)
        key, _, field = (part.strip() for part in rest.partition("/"))
        key, _, pinned = key.partition("@")
        records = self.records(kind)
        if kind == "events" and key not in records and len(editions) == 1:
            key = f"{key}-{editions[0]}" if f"{key}-{editions[0]}" in records else key
        if key not in records:
            raise NotReferableError(f"'{key}'{particle(key, '은/는')} ‘{called}’에 없는 id예요.{nearest(key, records)}")
        if kind == "rules":
            key = self.rule_of(key, (pinned,) if pinned else editions)
        value, unit, name = self.field(kind, records[key], field)
        return Referred(value, unit, kind, key, name)

    def records(self, kind: str) -> Mapping[str, Any]:
        """All of a kind by id."""
        found: Mapping[str, Any] = self.events if kind == "events" else self.dues if kind == "dues" else getattr(self.guide, kind)
        return found

    def rule_of(self, key: str, editions: tuple[str, ...]) -> str:
        """The rule that stands for `key` in a text's own edition: itself, what replaces it there, or what it replaced."""
        rules = self.guide.rules
        if not editions or set(editions) & set(rules[key].editions):
            return key
        return next((other for other in (*_after(rules, key), *_before(rules, key)) if set(editions) & set(rules[other].editions)), key)

    def field(self, kind: str, record: Any, field: str) -> tuple[Value, str, str]:
        """A record's value with its unit and its field's name; without `field` what the kind is referred to for."""
        found = self.known(kind, record)
        if field in found:
            return found[field]
        if not field:
            raise NotReferableError(f"어느 값인지 빗금(/) 뒤에 적어 주세요.{nearest('', found)}")
        raise NotReferableError(f"'{field}'{particle(field, '은/는')} 여기에 없는 값이에요.{nearest(field, [name for name in found if name])}")

    def known(self, kind: str, record: Any) -> Mapping[str, tuple[Value, str, str]]:
        """All that may stand behind a record's id, by name; made once, for many texts ask."""
        if id(record) not in self._fields:
            self._fields[id(record)] = {name: (value, unit, where) for name, value, unit, where in self.fields(kind, record)}
        return self._fields[id(record)]

    def fields(self, kind: str, record: Any) -> Iterator[Field]:
        """What may stand behind a record's id: how it is called, the value, its unit, its field."""
        if kind == "rules":
            yield from self.limits(record)
        elif kind == "events":
            yield from moments(record, "")
        elif kind == "dues":
            if length := record.before or record.after:
                yield "", length, "", "before" if record.before else "after"
        elif kind in RECORDED:
            yield from RECORDED[kind](record)
        named = {"events": "title", "dues": "title"}.get(kind) or KINDS[kind].named
        name = getattr(record, named)
        yield "이름", name, "", named
        if kind not in ("rules", "events", "dues", "cases"):
            yield "", name, "", named

    def limits(self, rule: Any) -> Iterator[Field]:
        """The limit of a cap, or one for each choice or row."""
        for where, row in ([("", rule)] if isinstance(rule, Cap) else [(row.id, row) for row in rule.rows] if isinstance(rule, Band) else []):
            for operator in OPERATORS:
                limit, unit = getattr(row, operator), self.units.get(rule.part, "")
                if isinstance(limit, ByChoice):
                    yield from ((option, amount, unit, operator) for option, amount in limit.amounts.items())
                elif limit is not None:
                    yield where, limit, unit, operator

    def count(self, rest: str) -> Referred:
        """How many records a kind has, or entries a record's list: 개수/단계, 개수/절차/city-2021/steps."""
        called, key, field = (*(part.strip() for part in rest.split("/", 2)), "", "")[:3]
        kind = CALLED.get(called, "")
        if not kind or kind == "counts":
            raise NotReferableError(f"'{called}'{particle(called, '은/는')} 셀 수 있는 종류가 아니에요.{nearest(called, CALLED)}")
        records = self.records(kind)
        if not key:
            return Referred(len(records), "", kind, "", "")
        if key not in records:
            raise NotReferableError(f"'{key}'{particle(key, '은/는')} ‘{called}’에 없는 id예요.{nearest(key, records)}")
        lists = {name: value for name in type(records[key]).model_fields if isinstance(value := getattr(records[key], name), tuple)}
        if field not in lists:
            raise NotReferableError(f"'{field}'{particle(field, '은/는')} 셀 수 있는 목록이 아니에요.{nearest(field, lists)}")
        return Referred(len(lists[field]), "", kind, key, field)


def _after(rules: Mapping[str, Any], key: str) -> Iterator[str]:
    """The rules that replace one, and those that replace them."""
    for other, rule in rules.items():
        if key in rule.replaces and other != key:
            yield other
            yield from _after({name: one for name, one in rules.items() if name != key}, other)


def _before(rules: Mapping[str, Any], key: str) -> Iterator[str]:
    """The rules that one replaced, and those that they did."""
    for other in rules[key].replaces if key in rules else ():
        if other in rules:
            yield other
            yield from _before({name: one for name, one in rules.items() if name != key}, other)
