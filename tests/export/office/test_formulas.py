"""What Excel counts and judges is what the rules say: LibreOffice works every formula out anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import openpyxl
import pytest

from macros.models.form import Filled, Form
from macros.models.rule import Cap
from macros.office import budget_layout, budget_tables, evaluation_2018, forms
from macros.office.documents import xlsx
from macros.office.lists import list_block
from macros.office.share_checks import NONE, OK, UNKNOWN, count, fail_word, verdict
from macros.reading.guidebook import Guidebook
from tests.workbook.office import Values, recalculated

DAY = date(2026, 11, 21)
FORM = "council-members-3-2"
# (민간, 구의원, 행정, 당연직, 여성 가운데 위촉직, 여성 가운데 당연직)
COUNCILS = {"even": (21, 2, 7, 0, 15, 0), "under": (20, 2, 8, 0, 15, 0), "women": (21, 0, 5, 4, 16, 0),
            "men": (21, 0, 5, 4, 10, 2), "few": (25, 0, 5, 0, 11, 0)}


def members(private: int, councillors: int, officials: int, ex_officio: int, women: int, women_ex_officio: int) -> tuple[tuple[str, ...], ...]:
    """A council as rows of the list: name, position, field, role, kind, sex."""
    kinds = ["민간"] * private + ["구의원"] * councillors + ["행정"] * officials
    rows = [(kind, "여성" if number < women else "남성") for number, kind in enumerate(kinds)]
    rows += [("행정(당연직)", "여성" if number < women_ex_officio else "남성") for number in range(ex_officio)]
    return tuple(("○○○", "", "", "", kind, sex) for kind, sex in rows)


def filled(form: Form, rows: tuple[tuple[str, ...], ...]) -> Form:
    return form.model_copy(update={"filled": Filled(note="검사", rows=rows)})


@pytest.fixture(scope="module")
def worked(guide: Guidebook, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Values]:
    """Every workbook of this file, worked out in one go: each started from a form without the values that Python knew."""
    folder = tmp_path_factory.mktemp("formulas")
    form = guide.forms[FORM]
    books = {name: filled(form, members(*council)) for name, council in COUNCILS.items()}
    full = members(*COUNCILS["even"])
    books["nosex"] = filled(form, (*full[:-1], (*full[-1][:5], "")))
    books["nokind"] = filled(form, (*full[:-1], ("○○○", "", "", "", "", "남성")))
    books["empty"] = filled(form, ())
    files = {name: xlsx.write(forms.document(guide, book, True, DAY)) for name, book in books.items()}
    figures = budget_tables.Figures(810, 190, *(tuple(budget_tables.Line(f"줄 {number}", city, own) for number, (city, own) in enumerate(rows))
                                                for rows in (((600, 70), (400, 0)), ((333, 1), (667, 69)), ((1, 2),))))
    files["budget"] = xlsx.write(budget_layout.document(guide, budget_tables.content(figures), DAY))
    paths = []
    for name, content in files.items():
        path = folder / f"{name}.xlsx"
        path.write_bytes(content)
        forget_values(path)
        paths.append(path)
    scores(guide, paths, folder)
    return recalculated(paths, folder)


def forget_values(path: Path) -> None:
    """Saves the workbook without the formulas' values: what comes back can only be what was worked out."""
    book = openpyxl.load_workbook(path)
    book.save(path)


SCORES = {"s161": (100, 61), "s160": (100, 60), "s121": (60, 61), "s81": (40, 41), "s80": (40, 40), "s0": (0, 0),
          "half": (80.5, 80), "over": (150, 60), "open": (100, None)}
GRADES = {"s161": "탁월", "s160": "양호", "s121": "양호", "s81": "보통", "s80": "미흡", "s0": "미흡",
          "half": UNKNOWN, "over": UNKNOWN, "open": UNKNOWN}


def scores(guide: Guidebook, paths: list[Path], folder: Path) -> None:
    """The evaluation tables with scores entered as a member would."""
    form = guide.forms["evaluation-tables-2018"]
    content = xlsx.write(evaluation_2018.document(guide, form, False, DAY))
    for name, (quantitative, qualitative) in SCORES.items():
        path = folder / f"{name}.xlsx"
        path.write_bytes(content)
        book = openpyxl.load_workbook(path)
        sheet = book["종합 성과평가표"]
        labels = {str(row[0].value).split("(")[0]: row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value}
        sheet.cell(labels["정량평가"], 2).value = quantitative
        sheet.cell(labels["정성평가"], 2).value = qualitative
        marks = book["정성평가표"]
        given = [row[0].row for row in marks.iter_rows(max_col=1) if row[0].value and row[0].row > 5][:4]
        for row in given:
            marks.cell(row, 2).value = 4
        book.save(path)
        paths.append(path)


def answers(values: Values) -> list[tuple[str, str, str, str]]:
    """The rows of the table of shares: part, whole, share, verdict."""
    rows = values["비율 점검"]
    start = next(number for number, row in enumerate(rows) if row[0] == "기준") + 1
    return [(row[1], row[2], row[3], row[5]) for row in rows[start:start + 4]]


@pytest.mark.parametrize("name", [*COUNCILS, "nosex", "nokind", "empty"])
def test_엑셀의_판정은_규칙의_판정과_같다(guide: Guidebook, worked: dict[str, Values], name: str) -> None:
    rows = members(*COUNCILS[name]) if name in COUNCILS else {
        "nosex": (*members(*COUNCILS["even"])[:-1], ("○○○", "", "", "", "행정", "")),
        "nokind": (*members(*COUNCILS["even"])[:-1], ("○○○", "", "", "", "", "남성")), "empty": ()}[name]
    people = count(Filled(note="검사", rows=rows), 4, 5)
    for key, (part, whole, _, said) in zip(guide.forms[FORM].checks, answers(worked[name]), strict=True):
        rule = guide.rules[key]
        assert isinstance(rule, Cap) and rule.of
        expected = (people.measure(rule.part), people.measure(rule.of))
        assert (int(part), int(whole)) == expected, key
        assert said == verdict(rule, *expected, people.complete), key


def test_규칙의_본보기와_같게_판정한다(guide: Guidebook) -> None:
    for key in guide.forms[FORM].checks:
        rule = guide.rules[key]
        assert isinstance(rule, Cap)
        words = {"ok": OK, "fail": fail_word(rule), "na": NONE}
        for example in rule.examples:
            assert verdict(rule, example.part, example.of or 0, True) == words[example.expect], (key, example.id)


def test_꼭_칠십_퍼센트는_지킴이고_한_사람이_모자라면_위반이다(guide: Guidebook, worked: dict[str, Values]) -> None:
    share, _, sexes = (fail_word(rule) for key in guide.forms[FORM].checks[:3] if isinstance(rule := guide.rules[key], Cap))
    assert answers(worked["even"])[0] == ("21", "30", "70%", OK)
    assert answers(worked["under"])[0][3] == share
    # 16 of 26 appointed members are women: above 60%; the four ex officio do not count.
    assert answers(worked["women"])[2][:2] == ("16", "26") and answers(worked["women"])[2][3] == sexes
    assert answers(worked["men"])[2][:2] == ("16", "26") and answers(worked["men"])[2][3] == sexes


def test_모르는_것이_있으면_맞다고_하지_않는다(worked: dict[str, Values]) -> None:
    assert {row[3] for row in answers(worked["nosex"])} == {row[3] for row in answers(worked["nokind"])} == {UNKNOWN}
    assert {row[3] for row in answers(worked["empty"])} == {NONE}


def test_사람_수를_엑셀이_센다(worked: dict[str, Values]) -> None:
    rows = worked["even"]["명단"]
    at = next(number for number, row in enumerate(rows) if row[0] == "민간")
    assert [cell for cell in rows[at + 1] if cell] == ["21", "2", "7", "30"]


@pytest.mark.parametrize("name", SCORES)
def test_점수의_등급을_엑셀이_정한다(worked: dict[str, Values], name: str) -> None:
    rows = {row[0].split("(")[0]: row[1] for row in worked[name]["종합 성과평가표"] if row[0]}
    assert rows["등급"] == GRADES[name]
    converted = {row[0]: row[1] for row in worked[name]["정성평가표"] if row[0]}
    assert converted["100점 환산"] == "80"


def test_예산표의_합계와_비율을_엑셀이_계산한다(worked: dict[str, Values]) -> None:
    nature = [row for row in worked["budget"]["4.1"] if row[0] in ("금액", "비율")]
    assert nature[0][1:4] == ["1000", "810", "190"] and nature[1][2:4] == ["81%", "19%"]
    funds = [row for row in worked["budget"]["4.2"] if "금액" in row or "비율" in row]
    assert funds[-2][2:5] == ["1000", "70", "1070"] and funds[-1][2:5] == ["93.5%", "6.5%", "100%"]
    agendas = worked["budget"]["4.3"]
    assert next(row for row in agendas if row[0] == "합계")[1:4] == ["1000", "70", "1070"]


def test_명단이_없는_서식에는_비율_점검이_없다(guide: Guidebook) -> None:
    assert list_block(guide.forms["application-2-1"]) is None
    bare = replace(guide, forms=MappingProxyType(dict(guide.forms)))
    sections = forms.document(bare, guide.forms["participants-2-2"], False, DAY).sections
    assert "shares" not in {section.id for section in sections}
