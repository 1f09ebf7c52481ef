"""What is wrong in the pages' own texts (docs/*.md), told by the check as the build would: calls of macros, links, recorded values.

The macros are imported only for pages in which nothing was found wrong before, with these very ids: it takes a third of the check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from macros.cache.kept import STORE, Kept
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.reading.referred import Values
from macros.site.addresses import page_addresses

SOUND = STORE / "page-texts"
MAKERS = ("pages.py", "templating/*.py", "cache/*.py", "commands/page_faults.py")
SAID = re.compile(r"^([A-Za-z_]+):", re.MULTILINE)


def page_faults(docs: Path, guide: Guidebook) -> list[Problem]:
    """Every fault of the pages in `docs`, page by page."""
    kept, ground = Kept(SOUND, MAKERS), _ids(docs, guide)
    found: list[Problem] = []
    fresh = []
    for path in sorted(docs.rglob("*.md")):
        source = path.read_text(encoding="utf-8", errors="replace")
        name = f"docs/{path.relative_to(docs).as_posix()}"
        found += _values(source, name, guide)
        if kept.find(name, ground + source.encode()) is None:
            fresh.append((name, source))
    if fresh:
        judge = _Judge(docs, guide)
        for name, source in fresh:
            wrong = list(judge.faults(source, name))
            found += wrong
            if not wrong:
                kept.keep(name, ground + source.encode(), True)
    kept.save()
    return found


def _ids(docs: Path, guide: Guidebook) -> bytes:
    """All that a call or a link may name."""
    tables = [table.id for topic in guide.topics.values() for section in topic.sections for table in section.tables]
    files = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.*"))
    return "\n".join([*(f"{kind}/{key}" for kind, key, _ in guide.records()), *guide.budget.topic_titles, *tables, *files]).encode()


def _values(source: str, name: str, guide: Guidebook) -> list[Problem]:
    from macros.reading.references import OPEN
    from macros.templating import page_values

    return page_values.faults(source, name, Values(guide)) if OPEN in source else []


class _Judge:
    """Looks at pages with all macros at hand."""

    def __init__(self, docs: Path, guide: Guidebook) -> None:
        from macros.pages.macros import Macros
        from macros.templating import macro_values, page_text

        self.doors = page_text.doors(Macros(guide, _Nowhere()).all())
        self.judge = partial(macro_values.wrong, guide)
        self.files = frozenset(path.relative_to(docs).as_posix() for path in docs.rglob("*.*"))
        self.addresses = frozenset(page_addresses(docs, guide).values())

    def faults(self, source: str, name: str) -> Iterator[Problem]:
        """What is wrong in one page, but for its recorded values."""
        from macros.templating import page_guard, page_links, page_text

        head = page_guard.HEAD.match(source)
        yield from page_text.faults(source, name, self.doors, SAID.findall(head[0]) if head else (), self.judge)
        yield from page_guard.faults(source, name)
        yield from page_links.faults(source, name, self.files, self.addresses)


class _Nowhere:
    """No page is made here."""

    def address(self) -> str:
        """Of the front page."""
        return ""

    def head(self, title: str, description: str = "") -> None:
        """Nothing is titled."""
