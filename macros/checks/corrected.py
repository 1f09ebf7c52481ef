"""Corrected issues of a source document: what they correct is there, earlier, and corrected once."""

from __future__ import annotations

from collections.abc import Iterator

from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem


def check_corrected(guide: Guidebook) -> Iterator[Problem]:
    """A corrected issue names an earlier document, which no other corrects."""
    seen: dict[str, str] = {}
    for key, source in guide.sources.items():
        old = guide.sources.get(source.corrects or "")
        if source.corrects is None:
            continue
        if old is None:
            yield guide.problem("sources", key, ("corrects",), f"'{source.corrects}'라는 문서가 없어요. 문서: {', '.join(guide.sources)}")
        elif source.date.first < old.date.first or source.corrects == key:
            yield guide.problem("sources", key, ("corrects",), "고친 문서는 앞 문서보다 먼저 나올 수 없어요. 날짜나 corrects를 고쳐 주세요.")
        elif source.corrects in seen:
            yield guide.problem("sources", key, ("corrects",), f"'{source.corrects}'은(는) '{seen[source.corrects]}'이(가) 이미 고쳤어요. "
                                "다시 고친 것이면 그 문서를 적어 주세요.")
        seen.setdefault(source.corrects, key)
