"""What an edition still lacks: said on the pages until it is there, and listed when an edition is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

from macros.models.edition import Edition, Undecided
from macros.models.opening import Became
from macros.reading.guidebook import Guidebook
from macros.reading.openings import AREAS, editions_of
from macros.schema.words import words


def undecided_in(guide: Guidebook, areas: tuple[str, ...]) -> list[tuple[Edition, list[Undecided]]]:
    """The editions that lack something in these areas, newest first, with what they lack."""
    found = [(edition, [one for one in (*edition.undecided, *_open(guide, edition.id)) if not areas or one.area in areas])
             for edition in guide.editions.values()]
    return sorted(((edition, ones) for edition, ones in found if ones), key=lambda pair: pair[0].id, reverse=True)


def _open(guide: Guidebook, edition: str) -> Iterator[Undecided]:
    """What an opening has not decided yet, kind by kind."""
    for kind, counts in progress(guide, edition):
        if left := counts["unknown"]:
            yield Undecided(area=AREAS[kind], text=f"{words().kinds[kind].title} {sum(counts.values())}개 가운데 {left}개를 아직 확인하지 못했어요.")


def progress(guide: Guidebook, edition: str) -> Iterator[tuple[str, dict[str, int]]]:
    """How many records of each kind became what in the opening of an edition; nothing for one that has none."""
    opening = guide.openings.get(edition)
    for kind in AREAS if opening else ():
        found = [decision.became for decision in getattr(opening, kind)]
        if found:
            yield kind, {became: found.count(became) for became in get_args(Became)}


def undecided_after(guide: Guidebook) -> list[Undecided]:
    """What a new edition has to decide: whatever the newest edition with rules has."""
    newest = max(edition for rule in guide.rules.values() for edition in rule.editions)
    return list(_had_by(guide, newest))


def _had_by(guide: Guidebook, edition: str) -> Iterator[Undecided]:
    topics = [rule.topic for rule in guide.rules.values() if edition in rule.editions]
    for topic, title in guide.budget.topic_titles.items():
        if topic in topics:
            yield Undecided(area="rules", text=f"{title} 규칙 {topics.count(topic)}개")
    for kind, area in AREAS.items():
        if kind not in ("rules", "steps"):  # told by topic, and by the procedure that has them
            yield from (Undecided(area=area, text=_NAMED[kind](record)) for record in getattr(guide, kind).values()
                        if edition in editions_of(record))


# What a record of a kind is called in the list; others have a title.
_NAMED: Mapping[str, Callable[[Any], str]] = {
    "timelines": lambda one: f"{one.short} 일정", "procedures": lambda one: f"{one.title.removesuffix(' 절차')} 절차의 단계 {len(one.steps)}개",
    "programmes": lambda one: f"{one.name}의 자격, 금액, 기간", **dict.fromkeys(("checklists", "forms", "sheets"), lambda one: str(one.title))}
