"""Ten edits: date, cap, figure, case, form, table, term, move, source, edition."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from macros.commands.apply import run as apply
from macros.commands.new import create
from tests.edits.hand import Edit, append, put, swap

CASE = """id: new-district
district: 마포구
title: "새 사례: 여럿이 함께 정해요"
lesson: 함께 정한 것을 다음 해에 이어 가요.
summary: 새 자치구가 여럿이 함께 의제를 정한 사례예요.
source: {doc: guide-2020, section: ch3.1.6.3, page: 44}
decision:
  - {text: 협치회의에서 함께 정했어요.}
lessons:
  - {text: 함께 정하면 오래 가요.}
processes:
  - id: new-process
    title: 새 과정
    summary: 여럿이 모여 정한 과정이에요.
    source: {doc: guide-2020, section: ch3.1.6.3, page: 44}
    phases:
      - id: new-phase
        title: 처음
        milestones:
          - {id: new-meeting, title: 첫 모임, text: 함께 모였어요.}
figures:
  - {label: 함께 정한 의제, value: 7, unit: 개, source: {doc: guide-2020, section: ch3.1.6.3, page: 44}}
"""
FORM = """id: new-form
title: 새 서식
summary: 회의에서 정한 것을 적는 서식이에요.
editions: ["2020"]
blocks:
  - title: 적을 것
    fields:
      - {id: decided, label: 정한 것, wants: 회의에서 정한 것을 적어요.}
source: {doc: guide-2020, section: app8, page: 148}
order: 99
submitted: 제출하는 서식이 아니에요.
"""
TERM = """
- id: new-term
  term: 새로운낱말
  definition: 새 문서에 나온 말이에요.
  source: {doc: guide-2020, section: ch1.2.3, page: 11}
"""
BLANKS = {"title": "2022년판", "summary": "2022년에 계획을 세우는 판이에요.", "source": "{doc: plan-2021, section: p4.1, page: 12}"}


def date(project: Path) -> None:
    """The day of submission moves by a week."""
    swap(project, "data/timelines/city-2021.yaml", r'(id: submission-2021\n(?:    .*\n)*?    start: )"2021-07-09"', r'\1"2021-07-16"')


def cap(project: Path) -> None:
    """Another share for facilities, with the examples of the new line."""
    name = "data/rules/facility-cap.yaml"
    text = (project / name).read_text(encoding="utf-8")
    for old, new in (("at_most: 40%", "at_most: 30%"), ("40%를 넘지", "30%를 넘지"), ("260000000", "195000000"), ("260000001", "195000001"),
                     ("259999999", "194999999"), ("260,000,000", "195,000,000"), ("260,000,001", "195,000,001"), ("259,999,999", "194,999,999")):
        text = text.replace(old, new)
    (project / name).write_text(text, encoding="utf-8")


def figure(project: Path) -> None:
    """A case's number, by a set of changes from the edit screen."""
    path = project / "data/cases/gangseo.yaml"
    before = path.read_text(encoding="utf-8")
    after = before.replace("value: 26\n", "value: 27\n", 1)
    assert after != before
    given = project / "set.json"
    given.write_text(json.dumps({"format": "hyeopchi-edits", "version": 1, "files": [
        {"path": "data/cases/gangseo.yaml", "before": before, "after": after}]}), encoding="utf-8")
    assert apply(project, given) == 0


def case(project: Path) -> None:
    """One more case, by `new`."""
    assert create(project, "case", "new-district") == 0
    (project / "data/cases/new-district.yaml").write_text(CASE, encoding="utf-8")


def form(project: Path) -> None:
    """One more form, by `new`."""
    assert create(project, "form", "new-form") == 0
    (project / "data/forms/new-form.yaml").write_text(FORM, encoding="utf-8")


def table(project: Path) -> None:
    """One more row in a table."""
    put(project, "data/topics/case-comparison.yaml", "          - [노원구, 협치봄봄봄,",
        '          - [노원구, 새 공론장, 4월, "", 주민, ""]\n          - [노원구, 협치봄봄봄,')


def term(project: Path) -> None:
    """One more term."""
    append(project, "data/glossary.yaml", TERM)


def move(project: Path) -> None:
    """A checklist item under another id, the first entry of the moves."""
    name = "data/checklists/planning.yaml"
    found = re.search(r"id: (local-research-[a-z-]+)", (project / name).read_text(encoding="utf-8"))
    assert found
    for path in (project / "data").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if found[1] in text:
            path.write_text(re.sub(rf"\b{found[1]}(?![\w-])", "local-research-renamed", text), encoding="utf-8")
    swap(project, "data/moves.yaml", r"^\[\]$",
         f'- {{id: renamed, kind: moved, edition: "2021", before: [{found[1]}], now: [local-research-renamed], note: 이름을 고쳤어요.}}')


def source(project: Path) -> None:
    """One more document, which a step cites."""
    append(project, "data/sources.yaml", "- id: notice-2021\n  title: 지침을 고쳐 알린 공문\n  short: 2021 공문\n  issuer: 서울시\n"
           '  date: "2021-12"\n  terms: 공공누리\n  sections:\n    - {id: n1, title: "붙임"}\n')
    swap(project, "data/glossary.yaml", r"^  source:\n", "  source:\n    - {doc: notice-2021, section: n1}\n")


def edition(project: Path) -> None:
    """The next edition, of which nothing is known."""
    assert create(project, "edition", "2022") == 0
    for name, filled in BLANKS.items():
        swap(project, "data/editions.yaml", rf"^  {name}:(?: \{{doc: , section: \}})?$", f"  {name}: {filled}")


TEN: Mapping[str, Edit] = {one.__name__: one for one in (date, cap, figure, case, form, table, term, move, source, edition)}
