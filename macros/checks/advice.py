"""What the guide advises of its own accord never stands among what a source says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks.walk import once, texts_inside
from macros.models.common import Record, Weighed
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.reading.yaml_values import Place

# Who recommends is told of a source (권장한다고 적어요, 세우라고 권해요); the bare word is this guide's.
RECOMMENDED = re.compile(r"(?<!라고 )(?<!다고 )권(?:해요|하고|하며)|편이 (?:안전|편|확실)해요|편이 (?:좋|나아)")
# What the reader is told to do with the guide itself (‘해당 없음’으로 표시하세요) is no advice on the plan.
TOLD = re.compile(r"(?<!‘해당 없음’으로 표시하)세[요](?![가-힣])")
# The guide's own words by what the field is for: on its reading of an open term, and on what it does with a conflict.
OWN = frozenset({"advice", "reading_note", "reason", "followed"})
MESSAGE = ("이 길잡이가 권하는 말('{words}')이 근거가 말한 것 사이에 있어요. 할 일의 advice(길잡이의 조언)로 옮기거나, "
           "따로 떼어 basis: suggested로 적어 주세요. 근거가 권한 것이면 '권장한다고 적어요'처럼 쓰세요.")


def check_advice(guide: Guidebook) -> Iterator[Problem]:
    """Outside `advice` and what is marked as suggested, no text advises in the guide's own voice."""
    for kind, key, record in guide.records():
        for place, words in _advised(kind, record):
            yield guide.problem(kind, key, place, MESSAGE.format(words=words))


@once
def _advised(kind: str, record: Record) -> Iterator[tuple[Place, str]]:
    """What is advised in a top record: where, and the words."""
    for place, found, at, text in texts_inside(kind, record):
        if at[0] in OWN or (isinstance(found, Weighed) and found.basis == "suggested"):
            continue
        if words := own_advice(text, told=isinstance(found, Weighed)):
            yield (*place, *at), words


def own_advice(text: str, *, told: bool) -> str | None:
    """The words of the text that advise in the guide's own voice; `told`: whether the text tells somebody what to do."""
    found = RECOMMENDED.search(text) or (TOLD.search(text) if told else None)
    return text[max(0, found.start() - 6):found.end()].strip() if found else None
