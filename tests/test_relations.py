"""What points to what: the cases of a step, the pages that cite a section."""

from __future__ import annotations

from dataclasses import replace

from macros.models.article import Article
from macros.models.case import Case
from macros.reading.guidebook import Guidebook
from macros.site.addresses import Addresses
from macros.views.pages import pages_by_section, touched_by_conflict
from macros.views.relations import CaseOfStep, Relations


def told(case: Case, step: str) -> list[tuple[str, tuple[str, ...]]]:
    """The processes of a case that did something at a step, with what they did."""
    found = [(process.id, tuple(one.id for phase in process.phases for one in phase.milestones if step in one.steps))
             for process in case.processes]
    return [(process, milestones) for process, milestones in found if milestones]


def shown(found: CaseOfStep) -> list[tuple[str, tuple[str, ...]]]:
    """The same as a step shows it."""
    return [(process.id, tuple(one.id for one in milestones)) for process, milestones in found.processes]


def test_단계의_사례는_어느_과정의_일인지_나누어_보인다(small: Guidebook) -> None:
    several, related = 0, Relations(small)
    for step in small.steps:
        for found in related.cases_of_step(step):
            assert shown(found) == told(found.case, step)
            several += len(found.processes) > 1
    assert several, "두 과정이 한 단계의 일을 적은 사례가 없어요."


def test_한_절을_인용한_곳은_이름이_겹치면_종류를_붙여_구분한다(small: Guidebook) -> None:
    step = next(one for one in small.steps.values() if one.source[0].section)
    doc, section = step.source[0].doc, step.source[0].section
    twin = next(iter(small.glossary.values())).model_copy(update={"term": step.title, "source": step.source})
    guide = replace(small, glossary={**small.glossary, twin.id: twin})
    titles = [title for title, _ in pages_by_section(guide, Addresses(guide))(doc, section or "")]
    assert {f"{step.title}(용어)", f"{step.title}(단계)"} <= set(titles)
    assert len(titles) == len(set(titles))


def test_협약서의_조는_번호와_함께_부른다(small: Guidebook) -> None:
    conflict, source = next(iter(small.conflicts)), next(iter(small.steps.values())).source[0].model_dump()
    article = Article.model_validate({"id": "article-02", "number": 2, "title": "정의", "summary": "뜻을 정해요.", "clauses": [],
                                      "source": source, "conflicts": [conflict]})
    guide = replace(small, articles={article.id: article})
    titles = [title for title, _ in touched_by_conflict(guide, Addresses(guide))[conflict]]
    assert "협약서 제2조(정의)" in titles and article.title not in titles
