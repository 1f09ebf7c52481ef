"""Scripts are made small without changing what they say to each other."""

from __future__ import annotations

import pytest

from macros.finish.small import minify, small_script

SCRIPT = '/*! licence */\n/** Only editors read this. */\n(function (hyeopchi) {\n  const secret = 1n;\n  hyeopchi.said = { secret };\n})(globalThis);\n'


def test_뜻풀이만_빠지고_이용_조건과_밖에서_부르는_이름은_남는다() -> None:
    small = small_script(SCRIPT)
    assert "licence" in small and "said" in small and "globalThis" in small
    assert minify is None or "Only editors" not in small


def test_이어_붙여도_다음_스크립트를_부르지_않는다() -> None:
    assert small_script(SCRIPT).rstrip().endswith(";")


@pytest.mark.skipif(minify is None, reason="이 컴퓨터에는 줄이는 라이브러리가 없어요.")
def test_읽을_수_없는_스크립트는_줄이지_않고_알린다() -> None:
    with pytest.raises(ValueError, match="line 1"):
        small_script("let a = ;")
