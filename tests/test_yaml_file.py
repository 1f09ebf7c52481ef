"""Strict YAML keeps places and refuses what YAML would guess."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.reading.yaml_file import parse


@pytest.mark.parametrize(("text", "value"), [
    ("a: 1000000", {"a": 1000000}),
    ("a: -3", {"a": -3}),
    ("a: true", {"a": True}),
    ("a: '0.1'", {"a": "0.1"}),
    ('a: "2021-07-09"', {"a": "2021-07-09"}),
    ("a: 3.2.2(1)③", {"a": "3.2.2(1)③"}),
    ("a: 10%", {"a": "10%"}),
    ("a: |\n  0.1\n", {"a": "0.1\n"}),
    ("\ufeffa: 값\r\nb: 둘\r\n".lstrip("\ufeff"), {"a": "값", "b": "둘"}),
])
def test_뜻이_하나뿐인_값은_그대로_읽는다(text: str, value: object) -> None:
    parsed = parse(text, "x.yaml")
    assert not parsed.problems and parsed.value == value


@pytest.mark.parametrize("text", [
    "a: 0.1", "a: 1e3", "a: .inf", "a: 9:30", "a: NO", "a: on", "a: 01110", "a: 2021-07-09", "a: 2021-07",
    "a: 1_000", "a: 1,000", "a: +5", "a: 0x10", "a: ~", "a:", "a: True", "a: y", "a: !!str 5x", "a: &b c",
    "a: 1\na: 2", "? [x]\n: 1", "a: [1, 2", "\ta: 1", "a: 1\n---\nb: 2", "", "a: b: c", "a: @b", "a: `b`", "a: %b",
])
def test_뜻이_여럿인_값은_자리를_대며_물리친다(text: str) -> None:
    problems = parse(text, "x.yaml").problems
    assert problems and all(problem.line >= 1 and problem.column >= 1 for problem in problems)
    assert all(any("가" <= char <= "힣" for char in problem.message) for problem in problems)


def test_자리는_줄과_칸으로_센다() -> None:
    parsed = parse("첫째: 하나\n둘째:\n  - 셋: 4\n", "x.yaml")
    assert parsed.places["둘째", 0, "셋"] == (3, 8)
    assert parsed.places["둘째", 0, "셋", "<key>"] == (3, 5)


@example("?")  # a key without its value: that one is missed on a line that is not there
@given(st.text(max_size=60))
def test_무엇을_써도_멈추지_않는다(text: str) -> None:
    parse(text, "x.yaml")
