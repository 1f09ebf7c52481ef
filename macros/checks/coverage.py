"""Every section of every source is told somewhere, or the data says why not."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.walk import everything
from macros.models.common import Citation
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem


def check_coverage(guide: Guidebook) -> Iterator[Problem]:
    """A section is cited, or one of its sub-sections is, or `left_out` gives the reason; never both."""
    cited = {(record.doc, record.section) for _, _, _, record in everything(guide) if isinstance(record, Citation)}
    for key, source in guide.sources.items():
        told = {section.id for section in source.sections if (key, section.id) in cited}
        for index, section in enumerate(source.sections):
            below = any(one.startswith(section.id + ".") for one in told)
            if section.left_out and section.id in told:
                yield guide.problem("sources", key, ("sections", index, "left_out"),
                                    f"'{section.title}' 절을 쓴 기록이 있어요. left_out을 지워 주세요.")
            elif not (section.left_out or section.id in told or below):
                yield guide.problem("sources", key, ("sections", index),
                                    f"'{section.title}' 절을 쓴 기록이 없어요. 기록을 쓰거나, 뺀 이유를 left_out에 적어 주세요.")
