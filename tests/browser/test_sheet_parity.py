"""The browser's engine for sheets and Python's say the same, character by character: verdicts, outcome, sentences."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from itertools import product
from random import Random
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from macros.models.rule import OPERATORS
from macros.models.sheet import Sheet
from macros.reading.guidebook import Guidebook
from macros.rules.canonical import figures_json
from macros.rules.change import Moved, change_figures
from macros.rules.figure_compiler import as_json
from macros.rules.figure_terms import Check, SheetRules
from macros.rules.outcomes import judge_sheet
from macros.rules.priorities import standings
from macros.rules.terms import Comparison, Measure, Pick, Rule
from macros.tools.sheets import compiled
from macros.words.figures import FigureWords
from tests.rules.sheet_vectors import load_sheet_vectors
from tests.scripts import put

CHUNK = 250  # sheets in one go
RANDOM_SHEETS = int(os.environ.get("RANDOM_SHEETS", str(CHUNK)))  # of each edition of each tool; for long runs more
PICKS: tuple[Pick, ...] = ("larger", "smaller")
SET_UP = """([sheets, measures]) => {
  globalThis.sheets = Object.fromEntries(Object.entries(sheets).map(([id, one]) => [id, hyeopchi.modules['rules/terms'].loadSheet(one)]));
  globalThis.words = hyeopchi.modules['tools/words'].sheetWords(measures);
}"""
JUDGE = """(text) => JSON.parse(text).map(([name, typed, lines, complete, ledger, answers, chosen]) => {
  const { changeFigures } = hyeopchi.modules['rules/change'];
  const { figuresJson } = hyeopchi.modules['rules/canonical'];
  const { judgeSheet } = hyeopchi.modules['rules/outcomes'];
  const big = (value) => value === null ? null : BigInt(value);
  const figures = changeFigures(Object.fromEntries(Object.entries(typed).map(([id, value]) => [id, big(value)])),
    lines.map((line) => ({ ...line, before: big(line.before), after: big(line.after) })), complete, ledger.map(big));
  const sheet = globalThis.sheets[name];
  const concluded = judgeSheet(sheet, figures, answers, chosen);
  const said = concluded.verdicts.map((found, at) => sheet.rules[at].readings.slice(0, 1).map((reading) => found.status === "na" ? ""
    : [globalThis.words.sentence(found, reading), globalThis.words.limit(reading), ...globalThis.words.mending(found, reading),
       globalThis.words.spare(found, reading) ?? ""].join("|")).join(""));
  return figuresJson(concluded) + JSON.stringify(said);
}).join("\\n")"""


class Case(NamedTuple):
    """What is typed into one sheet; `name` is `tool/edition`."""

    name: str
    typed: dict[str, int | None]
    lines: list[Moved]
    complete: bool
    ledger: list[int | None]
    answers: dict[str, str]
    chosen: dict[str, str]


Engines = tuple[dict[str, SheetRules], FigureWords, Page]


@pytest.fixture(scope="module")
def engines(guide: Guidebook, browser: Browser) -> Iterator[Engines]:
    """Both engines over the same rules; a sheet's name is `tool/edition`."""
    rules = {f"{key}/{edition}": found for key, sheet in guide.sheets.items()
             for edition, found in compiled(guide, sheet).items()}
    page = browser.new_page()
    put(page, "rules/canonical", "rules/outcomes", "rules/change", "rules/priorities", "tools/words")
    measures = {measure.id: measure.model_dump(include={"label", "unit", "others"}, exclude_none=True) for measure in guide.budget.measures}
    page.evaluate(SET_UP, [{name: as_json(found) for name, found in rules.items()}, measures])
    yield rules, FigureWords({measure.id: measure for measure in guide.budget.measures}), page
    page.close()


def python_says(engines: Engines, case: Case) -> str:
    """Python's verdicts, outcome and sentences."""
    sheet, words = engines[0][case.name], engines[1]
    concluded = judge_sheet(sheet, change_figures(case.typed, case.lines, case.complete, case.ledger), case.answers, case.chosen)
    said = ["".join("" if found.status == "na" else "|".join(
        [words.sentence(found, reading), words.limit(reading), *words.mending(found, reading), words.spare(found, reading) or ""])
        for reading in rule.readings[:1]) for found, rule in zip(concluded.verdicts, sheet.rules, strict=True)]
    return figures_json(concluded) + json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def compare(engines: Engines, cases: list[Case]) -> None:
    """Fails on the first difference."""
    plain = [case._replace(lines=[asdict(line) for line in case.lines]) for case in cases]  # type: ignore[misc]
    theirs = engines[2].evaluate(JUDGE, json.dumps(plain)).split("\n")
    for case, found in zip(cases, theirs, strict=True):
        assert found == python_says(engines, case), case


def test_본보기를_두_엔진이_똑같이_판정하고_같은_말로_적는다(engines: Engines) -> None:
    vectors = load_sheet_vectors()
    compare(engines, [Case(f"{one.tool}/{one.edition}", one.typed, list(one.lines), one.complete, list(one.ledger), one.answers, one.chosen)
                      for one in vectors])


def random_case(draw: Random, name: str, sheet: Sheet, rules: SheetRules) -> Case:
    """A sheet mostly at the edges: multiples of one unit and one beside it, blanks, unknown numbers, odd answers."""
    unit = draw.choice((1, 1, 3, 7, 100, 1_000_000, 10**13))

    def number() -> int | None:
        value = draw.choice((0, 1, 2, 3, 4, 5, 6, 7, 10)) * unit + draw.choice((0, 0, 0, -1, 1))
        return None if draw.random() < 0.03 else max(0, value)

    typed = {field.id: number() for group in sheet.groups for field in group.fields if draw.random() < 0.8}
    lines = [Moved(draw.choice(("가", "가", "나", "")), draw.choice(("current", "capital", "capital", None)), number(), number())
             for _ in range(draw.choice((0, 0, 2, 3)))] if sheet.lines else []
    ledger = [number() for _ in range(draw.choice((0, 0, 1, 2)))] if sheet.lines else []
    answers = {fact.id: draw.choice((*fact.answers, "unknown", "unheard-of")) for fact in rules.facts if draw.random() < 0.8}
    chosen: dict[str, Any] = {rule.id: draw.choice([*(one.id for one in rule.readings), "unheard-of"])
                              for rule in rules.rules if rule.readings and draw.random() < 0.5}
    return Case(name, typed, lines, draw.random() < 0.5, ledger, answers, chosen)


def test_무작위_표를_두_엔진이_똑같이_판정하고_같은_말로_적는다(guide: Guidebook, engines: Engines) -> None:
    draw = Random(20261121)
    for name, rules in engines[0].items():
        sheet = guide.sheets[name.partition("/")[0]]
        for _ in range(RANDOM_SHEETS // CHUNK):
            compare(engines, [random_case(draw, name, sheet, rules) for _ in range(CHUNK)])


def invented() -> SheetRules:
    """Caps with every operator on fields that overlap in part, are picked from, or are left open: what no sheet has yet."""
    own, some = Measure("own", groups=(("a", "b"),), required=("a",)), Measure("some", groups=(("b", "c"),), open=("d",))
    most, least = (Measure(pick, groups=(("a", "b"), ("c",)), pick=pick) for pick in PICKS)
    parts = ((own, some), (some, own), (most, some), (own, least), (least, most), (some, None))
    rules = tuple(Rule(f"cap-{number:02}", "cap", "all", tuple(
        Comparison(key, operator, num, den, part, of) for key, (part, of) in {"stated": pair, "other": parts[number % len(parts)]}.items()))
        for number, (operator, pair, (num, den)) in enumerate(product(OPERATORS, parts, ((1, 3), (0, 1), (3, 2)))))
    return SheetRules(rules, (Check("some-own", Measure("b", groups=(("b",),)), own, False, "b"),), (), (("all", tuple("abcd")),))


def test_겹치는_칸과_고르는_칸도_두_엔진이_똑같이_판정한다(engines: Engines) -> None:
    sheet, draw = invented(), Random(20261129)
    cases = [{key: draw.choice((0, 1, 2, 3, 7, None)) for key in "abcd" if draw.random() < 0.8} for _ in range(120)]
    theirs = engines[2].evaluate("""([sheet, text]) => {
      const { figuresJson } = hyeopchi.modules['rules/canonical'], { judgeSheet } = hyeopchi.modules['rules/outcomes'];
      const rules = hyeopchi.modules['rules/terms'].loadSheet(sheet);
      return JSON.parse(text).map((typed) => figuresJson(judgeSheet(rules, Object.fromEntries(Object.entries(typed).map(
        ([id, value]) => [id, value === null ? null : BigInt(value)])), {}, {})));
    }""", [as_json(sheet), json.dumps(cases)])
    for typed, found in zip(cases, theirs, strict=True):
        assert found == figures_json(judge_sheet(sheet, typed, {}, {})), typed


def test_우선순위를_두_엔진이_똑같이_매긴다(engines: Engines) -> None:
    draw = Random(11)
    cases = [([draw.randint(0, 4) for _ in range(3)], 5, [[draw.choice((0, 1, 4, 5, None)) for _ in range(3)]
             for _ in range(draw.randint(0, 5))]) for _ in range(150)]
    theirs = engines[2].evaluate("""(text) => JSON.parse(text).map(([weights, top, scores]) => hyeopchi.modules['rules/priorities'].standings(
      weights.map(BigInt), BigInt(top), scores.map((row) => row.map((one) => one === null ? null : BigInt(one))))
      .map(({ least, most, best, worst }) => [Number(least), Number(most), best, worst]))""", json.dumps(cases))
    assert theirs == [[[one.least, one.most, one.best, one.worst] for one in standings(*case)] for case in cases]
