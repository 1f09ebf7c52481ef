"""For which editions a record has ground: what it cites speaks for them, or they go on with what it cites."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from macros.models.common import Citation, Record
from macros.models.edition import HeldOn
from macros.reading.guidebook import Guidebook


def below(citation: Citation, part: Citation) -> bool:
    """Whether a citation names the part of the document, or something within it."""
    return citation.doc == part.doc and f"{citation.section}.".startswith(f"{part.section}.")


def held_on(guide: Guidebook, edition: str, citation: Citation) -> HeldOn | None:
    """What lets the edition go on with the place that is cited, though it was written for another year."""
    return next((one for one in guide.editions[edition].holds_on if below(citation, one.rests_on)), None)


def speaks_for(guide: Guidebook, edition: str, citation: Citation) -> bool:
    """Whether the place that is cited was written for the edition. A document that nobody knows speaks for none."""
    source = guide.sources.get(citation.doc)
    return source is not None and edition in source.editions_of(citation.section)


def grounded(guide: Guidebook, editions: Iterable[str], cited: Collection[Citation]) -> tuple[str, ...]:
    """Those of the editions for which something that is cited speaks, or which go on with it."""
    return tuple(edition for edition in editions
                 if any(speaks_for(guide, edition, one) or held_on(guide, edition, one) for one in cited))


def resting(guide: Guidebook, record: Record, cited: tuple[Citation, ...]) -> list[HeldOn]:
    """What must be said of a record whose editions rest on sources of other years alone; each once."""
    found = [next((held for one in cited if (held := held_on(guide, edition, one))), None)
             for edition in getattr(record, "editions", ()) if not any(speaks_for(guide, edition, one) for one in cited)]
    return [one for number, one in enumerate(found) if one and one not in found[:number]]
