"""An Atom feed (RFC 4287) of what changed: the CHANGELOG's lines, and the days on which data was checked."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from macros.office.documents.hwpx import part
from macros.office.documents.text import clean
from macros.reading.guidebook import Guidebook

HOST = "hyeopchi-guide"
# Commands and folders of the source: nothing for a clerk, whose first page shows the latest.
FOR_MAINTAINERS = re.compile(r"python -m|\bmake |\b(?:docs|data|macros)/|풀 리퀘스트|CHANGELOG")


@dataclass(frozen=True)
class Change:
    """One entry: its day, one sentence, and more where there is more."""

    day: date
    title: str
    text: str

    @property
    def id(self) -> str:
        """A name that stays as long as the sentence does (RFC 4151)."""
        return f"tag:{HOST},{self.day.isoformat()}:{hashlib.sha256(self.title.encode()).hexdigest()[:16]}"


def changes(changelog: str, guide: Guidebook) -> list[Change]:
    """All entries, newest first; those of one day in the CHANGELOG's order."""
    found = [*_from_changelog(changelog), *_from_data(guide)]
    return sorted(found, key=lambda change: change.day, reverse=True)


def _from_changelog(changelog: str) -> Iterator[Change]:
    """A line of a list below a `## 2026-11-21`. The first sentence is the title."""
    day: date | None = None
    for line in changelog.splitlines():
        heading = re.fullmatch(r"## (\d{4}-\d{2}-\d{2})", line.strip())
        if heading:
            day = date.fromisoformat(heading[1])
        elif day and line.startswith("- "):
            text = clean(re.sub(r"\*\*|`", "", line.removeprefix("- ").strip()))  # words alone, without Markdown's marks
            yield Change(day, re.split(r"(?<=요)(?:\([^)]*\))?[.:]", text, maxsplit=1)[0].rstrip("."), text)


def latest(changelog: Path, count: int = 3) -> list[Change]:
    """The first entries of the CHANGELOG for those who use the guide, newest day first; none where there is no such file."""
    if not changelog.exists():
        return []
    found = _from_changelog(changelog.read_text(encoding="utf-8"))
    return list(islice((change for change in found if not FOR_MAINTAINERS.search(change.text)), count))


def _from_data(guide: Guidebook) -> Iterator[Change]:
    days = Counter(rule.checked_on for rule in guide.rules.values())
    for day, count in days.items():
        title = f"규칙 {count}개를 근거와 다시 비교했어요"
        names = ", ".join(sorted(rule.label for rule in guide.rules.values() if rule.checked_on == day))
        yield Change(day, title, f"{title}: {clean(names)}")


def write(folder: Path, changelog: Path, guide: Guidebook, site_url: str) -> None:
    """The feed into the built site. Without a site address its links are left out: a feed's links must be whole."""
    found = changes(changelog.read_text(encoding="utf-8"), guide)
    content = part("feed.xml.j2", changes=found, updated=found[0].day, host=HOST, name=guide.named("guide"), site=site_url.rstrip("/"))
    (folder / "feed.xml").write_bytes(content)
