"""A table that the guide has handed out is read again after an editor has reworded a fund, a kind of cost or a part."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.tables.reader import open_reader, read
from tests.tool_workbook.reworded import edited

HEADS, ROW = "사업명,부문,내용,비목,{fund}(원),구비(원)\n", "돌봄,{part},강사,{kind},1000000,200000\n"
OLD = {"fund": "시비", "kind": "인건비성 경비", "part": "분야별 협치"}
NEW = {"fund": "서울 몫", "kind": "인건비 성격의 돈", "part": "분야의 일"}


def table(words: dict[str, str]) -> bytes:
    return (HEADS + ROW).format(**words).encode()


@pytest.mark.parametrize("words", [OLD, NEW], ids=["예전 말", "지금 말"])
def test_재원과_비목과_부문의_이름을_고쳐도_앞뒤의_표를_모두_읽는다(browser: Browser, tmp_path: Path, words: dict[str, str]) -> None:
    guide = edited(tmp_path, *(("budget.yaml", f"label: {was}\n", f"label: {NEW[key]}\n    earlier_labels: [{was}]\n")
                               for key, was in OLD.items()))
    page = open_reader(guide, browser)
    found = read(page, "a.csv", table(words), "plan")
    page.close()
    assert {key: int(won) for key, won in found["sums"].items()} == {"city": 1_000_000, "own": 200_000}
    assert not any("알 수 없어" in one for one in found["told"]) and not found["doubts"], found
