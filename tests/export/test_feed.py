"""The Atom feed says what the CHANGELOG says, with names that stay."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lxml import etree

from macros.api import feed
from macros.reading.guidebook import Guidebook
from tests.conftest import ROOT

ATOM = {"a": "http://www.w3.org/2005/Atom"}
LOG = """# 바뀐 것

머리말이에요.

## 2026-12-01

- <b>새것</b>을 열었어요: =1+1 & 그 밖.

## 2026-11-21

- **처음** `문`을 열었어요.
- 둘째예요(Ctrl+Z). 더 있어요.
"""


def test_바뀐_것의_줄마다_소식_하나(guide: Guidebook) -> None:
    found = [change for change in feed.changes(LOG, guide) if not change.title.startswith("규칙 ")]
    assert [(change.day, change.title) for change in found] == [
        (date(2026, 12, 1), "<b>새것</b>을 열었어요"), (date(2026, 11, 21), "처음 문을 열었어요"), (date(2026, 11, 21), "둘째예요")]
    assert len({change.id for change in found}) == 3 and found[0].text.endswith("=1+1 & 그 밖.")


def test_자료를_확인한_날도_소식이다(guide: Guidebook) -> None:
    days = {rule.checked_on for rule in guide.rules.values()}
    assert {change.day for change in feed.changes("", guide)} == days


def test_소식은_바른_Atom이고_글은_글로_남는다(guide: Guidebook, tmp_path: Path) -> None:
    log = tmp_path / "log.md"
    log.write_text(LOG, encoding="utf-8")
    feed.write(tmp_path, log, guide, "https://example.org/guide/")
    root = etree.fromstring((tmp_path / "feed.xml").read_bytes())
    entries = root.findall("a:entry", ATOM)
    assert root.findtext("a:updated", namespaces=ATOM) == "2026-12-01T00:00:00Z"
    assert entries[0].findtext("a:title", namespaces=ATOM) == "<b>새것</b>을 열었어요"
    for entry in (root, *entries):
        assert all(entry.findtext(f"a:{name}", namespaces=ATOM) for name in ("id", "title", "updated"))
    assert root.find("a:link[@rel='self']", ATOM).get("href") == "https://example.org/guide/feed.xml"


def test_사이트에_지금의_소식이_있고_쪽이_가리킨다(built: Path) -> None:
    root = etree.fromstring((built / "feed.xml").read_bytes())
    lines = [line for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines() if line.startswith("- ")]
    assert len(root.findall("a:entry", ATOM)) >= len(lines)
    assert 'type="application/atom+xml" title="협치 길잡이에서 바뀐 것" href="../../feed.xml"' in \
        (built / "budget/rules/index.html").read_text(encoding="utf-8")
