"""Which pages read differently: every page's Markdown, with its macros worked out for both sides, compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal

from macros.pages.macros import Macros
from macros.reading.guidebook import Guidebook
from macros.site.addresses import page_addresses

# What no reader reads: markup, and the data that scripts use.
SCRIPT = re.compile(r"<script.*?</script>", re.DOTALL)
MARK = re.compile(r'<a class="hg-ref[^"]*"[^>]*>[^<]*</a>')
MARKUP = re.compile(r"<svg.*?</svg>|<[^>]*>|\{ ?[.#][^}]*\}", re.DOTALL)


@dataclass(frozen=True)
class PageChange:
    """A page that is new, gone or reads differently, with how many of its lines changed."""

    address: str
    title: str
    what: Literal["added", "removed", "changed"]
    lines: int


class _Page:
    """The page that is being worked out."""

    def __init__(self, address: str) -> None:
        self._address = address
        self.title = ""

    def address(self) -> str:
        return self._address

    def head(self, title: str, description: str) -> None:
        self.title = self.title or title


class _Switch:
    """Hands the macros the page that is being worked out."""

    def __init__(self) -> None:
        self.page = _Page("")

    def address(self) -> str:
        return self.page.address()

    def head(self, title: str, description: str) -> None:
        self.page.head(title, description)


def texts(guide: Guidebook, docs: Path) -> Mapping[str, tuple[str, str]]:
    """Each page's address with its title and its words, a block a line."""
    switch = _Switch()
    macros = Macros(guide, switch)
    made = {}
    for name, address in page_addresses(docs, guide).items():
        path = docs / name
        switch.page = _Page(address)
        text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8", errors="replace"), flags=re.DOTALL)
        text = MARK.sub("", macros.filled(text))  # numbers shift when a citation is added before them
        heading = re.search(r"^# (.+)$", text, re.MULTILINE)
        if not switch.page.address().startswith("tools/"):  # there, what the script computes with is the page
            text = SCRIPT.sub("", text)
        made[switch.page.address()] = (switch.page.title or (heading[1] if heading else path.stem), _words(text))
    return made


def _words(text: str) -> str:
    lines = (re.sub(r"\s+", " ", line).strip() for line in MARKUP.sub("\n", text).splitlines())
    return "\n".join(line for line in lines if line)


def page_changes(old: Mapping[str, tuple[str, str]], new: Mapping[str, tuple[str, str]]) -> list[PageChange]:
    """The pages that differ, by address."""
    found = []
    for address in sorted(old.keys() | new.keys()):
        before, after = old.get(address), new.get(address)
        if before is None and after is not None:
            found.append(PageChange(address, after[0], "added", after[1].count("\n") + 1))
        elif after is None and before is not None:
            found.append(PageChange(address, before[0], "removed", before[1].count("\n") + 1))
        elif before and after and before[1] != after[1]:
            found.append(PageChange(address, after[0], "changed", _changed_lines(before[1], after[1])))
    return found


def _changed_lines(before: str, after: str) -> int:
    one, other = before.splitlines(), after.splitlines()
    same = sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
    return max(len(one), len(other)) - same
