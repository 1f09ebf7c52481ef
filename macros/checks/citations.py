"""A citation names a document and a section (or clause) that exist."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.walk import everything
from macros.models.common import Citation
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem, nearest
from macros.words.korean import particle


def check_documents(guide: Guidebook) -> Iterator[Problem]:
    """The document exists."""
    for kind, key, place, record in everything(guide):
        if isinstance(record, Citation) and record.doc not in guide.sources:
            yield guide.problem(kind, key, (*place, "doc"),
                                f"'{record.doc}'{particle(record.doc, '은/는')} data/sources.yaml에 없는 문서예요."
                                f"{nearest(record.doc, guide.sources)}")


def check_citations(guide: Guidebook) -> Iterator[Problem]:
    """The section exists; a citation says where in the document."""
    sections = {source.id: {section.id for section in source.sections} for source in guide.sources.values()}
    for kind, key, place, record in everything(guide):
        if not isinstance(record, Citation):
            continue
        if record.section is None:
            yield guide.problem(kind, key, place, "문서의 어느 절인지 section을 써 주세요. 절의 id는 data/sources.yaml에 있어요.")
        elif record.section not in sections[record.doc]:
            yield guide.problem(kind, key, (*place, "section"),
                                f"'{record.section}'{particle(record.section, '은/는')} {record.doc}에 없는 절이에요."
                                f"{nearest(record.section, sections[record.doc])}")
