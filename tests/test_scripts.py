"""Our scripts' types and style, by deno (tests/deno.py)."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("deno", reason="이 컴퓨터에는 deno가 없어요(32비트)")

from tests.deno import OFFLINE, UNTYPED, run, typed

MISSPELT = "tests/misspelt/record.js"


def test_형이_맞고_기록에_없는_항목을_부르면_찾는다() -> None:
    """One run for both: the check begins slowly. A fixture asks for fields that no record has."""
    code, said = run("check", *OFFLINE, scripts=[*typed(), MISSPELT])
    found = [part for part in re.split(r"\n(?=TS\d+ )", said) if part.startswith("TS")]
    assert code == 1 and not [part for part in found if MISSPELT not in part], said
    assert re.findall(r"Property '(\w+)' does not exist", said) == ["meens", "rolle", "kind"]


def test_모양이_맞다() -> None:
    code, said = run("lint", scripts=[*typed(), *UNTYPED])
    assert code == 0, said
