"""What still cites a document of which a corrected issue stands beside it: to be looked at again, section by section."""

from __future__ import annotations

from collections import Counter

from macros.checks.walk import everything
from macros.models.common import Citation
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.reading.yaml_values import Place


def to_look_at(guide: Guidebook) -> list[Problem]:
    """For each section of a corrected document that is still cited: how often, at its first place. No fault."""
    newer = {source.corrects: source for source in guide.sources.values() if source.corrects}
    places: dict[tuple[str, str | None], tuple[str, str, Place]] = {}
    counts: Counter[tuple[str, str | None]] = Counter()
    for kind, key, place, record in everything(guide):
        if isinstance(record, Citation) and record.doc in newer:
            counts[record.doc, record.section] += 1
            places.setdefault((record.doc, record.section), (kind, key, place))
    return [_told(guide, places[doc, section], f"{guide.sources[doc].short}의 {section or '문서 전체'}을(를) 근거로 든 곳이 {count}곳 있어요. "
                          f"고쳐 나온 ‘{newer[doc].short}’와(과) 비교하고, 바뀌었으면 값을, 같으면 근거를 새 문서로 고치세요.")
            for (doc, section), count in counts.items()]


def _told(guide: Guidebook, where: tuple[str, str, Place], message: str) -> Problem:
    kind, key, place = where
    return guide.problem(kind, key, place, message)
