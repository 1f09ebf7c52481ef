"""The site as the live preview holds it: every page read once, then only what a change touches is done again.

MkDocs knows no way to make one page; this follows its `build` on the pinned version, step by step.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config import load_config
from mkdocs.structure.files import InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from macros.api import names
from macros.finish.modules import FOLDER, write_joined
from macros.hooks import lost_anchors
from macros.preview.faults import said
from macros.preview.modules import forget
from macros.preview.snapshot import Snapshot, differing, snapshot
from macros.reading.data_files import below
from macros.reading.problems import Problem, report

INCLUSION = InclusionLevel.is_in_serve
POLITE = 10  # what is made for later takes no time from what somebody waits for


class Site:
    """The pages of `project`, written to `folder` and seen at `url`."""

    def __init__(self, project: Path, folder: Path, url: str) -> None:
        self.project = project
        self.folder = folder
        self.url = url
        self.ready = False
        self.behind = False  # whether `rest` would change anything that `page` does not
        self._seen: Snapshot = {}
        self._age = 0
        self._read: dict[str, int] = {}  # at which age each page was last read, and written
        self._written: dict[str, int] = {}

    def start(self, progress: Callable[[int, int], None]) -> None:
        """Read everything. Raises what MkDocs, a macro or the data's checks raise."""
        config = load_config(str(self.project / "mkdocs.yml"), site_dir=str(self.folder))
        config.site_url = self.url
        config.extra["preview"] = True
        config.plugins.on_startup(command="serve", dirty=False)
        self.config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        self.files = get_files(config)
        self.files.add_files_from_theme(config.theme.get_env(), config)
        self.files = config.plugins.on_files(self.files, config=config)
        set_exclusions(self.files, config)
        self.nav = config.plugins.on_nav(get_navigation(self.files, config), config=config, files=self.files)
        self.documents = self.files.documentation_pages(inclusion=INCLUSION)
        made = [file.page or Page(None, file, config) for file in self.documents]
        self.pages: dict[str, Any] = {page.url: page for page in made}
        self._dress()
        self.files.copy_static_files(inclusion=INCLUSION)
        self._join_scripts()
        self._age += 1
        for done, page in enumerate(self.pages.values(), 1):
            self._make_known(page)
            progress(done, len(self.pages))
        self._sweep()
        self.ready = self.behind = True

    def saved(self) -> Snapshot:
        """How the files are now."""
        return snapshot(self.project)

    def only_data(self, now: Snapshot) -> bool:
        """Whether nothing but data was saved: it is read and checked whole before anything of the old state is given up."""
        return self.ready and all(path.is_relative_to(self.project / "data") for path in differing(self._seen, now))

    def update(self, now: Snapshot) -> list[str]:
        """Take in what was saved since the last look; the names of the files. Raises as `start` does."""
        changed = differing(self._seen, now)
        forget(changed, self.project / "macros")
        if not self.ready or self._reshaped(changed):
            self.start(lambda done, whole: None)
        elif changed:
            self._take_in(set(changed))
        self._seen = now
        return sorted(path.relative_to(self.project).as_posix() for path in changed)

    def look(self) -> None:
        """Remember how the files are before they are read for the first time."""
        self._seen = self.saved()

    def _reshaped(self, changed: set[Path]) -> bool:
        """Whether the site has other pages, files or settings than before."""
        return any(path == self.project / "mkdocs.yml" or not path.exists() or str(path) not in self._seen
                   for path in changed if not path.is_relative_to(self.project / "macros")
                   and not path.is_relative_to(self.project / "data"))

    def _take_in(self, changed: set[Path]) -> None:
        docs = self.project / "docs"
        if any(not path.is_relative_to(docs) or path.is_relative_to(docs / ".overrides") for path in changed):
            plugin: Any = self.config.plugins["macros"]
            plugin._load_modules()  # reads and checks the data, as in a build
        if any(path.is_relative_to(docs / ".overrides") for path in changed):
            self._dress()
        scripts = any(path.is_relative_to(docs / FOLDER) for path in changed) or self.project / "data" / "names.yaml" in changed
        for file in self.files:
            if file.abs_src_path and Path(file.abs_src_path) in changed and not file.is_documentation_page():
                file.copy_file()
                changed.discard(Path(file.abs_src_path))
        if scripts:
            self._join_scripts()
        self._age += 1
        if changed:
            self._sweep()
            self.behind = True

    def _sweep(self) -> None:
        """Take away pages that are gone, and what was made of pages and records as they were: it is made anew, or is gone.

        Pages that are still there stay until they are written again, which is before they are shown.
        """
        known = {file.dest_uri for file in self.files}
        for way, entry in below(self.folder):
            if entry.is_file() and "/".join(way) not in known:
                Path(entry).unlink()

    def _join_scripts(self) -> None:
        """The scripts that pages load, joined of their modules (a page may be opened before anything is finished)."""
        plugin: Any = self.config.plugins["macros"]
        write_joined(self.folder / FOLDER, self.project / "docs" / FOLDER, {"names": names.module(plugin.guide)})

    def _dress(self) -> None:
        """The theme's templates, read anew."""
        self.env = self.config.plugins.on_env(self.config.theme.get_env(), config=self.config, files=self.files)

    def _make_known(self, page: Any) -> None:
        _populate_page(page, self.config, self.files)
        self._read[page.url] = self._age

    def _write(self, page: Any) -> None:
        _build_page(page, self.config, self.documents, self.nav, self.env)
        self._written[page.url] = self._age

    def page(self, url: str) -> str | None:
        """Bring one page up to date; what is wrong with it, if anything is."""
        page = self.pages.get(url)
        if page is None or self._written.get(url) == self._age:
            return None
        try:
            if self._read.get(url) != self._age:
                self._make_known(page)
            if wrong := self._lost(page):
                return report(wrong)
            self._write(page)
        except (Exception, SystemExit) as error:
            return said(error, self.project, f"docs/{page.file.src_uri}")
        return None

    def _lost(self, page: Any) -> list[Problem]:
        """The page's links to places that their pages do not have."""
        for target in page.links_to_anchors or ():
            if target.page and target.page.url in self.pages and self._read.get(target.page.url) != self._age:
                self._make_known(target.page)
        return lost_anchors(page)

    def rest(self) -> Iterator[str | None]:
        """All other pages and what is made from them, a little at a time: menus, the search index, files to download.

        Each step gives what is wrong, or None. After a fault there is no use in going on.
        """
        names = {url: page.title for url, page in self.pages.items()}
        for url in self.pages:
            if self._read.get(url) != self._age:
                yield self.page(url)
        if names != {url: page.title for url, page in self.pages.items()}:
            self._written.clear()  # the menus of those that were written first still say the old names
        for url in self.pages:
            if self._written.get(url) != self._age:
                yield self.page(url)
        for template in self.config.theme.static_templates:
            _build_theme_template(template, self.env, self.files, self.config, self.nav)
            yield None

    def finish(self) -> int:
        """Start what a build does when all pages are written, in a process of its own; its number."""
        child = os.fork()
        if child:
            return child
        try:
            os.nice(POLITE)
            self.config.plugins.on_post_build(config=self.config)
        except BaseException as error:
            print(said(error, self.project), file=sys.stderr, flush=True)
            os._exit(1)
        os._exit(0)
