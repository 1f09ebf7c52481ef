"""The sources' own numbers are found in the clauses that citations name."""

from __future__ import annotations

import pytest

from macros.models.common import Citation
from macros.models.source import Section, Source
from macros.views.places import home_of, places_in
from macros.words.numbering import numbering


@pytest.mark.parametrize(("clause", "place"), [
    ("제8조②", "제8조②"), ("제17조① 단서", "제17조①"), ("제12조② 3호", "제12조② 3호"), ("제10조④, ⑥", "제10조④, ⑥"),
    ("불가 항목 표 1(4)", "불가 항목 (4)"), ("유의 항목 표 2(2)·(3)", "유의 항목 (2)·(3)"), ("3.2.2(1)③", "3.2.2(1)③"),
    ("3.2.1 용어 풀이(공공기관)", "3.2.1"), ("추진방향 ⑤", "추진방향 ⑤"), ("1. 추진내용 ②", "1. 추진내용 ②"),
    ("3. 협치조정관", "3. 협치조정관"), ("5. 추진내용, 협의·조정 방법", "5. 추진내용"), ("7. 최종 승인(8.29)", "7. 최종 승인"),
    ("4·5단계", "4·5단계"), ("서식 3-1 사업비", "서식 3-1"),
])
def test_조항에서_원문의_번호를_찾는다(clause: str, place: str) -> None:
    assert numbering(clause) == place


@pytest.mark.parametrize("clause", [None, "추진방향", "제출(7.10)", "7.", "11개구 참여 통계", "4대 추진 전략", "2020년 추진계획",
                                    "2021. 2. 현재", "2기 지원단 회의", "협약(12월 중)"])
def test_번호가_아닌_숫자는_번호로_보지_않는다(clause: str | None) -> None:
    assert numbering(clause) is None


def test_부록의_조항은_어느_부록의_것인지_적는다() -> None:
    sections = (Section(id="ch1", title="1장"), Section(id="app7", title="부록7. 운영지침"), Section(id="app7.3", title="제3장"),
                Section(id="app8", title="부록8. 협약서(안)"))
    source = Source.model_validate({"id": "guide", "title": "안내서", "short": "안내서", "issuer": "시", "date": "2020",
                                    "terms": "없음", "sections": sections})
    cited = [Citation(doc="guide", section=section, clause=clause) for section, clause in (
        ("app7.3", "3.3.1"), ("app7", "3.1.1"), ("app8", "제10조④ 단서"), ("ch1", "(2)"), ("app7.3", "3.3.1"), ("ch1", "개요"), (None, "①"))]
    assert places_in(cited, source) == ["부록7 3.3.1 · 3.1.1", "부록8 제10조④", "(2) · ①"]
    assert [home_of(one, source) for one in (cited[0], cited[2], cited[3], cited[6])] == [
        f"{source.short} 부록7", f"{source.short} 부록8", source.short, source.short]
