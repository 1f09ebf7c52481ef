"""Every section of every source is told somewhere, or the data says why not."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.walk import citations_inside
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem


def check_coverage(guide: Guidebook) -> Iterator[Problem]:
    """A section is cited, or one of its sub-sections is, or `left_out` gives the reason; never both."""
    cited = {(one.doc, one.section) for kind, _, record in guide.records() for one in citations_inside(kind, record)}
    for key, source in guide.sources.items():
        told = {section.id for section in source.sections if (key, section.id) in cited}
        above = {one[:at] for one in told for at, sign in enumerate(one) if sign == "."}
        for index, section in enumerate(source.sections):
            below = section.id in above
            if section.left_out and section.id in told:
                yield guide.problem("sources", key, ("sections", index, "left_out"),
                                    f"'{section.title}' 절을 쓴 기록이 있어요. left_out을 지워 주세요.")
            elif not (section.left_out or section.id in told or below):
                yield guide.problem("sources", key, ("sections", index),
                                    f"'{section.title}' 절을 쓴 기록이 없어요. 기록을 쓰거나, 제외한 이유를 left_out에 적어 주세요.")
