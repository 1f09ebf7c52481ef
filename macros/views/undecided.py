"""What an edition still lacks: said on the pages until it is there, and listed when an edition is opened."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.edition import Edition, Undecided
from macros.reading.guidebook import Guidebook
from macros.site.addresses import TOPIC_TITLES


def undecided_in(guide: Guidebook, areas: tuple[str, ...]) -> list[tuple[Edition, list[Undecided]]]:
    """The editions that lack something in these areas, newest first, with what they lack."""
    found = [(edition, [one for one in edition.undecided if not areas or one.area in areas])
             for edition in guide.editions.values()]
    return sorted(((edition, ones) for edition, ones in found if ones), key=lambda pair: pair[0].id, reverse=True)


def undecided_after(guide: Guidebook) -> list[Undecided]:
    """What a new edition has to decide: whatever the newest edition with rules has."""
    newest = max(edition for rule in guide.rules.values() for edition in rule.editions)
    return list(_had_by(guide, newest))


def _had_by(guide: Guidebook, edition: str) -> Iterator[Undecided]:
    topics = [rule.topic for rule in guide.rules.values() if edition in rule.editions]
    for topic, title in TOPIC_TITLES.items():
        if topic in topics:
            yield Undecided(area="rules", text=f"{title} 규칙 {topics.count(topic)}개")
    for timeline in guide.timelines.values():
        if timeline.edition == edition:
            yield Undecided(area="dates", text=f"{timeline.short} 일정")
    for procedure in guide.procedures.values():
        if edition in procedure.editions:
            yield Undecided(area="steps", text=f"{procedure.title} 절차의 단계 {len(procedure.steps)}개")
    for checklist in guide.checklists.values():
        if edition in checklist.editions:
            yield Undecided(area="checklists", text=f"{checklist.title}")
    for programme in guide.programmes.values():
        if any(detail.edition == edition for detail in programme.editions_detail):
            yield Undecided(area="programmes", text=f"{programme.name}의 자격, 금액, 기간")
    for form in guide.forms.values():
        if edition in form.editions:
            yield Undecided(area="forms", text=f"{form.title}")
