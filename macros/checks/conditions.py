"""A condition travels with its clause: a duty that cites a clause under a condition says the condition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks.clauses import clauses_in
from macros.checks.force import ENDINGS, forces_in
from macros.checks.walk import inside, once, texts_of
from macros.models.article import Article, Clause
from macros.models.common import Citation, Force, Record, Weighed
from macros.models.deadline import Due
from macros.models.source import Condition
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.reading.yaml_values import Place

# What a source merely mentions (example, reference) has no strength that a condition could limit.
BINDING: frozenset[Force] = frozenset({"must", "should", "may"})
Known = dict[str, dict[str, tuple[Condition, ...]]]


def check_conditions(guide: Guidebook) -> Iterator[Problem]:
    """Whatever obliges by a clause (`3.3.3(1)`) has the words of the conditions that stand on it and above it."""
    known: Known = {source.id: {section.id: section.conditions for section in source.sections if section.conditions}
                    for source in guide.sources.values()}
    for kind, key, top in guide.records():
        for place, record, doc, section, clause in _cited(kind, top):
            conditions = known.get(doc, {}).get(section, ())
            for condition in _lost(record, clause, conditions) if conditions and _binds(kind, record) else ():
                said = "' 또는 '".join(condition.words)
                yield guide.problem(kind, key, (*place, "clause"), f"{condition.clause}에 붙은 조건('{said}')도 글에 함께 적어 주세요.")


def _binds(kind: str, record: Record) -> bool:
    """Whether it tells somebody what to do, marked or not; what sources say against each other is told as theirs."""
    if isinstance(record, Weighed) and record.force:
        return record.force in BINDING
    told = " ".join(text for _, text in texts_of(record))
    return isinstance(record, Due) or (kind != "conflicts" and not BINDING.isdisjoint(forces_in(told, ENDINGS)))


@once
def _cited(_: str, top: Record) -> Iterator[tuple[Place, Record, str, str, str]]:
    """The clauses that a top record cites: where, by which record in it, and of what document and section.

    A clause of an article is its own citation.
    """
    for place, record in inside(top):
        if isinstance(record, Clause) and isinstance(top, Article):
            yield place, record, top.source[0].doc, top.source[0].section or "", record.clause
        for index, citation in enumerate(vars(record).get("source", ())):
            yield (*place, "source", index), record, citation.doc, citation.section or "", citation.clause or ""


def _lost(record: Record, clause: str, known: tuple[Condition, ...]) -> Iterator[Condition]:
    """The conditions of the clause that the record does not say."""
    cited = clauses_in(clause)
    for condition in known:
        on = next(iter(clauses_in(condition.clause)), ())
        binds = any(path[:len(on)] == on for path in cited) if on else condition.clause in clause
        if binds and not any(_squeezed(words) in _said(record) for words in condition.words):
            yield condition


def _said(record: Record) -> str:
    """All that a record and what stands in it says, without what it cites."""
    found = (value for _, one in inside(record) if not isinstance(one, Citation) for value in vars(one).values())
    return _squeezed(" ".join(part for value in found for part in (value if isinstance(value, tuple) else (value,))
                              if isinstance(part, str)))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
