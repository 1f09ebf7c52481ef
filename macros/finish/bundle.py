"""A page's style sheets and scripts, each loaded as few files whose names are made of what they hold.

Style sheets are joined in their order. Of scripts a page loads three: the theme's own, which stays alone (if it fails, the
guide's still run); what every page asks for; what this page asks for besides, with the libraries that it names. All of them
wait until the page is read, so that its words are on the screen before any of them works.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path

from macros.finish.modules import FOLDER, PLACED, Modules, placed
from macros.finish.small import small_script
from macros.finish.unused_css import without_unused

THEMES = "assets/javascripts/"
SHEET = r'<link rel="stylesheet" href="[^":]*assets/[^"]*">\s*'
SHEETS = re.compile(f"{SHEET}(?:{SHEET})+")
TAG = r'<script src="[^":]*assets/[^"]*"(?: defer)?></script>\s*'
SCRIPTS = re.compile(f"{TAG}(?:{TAG})*")
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
        self._modules = Modules(site / FOLDER)
        self._made: dict[tuple[object, ...], str] = {}

    def page(self, html: str) -> str:
        """A page that loads joined files."""
        html = SHEETS.sub(self._sheets, html)
        runs = list(SCRIPTS.finditer(html))
        return self._scripts(html, runs) if runs else html

    def _sheets(self, run: re.Match[str]) -> str:
        root, files = _files(run[0])
        return f'<link rel="stylesheet" href="{root}{self._sheet(files)}">\n'

    def _scripts(self, html: str, runs: list[re.Match[str]]) -> str:
        """The page with its scripts in the place of the last run: the theme's, what all pages ask for, what this one does."""
        root, common = _files(runs[-1][0])
        theirs = [file for file in common if file.startswith(THEMES)]
        all_pages = tuple(_name(file) for file in common if file not in theirs)
        own = [file for run in runs[:-1] for file in _files(run[0])[1]]
        known = frozenset(self._modules.order(all_pages))
        files = [*theirs, self._script(all_pages, frozenset()), *([self._own(own, known)] if own else [])]
        tags = "".join(f'<script src="{root}{file}" defer></script>\n' for file in files if file)
        html = f"{html[:runs[-1].start()]}{tags}{html[runs[-1].end():]}"
        for run in reversed(runs[:-1]):
            html = html[:run.start()] + html[run.end():]
        return html

    def _own(self, files: list[str], known: Collection[str]) -> str:
        """What a page asks for besides: libraries as they are, then its modules."""
        names = tuple(_name(file) for file in files if _is_module(file))
        return self._script(names, frozenset(known), tuple(file for file in files if not _is_module(file)))

    def _script(self, names: tuple[str, ...], known: frozenset[str], libraries: tuple[str, ...] = ()) -> str:
        """The file that holds these modules and what they import, but what is known."""
        key = (names, known, libraries)
        if key not in self._made:
            there = known | set(self._modules.order(names))
            joined = self._modules.joined(names, known, lambda name: self._later(name, there))
            parts = [*((self._site / file).read_text(encoding="utf-8") for file in libraries), joined]
            self._made[key] = self._write("\n".join(small_script(part) for part in parts), "js")
        return self._made[key]

    def _later(self, name: str, there: frozenset[str]) -> str:
        return placed(name) if name in PLACED else self._script((name,), there)

    def _sheet(self, files: list[str]) -> str:
        """The file that holds all of these."""
        key = tuple(files)
        if key not in self._made:
            parts = [self._part(file, (self._site / file).read_text(encoding="utf-8")) for file in files]
            self._made[key] = self._write("\n".join(parts), "css")
        return self._made[key]

    def _write(self, text: str, kind: str) -> str:
        """Its address from the site's root."""
        target = f"assets/{kind}/guide.{sha256(text.encode()).hexdigest()[:8]}.{kind}"
        (self._site / target).write_text(text, encoding="utf-8")
        return target

    def _part(self, file: str, text: str) -> str:
        """One style sheet as a part of a joined file, without what only its readers want."""
        text = COMMENT.sub("", text)
        if file.startswith("assets/css/"):
            return _close(re.sub(r"\n\s*", "\n", text).strip())
        if RELATIVE.search(text):
            raise ValueError(f"{file}: 다른 폴더의 스타일에 상대 주소가 있어 합칠 수 없어요.")
        return without_unused(text, self._used)

    def clear(self) -> None:
        """Take the sources away: everything that a page loads is in the joined files."""
        for path in sorted((self._site / FOLDER).rglob("*"), reverse=True):
            if path.is_dir():
                path.rmdir()
            elif path.relative_to(self._site).as_posix() not in self._made.values():
                path.unlink()


def _is_module(file: str) -> bool:
    return file.startswith(f"{FOLDER}/")


def _name(file: str) -> str:
    """The module that a script's address names."""
    return file.removeprefix(f"{FOLDER}/").removesuffix(".js")


def _close(sheet: str) -> str:
    """A style sheet of ours without the blanks that only its editors read."""
    pieces = QUOTED.split(sheet)
    pieces[::2] = [BLANKS.sub("", piece) for piece in pieces[::2]]
    return "".join(pieces)


def _files(run: str) -> tuple[str, list[str]]:
    """The way to the site's root as this page writes it, and the files of a run from there."""
    links = ADDRESS.findall(run)
    return links[0].partition("assets/")[0], ["assets/" + link.partition("assets/")[2] for link in links]
