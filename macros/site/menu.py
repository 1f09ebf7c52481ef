"""The menu (`nav` of mkdocs.yml) leads to all pages that are there, and to no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.reading.problems import Problem, nearest
from macros.words.korean import particle

ENTRY = re.compile(r"^ +- (?:.+: +)?[\"']?(?P<page>[^\s\"':,\[\]{}]+)[\"']?\s*$")
MENU = re.compile(r"^nav:")
NAMED = re.compile(r"[^\s\"',:\[\]{}]+\.md\b")


def check_menu(settings: Path, docs: Path) -> Iterator[Problem]:
    """Each entry of the menu in `settings` that has no page in `docs`, at its line."""
    pages = _pages(docs)
    for number, line in _menu(settings):
        entry = ENTRY.match(line)
        if entry and entry["page"] not in pages:
            page = entry["page"]
            yield Problem(settings.name, number, entry.start("page") + 1, f"메뉴의 '{page}'{particle(page, '은/는')} docs/에 없는 페이지예요. "
                          f"페이지를 만들거나 이 줄을 지워 주세요.{nearest(page, pages)}")


def check_unlisted(settings: Path, docs: Path) -> Iterator[Problem]:
    """Each page in `docs` without an entry in the menu, at the menu's line. The preview shows such a page: its entry comes later."""
    menu = _menu(settings)
    if not menu:
        return  # MkDocs makes one of all pages
    named = {name for _, line in menu for name in NAMED.findall(line.partition(" #")[0])}
    for page in sorted(_pages(docs) - named):
        yield Problem(settings.name, menu[0][0], 1, f"docs/{page}{particle(page, '이/가')} 메뉴에 없어요. "
                      f"알맞은 자리에 '- 제목: {page}'{particle(page, '을/를')} 적어 주세요.")


def _pages(docs: Path) -> frozenset[str]:
    return frozenset(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))


def _menu(settings: Path) -> list[tuple[int, str]]:
    """The menu's lines with their numbers; none where there is no menu."""
    lines = settings.read_text(encoding="utf-8").splitlines() if settings.is_file() else []
    start = next((number for number, line in enumerate(lines) if MENU.match(line)), len(lines))
    end = next((number for number in range(start + 1, len(lines)) if lines[number] and lines[number][0] not in " #"), len(lines))
    return list(enumerate(lines[start:end], start + 1))
