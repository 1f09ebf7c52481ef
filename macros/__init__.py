"""The door to MkDocs: load the data, check it, register the macros. Nothing else in this package knows MkDocs."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from macros.commands.finish import Given
    from macros.office.catalogue import Entry

ROOT = Path(__file__).resolve().parent.parent
# So many new objects before Python looks for garbage (700 by default): a build makes few that hold each other.
NEW_OBJECTS = 50_000


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
    gc.set_threshold(NEW_OBJECTS)
    from mkdocs.exceptions import PluginError

    from macros.cache import grounds
    from macros.cache.beside import Beside
    from macros.cache.kept import STORE
    from macros.cache.kept_pages import KeptPages
    from macros.checks.loaded import loaded
    from macros.commands.finish import ahead
    from macros.office.catalogue import kept_catalogue
    from macros.pages.macros import Macros
    from macros.reading.data_files import below
    from macros.reading.problems import report
    from macros.site.addresses import page_addresses
    from macros.site.menu import check_menu, check_unlisted
    from macros.templating import html_blocks, page_text

    guide, problems = loaded.data(ROOT / "data", once=not env.conf["extra"].get("preview"))
    settings, docs = Path(env.conf["config_file_path"] or ROOT / "mkdocs.yml"), Path(env.conf["docs_dir"])
    problems = [*problems, *check_menu(settings, docs), *(() if env.conf["extra"].get("preview") else check_unlisted(settings, docs))]
    if guide is None or problems:
        raise PluginError("\n" + report(problems))
    env.guide = guide
    # The theme calls the things of the guide's world by these (docs/.overrides/).
    env.conf["extra"]["names"] = {key: name.name for key, name in guide.names.items()}
    env.addresses = frozenset(page_addresses(docs, guide).values())
    env.inside = frozenset("/".join(names) for names, _ in below(docs) if "." in names[-1])
    gc.freeze()  # records and code stay: nobody need look through them for garbage while pages are made
    # The live preview makes files when nobody waits, in a process of its own.
    env.key = loaded.key
    env.ahead = ahead(guide, env.conf["site_url"] or "", env.key) if not env.conf["extra"].get("preview") else Beside()

    def files() -> tuple[Entry, ...]:
        env.ahead.wait(1)
        return kept_catalogue(guide, env.key)

    env.own = macros = Macros(guide, _Page(env), env.conf["extra"].get("repository", ""), addresses=env.addresses,
                              doors=env.conf["extra"].get("doors", ()), files=files)
    env.doors = page_text.doors(macros.all())
    again = env.conf["extra"].get("preview") and hasattr(env, "kept")
    # The preview reads its data anew because some of it, or code, has changed: no page that is kept is the same.
    env.kept = KeptPages(None, b"") if again else KeptPages(STORE / "pages", grounds.page(env.conf["extra"], env.addresses | env.inside, key=env.key))
    env.conf["extra"]["addresses"] = env.addresses  # the theme offers only pages that are there
    html_blocks.add(env.conf["markdown_extensions"])


def on_pre_page_macros(env: Any) -> None:
    """Called by mkdocs-macros before a page: here our macros are called, and nothing else in its text or head.

    The plugin itself is told to render nothing (`render_by_default: false`): it would read with all of Jinja and Python
    at hand, and read the title, which comes from data, once more.
    """
    page, source = env.page, env.page.file.content_string
    made = env.kept.find(page.url, source)
    if made is None:
        env.markdown = _made(env, source)
        env.kept.keep(page.url, source, env.markdown, page.meta)
    else:
        env.markdown, head = made
        page.meta.update(head)


def _made(env: Any, source: str) -> str:
    """A page's text with what its macros make in their places; its head is filled too."""
    from mkdocs.exceptions import PluginError

    from macros.preview.faults import said
    from macros.reading.problems import report
    from macros.templating import correction, macro_values, page_guard, page_links, page_text, page_values

    name = f"docs/{env.page.file.src_uri}"
    if wrong := [*page_text.faults(source, name, env.doors, env.page.meta, partial(macro_values.wrong, env.guide)),
                 *page_guard.faults(source, name), *page_links.faults(source, name, env.inside, env.addresses),
                 *page_values.faults(source, name, env.own.values)]:
        raise PluginError("\n" + report(wrong))
    try:
        text: str = env.own.filled(env.markdown)
    except Exception as error:
        raise PluginError("\n" + said(error, ROOT, name)) from error
    if correction.SCREEN in env.addresses and (shown := correction.correction(source, env.doors)):
        env.page.meta["correct"] = shown
    for head in ("title", "description"):
        if head in env.page.meta:
            env.page.meta[head] = page_values.filled(str(env.page.meta[head]), env.own.values)
    return text


def on_post_build(env: Any) -> None:
    """Called by mkdocs-macros when all pages are written: what is made from them."""
    from mkdocs.exceptions import PluginError

    from macros.commands.finish import Given
    from macros.finish import moved
    from macros.finish.inline_scripts import ForeignScriptError
    from macros.finish.modules import ModuleError

    env.kept.shared()
    env.ahead.wait(2)
    env.ahead.end()
    folder, conf = Path(env.conf["site_dir"]), env.conf
    if left := moved.met(folder, ROOT / "data"):
        env.kept.save()
        raise PluginError("\n" + "\n".join(f"{page}: 옮긴 페이지의 옛 주소로 가는 링크가 있어요: {old} → {new}" for page, old, new in left))
    try:
        _finish(folder, bool(conf["extra"].get("preview")),
                Given(env.guide, env.own.files, conf["site_name"], conf["site_description"], conf["site_url"] or "", env.key), env.kept.save)
    except (ForeignScriptError, ModuleError) as error:
        raise PluginError(f"\n{error}") from error


def _finish(folder: Path, preview: bool, given: Given, save: Callable[[], object]) -> None:
    """The files beside the pages, and the scripts of a built site as browsers load them. `save`: keeps the pages."""
    import click

    from macros.commands.finish import add_files, finished
    from macros.finish import modules

    command = click.get_current_context(silent=True)
    if preview or (command is not None and command.info_name == "serve"):
        save()
    if preview:  # puts a script of its own into each page, and joins scripts when they change
        add_files(folder, given, alone=True)
    elif command is not None and command.info_name == "serve":
        add_files(folder, given, join=lambda: modules.write_joined(folder / modules.FOLDER, folder / modules.FOLDER))
    else:
        finished(folder, given, also=save)
