"""More edits of every kind of record: what an editor does in a year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from macros.commands.new import create
from tests.edits.hand import Edit, append, put, swap, swap_all

TOPIC = """id: new-topic
title: 새로 알게 된 것
chapter: understand
order: 99
summary: 새로 알게 된 것을 모았어요.
editions: ["2020"]
sections:
  - id: new-section
    title: 새로 알게 된 이유
    lead: 문서를 다시 읽다가 찾았어요.
    points:
      - text: 함께 읽으면 더 찾아요.
source: {doc: guide-2020, section: ch1.2.3, page: 11}
"""


def question(project: Path) -> None:
    """A question more in the budget's tool, which a rule asks."""
    _asked(project, "no-product-sale", "no-second-hand", "중고 물품 구입 금지")


def member(project: Path) -> None:
    """A question more in a tool of fields."""
    _asked(project, "council-diverse", "council-young", "청년의 참여")


def _asked(project: Path, like: str, name: str, label: str) -> None:
    text = (project / f"data/rules/{like}.yaml").read_text(encoding="utf-8")
    for find, new in ((r"^id: .*", f"id: {name}"), (r"^label: .*", f"label: {label}"), (r"^conflicts: .*\n", ""),
                      (r"^question: (.*)", "question: 이번에 새로 묻는 것이 있나요?")):
        text = re.sub(find, new, text, count=1, flags=re.MULTILINE)
    (project / f"data/rules/{name}.yaml").write_text(text, encoding="utf-8")


def note(project: Path) -> None:
    """All notes of a rule go."""
    swap(project, "data/rules/labour-cap.yaml", r"^notes:\n(?:  .*\n)+", "")


def title(project: Path) -> None:
    """A form has another title."""
    swap(project, "data/forms/duty-tracking.yaml", r"^title: .*", "title: 협약에서 지킬 일 표")


def department(project: Path) -> None:
    """A district has another office in charge."""
    swap(project, "data/districts/dobong.yaml", r"(label: 담당부서\n    text: ).*", r"\1새로운협치과 협치팀")


def resolved(project: Path) -> None:
    """A difference between documents is no more: its record goes, and what names it."""
    name = "mutual-grant-size"
    (project / f"data/conflicts/{name}.yaml").unlink()
    swap_all(project, rf"(?m)^( *)conflicts: \[{name}\]\n", "")
    swap_all(project, rf"(?m)^ *- {name}\n", "")
    swap_all(project, rf"\b{name}, |, {name}\b", "")


def topic(project: Path) -> None:
    """One more topic, by `new`."""
    assert create(project, "topic-understand", "new-topic") == 0
    (project / "data/topics/new-topic.yaml").write_text(TOPIC, encoding="utf-8")


def step(project: Path) -> None:
    """What is done in a step changes: one activity more, another in other words."""
    put(project, "data/steps/agenda-discovery.yaml", "activities:\n",
        "activities:\n  - {text: 처음에 함께 약속을 정해요., force: reference, basis: suggested}\n")
    put(project, "data/steps/agenda-discovery.yaml", "행정부서에서도 의제를 찾아요.", "행정부서와 만나서도 의제를 찾아요.")


def due(project: Path) -> None:
    """A term of days is another."""
    swap(project, "data/deadlines/grant.yaml", r"after: 14일", "after: 20일")


def advice(project: Path) -> None:
    """What to do about a rule, in other words, and one thing more."""
    put(project, "data/rules/facility-cap.yaml", "advice:\n", "advice:\n  - 먼저 빌려 쓸 수 있는지 알아보세요.\n")


def item(project: Path) -> None:
    """One more thing in a checklist."""
    text = (project / "data/checklists/planning.yaml").read_text(encoding="utf-8")
    found = re.search(r"^    items:\n", text, re.MULTILINE)
    assert found
    new = ("      - {id: plan-new-item, text: 처음 모일 때 이름을 서로 알려요., force: reference, basis: suggested, role: joint, "
           "evidence: 회의록, source: {doc: guide-2020, section: ch3.1.1, page: 34}}\n")
    (project / "data/checklists/planning.yaml").write_text(text[:found.end()] + new + text[found.end():], encoding="utf-8")


def grade(project: Path) -> None:
    """A grade reaches one rank further."""
    name = "data/rules/grade-2021.yaml"
    for find, new in ((r"id: grade-ga, at_most: 7", "id: grade-ga, at_most: 8"), (r'"7위예요", part: 7', '"8위예요", part: 8'),
                      (r'"8위예요", part: 8, expect: grade-na', '"9위예요", part: 9, expect: grade-na'),
                      (r'"6위예요", part: 6', '"7위예요", part: 7'), (r"다음 11개", "다음 10개")):
        swap(project, name, find, new)


def fact(project: Path) -> None:
    """One more figure of a district, of a later year."""
    append(project, "data/districts/mapo.yaml", '  - {subject: department, year: "2021", label: 협치 담당 인원, value: 4, unit: 명, '
           "source: {doc: plan-2021, section: p2.2.1, clause: 표}}\n")


def event(project: Path) -> None:
    """One more date in a timeline."""
    put(project, "data/timelines/city-2021.yaml", "  - id: submission-2021\n", '  - {id: new-day-2021, title: 새 설명회, kind: meeting, '
        'actors: [council], start: "2021-06-24", summary: 새로 여는 설명회예요., source: {doc: plan-2021, section: p4.1, page: 12}}\n'
        "  - id: submission-2021\n")


def body(project: Path) -> None:
    """A body's name."""
    swap(project, "data/bodies/coordinator.yaml", r"^name: .*", "name: 협치이음관")


def wording(project: Path) -> None:
    """A term is explained in other words, with one everyday word more."""
    swap(project, "data/glossary.yaml", r"^  definition: ", "  definition: 쉽게 말하면 다음과 같아요. ")


MORE: Mapping[str, Edit] = {one.__name__: one for one in (
    question, member, note, title, department, resolved, topic, step, due, advice, item, grade, fact, event, body, wording)}
