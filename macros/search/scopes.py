"""What holds for one programme or one body only: who asks without naming it asks for what holds for all, or for the main body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from macros.models.body import Body
from macros.reading.guidebook import Guidebook
from macros.search.entries import Entry
from macros.site.addresses import Addresses

# What stands before a name in a title: a year, an edition.
YEARS = re.compile(r"^(?:20\d\d년?판?\s*)+")
BRACKETS = re.compile(r"\((.*?)\)")
# So long is a name that says which it is.
LEAST = 2


def _compact(text: str) -> str:
    return re.sub(r"[^가-힣a-z0-9]", "", text.lower())


def _names(guide: Guidebook, name: str, further: Sequence[str]) -> tuple[str, ...]:
    """What is in brackets and what is not are names of their own, and so are those of the glossary for one of the two."""
    own = (BRACKETS.sub("", name), *BRACKETS.findall(name))
    known = {_compact(one) for one in own}
    terms = [(term.term, *term.synonyms) for term in guide.glossary.values()]
    same = [one for names in terms if known & {_compact(one) for one in names} for one in names]
    return tuple(dict.fromkeys(one for said in (*own, *further, *same) if len(one := _compact(said)) >= LEAST))


def _starts(title: str, names: Sequence[str]) -> bool:
    return _compact(YEARS.sub("", title)).startswith(tuple(names))


def _main(guide: Guidebook) -> Body | None:
    """The body that the guide's own name for it means (data/names.yaml): who names none asks for what holds for it."""
    name = guide.named("council")
    return next((body for body in guide.bodies.values() if name in (body.name, *body.names)), None)


def _own(guide: Guidebook, to: Addresses) -> Iterator[tuple[tuple[str, ...], set[str | None]]]:
    """The compact names by which each is meant, and the addresses of its page and rules."""
    for programme in guide.programmes.values():
        rules = {to.rule(rule) for rule in programme.rules if rule in guide.rules}
        yield _names(guide, programme.name, ()), {to.of("programmes", programme.id), *rules}
    for body in guide.bodies.values():
        if body != _main(guide):
            yield _names(guide, body.name, body.names), {to.of("bodies", body.id)}


def scopes(guide: Guidebook, entries: Sequence[Entry]) -> dict[str, Any]:
    """`own`: by programme and body the names by which it is meant, and the numbers of the entries that hold for it alone.

    These are its page and its rules and what is called after it; their parts do so as well, and are not told. `main`: the names of the
    main body.
    """
    found = []
    for names, places in _own(guide, Addresses(guide)):
        its: set[str] = set()
        numbers = []
        for number, entry in enumerate(entries):
            if entry.above in its:
                its.add(entry.at)
            elif entry.at in places or _starts(entry.title, names):
                its.add(entry.at)
                numbers.append(number)
        found.append((names, numbers))
    main = _main(guide)
    return {"main": _names(guide, main.name, main.names) if main else (), "own": found}
