"""Scripts are made small without changing what they say to each other."""

from __future__ import annotations

import pytest

from macros.finish.small import small_script

SCRIPT = """/*! licence */
/** Only editors read this. */
(function (hyeopchi) {
  "use strict";

  const LINE = /["'`/]+ {2}/g; // a pattern with blanks
  const text = (given) => `two  blanks ${given.replace(LINE, "")} // no comment`;
  hyeopchi.said = { text };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
"""


def test_뜻풀이와_빈칸만_빠지고_글과_이름과_이용_조건은_남는다() -> None:
    small = small_script(SCRIPT)
    assert "/*! licence */" in small and "hyeopchi.said" in small
    assert "two  blanks ${" in small and "// no comment" in small and "/[\"'`/]+ {2}/g" in small
    assert "Only editors" not in small and "a pattern" not in small and len(small) < len(SCRIPT) * 0.8


def test_줄여도_엄격하고_이어_붙여도_다음_스크립트를_부르지_않는다() -> None:
    small = small_script(SCRIPT)
    assert small.startswith('"use strict";') and small.rstrip().endswith(";")


def test_스크립트_밖으로_나가는_것은_줄이지_않는다() -> None:
    with pytest.raises(ValueError, match="script"):
        small_script("const text = '</script>';")
