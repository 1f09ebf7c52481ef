"""How people ask for a place (data/queries) leads there, and is never shown."""

from __future__ import annotations

import json
import os
import subprocess
from types import SimpleNamespace
from typing import Any

import pytest

from macros.models.queries import PartQueries, Queries
from macros.search.functions import queries
from macros.search.index import parted
from tests.conftest import ROOT

PAY = PartQueries(anchor="pay", lines=("밥값 얼마까지", "간식 사도 돼요?"))
COUNCIL = Queries(id="council", page="council/", lines=("동네 대표 모임",), parts=(PAY,))
GUIDE: Any = SimpleNamespace(queries={"council": COUNCIL})
DATA = {"labels": [["안내", 1.0]], "lists": {}, "kinds": {}, "editions": {}, "terms": [], "plain": [],
        "functions": {"words": [], "functions": []},
        "entries": [["council/", "협의회", 0, "함께 정하는 기구예요.", None], ["council/#pay", "참석 수당", 0, "", 0],
                    ["other/", "다른 안내", 0, "협의회와 다른 일이에요.", None]]}
TEXTS = [0, "식비는 한 사람에 8,000원까지 집행해요.", 0]


def test_줄마다_제자리로_나간다() -> None:
    told: list[str] = []
    assert queries(GUIDE, {"council/": 4, "council/#pay": 5}, told.append) == {4: "동네 대표 모임", 5: "밥값 얼마까지\n간식 사도 돼요?"}
    assert not told


def test_없어진_부분의_검색어는_페이지로_가고_알린다() -> None:
    told: list[str] = []
    assert queries(GUIDE, {"council/": 4}, told.append) == {4: "동네 대표 모임\n밥값 얼마까지\n간식 사도 돼요?"}
    (said,) = told
    assert said.startswith("data/queries/council.yaml: council/#pay")


def test_첫_답에는_싣지_않는다() -> None:
    core, _ = parted({"entries": DATA["entries"], "queries": {1: "밥값"}})
    assert "queries" not in core


@pytest.fixture(scope="module")
def found() -> list[list[dict[str, Any]]]:
    pytest.importorskip("deno", reason="이 컴퓨터에는 deno가 없어요(32비트)")
    from deno import find_deno_bin

    from tests.deno import FOUND, OFFLINE

    given = {"data": DATA, "texts": TEXTS, "queries": {"1": "밥값 얼마까지\n간식 사도 돼요?"}, "asked": ["간식 사도 되나요", "식비"]}
    done = subprocess.run([find_deno_bin(), "run", "--quiet", "--allow-read", *OFFLINE, str(ROOT / "tests/search/asked.js")], input=json.dumps(given),
                          capture_output=True, text=True, encoding="utf-8", check=True, env={**os.environ, "DENO_DIR": str(FOUND)})
    told: list[list[dict[str, Any]]] = json.loads(done.stdout)
    return told


def test_글에_없는_말로_그곳을_찾는다(found: list[list[dict[str, Any]]]) -> None:
    before, _, after, by_text = found
    assert not [row for row in before if not row["weak"]]
    assert after[0]["at"] == by_text[0]["at"] == "council/#pay"


def test_결과에는_글이_나오고_검색어는_나오지_않는다(found: list[list[dict[str, Any]]]) -> None:
    shown = "".join(piece["text"] for piece in found[2][0]["text"])
    assert shown.startswith("식비는") and "간식" not in shown
