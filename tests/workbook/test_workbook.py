"""The budget workbook: LibreOffice works out the same verdicts as the engines, and what is typed comes back."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from macros.models.plan import Line, Plan, Project
from macros.office.excel.book import footer
from macros.office.excel.budget.layout import FIRST, SHEETS
from macros.office.excel.budget.read import read_workbook
from macros.office.excel.budget.write import workbook
from macros.office.excel.ids import WORDS
from macros.reading.guidebook import Guidebook
from macros.rules.canonical import verdicts_json
from macros.rules.evaluate import evaluate, followed
from macros.rules.judge import MEASURED, Verdict
from macros.rules.terms import Rule, for_plan, measures
from macros.words.verdicts import JUDGED, LEVELS, standing
from tests.fewest import fewest
from tests.rules.random_plans import random_plans
from tests.rules.vectors import load_vectors
from tests.workbook.office import Values, cell, recalculated

SIZE = (12, 4)  # the formulas of a row do not depend on how many there are
EDITIONS = ("2020", "2021")
RANDOM = 5


def rules_of(guide: Guidebook, edition: str) -> tuple[Rule, ...]:
    """The rules of an edition."""
    return for_plan(guide.rules.values(), measures(guide.budget), edition)


def known_choices(plan: Plan) -> Plan:
    """Without choices and readings that no drop-down offers."""
    return plan.model_copy(update={
        "choices": {key: None if value == "unheard-of" else value for key, value in plan.choices.items()},
        "reading": None if plan.reading == "unheard-of" else plan.reading})


def outcomes(guide: Guidebook, plan: Plan) -> set[tuple[object, ...]]:
    """What the engine says of a plan, without amounts."""
    return {(plan.edition, verdict.rule, verdict.status, verdict.differs, verdict.project is None)
            for verdict in evaluate(rules_of(guide, plan.edition), plan)}


@pytest.fixture(scope="module")
def plans(guide: Guidebook) -> dict[str, Plan]:
    """As few vectors as show every outcome that any shows, and random plans at the edges, by a name for a file."""
    vectors = {f"v{number:03}": vector.plan for number, vector in enumerate(load_vectors(guide))}
    found = {name: vectors[name] for name in fewest({name: outcomes(guide, plan) for name, plan in vectors.items()})}
    for edition in EDITIONS:
        found |= {f"r{edition}{number}": known_choices(plan) for number, plan
                  in enumerate(random_plans(guide, edition, seed=5, count=RANDOM))}
    return found


@pytest.fixture(scope="module")
def written(guide: Guidebook, plans: dict[str, Plan], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each plan's workbook, by the plan's name; those without a plan by their edition; one of hostile texts."""
    folder = tmp_path_factory.mktemp("books")
    found = {name: folder / f"{name}.xlsx" for name in (*plans, *EDITIONS, "hostile")}
    for name, plan in plans.items():
        found[name].write_bytes(workbook(guide, plan.edition, plan, SIZE).content)
    for edition in EDITIONS:
        found[edition].write_bytes(workbook(guide, edition, None, SIZE).content)
    found["hostile"].write_bytes(workbook(guide, "2021", hostile_plan(), (12, 12)).content)
    return found


@pytest.fixture(scope="module")
def books(written: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Values]:
    """What LibreOffice works out of each workbook, in one start."""
    return recalculated(list(written.values()), tmp_path_factory.mktemp("office"))


@cache
def keys_of(guide: Guidebook, edition: str) -> dict[str, dict[str, str]]:
    """The keys that the writer gave to cells; they do not depend on a plan."""
    return workbook(guide, edition, None, SIZE).keys


def shown(guide: Guidebook, plan: Plan, values: Values) -> dict[str, str]:
    """What the workbook shows, by the keys of its cells."""
    keys = keys_of(guide, plan.edition)
    return {key: cell(values, sheet, name) for sheet, cells in keys.items() for name, key in cells.items()}


def readings_word(verdict: Verdict) -> str:
    """What stands in the column of readings."""
    statuses = {status for _, status in verdict.readings}
    return "다름" if verdict.differs else "미판정" if "unknown" in statuses and statuses & MEASURED else ""


def expected(guide: Guidebook, plan: Plan) -> dict[str, str]:
    """What the engine says, by the same keys."""
    rules = {rule.id: rule for rule in rules_of(guide, plan.edition)}
    numbers = {project.id: number for number, project in enumerate(plan.projects, 1)}
    found: dict[str, str] = {}
    for verdict in evaluate(rules.values(), plan):
        rule = rules[verdict.rule]
        word = LEVELS[standing(verdict, guide.rules[rule.id].severity)]
        if rule.kind == "ask":
            found[f"ask.{rule.id}"] = word
            continue
        key = f"each.{rule.id}.{numbers[verdict.project]}" if verdict.project else f"cap.{rule.id}"
        found |= {f"{key}.part": str(verdict.part)}
        if followed(rule, plan).of:
            found[f"{key}.whole"] = str(verdict.whole)
        if word != LEVELS["info"]:
            found |= {f"{key}.word": word, f"{key}.differs": readings_word(verdict)}
    return found


def test_리브레오피스가_계산한_판정과_금액은_엔진과_같다(
        guide: Guidebook, plans: dict[str, Plan], books: dict[str, Values]) -> None:
    compared = 0
    for name, plan in plans.items():
        found, wanted = shown(guide, plan, books[name]), expected(guide, plan)
        assert {key: found[key] for key in wanted} == wanted, name
        extra = [key for key, value in found.items() if key.endswith(".word") and key not in wanted and value]
        assert not extra, name
        compared += len(wanted)
    assert compared > 2_000


def test_요약은_판정을_센_것이다(guide: Guidebook, plans: dict[str, Plan], books: dict[str, Values]) -> None:
    for name, plan in plans.items():
        found, wanted = shown(guide, plan, books[name]), expected(guide, plan)
        words = [value for key, value in wanted.items() if key.endswith(".word") or key.startswith("ask.")]
        assert {level: int(found[f"count.{level}"]) for level in JUDGED} == {
            level: words.count(LEVELS[level]) for level in JUDGED}, name


def test_예산표의_합계는_계획의_금액이다(guide: Guidebook, plans: dict[str, Plan], books: dict[str, Values]) -> None:
    for name, plan in plans.items():
        found = shown(guide, plan, books[name])

        def won(funds: str, kind: str | None = "any", plan: Plan = plan) -> int:
            return sum(line.amounts.get(fund) or 0 for project in plan.projects for line in project.lines
                       for fund in funds.split() if kind in ("any", line.kind))

        assert int(found["nature.total"]) == won("city") == int(found["agenda.all.city"])
        assert int(found["nature.capital"]) == won("city", "facility")
        assert int(found["funds.all.sum"]) == won("city own") == int(found["agenda.all.sum"])
        assert int(found["funds.transfer.own"]) == won("own", "transfer")
        assert int(found["all.all"]) == won("city own outside")
        assert int(found["kind.none.all"]) == won("city own outside", None)


def test_적은_것을_읽어_오면_같은_판정이다(guide: Guidebook, plans: dict[str, Plan], written: dict[str, Path]) -> None:
    for name, plan in plans.items():
        back = read_workbook(written[name].read_bytes(), guide).plan
        rules = rules_of(guide, plan.edition)
        names = {project.id: f"p{number}" for number, project in enumerate(plan.projects, 1)}
        wanted = [verdict.__class__(**{**vars(verdict), "project": names.get(verdict.project or "")})
                  for verdict in evaluate(rules, plan)]
        assert verdicts_json(evaluate(rules, back)) == verdicts_json(wanted)


@pytest.mark.parametrize("edition", EDITIONS)
def test_다시_만들어도_한_글자도_다르지_않다(guide: Guidebook, edition: str) -> None:
    assert workbook(guide, edition).content == workbook(guide, edition).content


HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "<b>&\"'", "줄\u0007바\u000b꿈\ud800", "{=A1}", "http://a.b")


def hostile_plan() -> Plan:
    """A plan whose names are what a spreadsheet may take for something else."""
    return Plan(format="hyeopchi-plan", version=1, edition="2021", title=HOSTILE[0], projects=tuple(
        Project(id=f"p{number}", name=text, part="sectoral", lines=(
            Line(id=f"l{number}", name=text, kind="other", subject=text, amounts={"city": 1000}),))
        for number, text in enumerate(HOSTILE)))


def test_글로_적은_것은_수식이_되지_않고_깨지지_않는다(guide: Guidebook, written: dict[str, Path], books: dict[str, Values]) -> None:
    path, values = written["hostile"], books["hostile"]
    sheet = load_workbook(path)["사업"]
    cells = [sheet[f"{column}{FIRST + number}"] for column in "ACI" for number in range(len(HOSTILE))]
    assert {each.data_type for each in cells} == {"s"} and {each.number_format for each in cells} == {"@"}
    assert [each.value for each in cells[:4]] == list(HOSTILE[:4])
    back = read_workbook(path.read_bytes(), guide).plan
    assert [line.name for project in back.projects for line in project.lines] == [
        re.sub("[\x07\x0b\ud800]", "", text) for text in HOSTILE]
    assert [line.subject for project in back.projects for line in project.lines] == [line.name for project in back.projects for line in project.lines]
    assert [cell(values, "소요예산", f"C{FIRST + number}") for number in range(5)] == list(HOSTILE[:5])  # instead of our 비목
    assert [cell(values, "사업", f"A{FIRST + number}") for number in range(5)] == list(HOSTILE[:5])
    with ZipFile(path) as packed:
        assert not [name for name in packed.namelist() if "external" in name.lower() or "drawing" in name.lower()]


@pytest.mark.parametrize("edition", EDITIONS)
def test_빈_파일에_적힌_값은_리브레오피스의_계산과_같다(
        guide: Guidebook, edition: str, written: dict[str, Path], books: dict[str, Values]) -> None:
    values, kept = books[edition], load_workbook(written[edition], data_only=True)
    for sheet, cells in keys_of(guide, edition).items():
        for name, key in cells.items():
            said = kept[sheet][name].value
            assert cell(values, sheet, name) == ("" if said is None else str(said)), key


def test_잠긴_칸과_적는_칸과_고르는_칸이_있다(guide: Guidebook, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook(guide, "2021").content)
    book = load_workbook(path)
    assert tuple(book.sheetnames) == (*SHEETS, WORDS) and all(sheet.protection.sheet for sheet in book)
    lines = book["사업"]
    assert not lines["A5"].protection.locked and not lines["G204"].protection.locked
    assert not lines["H5"].protection.locked and not lines["I5"].protection.locked
    assert lines["J5"].protection.locked and book["한도"]["A5"].protection.locked
    kinds = {str(each.sqref): each.type for each in lines.data_validations.dataValidation}
    assert kinds == {"B5:B204": "list", "D5:D204": "list", "E5:G204": "custom", "H5:H204": "list"}
    assert sorted(str(each.sqref) for each in book["바탕"].data_validations.dataValidation) == ["B5", "B6", "B7"]


@pytest.mark.parametrize("name", ["가" * 400, "&" * 400, "😀" * 400, "가\x00\n나"])
def test_긴_이름도_종이_밑의_자리를_넘지_않는다(name: str) -> None:
    made = footer(name)
    assert len(made.encode("utf-16-le")) // 2 <= 255 and made.startswith("&L&A&C&P / &N&R") and "\x00" not in made
    assert made[len("&L&A&C&P / &N&R"):].count("&") % 2 == 0  # Excel reads a single one as a sign of its own
