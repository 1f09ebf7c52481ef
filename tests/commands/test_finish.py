"""Pages that another engine wrote are finished by a command of ours."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.commands.finish import settings

PAGE = """<!doctype html><html lang="ko" class="no-js"><head><meta charset="utf-8"><title>처음 - 시험</title></head>
<body><article class="md-content__inner"><h1 id="top">처음</h1><p>다른 엔진이 쓴 페이지예요.</p></article></body></html>"""


def test_다른_엔진이_쓴_쪽에도_검색과_자료와_정책이_생긴다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "assets/css").mkdir(parents=True)
    source = Path(__file__).resolve().parents[2] / "docs"
    shutil.copytree(source / "assets/js", tmp_path / "assets/js")
    (tmp_path / "sw.js").write_bytes((source / "sw.js").read_bytes())
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    assert main(["finish", str(tmp_path)]) == 0, capsys.readouterr().err
    assert "Content-Security-Policy" in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "다른 엔진이 쓴 페이지예요" in (tmp_path / "search/index.js").read_text(encoding="utf-8")
    for made in ("api/v1/index.json", "feed.xml", "llms.txt", "index.md"):
        assert (tmp_path / made).exists(), made


def test_쪽이_없는_폴더는_마무리하지_않는다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["finish", str(tmp_path)]) == 1
    assert "사이트를 먼저 만들어 주세요" in capsys.readouterr().err and not list(tmp_path.iterdir())


def test_사이트의_이름을_설정에서_읽되_엔진의_표시는_실행하지_않는다(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: 시험\nslugify: !!python/name:os.system\n", encoding="utf-8")
    assert settings(tmp_path) == {"name": "시험", "description": "", "address": ""}
