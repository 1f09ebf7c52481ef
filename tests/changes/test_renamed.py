"""A name by which people's files are read is not changed without a word of what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.changes.renamed import unnoted
from macros.reading.guidebook import Guidebook
from tests.tool_workbook.reworded import edited

FIELD = ("sheets/strategic-matching.yaml", "label: 구비,", "label: 자치구 부담금,")
CASES = {
    "칸": (FIELD, '(‘구비’ → ‘자치구 부담금’)', 'earlier_labels: ["구비"]'),
    "질문": (("sheets/budget-change.yaml", "question: 예산을 ‘전용’하나요?", "question: 예산을 전용하나요?"), "→ ‘예산을 전용하나요?’",
           'formerly: ["예산을 ‘전용’하나요?"]'),
    "답": (("sheets/budget-change.yaml", "label: 협치회의}", "label: 협치회의 전체}"), "→ ‘협치회의 전체’", 'earlier_labels: ["협치회의"]'),
    "비목": (("budget.yaml", "label: 인건비성 경비\n", "label: 인건비\n"), "(‘인건비성 경비’ → ‘인건비’)", 'earlier_labels: ["인건비성 경비"]'),
    "서식의 열": (("forms/application-2-1.yaml", "columns: [성명, 연락처, 이메일]", "columns: [이름, 연락처, 이메일]"), "(‘성명’ → ‘이름’)",
             'earlier_columns: {"이름": ["성명"]}'),
    "도구": (("sheets/council.yaml", "title: 협치회의 구성 점검", "title: 구성 점검"), "→ ‘구성 점검’", 'earlier_titles: ["협치회의 구성 점검"]'),
}


@pytest.mark.parametrize("what", CASES)
def test_파일이_찾는_이름을_고치면_예전_이름을_적으라고_그_줄에서_알린다(small: Guidebook, tmp_path: Path, what: str) -> None:
    (name, was, now), shown, offered = CASES[what]
    [told] = unnoted(small, edited(tmp_path, (name, was, now)))
    text = (tmp_path / "0/data" / name).read_text(encoding="utf-8").splitlines()
    assert told.file == f"data/{name}" and now.strip() in text[told.line - 1]
    assert shown in told.message and offered in told.message


def test_적어_두었거나_고치지_않았으면_말하지_않고_예전_이름을_지우면_알린다(small: Guidebook, tmp_path: Path) -> None:
    name, was, now = FIELD
    noted = edited(tmp_path, (name, was, f"{now} earlier_labels: [구비],"))
    assert unnoted(small, noted) == [] == unnoted(small, small)
    [told] = unnoted(noted, edited(tmp_path, (name, was, now)))
    assert "예전 이름(‘구비’)이 지워졌어요" in told.message
    again = edited(tmp_path, (name, was, "label: 부담금, earlier_labels: [구비],"))
    [told] = unnoted(noted, again)
    assert 'earlier_labels: ["구비", "자치구 부담금"]' in told.message


def test_다른_칸의_것이_된_이름은_값이_옮겨_간다고_알린다(small: Guidebook, tmp_path: Path) -> None:
    name = "sheets/strategic-matching.yaml"
    swapped = edited(tmp_path, (name, "label: 시비,", "label: 바꿈,"), (name, "label: 구비,", "label: 시비,"), (name, "label: 바꿈,", "label: 구비,"))
    assert ["앞의 이름(‘시비’)이 이제" in one.message or "앞의 이름(‘구비’)이 이제" in one.message for one in unnoted(small, swapped)] == [True, True]
    form = "forms/application-2-1.yaml"
    assert unnoted(small, edited(tmp_path, (form, "columns: [성명, 연락처, 이메일]", "columns: [연락처, 성명, 이메일]"))) == []
