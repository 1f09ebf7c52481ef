"""All faults of all files come in one round, and what only follows from another is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.cache.kept import Kept
from macros.checks import read
from tests.small_guide import small_guide

NOWON, CAP, ACTORS, SOURCES = "cases/nowon.yaml", "rules/labour-cap.yaml", "actors.yaml", "sources.yaml"


def _said(folder: Path, *changes: tuple[str, str, str]) -> list[str]:
    """What is said of the small guide once `find` became `put` in each `file`."""
    data = small_guide(folder)
    for file, find, put in changes:
        text = (data / file).read_text(encoding="utf-8")
        assert find in text
        (data / file).write_text(text.replace(find, put, 1), encoding="utf-8")
    return [problem.as_text() for problem in sorted(read(data, Kept())[1])]


def test_읽지_못한_파일이_있어도_다른_파일의_절과_글이_틀린_것을_알려_준다(tmp_path: Path) -> None:
    said = _said(tmp_path, (CAP, "severity: prohibited", "severity: [prohibited"), (NOWON, "section: ch3.1.11.2", "section: ch3.1.11.9"),
                 (NOWON, "note: 26개 부서가", "note: TODO 26개 부서가"))
    assert len(said) == 3
    assert any("'ch3.1.11.9'" in one for one in said) and any("'TODO'" in one for one in said)


@pytest.mark.parametrize(("file", "find", "put"), [(ACTORS, "- id: tft\n", "- id: council\n"), (CAP, "id: labour-cap\n", "id: transfer-cap\n")])
def test_겹친_id는_한_번만_말하고_그것을_가리키는_곳은_말하지_않는다(tmp_path: Path, file: str, find: str, put: str) -> None:
    said = _said(tmp_path, (file, find, put))
    assert len(said) == 1 and "이미 있어요" in said[0]


def test_많은_곳이_가리키는_없는_id는_한_번에_모두_몇_곳인지와_함께_말한다(tmp_path: Path) -> None:
    said = _said(tmp_path, (SOURCES, "- id: guide-2020\n", "- id: guide2020\n"))
    assert len(said) == 1
    assert "혹시 'guide2020'인가요? 같은 것을 적은 곳이" in said[0] and "id를 바꾸었다면 되돌려 주세요." in said[0]


def test_없는_문서가_있어도_다른_문서의_틀린_절과_쪽을_함께_말한다(tmp_path: Path) -> None:
    said = _said(tmp_path, (CAP, "doc: guide-2020", "doc: guide-202"), (NOWON, "section: ch3.1.11.2", "section: ch3.1.11.9"),
                 (NOWON, "지역의제 도출, page: 53", "지역의제 도출, page: 444"))
    assert len(said) == 3, said
    assert all(any(words in one for one in said) for words in ("'guide-202'", "'ch3.1.11.9'", "444쪽은")), said
