"""No public address vanishes: every one of the list is in the built site, and a moved one leads on."""

from __future__ import annotations

from pathlib import Path

from macros.checks.published import current, load
from macros.finish import moved
from macros.reading.guidebook import Guidebook
from tests.conftest import ROOT


def test_지금의_주소가_모두_목록에_있다(guide: Guidebook) -> None:
    published, _, _ = load(ROOT / "data")
    assert published is not None
    assert current(ROOT / "docs", guide) - set(published.pages) == set(), "python -m macros addresses"


def test_목록의_주소가_모두_지은_사이트에_있다(built: Path) -> None:
    published, _, problems = load(ROOT / "data")
    assert published is not None and not problems
    assert len(published.pages) > 150
    for page in published.pages:
        path = built / page if page.endswith(".ics") else built / page / "index.html"
        assert path.exists(), page


def test_옮긴_쪽은_새_쪽으로_이끈다(tmp_path: Path) -> None:
    (tmp_path / "addresses.yaml").write_text(
        "pages: [plan/survey/, dates/old.ics]\nmoved:\n  - {old: plan/survey/, new: plan/local-research/}\n"
        "  - {old: dates/old.ics, new: dates/new.ics}\n", encoding="utf-8")
    (tmp_path / "dates").mkdir()
    (tmp_path / "dates/new.ics").write_bytes(b"BEGIN:VCALENDAR")
    moved.write_all(tmp_path, tmp_path, "협치 길잡이")
    html = (tmp_path / "plan/survey/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../../plan/local-research/"' in html and '<a href="../../plan/local-research/">' in html
    assert "http:" not in html and "https:" not in html
    assert not moved.met(tmp_path, tmp_path)
    links = '<p><a class="x" href="survey/#who">옛 주소</a> <a href="local-research/">새 주소</a></p>'
    (tmp_path / "plan/index.html").write_text(links, encoding="utf-8")
    assert moved.met(tmp_path, tmp_path) == [("plan", "plan/survey/", "plan/local-research/")]
    assert (tmp_path / "dates/old.ics").read_bytes() == b"BEGIN:VCALENDAR"
