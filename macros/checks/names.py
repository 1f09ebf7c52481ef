"""No two records of a kind have the same name in the same edition: a reader could not tell them apart."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.common import Record
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.words.korean import particle

NAMES = ("title", "label", "name", "term")


def check_names(guide: Guidebook) -> Iterator[Problem]:
    """The later of two records with one name is told, with the place of the earlier."""
    seen: dict[tuple[str, str], list[tuple[str, frozenset[str]]]] = {}
    for kind, key, record in guide.records():
        field = next((field for field in NAMES if field in type(record).model_fields), None)
        name = getattr(record, field) if field else None
        if not field or not isinstance(name, str):
            continue
        editions = _editions(record)
        for other, others in seen.setdefault((kind, name), []):
            if not editions or not others or editions & others:
                file = guide.origins[kind, other].file.path
                yield guide.problem(kind, key, (field,), f"'{name}'{particle(name, '이라는/라는')} 이름이 이미 있어요({file}의 '{other}'). "
                                                         "읽는 사람이 구별하게 다른 이름을 써 주세요.")
        seen[kind, name].append((key, editions))


def _editions(record: Record) -> frozenset[str]:
    """The editions of a record; none where it is for all of them."""
    one = getattr(record, "edition", None)
    return frozenset({one} if isinstance(one, str) else getattr(record, "editions", None) or ())
