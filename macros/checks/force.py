"""A duty is told as strongly as its source says it, and what the guide suggests itself is marked as suggested."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from macros.checks.walk import everything
from macros.models.article import Clause
from macros.models.checklist import Item
from macros.models.common import Force, Point, Weighed, WeighedByEdition
from macros.models.rule import Rule
from macros.models.term import Term
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.reading.yaml_values import Place

Signals = tuple[tuple[Force, re.Pattern[str]], ...]
# How this guide's sentences end.
ENDINGS: Signals = (
    ("must", re.compile(r"야 (?:해요|돼요|하고|하며)|안 돼요|지 못해요|수 없어요|지 말아|금지예요|의무예요|마세\S|[을를에] 통보해요")),
    ("should", re.compile(r"권해요|바람직해요|필요해요|중요해요|좋아요|좋다고 해요|힘써요|노력해요")),
    ("may", re.compile(r"수 있어요|도 돼요|수도 있어요")),
    ("example", re.compile(r"예시예요|보기예요|예를 들")),
    ("reference", re.compile(r"참고")),
)
# How the sources say it.
WORDINGS: Signals = (
    ("must", re.compile(r"해야|하여야|어야|아야|여야|의무|필수|반드시|불가|금지|수 없|않아야|안 됨|할 것|못한다|못함|통보한다|명시")),
    ("should", re.compile(r"바람직|권장|권고|노력|지향|되도록|좋습니다|좋음")),
    ("may", re.compile(r"수 있|수도 있|가능")),
    ("example", re.compile(r"예시|예\)|예:")),
    ("reference", re.compile(r"참고|참조")),
)
SAID: Mapping[Force, str] = {"must": "해야 해요", "should": "권해요", "may": "할 수 있어요", "example": "예시예요", "reference": "참고하라고 해요"}
QUOTED = frozenset({"must", "should", "may"})
# Where points are things to do; elsewhere they tell.
DUTIES: Mapping[str, frozenset[str]] = {
    "steps": frozenset({"activities", "deliberation", "submissions", "reviews"}),
    "bodies": frozenset({"duties", "operation"}), "programmes": frozenset({"duties"}),
}
UNMARKED = ("할 일에는 얼마나 강한 말인지(force)와 누가 정했는지(basis)를 적어 주세요. "
            "예: 근거가 해야 한다고 하면 force: must와 basis: stated, 이 길잡이가 권하면 force: should와 basis: suggested.")


def is_duty(kind: str, place: Place, record: Weighed) -> bool:
    """Whether a record tells somebody what to do, and must therefore say how strongly."""
    if isinstance(record, Point):
        return any(part in DUTIES.get(kind, ()) for part in place)
    if isinstance(record, Clause):
        return record.owes is not None
    if isinstance(record, Term):
        return "must" in forces_in(record.definition, ENDINGS)
    return isinstance(record, Item | Rule)


@lru_cache(maxsize=1 << 14)  # more than all texts: of a change only what is new is looked at
def forces_in(text: str, signals: Signals) -> frozenset[Force]:
    """The strengths that the words have."""
    return frozenset(force for force, pattern in signals if pattern.search(text))


def _words_of(record: Weighed) -> str:
    """What the record tells; a checklist's item says it as done, which has no strength."""
    return next((getattr(record, name) for name in ("text", "sentence", "definition") if hasattr(record, name)), "")


def check_force(guide: Guidebook) -> Iterator[Problem]:
    """Every duty says its force and basis; its words, and the source's, are no stronger and no weaker."""
    for kind, key, place, record in everything(guide):
        if not isinstance(record, Weighed):
            continue
        if record.force is None or record.basis is None:
            if is_duty(kind, place, record) or (record.force is None) != (record.basis is None):
                yield guide.problem(kind, key, place, UNMARKED)
            continue
        yield from (guide.problem(kind, key, (*place, *spot), message) for spot, message in _faults(record, record.force))
        if isinstance(record, WeighedByEdition) and record.force_in:
            yield from (guide.problem(kind, key, (*place, "force_in", edition), f"이 기록의 적용 연도에 없는 {edition}년판이에요.")
                        for edition in record.force_in if edition not in getattr(guide, kind)[key].editions)


def _faults(record: Weighed, force: Force) -> Iterator[tuple[Place, str]]:
    said = forces_in(_words_of(record), ENDINGS) if not isinstance(record, Item) else frozenset()
    other: dict[str, Force] = record.force_in if isinstance(record, WeighedByEdition) else {}
    marked: list[tuple[Place, Force]] = [(("force",), force), *((("force_in", edition), mark) for edition, mark in other.items())]
    for spot, mark in marked:
        if said and mark not in said:
            yield spot, f"글은 '{SAID[min(said)]}'처럼 말하는데 force는 {mark}예요. 글을 '{SAID[mark]}'처럼 쓰거나 force를 고쳐 주세요."
    if record.basis != "stated":
        return
    quoted: list[tuple[Place, str]] = [(("source", index, "wording"), citation.wording)
                                       for index, citation in enumerate(getattr(record, "source", ())) if citation.wording]
    if isinstance(record, Clause) and record.wording:
        quoted.append((("wording",), record.wording))
    if not quoted and force in QUOTED:
        yield ("basis",), ("근거가 정한 것(basis: stated)에는 원문 표현을 짧게 옮긴 wording이 있어야 해요. "
                           "원문에 그런 말이 없으면 force를 낮추거나 suggested로 적어 주세요.")
    for spot, wording in quoted:
        found = forces_in(wording, WORDINGS)
        if found and found.isdisjoint((force, *other.values())):
            right = ", ".join(sorted(found))
            yield spot, f"원문 표현은 '{wording}'인데 force를 {force}로 적었어요. {right}(으)로 쓰거나 wording을 고쳐 주세요."
