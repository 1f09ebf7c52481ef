"""Only known scripts stand in pages: the list is of the theme's version, and any other script stops the build."""

from __future__ import annotations

import re
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest

from macros.finish.inline_scripts import KNOWN, THEME, ForeignScriptError, allowed, hashed
from macros.finish.policy import policy
from tests.conftest import ROOT

PARTIALS = Path(find_spec("material").origin or "").parent / "templates/partials/javascripts"  # type: ignore[union-attr]
OURS = ROOT / "docs/.overrides/partials/javascripts"


def text_of(path: Path) -> str:
    """The one script of a part of the theme, as Jinja leaves it: our lines are broken within remarks."""
    plain = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    [text] = re.findall(r"<script[^>]*>(.*?)</script>", plain, re.DOTALL)
    return str(text)


def test_목록은_지금_쓰는_테마의_것이다() -> None:
    assert f"mkdocs-material {version('mkdocs-material')}" == THEME
    assert set(KNOWN) == {hashed(text_of(OURS / "base.html")), hashed(text_of(PARTIALS / "palette.html"))}


def test_고쳐_쓴_테마_조각은_하는_일이_테마와_같다() -> None:
    theirs = re.sub(r'"\{\{[^}]*\}\}"', "document.currentScript.dataset.base", text_of(PARTIALS / "base.html"))
    assert theirs == text_of(OURS / "base.html")


@pytest.mark.parametrize("script", [
    "<script>hgRan(1)</script>",
    "<SCRIPT>hgRan(1)</SCRIPT>",
    "<script >hgRan(1)</script >",
    "<script type=module>hgRan(1)</script>",
    "<script type='text/javascript'>x</script>",
    "<script data-x=' type=\"application/json\"y'>x</script>",
    "<script src=https://evil.example/x.js></script>",
    "<script src='//evil.example/x.js'></script>",
    "<script src=data:text/javascript,x></script>",
    "<script src=\"javascript:x\"></script>",
    "<script type=\"application/javascript\">x</script>",
    "<script\nsrc=\"https://evil.example/x.js\"></script>",
    "<svg><script>hgRan(1)</script></svg>",
    "<script>hgRan(1)</script\n>",
])
def test_모르는_스크립트는_빌드를_멈춘다(script: str) -> None:
    with pytest.raises(ForeignScriptError):
        policy(f'<meta charset="utf-8">{script}')


def test_아는_스크립트와_자료와_우리_파일은_그대로다() -> None:
    known = text_of(OURS / "base.html")
    page = (f'<meta charset="utf-8"><script data-base="..">{known}</script><script type="application/json" data-x>{{"a": "<b>"}}</script>'
            '<script id="__config" type="application/json">{}</script><script src="../../assets/js/guide.0a1b2c3d.js" defer></script>'
            '<script src="./assets/js/x.js"></script><script src="/assets/js/start.js"></script>')
    assert allowed(page) == [hashed(known)]
    assert f"script-src 'self' '{hashed(known)}';" in policy(page)
