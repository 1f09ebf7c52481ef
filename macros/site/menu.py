"""The menu (`nav` of mkdocs.yml) leads to pages that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.reading.problems import Problem, nearest
from macros.words.korean import particle

ENTRY = re.compile(r"^ +- (?:.+: +)?[\"']?(?P<page>[^\s\"':,\[\]{}]+)[\"']?\s*$")
MENU = re.compile(r"^nav:\s*$")


def check_menu(settings: Path, docs: Path) -> Iterator[Problem]:
    """Each entry of the menu in `settings` that has no page in `docs`, at its line."""
    if not settings.is_file():
        return
    pages = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    inside = False
    for number, line in enumerate(settings.read_text(encoding="utf-8").splitlines(), 1):
        inside = bool(MENU.match(line)) or (inside and (not line or line[0] in " #"))
        entry = ENTRY.match(line) if inside else None
        if entry and entry["page"] not in pages:
            page = entry["page"]
            yield Problem(settings.name, number, entry.start("page") + 1, f"메뉴의 '{page}'{particle(page, '은/는')} docs/에 없는 쪽이에요. "
                          f"쪽을 만들거나 이 줄을 지워 주세요.{nearest(page, pages)}")
