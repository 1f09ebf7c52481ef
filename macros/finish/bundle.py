"""Runs of style sheets and of scripts, each loaded as one file whose name is made of what it holds.

Plain joining in the given order: our scripts are classic ones that keep to themselves, so it works from a file as it does
from a server. The theme's own script stays alone: if it fails, the guide's still run. All of them wait until the page is
read, so that its words are on the screen before any of them works.
"""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from macros.finish.small import small_script
from macros.finish.unused_css import without_unused

THEMES = "assets/javascripts/"
SHEET = r'<link rel="stylesheet" href="[^":]*assets/[^"]*">\s*'
SHEETS = re.compile(f"{SHEET}(?:{SHEET})+")
TAG = r'<script src="[^":]*assets/[^"]*"(?: defer)?></script>\s*'
SCRIPTS = re.compile(f"{TAG}(?:{TAG})+")
ADDRESS = re.compile(r'(?:href|src)="([^"]*)"')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# What stands in a style sheet as it is; between such pieces blanks beside these signs mean nothing.
QUOTED = re.compile(r"""("[^"\n]*"|'[^'\n]*'|url\([^)]*\))""")
BLANKS = re.compile(r"(?<=[{};,:])\s+|\s+(?=[{}])")
RELATIVE = re.compile(r"""url\((["']?)(?!["']?(?:data:|#|/|[a-z]+:))""")


class Bundles:
    """The joined files of one site; each is made once, however many pages load it."""

    def __init__(self, site: Path, used: set[str]) -> None:
        """`used`: the classes that pages and scripts of the site know."""
        self._site = site
        self._used = used
        self._made: dict[tuple[str, ...], str] = {}

    def page(self, html: str) -> str:
        """A page that loads joined files."""
        return SCRIPTS.sub(self._scripts, SHEETS.sub(self._sheets, html))

    def _sheets(self, run: re.Match[str]) -> str:
        root, files = _files(run[0])
        return f'<link rel="stylesheet" href="{root}{self._joined(files, "css")}">\n'

    def _scripts(self, run: re.Match[str]) -> str:
        root, files = _files(run[0])
        theirs = [f'<script src="{root}{file}" defer></script>' for file in files if file.startswith(THEMES)]
        ours = self._joined([file for file in files if not file.startswith(THEMES)], "js")
        return "\n".join([*theirs, f'<script src="{root}{ours}" defer></script>', ""])

    def _joined(self, files: list[str], kind: str) -> str:
        """The file that holds all of these, from the site's root."""
        key = tuple(files)
        if key not in self._made:
            parts = [self._part(file, (self._site / file).read_text(encoding="utf-8"), kind) for file in files]
            text = "\n".join(parts)
            target = f"assets/{kind}/guide.{sha256(text.encode()).hexdigest()[:8]}.{kind}"
            (self._site / target).write_text(text, encoding="utf-8")
            self._made[key] = target
        return self._made[key]

    def _part(self, file: str, text: str, kind: str) -> str:
        """One source as a part of a joined file, without what only its readers want."""
        if kind == "js":
            return small_script(text)
        text = COMMENT.sub("", text)
        if file.startswith("assets/css/"):
            return _close(re.sub(r"\n\s*", "\n", text).strip())
        if RELATIVE.search(text):
            raise ValueError(f"{file}: 다른 폴더의 스타일에 상대 주소가 있어 합칠 수 없어요.")
        return without_unused(text, self._used)


def _close(sheet: str) -> str:
    """A style sheet of ours without the blanks that only its editors read."""
    pieces = QUOTED.split(sheet)
    pieces[::2] = [BLANKS.sub("", piece) for piece in pieces[::2]]
    return "".join(pieces)


def _files(run: str) -> tuple[str, list[str]]:
    """The way to the site's root as this page writes it, and the files of a run from there."""
    links = ADDRESS.findall(run)
    return links[0].partition("assets/")[0], ["assets/" + link.partition("assets/")[2] for link in links]
