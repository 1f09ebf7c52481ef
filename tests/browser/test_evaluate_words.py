"""What the command line says of a small tool's file, and what the page says that opens it: the same words, on all vectors."""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any

from playwright.sync_api import Page

from macros.models.rule import Ask
from macros.reading.guidebook import Guidebook
from macros.tools import score_view, sheet_view
from macros.tools.any_file import read_text
from macros.tools.sheet_file import ScoreState, SheetState
from macros.tools.sheet_words import SheetWords
from tests.fewest import fewest
from tests.rules.sheet_vectors import load_sheet_vectors, saved

# The verdicts (what each is called, its sentences, its clauses) and the outcome (id, level, title, lines) that the page shows.
SHOWN = """() => {
  const texts = (root, selector) => [...root.querySelectorAll(selector)].map((one) => one.textContent.trim());
  const outcome = document.querySelector("[data-outcome]");
  return {
    verdicts: [...document.querySelectorAll(".hg-findings .hg-limit[id][data-rule]")].map((one) => [one.dataset.rule, texts(one, ".hg-level")[0],
      [...texts(one, ".hg-limit__amounts"), ...texts(one, ".hg-limit__readings").map((text) => text.replace(/^! /, ""))],
      texts(one, ".hg-calc__clause")[0]]),
    outcome: outcome && [outcome.dataset.outcome, outcome.dataset.level, ...texts(outcome, "p, h3, li")],
    differs: texts(document, "[data-differs] li"),
    errors: texts(document, ".hg-tool__errors li"),
  };
}"""


def opened(page: Page, content: dict[str, Any], name: str) -> dict[str, Any]:
    """What the page shows of a file."""
    page.get_by_label("이 도구의 파일").set_input_files({"name": f"{name}.json", "mimeType": "application/json",
                                                      "buffer": json.dumps(content).encode()})
    page.get_by_text(f"{name}.json을 열었어요.").wait_for()
    shown: dict[str, Any] = page.evaluate(SHOWN)
    return shown


def said(guide: Guidebook, content: dict[str, Any]) -> dict[str, Any]:
    """The same from the command line's side. Questions stand apart on the page."""
    state = read_text(json.dumps(content), guide)
    assert isinstance(state, SheetState)
    found = sheet_view.view(guide, state)
    words = SheetWords(guide, found)
    outcome = words.outcome()
    return {
        "verdicts": [[one.rule, words.word(one), words.sentences(one), words.clauses(guide.rules[one.rule])]
                     for one in found.verdicts if not isinstance(guide.rules[one.rule], Ask)],
        "outcome": outcome and [outcome.id, outcome.level, outcome.title, *(line.removeprefix("- ") for line in outcome.lines)],
        "differs": [f"{title} — {followed}" for title, followed in words.disagreements()],
        "errors": [f"{label}: {error}" for label, error in found.errors]}


def kinds_of(told: dict[str, Any]) -> set[tuple[object, ...]]:
    """What is said, without amounts: of each rule its word and how many sentences, the outcome, where readings differ."""
    return {*((rule, word, len(sentences)) for rule, word, sentences, _ in told["verdicts"]),
            *((one.split(" — ")[0],) for one in told["differs"]), tuple((told["outcome"] or [])[:3])}


def assert_same(shown: dict[str, Any], told: dict[str, Any], name: str) -> None:
    """An outcome's line on the page may go on with links. On the page the worst verdict stands first."""
    lines = list(zip(shown.pop("outcome") or (), told.pop("outcome") or (), strict=True))
    assert all(here.startswith(there) for here, there in lines), (name, lines)
    shown["verdicts"].sort()
    told["verdicts"].sort()
    assert shown == told, name


def test_명령줄의_말은_쪽의_말과_같다(guide: Guidebook, page: Page) -> None:
    """As few vectors as say of rules and outcomes whatever any vector says."""
    vectors = sorted(load_sheet_vectors(), key=lambda one: one.tool)
    for tool, found in groupby(vectors, key=lambda one: one.tool):
        page.goto(f"/tools/{tool}/")
        page.wait_for_selector("[data-ready]")
        contents = {f"{tool}-{number}": saved(guide, vector) for number, vector in enumerate(found)}
        told = {name: said(guide, content) for name, content in contents.items()}
        for name in fewest({name: kinds_of(one) for name, one in told.items()}):
            assert_same(opened(page, contents[name], name), told[name], contents[name]["title"])


def test_읽을_수_없게_적은_칸과_고른_읽기도_같은_말이다(guide: Guidebook, page: Page) -> None:
    content = {"format": "hyeopchi-sheet", "version": 1, "tool": "budget-change", "edition": "2020", "title": "손으로 적은 것",
               "values": {"change-total": "9억 4,500만원", "change-amount": "９４，４９９천원", "change-own": "조금", "change-earlier": "1"},
               "lines": [{"project": "가", "before": "1,000", "after": "많이"}],
               "answers": {"change-important": {"answer": "no", "note": "메모"}, "change-delegation": {"answer": "unknown"}},
               "readings": {"change-approval": "year"}}
    page.goto("/tools/budget-change/")
    page.wait_for_selector("[data-ready]")
    told = said(guide, content)
    assert told["errors"]
    assert_same(opened(page, content, "손"), told, "손")


def test_우선순위표의_알림과_순위도_같은_말이다(guide: Guidebook, page: Page) -> None:
    names = [f"c{number}" for number in range(1, 8)]
    base = {"format": "hyeopchi-sheet", "version": 1, "tool": "priorities", "title": "표", "top": "5"}
    full = [{"name": "가", "scores": dict.fromkeys(names, "5")}, {"name": "나", "scores": dict.fromkeys(names, "4")}]
    page.goto("/tools/priorities/")
    page.wait_for_selector("[data-ready]")
    cases: tuple[dict[str, Any], ...] = (
        {"agendas": full}, {"agendas": [*full, {"name": "", "scores": {"c1": "3"}}], "weights": {"c2": "3"}},
        {"agendas": [full[0], {"name": "다", "scores": {"c1": "0", "c2": "0"}}]}, {"agendas": full, "weights": {"c1": "많이"}},
        {"agendas": [{"name": name, "scores": {}} for name in "가나다라마바"]})
    for number, rest in enumerate(cases):
        content = base | rest
        opened(page, content, f"표{number}")
        state = read_text(json.dumps(content), guide)
        assert isinstance(state, ScoreState)
        found = score_view.view(guide, state)
        assert page.locator("[data-remark]").text_content() == score_view.remark(found)
        ranks = [f"{score_view.total_text(one)} · {score_view.rank_text(one)}" for one in found.standings or ()]
        assert [text for text in page.locator(".hg-scores__total").all_text_contents() if text] == ranks
