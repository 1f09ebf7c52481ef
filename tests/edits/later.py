"""Edits of further kinds, written after the tests had been made ready for the others: a name, an order, what goes, what is new."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from tests.edits.hand import Edit, append, put, swap

CONFLICT = """# 불일치: 새로 찾은 것
id: new-conflict
title: TFT는 언제 처음 모이나요
readings:
  - text: 한 절에는 계획을 세우기 전에 모인다고 적혀 있어요.
    source: {doc: guide-2020, section: ch3.2.1, page: 56}
  - text: 다른 절에는 계획을 세우며 모인다고 적혀 있어요.
    source: {doc: guide-2020, section: ch3.2.2, page: 57}
followed: 두 가지를 모두 보여 주고, 구가 정하게 해요.
reason: 어느 쪽이 맞는지 적힌 곳이 없어요.
"""
DOCUMENT = """
- id: new-document
  title: "새로 나온 운영 안내"
  short: "새 안내"
  issuer: "서울특별시"
  date: "2021"
  terms: "표시 없음"
  sections:
    - {id: ch1, title: "1장", page: 1, left_out: 아직 옮기지 않았어요.}
"""


def actor(project: Path) -> None:
    """An office that works in steps and dates has another name."""
    put(project, "data/actors.yaml", "name: 자치구 담당부서", "name: 자치구 협치부서")


def function(project: Path) -> None:
    """A thing that the guide does is asked for by fewer ways."""
    swap(project, "data/functions.yaml", r"(- id: form-files\n(?:  .*\n)*?  asked:\n    - .*\n)(?:    - .*\n)+", r"\1")


def synonym(project: Path) -> None:
    """A word of a group of words goes."""
    swap(project, "data/wordings.yaml", r"(- id: excel\n  name: .*\n  words: \[[^,\]]*).*\]", r"\1]")


def offset(project: Path) -> None:
    """Something is due ten days earlier."""
    swap(project, "data/deadlines/project-end.yaml", r"(id: end-assessment\n(?:    .*\n)*?    before: ).*", r"\g<1>70일")


def force(project: Path) -> None:
    """A duty of the agreement is none any more."""
    swap(project, "data/articles/article-08.yaml", r"(id: a08-1\n    clause: .*\n    text: ).*\n    force: must\n    basis: stated\n    wording: .*",
         r"\1구는 계획의 수립과 실행을 지원할 수 있어요.\n    force: may\n    basis: stated\n    wording: 할 수 있다")


def years(project: Path) -> None:
    """A district has had support for another number of years."""
    swap(project, "data/districts/gangbuk.yaml", r"^(    label: 지원 연차\n    value: ).*", r"\g<1>3")


def document(project: Path) -> None:
    """A document that nothing cites yet, and a section of another under a new title."""
    swap(project, "data/sources.yaml", r'(id: ch1\.2, title: )"[^"]*"', r'\1"새 제목"')
    append(project, "data/sources.yaml", DOCUMENT)


def conflict(project: Path) -> None:
    """Two places that disagree, found later."""
    (project / "data/conflicts/new-conflict.yaml").write_text(CONFLICT, encoding="utf-8")
    swap(project, "data/bodies/tft.yaml", r"^conflicts: \[", "conflicts: [new-conflict, ")


def order(project: Path) -> None:
    """Two steps change places, and with them their part of the checklist."""
    swap(project, "data/procedures/planning.yaml", r"^(  - local-research\n)(  - vision-goals\n)", r"\2\1")
    swap(project, "data/checklists/planning.yaml", r"^(  - step: local-research\n(?:    .*\n)+)(  - step: vision-goals\n(?:    .*\n)+)", r"\2\1")
    swap(project, "data/checklists/planning.yaml", r"(- step: vision-goals\n(?:    .*\n)*?    after: ).*", r"\1[process-design]")


def visit(project: Path) -> None:
    """A date goes."""
    swap(project, "data/timelines/mutual-2020.yaml", r"^  - id: mutual-site-visit-2020\n(?:    .*\n)+", "")


def field(project: Path) -> None:
    """A field of a tool has another name."""
    put(project, "data/sheets/budget-change.yaml", "label: 바꾸는 금액,", "label: 이번에 바꾸는 금액,")


def gone(project: Path) -> None:
    """A published item of a checklist goes, with its entry among the moves."""
    name = "data/checklists/planning.yaml"
    text = (project / name).read_text(encoding="utf-8")
    found = re.search(r"^      - id: (agenda-priority-[a-z-]+)\n(?:        .*\n)+", text, re.MULTILINE)
    assert found
    (project / name).write_text(text.replace(found[0], ""), encoding="utf-8")
    entry = f'- {{id: gone, kind: dropped, edition: "2021", before: [{found[1]}], note: 더는 하지 않아요.}}\n'
    moves = (project / "data/moves.yaml").read_text(encoding="utf-8")
    (project / "data/moves.yaml").write_text(moves.replace("[]\n", "") + entry, encoding="utf-8")


def names(project: Path) -> None:
    """A body is called by fewer names."""
    swap(project, "data/bodies/tft.yaml", r"^names: \[([^,\]]*).*\]", r"names: [\1]")


def reason(project: Path) -> None:
    """A composition's number is told in other words."""
    swap(project, "data/bodies/tft.yaml", r"(- text: )민간과 행정을 합쳐 .*", r"\1민간과 행정을 합친 권장 인원이 적혀 있어요.")


LATER: Mapping[str, Edit] = {one.__name__: one for one in (actor, function, synonym, offset, force, years, document, conflict, order, visit,
                                                           field, gone, names, reason)}
