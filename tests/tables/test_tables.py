"""Every table of the corpus gives what a clerk says must come of it (tests/vectors/tables/)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from macros.reading.guidebook import Guidebook
from tests.conftest import ROOT
from tests.tables.heads import tables
from tests.tables.reader import cases, faults, open_reader, purpose_of, read_all, read_texts

CORPUS = ROOT / "tests" / "vectors" / "tables"
CASES = {name: (content, wanted) for name, content, wanted in cases(CORPUS)}


@pytest.fixture(scope="module")
def reader(guide: Guidebook, browser: Browser) -> Iterator[Page]:
    """The reader in an empty page."""
    page = open_reader(guide, browser)
    yield page
    page.close()


def test_복사한_표에서_나와야_하는_것이_나온다(reader: Page) -> None:
    """All in one step: hundreds of tests of one table each take longer to begin than to read."""
    found = read_all(reader, [(name, content, purpose_of(wanted)) for name, (content, wanted) in CASES.items()])
    wrong = {name: faults(one, wanted) for (name, (_, wanted)), one in zip(CASES.items(), found, strict=True)}
    assert {name: told for name, told in wrong.items() if told} == {}


def test_머리글과_합계의_여러_말을_알아본다(reader: Page) -> None:
    given = list(tables())
    found = read_texts(reader, [(text, purpose) for _, text, purpose, _ in given])
    assert {word: sums for (word, _, _, wanted), sums in zip(given, found, strict=True) if sums != wanted} == {}


@pytest.mark.parametrize("text", ["1,000", "1000", "(1,000)", "10,000", "1,000,000", "시비 (1,000)"])
def test_수만_적힌_칸은_단위가_아니다(reader: Page, text: str) -> None:
    assert reader.evaluate("(text) => hyeopchi.modules['table/units'].statedIn(text)", text) is None
    assert reader.evaluate("(text) => hyeopchi.modules['table/units'].statedIn(`(단위: ${text}원)`)?.id", text.strip("()")) or "시비" in text


PROOF = """(text) => { const { modules } = hyeopchi, whole = modules["gate/turns"].atOnce;
  const [view] = whole(modules["table/for-money"].forMoney("plan", {}).views(whole(modules["table/delimited"].gridsOfText(text))));
  const rows = view.rows.filter(({ role }) => role !== "blank").map(({ row }) => row);
  return modules["table/told"].proofTexts(view.proofs, (row) => rows.indexOf(row) + 1).flatMap(({ text, wrong }) => [text, ...wrong]); }"""


@pytest.mark.parametrize(("name", "told"), [
    ("f01-total-beside-its-parts.tsv", [
        "표의 합계 44,000,000원 · 넣을 줄의 합 42,000,000원 ✕ 2,000,000원 적어요",
        "3번째 줄의 ‘사업비 계’ 39,000,000원, 나눈 금액의 합 37,000,000원. 2,000,000원 적어요.",
        "6번째 줄의 ‘사업비 계’ 44,000,000원, 나눈 금액의 합 42,000,000원. 2,000,000원 적어요."]),
    ("f02-subtotal-by-fund.tsv", [
        "표의 합계 19,000,000원 · 넣을 줄의 합 19,000,000원 — 합계는 같지만 맞지 않는 곳이 있어요.",
        "3번째 줄의 ‘시비(천원)’ 9,000,000원, 그 합계에 드는 줄의 합 10,000,000원. 1,000,000원 많아요.",
        "3번째 줄의 ‘구비(천원)’ 4,000,000원, 그 합계에 드는 줄의 합 3,000,000원. 1,000,000원 적어요."]),
    ("f14-subtotal-funds-in-words.tsv", [
        "표의 합계 15,000,000원 · 넣을 줄의 합 15,000,000원 — 합계는 같지만 맞지 않는 곳이 있어요.",
        "3번째 줄의 ‘시비’ 6,000,000원, 그 합계에 드는 줄의 합 7,000,000원. 1,000,000원 많아요.",
        "3번째 줄의 ‘구비’ 4,000,000원, 그 합계에 드는 줄의 합 3,000,000원. 1,000,000원 적어요."]),
])
def test_표에_적힌_합계를_하나하나_비교해_다른_곳을_줄과_열로_말한다(reader: Page, name: str, told: list[str]) -> None:
    assert reader.evaluate(PROOF, CASES[name][0].decode()) == told


COSTS = """(text) => hyeopchi.modules['gate/turns'].atOnce(hyeopchi.modules['table/read'].readMoneyTables(
  hyeopchi.modules['gate/turns'].atOnce(hyeopchi.modules['table/delimited'].gridsOfText(text)), "plan"))
  .flatMap(({ lines }) => lines.flatMap(({ amounts }) => amounts.map(({ cost }) => cost)))"""


def test_비목이_열이면_금액마다_비목을_안다(reader: Page) -> None:
    """The types of records found this: a field that a heading does not have was asked for."""
    text = "(단위: 원)\n사업명\t인건비\t시설비\t합계\n골목 순찰\t1,000,000\t2,000,000\t3,000,000\n마을 방송\t500,000\t700,000\t1,200,000\n"
    assert reader.evaluate(COSTS, text) == ["labour", "facility"] * 2


NET = """(lines) => hyeopchi.modules['table/netted'].netted(lines.map(([project, won]) => ({ project, amounts: [{ role: "city",
  typed: { typed: String(won), won: BigInt(won), error: null } }] }))).map(({ amounts }) => amounts[0].typed.typed)"""


@pytest.mark.parametrize(("lines", "left"), [
    ([("가", 1_000), ("가", 500), ("가", -700)], ["800", "0"]),
    ([("가", -300), ("가", 1_000), ("나", 1_000)], ["700", "1000"]),
    ([("가", 1_000), ("나", -300)], ["1000", "-300"]),
    ([("가", 1_000), ("가", 2_000)], ["1000", "2000"]),
])
def test_빼는_금액은_같은_사업의_앞줄에서_뺀다(reader: Page, lines: list[tuple[str, int]], left: list[str]) -> None:
    """What is more than its project has stays below 0, so that its field says so; nothing is dropped."""
    assert reader.evaluate(NET, lines) == left


def test_모양이_예순_가지를_넘는다() -> None:
    assert len(CASES) >= 60
    assert {path.name for path in CORPUS.iterdir()} == {*CASES, "expected.yaml", "README.md"}
