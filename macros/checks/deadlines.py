"""Deadlines hang together, and what a source states is counted as its words say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.models.deadline import Deadlines, Due
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem, nearest

EVERY: Mapping[str, str] = {"quarter": "분기", "half": "반기"}


def said(due: Due) -> tuple[str, ...]:
    """The words that must stand in the quoted wording: the length, the period or the months."""
    span = due.before or due.after
    if due.months:
        return tuple(f"{month}월" for month in due.months)
    if due.every:
        return (EVERY[due.every],)
    if span:
        return (span.text,)
    return (EVERY[due.at],) if due.at and due.at in EVERY else ()


def check_deadlines(guide: Guidebook) -> Iterator[Problem]:
    """Ids are unique, chains have a beginning, and a stated time is quoted."""
    owners: dict[str, str] = {}
    for key, deadlines in guide.deadlines.items():
        yield from _chains(guide, deadlines)
        for index, due in enumerate(deadlines.dues):
            place = ("dues", index)
            if due.id in owners:
                yield guide.problem("deadlines", key, (*place, "id"),
                                    f"할 일 id '{due.id}'가 {owners[due.id]}에 이미 있어요.")
            owners.setdefault(due.id, key)
            yield from _grounds(guide, key, index, due)


def _grounds(guide: Guidebook, key: str, index: int, due: Due) -> Iterator[Problem]:
    if due.basis != "stated":
        return
    if not due.source:
        yield guide.problem("deadlines", key, ("dues", index),
                            "근거가 정한 것(basis: stated)에는 source가 있어야 해요. 이 길잡이의 제안이면 suggested로 적어 주세요.")
    quoted = " ".join(citation.wording or "" for citation in due.source)
    missing = [word for word in said(due) if word not in quoted] if due.dated else []
    if due.source and missing:
        yield guide.problem("deadlines", key, ("dues", index),
                            f"근거의 말(wording)에 '{missing[0]}'이(가) 없어요. 원문 표현을 wording에 짧게 적거나 날을 고쳐 주세요.")


def _chains(guide: Guidebook, deadlines: Deadlines) -> Iterator[Problem]:
    dues = {due.id: due for due in deadlines.dues}
    for index, due in enumerate(deadlines.dues):
        place = ("dues", index, "since")
        if due.since is None:
            continue
        if due.since not in dues:
            yield guide.problem("deadlines", deadlines.id, place,
                                f"'{due.since}'은(는) 이 파일에 없는 할 일이에요.{nearest(due.since, dues)}")
        elif not _one_day(dues[due.since]):
            yield guide.problem("deadlines", deadlines.id, place,
                                f"'{due.since}'은(는) 날이 하나로 정해지지 않아 여기서부터 셀 수 없어요.")
        elif _circular(due, dues):
            yield guide.problem("deadlines", deadlines.id, place, "서로를 기준으로 세고 있어 시작이 없어요.")


def _one_day(due: Due) -> bool:
    return due.dated and not due.every and not due.months


def _circular(due: Due, dues: Mapping[str, Due]) -> bool:
    seen: set[str] = set()
    at: Due | None = due
    while at and at.id not in seen:
        seen.add(at.id)
        at = dues.get(at.since) if at.since else None
    return at is not None
