"""What a page weighs over the wire: its files as a compressing server sends them, and the fonts that its letters want."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from posixpath import normpath

from macros.finish.fonts import letters

LOADED = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]*)"')
FACE = re.compile(r'url\("?\.\./fonts/([^")]*)"?\).*?unicode-range:\s*([^;}]*)', re.DOTALL)
ICON = "assets/images/favicon.svg"


@cache
def sent(path: Path) -> int:
    """Bytes on the wire. Fonts are compressed already; gzip at the level that servers use."""
    content = path.read_bytes()
    return len(content) if path.suffix == ".woff2" else len(gzip.compress(content, 6))


@cache
def faces(site: Path) -> list[tuple[str, list[tuple[int, int]]]]:
    """The font files with the letters that they stand for, the one that wins first."""
    found = []
    for file, ranges in FACE.findall((site / "assets/css/fonts.css").read_text(encoding="utf-8")):
        spans = [one.strip().removeprefix("U+").partition("-") for one in ranges.split(",")]
        found.append((f"assets/fonts/{file}", [(int(low, 16), int(high or low, 16)) for low, _, high in spans]))
    return found[::-1]


@dataclass(frozen=True)
class Weight:
    """A page's address, its own bytes, and what it loads by file."""

    page: str
    own: int
    files: dict[str, int]

    @property
    def first(self) -> int:
        """Bytes of a first visit."""
        return self.own + sum(self.files.values())

    def after(self, before: Weight) -> int:
        """Bytes of a visit after another page: what that one brought is kept."""
        return self.own + sum(size for file, size in self.files.items() if file not in before.files)


def fonts_of(site: Path, html: str) -> set[str]:
    """The font files that a browser loads for a page's letters."""
    wanted = set()
    for letter in letters(html):
        file = next((file for file, spans in faces(site) if any(low <= ord(letter) <= high for low, high in spans)), None)
        wanted |= {file} if file else set()
    return wanted


def weigh(site: Path, page: str) -> Weight:
    """A page of the built site, by its address."""
    path = site / page / "index.html"
    html = path.read_text(encoding="utf-8")
    files = {normpath(f"{page or '.'}/{link}") for link in LOADED.findall(html)} | fonts_of(site, html) | {ICON}
    return Weight(page, sent(path), {file: sent(site / file) for file in sorted(files)})
