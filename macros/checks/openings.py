"""An opening leaves nothing out, and says nothing without a source."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.opening import Decision, Opening
from macros.models.sheet import Sheet
from macros.reading.grounds import speaks_for
from macros.reading.guidebook import Guidebook
from macros.reading.openings import AREAS, can_stay, decisions, editions_of
from macros.reading.problems import Problem, nearest


def check_openings(guide: Guidebook) -> Iterator[Problem]:
    """Each opening: its edition and its base exist, each record of the base is decided on once, each decision has its ground."""
    for key, opening in guide.openings.items():
        for name, edition in (("id", key), ("base", opening.base)):
            if edition not in guide.editions:
                yield guide.problem("openings", key, (name,), f"{edition}년판이 data/editions.yaml에 없어요.")
        for kind, number, decision in decisions(opening):
            for place, message in _faults(guide, opening, kind, decision):
                yield guide.problem("openings", key, (kind, number, *place), message)
        for kind in AREAS:
            yield from _left_out(guide, opening, kind)


def _left_out(guide: Guidebook, opening: Opening, kind: str) -> Iterator[Problem]:
    listed = [decision.id for decision in getattr(opening, kind)]
    for twice in sorted({one for one in listed if listed.count(one) > 1}):
        yield guide.problem("openings", opening.id, (kind,), f"'{twice}'이(가) 두 번 있어요. 하나만 남겨 주세요.")
    for key, record in getattr(guide, kind).items():
        if opening.base in editions_of(record) and key not in listed:
            yield guide.problem("openings", opening.id, (kind,) if listed else ("id",),
                                f"{opening.base}년판의 '{key}'이(가) 어떻게 되었는지 없어요. {kind}에 "
                                f"{{id: {key}, became: unknown}}을 적어 주세요.")


def _faults(guide: Guidebook, opening: Opening, kind: str, decision: Decision) -> Iterator[tuple[tuple[str, ...], str]]:
    records = getattr(guide, kind)
    if decision.id not in records:
        yield ("id",), f"'{decision.id}'은(는) data/{kind}에 없어요.{nearest(decision.id, records)}"
        return
    if decision.became != "unknown" and not decision.source:
        yield ("became",), "무엇을 보고 정했는지 source에 근거를 적어 주세요. 아직 보지 못했으면 became을 unknown으로 두세요."
    elif decision.source and not any(speaks_for(guide, opening.id, one) for one in decision.source):
        yield ("source",), f"{opening.id}년판의 문서가 아니에요. {opening.id}년판의 근거를 적어 주세요."
    if decision.became == "same" and not can_stay(records[decision.id]):
        yield ("became",), f"날짜와 금액, 도구의 부분은 해마다 새로 적어요. {opening.id}년판의 것을 새로 적고 changed로 정해 주세요."
    elif decision.became == "same" and kind == "sheets" and not _judged(guide, records[decision.id], opening.id):
        yield ("became",), f"'{decision.id}'이(가) 판정할 {opening.id}년판의 규칙이 없어요. 규칙부터 정하고, 그때까지 unknown으로 두세요."
    if decision.became == "changed":
        yield from _successor(guide, opening, kind, decision)
    elif decision.now:
        yield ("now",), "now는 became이 changed일 때만 적어요."


def _judged(guide: Guidebook, sheet: Sheet, edition: str) -> bool:
    return any(rule.subject in sheet.subjects and edition in rule.editions for rule in guide.rules.values())


def _successor(guide: Guidebook, opening: Opening, kind: str, decision: Decision) -> Iterator[tuple[tuple[str, ...], str]]:
    new = getattr(guide, kind).get(decision.now)
    if new is None:
        yield ("now",) if decision.now else ("became",), f"대신하는 기록의 id를 now에 적어 주세요. data/{kind}에 있어야 해요."
    elif opening.id not in editions_of(new):
        yield ("now",), f"'{decision.now}'은(는) {opening.id}년판의 기록이 아니에요."
    elif kind == "rules" and decision.id not in new.replaces and decision.id != decision.now:
        yield ("now",), f"'{decision.now}'의 replaces에도 '{decision.id}'을(를) 적어 주세요."
