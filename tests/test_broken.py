"""Each message that an editor can meet, proven by a wrong file (tests/broken/broken.yaml)."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.checks import run
from macros.guidebook import load
from macros.kept import Kept
from macros.problems import Problem
from tests.conftest import ROOT

CASES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/broken/broken.yaml").read_text(encoding="utf-8"))


# Files that a test leaves alone are read once for all tests, as `make check` keeps them between runs.
KEPT = Kept()


def problems_of(root: Path) -> list[Problem]:
    """What `make check` would say."""
    guide, problems = load(root, KEPT)
    return problems or (run(guide) if guide else [])


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real data, to be broken."""
    return Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("broken") / "data"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_틀린_자료는_자리와_고치는_법을_알려_준다(case: dict[str, Any], data: Path) -> None:
    path = data / case["file"]
    right = path.read_text(encoding="utf-8")
    assert case["find"] in right, "고칠 글이 자료에 없습니다"
    wrong = right.replace(case["find"], case["put"], 1)
    wrong = wrong.replace(case.get("also_find", "\0"), case.get("also_put", ""), 1)
    path.write_text(wrong, encoding="utf-8")
    try:
        found = problems_of(data)
    finally:
        path.write_text(right, encoding="utf-8")
    texts = [problem.as_text() for problem in found]
    told = [problem for problem in found
            if problem.file == f"data/{case['file']}" and case["says"] in problem.message]
    assert told, texts
    if "line_of" in case:
        line = wrong[:wrong.index(case["line_of"])].count("\n") + 1
        assert line in {problem.line for problem in told}, texts
    if "column" in case:
        assert case["column"] in {problem.column for problem in told}, texts


def test_틀린_곳이_여럿이면_한_번에_모두_알려_준다(data: Path) -> None:
    first, second = data / "rules/labour-cap.yaml", data / "steps/local-research.yaml"
    originals = {path: path.read_text(encoding="utf-8") for path in (first, second)}
    first.write_text(originals[first].replace("severity:", "severty:", 1), encoding="utf-8")
    second.write_text(originals[second] + "없는항목: 값\n", encoding="utf-8")
    try:
        files = {problem.file for problem in problems_of(data)}
    finally:
        for path, text in originals.items():
            path.write_text(text, encoding="utf-8")
    assert files == {"data/rules/labour-cap.yaml", "data/steps/local-research.yaml"}


def test_이름이_겹치는_파일은_두_번째를_알려_준다(data: Path) -> None:
    copy = data / "rules/labour-cap-copy.yaml"
    copy.write_text((data / "rules/labour-cap.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    try:
        messages = [problem.message for problem in problems_of(data)]
    finally:
        copy.unlink()
    assert any("id 'labour-cap'가 이미 있습니다" in message for message in messages)


def test_어디에서도_보이지_않는_상충은_알려_준다(data: Path) -> None:
    lonely = data / "conflicts/lonely.yaml"
    text = (data / "conflicts/grant-size-2020.yaml").read_text(encoding="utf-8")
    lonely.write_text(text.replace("id: grant-size-2020", "id: lonely"), encoding="utf-8")
    try:
        messages = [problem.message for problem in problems_of(data)]
    finally:
        lonely.unlink()
    assert messages == ["이 상충을 가리키는 기록이 없습니다. 관련 기록의 conflicts에 적어 주세요."]
