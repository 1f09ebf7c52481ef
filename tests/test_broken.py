"""Each message that an editor can meet, proven by a wrong file (tests/broken/broken.yaml)."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import astuple
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from pydantic import BaseModel, ValidationError

from macros.cache.kept import Kept
from macros.checks import run
from macros.checks.published import check_addresses
from macros.reading.guidebook import load
from macros.reading.problems import Problem, as_comment, report
from macros.reading.validation import LAST_RESORT
from macros.reading.validation import problems_of as told
from macros.reading.yaml_file import parse
from tests.conftest import ROOT
from tests.messages import SPEAKING, said_by, sentences
from tests.plain_yaml import plain
from tests.small_guide import SMALL, small_guide

CASES: list[dict[str, Any]] = plain((ROOT / "tests/broken/broken.yaml").read_text(encoding="utf-8"))
NAMES = [case["name"] for case in CASES]

# Files that a test leaves alone are read once for all tests, as `make check` keeps them between runs.
KEPT = Kept()


def problems_of(root: Path) -> list[Problem]:
    """What `make check` would say."""
    guide, problems = load(root, KEPT)
    return problems or (run(guide) + check_addresses(root, root.parent / "docs", guide) if guide else [])


def right_of(case: dict[str, Any]) -> str:
    """The case's file before it is broken."""
    name: str = case.get("like", case["file"])
    return (SMALL / name).read_text(encoding="utf-8")


def broken(case: dict[str, Any], right: str) -> str:
    """The case's file as an editor left it: `text` is all of it, else `find` became `put`; `fill` stands in it `times` over."""
    if "find" not in case:
        return str(case.get("text", "")) * int(case.get("times", 1))
    assert case["find"] in right, "고칠 글이 작은 길잡이에 없습니다"
    put = case["put"].replace("{fill}", case["fill"] * case["times"]) if "fill" in case else case["put"]
    wrong = right.replace(case["find"], put, 1)
    return wrong.replace(case.get("also_find", "\0"), case.get("also_put", ""), 1)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide, to be broken."""
    return small_guide(tmp_path_factory.mktemp("broken"))


@pytest.fixture(scope="module")
def told_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all test processes keep what is said of the cases: each case is tried once for all."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "said"
    folder.mkdir(exist_ok=True)
    return folder


def _said(name: str, data: Path, folder: Path) -> tuple[tuple[Problem, ...], str]:
    """What is said of a case, and its wrong file: tried here, or read if another process has tried it."""
    at = NAMES.index(name)
    kept = folder / f"{at}.json"
    with FileLock(folder / f"{at}.lock"):
        if not kept.exists():
            found, wrong = _tried(name, data)
            kept.write_text(json.dumps([[astuple(one) for one in found], wrong]), encoding="utf-8")
    problems, wrong = json.loads(kept.read_text(encoding="utf-8"))
    return tuple(Problem(*one) for one in problems), wrong


def _tried(name: str, data: Path) -> tuple[tuple[Problem, ...], str]:
    """What is said of a case, and its wrong file; the data is whole again afterwards."""
    case = CASES[NAMES.index(name)]
    path, aside = data / case["file"], data.parent / "aside"
    right = (data / case.get("like", case["file"])).read_text(encoding="utf-8") if "find" in case else ""
    wrong = broken(case, right)
    path.parent.mkdir(exist_ok=True)  # a kind of which there is no record yet
    if path.exists():
        path.rename(aside)
    try:
        _put(path, case, wrong)
        return tuple(problems_of(data)), wrong
    finally:
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        if aside.exists():
            aside.rename(path)


def _put(path: Path, case: dict[str, Any], wrong: str) -> None:
    """What stands in the file's place: its wrong text, or what `as` names."""
    if "as" not in case:
        path.write_bytes(wrong.encode(case.get("encoding", "utf-8")))
    elif case["as"] == "folder":
        path.mkdir()
    elif case["as"] == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(path.parent.parent.parent)


@pytest.fixture(scope="module")
def messages(data: Path, told_folder: Path) -> str:
    """All that is said of all cases. Each process begins elsewhere, so that they share the work."""
    worker = int(re.sub(r"\D", "", os.environ.get("PYTEST_XDIST_WORKER", "")) or 0)
    start = worker * len(NAMES) // max(int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")), 1)
    found = [_said(name, data, told_folder)[0] for name in NAMES[start:] + NAMES[:start]]
    return "\n".join([*map(report, found), as_comment(found[0])])  # the comment of a pull request has a head of its own


def test_작은_길잡이는_옳다(data: Path) -> None:
    assert not problems_of(data)


def test_본보기의_이름은_서로_다르다() -> None:
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_틀린_자료는_자리와_고치는_법을_알려_준다(case: dict[str, Any], data: Path, told_folder: Path) -> None:
    found, wrong = _said(case["name"], data, told_folder)
    texts = [problem.as_text() for problem in found]
    file = "data/" + case.get("told_in", case["file"])
    told = [problem for problem in found if problem.file == file and case["says"] in problem.message]
    assert told, texts
    if "line_of" in case:
        line = wrong[:wrong.index(case["line_of"])].count("\n") + 1
        assert line in {problem.line for problem in told}, texts
    if "column" in case:
        assert case["column"] in {problem.column for problem in told}, texts


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: path.name)
def test_편집자가_만날_말마다_틀린_본보기가_있다(path: Path, messages: str) -> None:
    unproven = [(where, text) for where, text in sentences(path)
                if text != LAST_RESORT and not said_by(text, messages)]
    assert not unproven


def test_모르는_틀림에도_고치는_법을_말한다() -> None:
    class Odd(BaseModel):
        at: Decimal

    with pytest.raises(ValidationError) as caught:
        Odd.model_validate({"at": "하나"})
    parsed = parse("at: 하나\n", "data/odd.yaml")
    assert [problem.as_text() for problem in told(caught.value, Odd, parsed, ())] == [f"data/odd.yaml:1:5 {LAST_RESORT}"]


def test_틀린_곳이_여럿이면_한_번에_모두_알려_준다(data: Path) -> None:
    first, second = data / "rules/labour-cap.yaml", data / "steps/local-research.yaml"
    originals = {path: path.read_text(encoding="utf-8") for path in (first, second)}
    first.write_text(originals[first].replace("severity:", "severty:", 1), encoding="utf-8")
    second.write_text(originals[second] + "없는항목: 값\n", encoding="utf-8")
    try:
        files = {problem.file for problem in problems_of(data)}
        command = [sys.executable, "-m", "macros", "check", "--root", str(data), "--json"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    finally:
        for path, text in originals.items():
            path.write_text(text, encoding="utf-8")
    assert files == {"data/rules/labour-cap.yaml", "data/steps/local-research.yaml"}
    told = json.loads(done.stdout)
    assert done.returncode == 1 and not done.stderr and told["version"] == 1 and told["ok"] is False
    assert {problem["file"] for problem in told["problems"]} == files
    line = originals[first][:originals[first].index("severity:")].count("\n") + 1
    assert {"line": line, "column": 1}.items() <= next(
        problem for problem in told["problems"] if "severty" in problem["message"]).items()
