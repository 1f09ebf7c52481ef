"""The small tools' workbooks: LibreOffice works out the same verdicts as the engine, whatever the engine says of any vector or example."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook

from macros.models.rule import Ask, Band
from macros.models.sheet import scope
from macros.office.excel.sheets import scores
from macros.office.excel.sheets.files import named
from macros.office.excel.sheets.layout import Entered
from macros.office.excel.sheets.write import Made, workbook
from macros.reading.guidebook import Guidebook
from macros.rules.change import Moved, change_figures
from macros.rules.figure_compiler import compile_sheet
from macros.rules.outcomes import Conclusion, judge_sheet
from macros.rules.priorities import Standing, standings
from macros.rules.terms import SCALES
from macros.tools.priorities import SCORES, WEIGHTS
from macros.tools.sheets import rules_of
from macros.words.outcomes import OPEN_TITLE, SPLIT
from macros.words.verdicts import LEVELS, said_of
from tests.fewest import fewest
from tests.rules.sheet_vectors import load_sheet_vectors
from tests.workbook.office import Values, cell, recalculated

Case = tuple[str, str, Entered]  # tool, edition, what is typed


@cache
def cases(guide: Guidebook) -> dict[str, Case]:
    """As few vectors and examples of the pages as the engine says everything of that it says of any, by a name for a file."""
    found: dict[str, Case] = {f"v{number:03}": (vector.tool, vector.edition, Entered(
        vector.name, vector.typed, vector.lines, vector.complete, vector.ledger, vector.answers, vector.chosen))
        for number, vector in enumerate(load_sheet_vectors())}
    for sheet in guide.sheets.values():
        units = {field.id: field.unit for group in sheet.groups for field in group.fields}
        for number, example in enumerate(sheet.examples):
            figures = {key: value * SCALES.get(units[key], 1) for key, value in example.figures.items()}
            lines = tuple(Moved(line.project, line.nature, line.before, line.after) for line in example.lines)
            found[f"e{sheet.id.replace('-', '')}{number}"] = (sheet.id, scope(example.edition, example.of_part), Entered(
                example.title, figures, lines, example.complete, (), example.answers))
    return {name: found[name] for name in fewest({name: kinds_of(guide, case) for name, case in found.items()})}


def kinds_of(guide: Guidebook, case: Case) -> set[tuple[object, ...]]:
    """What the engine says of a case: of each rule and together. Editions share their formulas; each has a workbook of its own.

    What is left to be known is written by one formula: whether that is nothing, a rule, a question or several is enough.
    """
    tool, edition, _ = case
    said = expected(guide, case)
    pending = said.pop("pending", "")
    return {(tool, edition), (tool, pending and pending.count(" · ") > 0, pending.endswith("?")), *((tool, *one) for one in said.items())}


@pytest.fixture(scope="module")
def made(guide: Guidebook) -> dict[str, Made]:
    return {name: workbook(guide, guide.sheets[tool], edition, entered) for name, (tool, edition, entered) in cases(guide).items()} | {
        name: scores.workbook(guide, typed) for name, typed in SCORED.items()}


@pytest.fixture(scope="module")
def books(made: dict[str, Made], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Values]:
    """What LibreOffice works out of each workbook, in one go."""
    folder = tmp_path_factory.mktemp("books")
    for name, one in made.items():
        (folder / f"{name}.xlsx").write_bytes(one.content)
    return recalculated([folder / f"{name}.xlsx" for name in made], tmp_path_factory.mktemp("office"))


def judged(guide: Guidebook, case: Case) -> Conclusion:
    """What the engine says."""
    tool, edition, entered = case
    rules = compile_sheet(guide.budget, guide.rules.values(), guide.sheets[tool], edition)
    figures = change_figures(entered.figures, entered.lines, entered.complete, entered.ledger)
    return judge_sheet(rules, figures, entered.answers, entered.readings)


def expected(guide: Guidebook, case: Case) -> dict[str, str]:
    """The same by the keys of the workbook's cells."""
    found = {}
    concluded, sheet = judged(guide, case), guide.sheets[case[0]]
    for verdict in concluded.verdicts:
        rule = guide.rules[verdict.rule]
        row = next((row.result for row in rule.rows if row.id == verdict.result), None) if isinstance(rule, Band) else None
        found[f"word.{rule.id}"] = row or said_of(verdict.status, rule)
        if len(verdict.readings) > 1:
            found[f"differs.{rule.id}"] = "다름" if verdict.differs else ""
    if sheet.outcomes:
        decision = concluded.decision
        title = "" if decision.level == "na" else OPEN_TITLE if decision.row is None else sheet.outcomes[decision.row].title
        found["outcome"] = title + (f" — {SPLIT}." if decision.split else "")
        found["level"] = "" if decision.level == "na" else LEVELS[decision.level]
        found["pending"] = " · ".join(asked(guide, case, key) for key in pending_order(guide, case) if key in decision.pending)
    return found


def pending_order(guide: Guidebook, case: Case) -> list[str]:
    """Rules on numbers and facts as they stand in the sheet: each once."""
    rules = compile_sheet(guide.budget, guide.rules.values(), guide.sheets[case[0]], case[1])
    numbers = [rule.id for rule in rules_of(guide, guide.sheets[case[0]]) if not isinstance(rule, Ask)]
    return list(dict.fromkeys([*numbers, *(fact.id for fact in rules.facts)]))


def asked(guide: Guidebook, case: Case, key: str) -> str:
    """What the page says is to be known: a rule's name, or the question."""
    questions = {fact.id: fact.question for fact in guide.sheets[case[0]].facts}
    rule = guide.rules.get(key)
    return questions.get(key) or (rule.asked if isinstance(rule, Ask) else rule.label if rule else "")


def shown(one: Made, values: Values) -> dict[str, str]:
    """What the workbook shows, by the keys of its cells."""
    return {key: cell(values, sheet, name) for sheet, cells in one.keys.items() for name, key in cells.items()}


def test_리브레오피스가_계산한_판정과_결론은_엔진과_같다(guide: Guidebook, made: dict[str, Made], books: dict[str, Values]) -> None:
    compared = 0
    for name, case in cases(guide).items():
        found, wanted = shown(made[name], books[name]), expected(guide, case)
        assert {key: found[key] for key in wanted} == wanted, (name, case[2].title)
        compared += len(wanted)
    assert compared > 200


SCORED = {
    "full": scores.Scores("모두 찬 표", 5, WEIGHTS, tuple((f"의제 {number}", row) for number, row in enumerate(SCORES))),
    "open": scores.Scores("빈칸", 5, (2, 1, 0, 1, 3, 2, 1), (("하나", (5, None, 4, 3, 4, 5, 4)), ("둘", (0, 0, 0, 0, 0, 0, 0)), ("", (1,)),
                                                          ("셋", (4, 4, 4, 3, 4, 5, 4)))),
    "tie": scores.Scores("같은 점수", 10, (1,) * 7, (("가", (10,) * 7), ("나", (10,) * 7), ("다", (9,) * 7))),
}


def test_우선순위표의_점수와_순위는_엔진과_같다(made: dict[str, Made], books: dict[str, Values]) -> None:
    for name, typed in SCORED.items():
        found = shown(made[name], books[name])
        rows = [[*row, *[None] * (len(WEIGHTS) - len(row))] for _, row in typed.agendas]
        plain, equal = (standings(weights, typed.top, rows) for weights in (typed.weights, (1,) * len(WEIGHTS)))
        for number, (standing, other, row) in enumerate(zip(plain, equal, rows, strict=True)):
            assert [found[f"{key}.{number}"] for key in ("least", "most", "rank", "open", "equal")] == [
                str(standing.least), str(standing.most), rank(standing), str(row.count(None)), rank(other)], (name, number)
        assert found[f"rank.{len(rows)}"] == ""
        assert ("확인 필요" in found["remark"]) == any(None in row for row in rows)


def rank(standing: Standing) -> str:
    return f"{standing.best}위" if standing.best == standing.worst else f"{standing.best}~{standing.worst}위"


def test_다시_만들어도_한_글자도_다르지_않고_적는_칸만_열려_있다(guide: Guidebook, tmp_path: Path) -> None:
    first, again = dict(named(guide)), dict(named(guide))
    assert {name: one.content for name, one in first.items()} == {name: one.content for name, one in again.items()}
    expected = {f"tool-{sheet.id}" + (f"-{one}" if one else "") for sheet in guide.sheets.values() for one in sheet.workbooks}
    assert set(first) == {*expected, "tool-priorities"}
    for name, one in first.items():
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(one.content)
        book = load_workbook(path)
        assert all(sheet.protection.sheet for sheet in book), name
        main = book.worksheets[0]
        typed = [place["cell"] for place in one.places.get("fields", {}).values()] + [one.places["title"]]
        assert not [at for at in typed if main[at].protection.locked], name
        assert not [at for at in one.keys[main.title] if not main[at].protection.locked], name
