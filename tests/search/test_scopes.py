"""Who names no programme and no body asks for what holds for all, or for the main body; who names one, for that."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from macros.reading.guidebook import load
from macros.search.entries import Entry
from macros.search.scopes import scopes
from tests.conftest import ROOT
from tests.small_guide import small_guide

LABELS = [["안내", 1.0], ["규칙", 1.3], ["일정", 1.0], ["협약 조문", 1.0]]


def _share(name: str, figure: str) -> list[object]:
    text = f"{name}는 민간위원이 {figure}이어야 해요."
    return [f"rules/#{len(name)}", f"{name} 민간 비율", 1, text, 0, "", [["rule", "", "기구 구성", figure, "", ["2020"], "근거"]]]


def _day(at: str, title: str, words: str, figure: str, kind: str, above: int) -> list[object]:
    return [at, title, 2, f"{title}: {figure}까지 정산해 보고해요.", above, "", [[kind, "", words, figure, "", ["2020"], "근거"]]]


# A small guide: a main body (심의회) and another one, what all have to do and what a programme has to do.
ENTRIES: list[list[object]] = [
    ["rules/", "규칙", 0, "기구의 규칙이에요.", None],
    _share("마을분과위원회", "80% 이상"),
    _share("심의회", "70% 이상"),
    ["dates/", "새싹사업 일정", 0, "새싹사업의 날짜예요.", None],
    _day("dates/#a", "정산 보고", "새싹사업 일정", "2022년 1월", "date", 3),
    ["due/", "기한", 0, "모두의 기한이에요.", None],
    _day("due/#b", "최종실적(결과와 정산) 보고하기", "끝나는 날", "2022년 2월", "due", 5),
    ["meeting/", "새싹사업의 회의를 연 날", 2, "회의 뒤에 할 일이에요.", None, "",
     [["due", "결과 통보하기", "새싹사업의 회의를 연 날", "", "자치구에 3일 이내에 통보해요.", ["2020"], "근거"]]],
    ["agree/", "협약", 0, "위임받은 사람은 계획을 새로 세워요.", None],
]
SCOPES = {"main": ["심의회"], "own": [[["새싹사업"], [3, 7]], [["마을분과위원회", "분과"], [1]], [["조정위원회"], []]]}
DATA = {"labels": LABELS, "lists": {}, "kinds": {"rule": "규칙", "date": "일정", "due": "기한"}, "editions": {}, "terms": [], "plain": [],
        "functions": {"words": [], "functions": []}, "entries": ENTRIES, "scopes": SCOPES}
ASKED = ["정산 보고 언제", "새싹사업 정산 보고 언제", "위원회 민간 비율", "마을분과위원회 민간 비율", "위원 민간 비율", "의임", "결과 통보 언제까지"]


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, Any]]:
    pytest.importorskip("deno", reason="이 컴퓨터에는 deno가 없어요(32비트)")
    from deno import find_deno_bin

    from tests.deno import FOUND, OFFLINE

    given = {"data": DATA, "texts": [0] * len(ENTRIES), "queries": {}, "asked": ASKED, "whole": True}
    done = subprocess.run([find_deno_bin(), "run", "--quiet", "--allow-read", *OFFLINE, str(ROOT / "tests/search/asked.js")], input=json.dumps(given),
                          capture_output=True, text=True, encoding="utf-8", check=True, env={**os.environ, "DENO_DIR": str(FOUND)})
    told: list[dict[str, Any]] = json.loads(done.stdout)
    return dict(zip(ASKED, told[len(ASKED):], strict=True))


def _cards(found: dict[str, dict[str, Any]], text: str) -> list[str]:
    return [answer["at"] for answer in found[text]["answers"]]


def test_사업을_말하지_않으면_모두의_답이_먼저다(found: dict[str, dict[str, Any]]) -> None:
    assert _cards(found, "정산 보고 언제") == ["due/#b", "dates/#a"]
    assert found["정산 보고 언제"]["rows"][0]["at"] == "due/#b"
    assert _cards(found, "새싹사업 정산 보고 언제") == ["dates/#a"]
    assert found["새싹사업 정산 보고 언제"]["rows"][0]["at"] == "dates/#a"


@pytest.mark.parametrize("text", ["위원회 민간 비율", "위원 민간 비율"])
def test_기구를_말하지_않으면_대표_기구의_답이_먼저다(found: dict[str, dict[str, Any]], text: str) -> None:
    assert _cards(found, text)[0] == "rules/#3" == found[text]["rows"][0]["at"]
    assert _cards(found, "마을분과위원회 민간 비율") == ["rules/#7"]


def test_한_사업의_답은_어느_사업의_답인지_말한다(found: dict[str, dict[str, Any]]) -> None:
    assert [(answer["subject"], answer["of"]) for answer in found["결과 통보 언제까지"]["answers"]] == [("결과 통보하기", "새싹사업의 회의를 연 날")]
    assert [answer["of"] for answer in found["정산 보고 언제"]["answers"]] == ["", "새싹사업 일정"]


def test_비슷하게_적힌_말만_있으면_일치한다고_하지_않는다(found: dict[str, dict[str, Any]]) -> None:
    told = found["의임"]
    assert told["rows"] and told["count"] == 0 and all(row["weak"] and row["missing"] == ["의임"] for row in told["rows"])


def test_사업과_기구에_딸린_것을_자료에서_안다(tmp_path: Path) -> None:
    guide, problems = load(small_guide(tmp_path))
    assert guide is not None, problems
    programme, body = next(iter(guide.programmes.values())), next(iter(guide.bodies.values()))
    entries = [Entry(f"understand/{programme.id}/", programme.name, ("사업", 1.0), "", None),
               Entry(f"understand/{programme.id}/#when", "언제 하나요", ("사업", 1.0), "", f"understand/{programme.id}/"),
               Entry("dates/x/", f"2020년 {programme.name} 일정", ("일정", 1.0), "", None),
               Entry("plan/", "계획 수립", ("안내", 1.0), "", None),
               Entry(f"prepare/{body.id}/", body.name, ("기구", 1.0), "", None)]
    told = scopes(guide, entries)
    own = [numbers for _, numbers in told["own"]]
    # The part of the page is not told: it goes with its page.
    assert own == [[0, 2], [4]]
