"""The door to MkDocs: load the data, check it, register the macros. Nothing else in this package knows MkDocs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


class _Page:
    """The page that mkdocs-macros is working on."""

    def __init__(self, env: Any) -> None:
        self._env = env

    def address(self) -> str:
        return str(self._env.page.url)

    def head(self, title: str, description: str) -> None:
        self._env.page.meta.setdefault("title", title)
        self._env.page.meta.setdefault("description", description)


def define_env(env: Any) -> None:
    """Called by mkdocs-macros. One clean error lists every problem of the data; then no page is built."""
    from mkdocs.exceptions import PluginError

    from macros.checks.loaded import loaded
    from macros.pages import Macros
    from macros.reading.problems import report
    from macros.templating import html_blocks

    guide, problems = loaded.data(ROOT / "data")
    if guide is None:
        raise PluginError("\n" + report(problems))
    env.guide = guide
    env.own = macros = Macros(guide, _Page(env), env.conf["extra"].get("repository", ""))
    for macro in macros.all():
        env.macro(macro)
    html_blocks.add(env.conf["markdown_extensions"])


def on_pre_page_macros(env: Any) -> None:
    """Called by mkdocs-macros before a page: keep it out of the theme's own index.

    macros/search/index.py makes the index that the search box asks; the theme's would be thrown away, and making it
    takes an eighth of the build.
    """
    env.page.meta["search"] = {"exclude": True}


def on_post_build(env: Any) -> None:
    """Called by mkdocs-macros when all pages are written: what is made from them."""
    import os
    from hashlib import sha256

    import click

    from macros.api import edit_screen, feed, record_schemas
    from macros.api import files as api
    from macros.api.lists import EPOCH
    from macros.cache.kept import Kept
    from macros.cache.kept_output import KeptOutput, digest
    from macros.calendars import files as calendars
    from macros.finish import finish, moved, text_pages
    from macros.office import browser_templates, catalogue
    from macros.office.excel.budget import files as budget_workbooks
    from macros.office.excel.sheets import files as sheet_workbooks
    from macros.office.kept_files import KeptFiles
    from macros.search import index

    folder, address = Path(env.conf["site_dir"]), env.conf["site_url"] or ""
    guide, files = env.guide, env.own.files
    index.write(folder, guide, env.conf["site_name"], Kept(ROOT / ".cache" / "sections", ("cache/kept.py", "search/sections.py")))
    surroundings = sha256(f"{address} {os.environ.get(EPOCH, '')}".encode()).hexdigest()[:8]
    kept = KeptOutput(ROOT / ".cache" / "output", f"{digest()[:32]}-{surroundings}")
    kept.write("workbooks", folder, lambda target: budget_workbooks.write_all(target, guide))
    kept.write("tool-workbooks", folder, lambda target: sheet_workbooks.write_all(target, guide))
    kept.write("calendars", folder, lambda target: calendars.write_all(target, guide, address))
    kept.write("api", folder, lambda target: api.write_all(target, guide, files))
    moved.write_all(folder, ROOT / "data", env.conf["site_name"])
    catalogue.write_all(folder, files)
    browser_templates.write_all(folder, guide, KeptFiles(ROOT / ".cache" / "office"))
    record_schemas.write_all(folder)
    edit_screen.write_all(folder, guide, ROOT / "data")
    feed.write(folder, ROOT / "CHANGELOG.md", guide, address)
    text_pages.write_all(folder, env.conf["site_name"], env.conf["site_description"], ROOT / ".cache" / "markdown")
    # The live preview puts a script of its own into each page, and whoever edits wants the sources as they are.
    command = click.get_current_context(silent=True)
    if not env.conf["extra"].get("preview") and (command is None or command.info_name != "serve"):
        finish.write(folder)
