"""A citation names a document and a section (or clause) that exist."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from macros.checks.walk import everything, inside, once
from macros.models.common import Citation, Record
from macros.models.source import Source
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem, nearest
from macros.reading.yaml_values import Place
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
        if not isinstance(record, Citation) or record.doc not in sections:  # told by check_documents
            continue
        if record.section is None:
            yield guide.problem(kind, key, place, "문서의 어느 절인지 section을 써 주세요. 절의 id는 data/sources.yaml에 있어요.")
        elif record.section not in sections[record.doc]:
            yield guide.problem(kind, key, (*place, "section"),
                                f"'{record.section}'{particle(record.section, '은/는')} {record.doc}에 없는 절이에요."
                                f"{nearest(record.section, sections[record.doc])}")


UNGROUNDED = "이 숫자의 근거(source)가 없어요. 숫자나, 숫자가 든 묶음에 문서와 절을 적어 주세요."


def check_grounds(guide: Guidebook) -> Iterator[Problem]:
    """A figure cites its source itself, or a part of the record that it stands in does; the record as a whole says too little."""
    for kind, key, record in guide.records():
        for place in _ungrounded(kind, record):
            yield guide.problem(kind, key, place, UNGROUNDED)


@once
def _ungrounded(_: str, record: Record) -> Iterator[Place]:
    cited: set[Place] = set()
    for place, found in inside(record):  # what stands around comes first
        if place and getattr(found, "source", None):
            cited.add(place)
        elif found.grounded and not any(place[:length] in cited for length in range(1, len(place))):
            yield place


def check_pages(guide: Guidebook) -> Iterator[Problem]:
    """A cited page is one of the section's: from where it begins to where the next one that is not below it does."""
    spans = {(source.id, section): span for source in guide.sources.values() for section, span in _spans(source)}
    for kind, key, place, record in everything(guide):
        if not isinstance(record, Citation) or record.page is None:
            continue
        first, last = spans.get((record.doc, record.section or ""), (None, None))
        if (first and record.page < first) or (last and record.page > last):
            which = f"{first or 1}쪽부터 {last}쪽까지" if last else f"{first}쪽부터"
            yield guide.problem(kind, key, (*place, "page"),
                                f"{record.page}쪽은 이 절의 쪽이 아니에요. ‘{record.section}’ 절은 {which}예요. 쪽이나 section을 확인해 주세요.")


def _spans(source: Source) -> Iterator[tuple[str, tuple[int | None, int | None]]]:
    """The first and last page of each section, as far as they are known.

    Nobody says where the document ends: what comes last is thought to be no longer than the longest of the others.
    """
    starts = sorted({section.page for section in source.sections if section.page})
    end = starts[-1] + max((after - before for before, after in pairwise(starts)), default=0) if starts else None
    for at, section in enumerate(source.sections):
        after = (one.page for one in source.sections[at + 1:] if one.page and not one.id.startswith(f"{section.id}."))
        yield section.id, (section.page, next(after, end))
