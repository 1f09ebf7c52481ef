"""The tables of the 2018 platform evaluation: indicators and results, one member's marks, the score and its grade."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.export.office.document import Cell, Document, Grid, Paragraph, Row, Section, head
from macros.export.office.forms import form_number, guidance, sources
from macros.export.office.share_checks import UNKNOWN
from macros.guidebook import Guidebook
from macros.models.form import Form
from macros.models.rule import Band

GRADES = "platform-grade-2018"
TOPIC = "platform-evaluation-2018"
INDICATORS = 3
MOST = 100
MARKS = ("5", "4", "3", "2", "1")


def document(guide: Guidebook, form: Form, made_on: date) -> Document:
    """The three tables, empty; Excel adds the marks up and names the grade."""
    goals = [(str(row[1]), str(row[2])) for section in guide.topics[TOPIC].sections for table in section.tables if table.id == "goals"
             for row in table.rows]
    sections = (_results(goals), _marks([goal for goal, way in goals if "정성" in way]), _score(guide))
    return Document(form.id, form.title, made_on, form_number(form), "", (*sections, *guidance(guide, form), sources(guide, form.source)),
                    form.wide)


def _results(goals: list[tuple[str, str]]) -> Section:
    rows = [row for number, (goal, way) in enumerate(goals, 1) for row in _goal(f"{number}. {goal}", way)]
    return Section("results", "지표와 결과표", "지표와 결과표", (Paragraph("자치구:                    수행단체:                    작성 기준일:"),),
                   Grid((46, 50, 30, 50, 24), (head("핵심목표", "지표", "목표", "실적", "평가"), *rows), least=8))


def _goal(goal: str, way: str) -> Iterator[Row]:
    yield Cell(goal, "label", down=INDICATORS), Cell(""), Cell(""), Cell(""), Cell(way, "index", down=INDICATORS)
    for _ in range(INDICATORS - 1):
        yield Cell(""), Cell(""), Cell("")


def _marks(goals: list[str]) -> Section:
    rows: list[Row] = [(Cell(goal, "label"), Cell("", "index", choices=MARKS), Cell("", room=4), Cell("", room=4)) for goal in goals]
    scored = "{marks.r1c2}:" + f"{{marks.r{len(goals)}c2}}"
    given = f'SUMPRODUCT(--(LEN({scored})>0))'
    rows.append((Cell("100점 환산", "total"),
                 Cell(UNKNOWN, "total", on_paper=False,
                      formula=f'IF({given}<{len(goals)},"{UNKNOWN}",SUMPRODUCT(VALUE({scored}))*{MOST}/{5 * len(goals)})'),
                 Cell("점수를 모두 더해 만점으로 나누고 100을 곱해요. 이 식은 길잡이의 풀이예요.", "note", across=2)))
    return Section("marks", "정성평가표(위원마다 한 장)", "정성평가표",
                   (Paragraph("자치구:                    평가위원:                    (서명)"),),
                   Grid((46, 16, 70, 70), (head("핵심목표", "점수(5점)", "성과와 한계", "개선방향"), *rows)), new_page=True)


def _score(guide: Guidebook) -> Section:
    rule = guide.rules[GRADES]
    assert isinstance(rule, Band)
    total = "{score.r3c2}"
    rows: tuple[Row, ...] = (
        (Cell(f"정량평가({MOST}점)", "label"), Cell("", "number"), Cell("제출 서류로 매긴 점수", "note")),
        (Cell(f"정성평가({MOST}점)", "label"), Cell("", "number"), Cell("성과평가 회의에서 매긴 점수", "note")),
        (Cell(f"합계({2 * MOST}점)", "total"),
         Cell(UNKNOWN, "total", on_paper=False, formula=f'IF(COUNT({{score.r1c2}},{{score.r2c2}})<2,"{UNKNOWN}",{{score.r1c2}}+{{score.r2c2}})'),
         Cell("두 점수를 더한 값", "note")),
        (Cell("등급", "total"), Cell(UNKNOWN, "total", on_paper=False, formula=grade_formula(rule, total)), Cell(rule.sentence, "note")),
    )
    return Section("score", "종합 성과평가표", "종합 성과평가표", (Paragraph("자치구:                    수행단체:"),),
                   Grid((40, 30, 100), (head("구분", "점수", "알아 둘 것"), *rows), least=9), new_page=True)


def grade_formula(rule: Band, total: str) -> str:
    """The band as Excel decides it. A score that is none, out of range or no whole number is not decided."""
    made = f'"{rule.rows[-1].result}"'
    for row in reversed(rule.rows[:-1]):
        made = f'IF({total}>={row.at_least},"{row.result}",{made})'
    return f'IF(ISNUMBER({total}),IF(OR({total}<>INT({total}),{total}<0,{total}>{2 * MOST}),"{UNKNOWN}",{made}),"{UNKNOWN}")'
