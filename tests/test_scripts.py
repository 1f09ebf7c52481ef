"""Our scripts' types, style and form, by deno (tests/deno.py)."""

from __future__ import annotations

import re

import pytest

from macros.reading.guidebook import Guidebook
from macros.tools.budget import calculator_json
from tests.conftest import ROOT

pytest.importorskip("deno", reason="이 컴퓨터에는 deno가 없어요(32비트)")

from tests.deno import FOUND, OFFLINE, OWN, run, typed

MISSPELT = "tests/misspelt/record.js"


def handed(guide: Guidebook) -> str:
    """A script that says of what Python puts into the calculator's page that it is what the types say."""
    FOUND.mkdir(parents=True, exist_ok=True)
    path = FOUND / "calculator.ts"
    path.write_text(f"export const data: Page.Calculator = {calculator_json(guide, str)};\n", encoding="utf-8")
    return path.relative_to(ROOT).as_posix()


def test_형이_맞고_기록에_없는_항목을_부르면_찾는다(guide: Guidebook) -> None:
    """One run for all: the check begins slowly. A fixture asks for fields that no record has."""
    code, said = run("check", *OFFLINE, scripts=[*typed(), MISSPELT, handed(guide)])
    found = [part for part in re.split(r"\n(?=TS\d+ )", said) if part.startswith("TS")]
    assert code == 1 and not [part for part in found if MISSPELT not in part], said
    assert re.findall(r"Property '(\w+)' does not exist", said) == ["meens", "rolle", "kind"]


@pytest.mark.parametrize("command", [("lint",), ("fmt", "--check")], ids=["모양", "줄과 빈칸"])
def test_모양이_맞다(command: tuple[str, ...]) -> None:
    code, said = run(*command, scripts=OWN)
    assert code == 0, said
