"""References in text: `((규칙/labour-cap))` stands for a value that is recorded elsewhere, `((날짜/… | 월일))` for a form of it.

They are filled in when the data is loaded, so that everything that is made of it has the same words. Only what has one is walked
through, and what comes out is kept: a record whose texts say the same is the very same record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from macros.models.common import Citation, Moment, Record
from macros.models.deadline import Span
from macros.reading.problems import Problem, nearest
from macros.reading.referred import NotReferableError, Referred, Values
from macros.reading.yaml_values import Place
from macros.words.forms import PARTICLES, forms, with_particle
from macros.words.korean import particle

if TYPE_CHECKING:
    from macros.reading.guidebook import Guidebook

OPEN = "(("
# A way may name a figure by a label with parentheses of its own.
REFERENCE = re.compile(r"\(\((?!\()(?P<way>(?:[^()|]|\([^()]*\))+)(?:\|(?P<form>[^()|]*))?\)\)(?P<after>"
                       + "|".join(map(re.escape, PARTICLES)) + ")?")
# A particle that was right for the value when it was written.
EITHER = {one: together for together, pair in list(PARTICLES.items())[::-1] for one in pair.split("/") if not together.startswith("(이)")}
PLAIN = re.compile(f"(?:{'|'.join(sorted(EITHER, key=len, reverse=True))})(?=[\\s.,])")
HOW = "값을 가져오는 자리는 ((종류/id)) 또는 ((종류/id | 형식))으로 써요. 예: ((규칙/labour-cap))"


@dataclass(frozen=True)
class Reference:
    """A reference as it stands in a filled text: where the text is in its record, from which letter to which, and to what it leads."""

    place: Place
    start: int
    end: int
    to: Referred


@dataclass(frozen=True)
class Before:
    """What earlier calls found, for this process alone: the filled records, and in each as it was written what refers to something."""

    filled: dict[tuple[str, str], Any] = field(default_factory=dict)
    referring: dict[tuple[str, str], tuple[Any, set[int]]] = field(default_factory=dict)

    def walked(self, key: tuple[str, str], raw: Any) -> set[int]:
        """The identities of what refers to something in this record; walked through once while it is the very same."""
        if key not in self.referring or self.referring[key][0] is not raw:
            into: set[int] = set()
            _referring(raw, into)
            self.referring[key] = raw, into
        return self.referring[key][1]


def _referring(value: Any, into: set[int]) -> bool:
    """Whether a text anywhere in the value refers to something. `into`: the identities of all lists and records of which that is
    true, found in one walk: most have none, and looking by place takes several times as long.
    """
    if isinstance(value, str):
        return OPEN in value
    if not isinstance(value, tuple | Record):
        return False
    found = False
    for item in value if isinstance(value, tuple) else vars(value).values():
        found = _referring(item, into) or found
    if found:
        into.add(id(value))
    return found


class _Filler:
    """Fills in the references of one record."""

    def __init__(self, guide: Guidebook, values: Values, kind: str, key: str, referring: set[int]) -> None:
        self.guide, self.values, self.kind, self.key, self.referring = guide, values, kind, key, referring
        self.found: list[Reference] = []
        self.problems: list[Problem] = []

    def value(self, value: Any, place: Place, editions: tuple[str, ...]) -> Any:
        """The value with its texts filled in; the very same one where there is nothing to fill."""
        if isinstance(value, str):
            return self.text(value, place, editions) if OPEN in value else value
        if id(value) not in self.referring:
            return value
        if isinstance(value, tuple):
            items = tuple(self.value(item, (*place, index), editions) for index, item in enumerate(value))
            return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
        if isinstance(value, Record) and not isinstance(value, Moment | Span):
            return self.record(value, place, editions)
        return value

    def record(self, record: Record, place: Place, editions: tuple[str, ...]) -> Record:
        """The record with its texts filled in, by the rules of its own editions where it has any."""
        fields = vars(record)  # a thousand records are walked through at each load: no slower way to the fields
        own = fields.get("editions") or ((fields["edition"],) if fields.get("edition") else None)
        changed = {}
        for name, old in fields.items():
            if not isinstance(old, str | tuple | Record) or (isinstance(old, str) and OPEN not in old):
                continue
            if isinstance(record, Citation) and isinstance(old, str):
                self.say((*place, name), old, "문서의 표현을 적는 칸에는 다른 기록의 값을 가져오지 않아요. 문서에 적힌 그대로 써 주세요.")
                continue
            new = self.value(old, (*place, name), own or editions)
            if new is not old:
                changed[name] = new
        return record.model_copy(update=changed) if changed else record

    def text(self, text: str, place: Place, editions: tuple[str, ...]) -> str:
        """The text with the values in it."""
        pieces: list[str] = []
        length = end = 0
        for found in REFERENCE.finditer(text):
            try:
                said, after, to = spoken(self.values, found, editions)
            except NotReferableError as error:
                self.say(place, found[0], str(error))
                return text
            if plain := PLAIN.match(text, found.end()):
                self.say(place, found[0], f"값이 바뀌면 '{plain[0]}'도 바뀔 수 있어요. '{EITHER[plain[0]]}'(이)라고 써 주세요.")
                return text
            before = text[end:found.start()]
            pieces += [before, said + after]
            self.found.append(Reference(place, length + len(before), length + len(before) + len(said), to))
            length, end = length + len(before) + len(pieces[-1]), found.end()
        pieces.append(text[end:])
        if OPEN in text[end:] or any(OPEN in piece for piece in pieces[::2]):
            self.say(place, OPEN, HOW)
        return "".join(pieces)

    def say(self, place: Place, fragment: str, message: str) -> None:
        """A problem at the place where a fragment of a text stands."""
        origin = self.guide.origins[self.kind, self.key]
        self.problems.append(origin.file.problem_at((*origin.place, *place), fragment, message))


def spoken(values: Values, found: re.Match[str], editions: tuple[str, ...]) -> tuple[str, str, Referred]:
    """What a reference says in a text of these editions, the particle after it, and to what it leads. Raises NotReferableError."""
    to = values.of(found["way"].strip(), editions)
    said = _said(to, found["form"])
    return said, with_particle(said, found["after"]) if found["after"] else "", to


def _said(to: Referred, form: str | None) -> str:
    """The value in the form that the text wants. Raises NotReferableError."""
    fit, wanted = forms(to.value, to.unit), (form or "").strip()
    if isinstance(to.value, str) and OPEN in to.value:
        raise NotReferableError("가져올 글에 또 다른 값을 가져오는 자리가 있어요. 값이 적힌 기록을 바로 적어 주세요.")
    if wanted not in fit:
        raise NotReferableError(f"'{wanted}'{particle(wanted, '은/는')} 이 값에 맞는 형식이 아니에요."
                                f"{nearest(wanted, [name for name in fit if name]) or ' 형식 없이 써 주세요.'}")
    return fit[wanted]()


def filled(guide: Guidebook, referring: Iterable[tuple[str, str]], kept: Before | None = None) -> Guidebook:
    """The guidebook with every reference filled in; `referring`: the records of the files that have some.

    `kept` holds what came out before: as long as nothing differs, it comes out as the very same records.
    """
    some, values, kept = list(referring), Values(guide), kept or Before()
    records: dict[str, dict[str, Any]] = {}
    references: dict[tuple[str, str], tuple[Reference, ...]] = {}
    problems: list[Problem] = []
    for kind, key in some:
        raw = guide.budget if kind == "budget" else getattr(guide, kind).get(key)
        if raw is None:
            continue
        filler = _Filler(guide, values, kind, key, kept.walked((kind, key), raw))
        new = filler.record(raw, (), ()) if filler.referring else raw
        problems += filler.problems
        if new is not raw:
            before = kept.filled.get((kind, key))
            new = before if before == new else new
            kept.filled[kind, key] = new
            references[kind, key] = tuple(filler.found)
            records.setdefault(kind, {})[key] = new
    changed: dict[str, Any] = {kind: found["budget"] if kind == "budget" else {**getattr(guide, kind), **found} for kind, found in records.items()}
    return replace(guide, **changed, references=references, misreferred=tuple(problems))
