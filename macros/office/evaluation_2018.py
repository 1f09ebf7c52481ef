"""The tables of the 2018 platform evaluation: indicators and results, one member's marks, the score and its grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from macros.models.form import Filled, Form
from macros.models.rule import Band
from macros.office.documents.document import Cell, Document, Grid, Paragraph, Row, Section, head
from macros.office.documents.text import quoted
from macros.office.forms import EMPTY, form_number, guidance, sources
from macros.office.share_checks import UNKNOWN
from macros.reading.guidebook import Guidebook
from macros.rules.judge import band_row
from macros.rules.terms import compile_row

GRADES = "platform-grade-2018"
TOPIC = "platform-evaluation-2018"
INDICATORS = 3
MOST = 100
MARKS = ("5", "4", "3", "2", "1")
T = TypeVar("T")


def document(guide: Guidebook, form: Form, filled: bool, made_on: date) -> Document:
    """The three tables, empty or filled in; Excel adds the marks up and names the grade.

    Filled in, `rows` are an indicator, its target and its result for each goal; `values` hold the marks and the two scores.
    """
    entered = form.filled if filled and form.filled else EMPTY
    goals = [(str(row[1]), str(row[2])) for section in guide.topics[TOPIC].sections for table in section.tables if table.id == "goals"
             for row in table.rows]
    sections = (_results(goals, entered), _marks([goal for goal, way in goals if "정성" in way], entered), _score(guide, entered))
    note = form.filled.note if filled and form.filled else ""
    return Document(form.id, form.title, made_on, form_number(form), note,
                    (*sections, *guidance(guide, form), sources(guide, form.source)), form.wide)


def _results(goals: list[tuple[str, str]], entered: Filled) -> Section:
    first = padded(entered.rows, len(goals), ())
    rows = [row for number, ((goal, way), texts) in enumerate(zip(goals, first, strict=True), 1)
            for row in _goal(f"{number}. {goal}", way, padded([str(text) for text in texts], 3, ""))]
    return Section("results", "최종지표 및 결과표", "자치구별 성과평가 최종지표 및 결과표",
                   (Paragraph("자치구:                    수행단체:                    작성 기준일:"),),
                   Grid((46, 50, 30, 50, 24), (head("핵심목표", "지표", "목표", "실적", "평가"), *rows), least=8))


def padded(given: Sequence[T], count: int, blank: T) -> list[T]:
    """As many as are wanted: blanks where fewer are given."""
    return [*given, *[blank] * count][:count]


def _goal(goal: str, way: str, texts: Sequence[str]) -> Iterator[Row]:
    yield Cell(goal, "label", down=INDICATORS), *(Cell(text) for text in texts), Cell(way, "index", down=INDICATORS)
    for _ in range(INDICATORS - 1):
        yield Cell(""), Cell(""), Cell("")


def _texts(entered: Filled, key: str, count: int) -> list[str]:
    """What is entered for each goal, one below the other."""
    value = entered.values.get(key, ())
    return padded([value] if isinstance(value, str) else value, count, "")


def _number(entered: Filled, key: str) -> int | None:
    """A score; None when none is entered, or none that is whole."""
    text = str(entered.values.get(key, ""))
    return int(text) if text.isdecimal() else None


def _marks(goals: list[str], entered: Filled) -> Section:
    marks, said, better = (_texts(entered, key, len(goals)) for key in ("score", "achievement", "improvement"))
    rows: list[Row] = [
        (Cell(goal, "label"), Cell(mark, "index", choices=MARKS), Cell(one, room=4), Cell(other, room=4))
        for goal, mark, one, other in zip(goals, marks, said, better, strict=True)]
    most = len(goals) * int(MARKS[0])
    given_marks = [int(mark) for mark in marks if mark in MARKS]
    scored = "{marks.r1c2}:" + f"{{marks.r{len(goals)}c2}}"
    given = f'SUMPRODUCT(--(LEN({scored})>0))'
    rows.append((Cell("100점 환산", "total"),
                 _total(sum(given_marks) * MOST // most if len(given_marks) == len(goals) else None,
                        f'IF({given}<{len(goals)},"{UNKNOWN}",SUMPRODUCT(VALUE({scored}))*{MOST}/{most})'),
                 Cell("점수 합계 ÷ 만점 × 100(이 길잡이의 해석)", "note", across=2)))
    return Section("marks", "정성평가표(위원마다 한 장)", "정성평가표",
                   (Paragraph("자치구:                    평가위원:                    (서명)"),),
                   Grid((46, 16, 70, 70), (head("핵심목표", "점수(5점)", "성과와 한계", "개선방향"), *rows)), new_page=True)


def _total(value: int | None, formula: str) -> Cell:
    """A number that Excel works out; on paper it is blank as long as something is missing."""
    return Cell(UNKNOWN, "total", formula=formula, on_paper=False) if value is None else Cell(number=value, role="total", formula=formula)


def _score(guide: Guidebook, entered: Filled) -> Section:
    rule = guide.rules[GRADES]
    assert isinstance(rule, Band)
    scores = [_number(entered, key) for key in ("quantitative", "qualitative")]
    known = [score for score in scores if score is not None]
    whole = sum(known) if len(known) == len(scores) else None
    grade = band_row([compile_row(row) for row in rule.rows], whole, 1) if whole is not None else None
    named = next((row.result for row in rule.rows if row.id == grade), UNKNOWN)
    first, second = (Cell(number=score, role="number") for score in scores)
    total = "{score.r3c2}"
    rows: tuple[Row, ...] = (
        (Cell(f"정량평가({MOST}점)", "label"), first, Cell("제출 서류 평가", "note")),
        (Cell(f"정성평가({MOST}점)", "label"), second, Cell("성과평가회의 평가", "note")),
        (Cell(f"합계({2 * MOST}점)", "total"),
         _total(whole, f'IF(COUNT({{score.r1c2}},{{score.r2c2}})<2,"{UNKNOWN}",{{score.r1c2}}+{{score.r2c2}})'),
         Cell("정량평가와 정성평가 점수의 합계", "note")),
        (Cell("등급", "total"), Cell(named, "total", on_paper=grade is not None, formula=grade_formula(rule, total)), Cell(rule.sentence, "note")),
    )
    return Section("score", "종합 성과평가표", "종합 성과평가표", (Paragraph("자치구:                    수행단체:"),),
                   Grid((40, 30, 100), (head("구분", "점수", "유의 사항"), *rows), least=9), new_page=True)


def grade_formula(rule: Band, total: str) -> str:
    """The band as Excel decides it. A score that is none, out of range or no whole number is not decided."""
    made = quoted(rule.rows[-1].result)
    for row in reversed(rule.rows[:-1]):
        made = f"IF({total}>={row.at_least},{quoted(row.result)},{made})"
    return f'IF(ISNUMBER({total}),IF(OR({total}<>INT({total}),{total}<0,{total}>{2 * MOST}),"{UNKNOWN}",{made}),"{UNKNOWN}")'
