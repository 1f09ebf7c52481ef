"""A fact belongs to its edition."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from macros.checks.walk import citations_inside, everything
from macros.models.common import Record
from macros.reading.grounds import held_on, speaks_for
from macros.reading.guidebook import Guidebook
from macros.reading.openings import stayed
from macros.reading.problems import Problem

# Kinds whose editions are not claims of their own: the documents themselves, editions, tools that judge by rules, and
# what became of ids.
UNGROUNDED = frozenset({"sources", "editions", "sheets", "moves", "openings"})


def check_editions(guide: Guidebook) -> Iterator[Problem]:
    """What replaces a rule comes later than it, and a step's dates belong to one of its editions."""
    for key, rule in guide.rules.items():
        for index, old in enumerate(rule.replaces):
            if min(rule.editions) <= max(guide.rules[old].editions):
                yield guide.problem("rules", key, ("replaces", index),
                                    f"'{old}'보다 뒤의 판이 아니에요. 대신하는 규칙의 판은 모두 그 뒤여야 해요.")
            missing = _between(guide, guide.rules[old].editions, rule.editions)
            if missing:
                yield guide.problem("rules", key, ("editions",),
                                    f"'{old}'이(가) 끝난 뒤 이 규칙이 나오기까지 {missing}년판이 비어요. 판을 이어 적거나, "
                                    "그해에 규칙이 없었다면 replaces를 지워 주세요.")
    years = {event.id: timeline.edition for timeline in guide.timelines.values() for event in timeline.events}
    for key, step in guide.steps.items():
        for index, event in enumerate(step.when):
            if years[event] not in step.editions:
                yield guide.problem("steps", key, ("when", index),
                                    f"'{event}'은(는) {years[event]}년판 일정인데 이 단계는 {', '.join(step.editions)}년판이에요.")


def check_opened(guide: Guidebook) -> Iterator[Problem]:
    """An edition that nothing belongs to says what it lacks: silence would read as if there were nothing to say."""
    named = (getattr(record, name) for _, _, _, record in everything(guide) for name in _editions(type(record)))
    used = {edition for value in named for edition in ((value,) if isinstance(value, str) else value or ())}
    for key, edition in guide.editions.items():
        if key not in used and not edition.undecided and key not in guide.openings:
            yield guide.problem("editions", key, ("id",),
                                f"{key}년판에 속한 기록이 하나도 없어요. 아직 정하지 않은 것을 undecided에 적어 주세요.")


def check_ground(guide: Guidebook) -> Iterator[Problem]:
    """An edition on a record needs a source that speaks for it, or one that the edition goes on with."""
    for kind, key, record in guide.records():
        cited = citations_inside(kind, record)
        for name in () if kind in UNGROUNDED else _editions(type(record)):
            value = getattr(record, name)
            for edition in (value,) if isinstance(value, str) else value or ():
                spoken = any(speaks_for(guide, edition, one) or held_on(guide, edition, one) for one in cited)
                if not spoken and edition not in stayed(guide, kind, key):
                    yield guide.problem(kind, key, (name,), _groundless(guide, edition))


def _groundless(guide: Guidebook, edition: str) -> str:
    speaking = [source.short for source in guide.sources.values()
                if any(edition in (*source.editions, *section.editions) for section in source.sections)]
    return (f"{edition}년판이라고 적었는데 그해의 근거가 없어요. {edition}년판의 문서({', '.join(speaking) or '아직 없어요'})를 source에 적거나, "
            f"다른 해의 설명을 이어서 쓰면 data/editions.yaml의 holds_on에 그 절을 적거나, {edition}을(를) 지워 주세요.")


@cache
def _editions(model: type[Record]) -> tuple[str, ...]:
    """The fields of a model that name editions: most have none, and there are many records."""
    return tuple(name for name in model.model_fields if name in ("edition", "editions"))


def _between(guide: Guidebook, old: tuple[str, ...], new: tuple[str, ...]) -> str:
    """The editions after `old` and before `new` that neither has; empty when one follows the other."""
    return ", ".join(edition for edition in guide.editions if max(old) < edition < min(new))
