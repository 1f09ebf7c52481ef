"""What MkDocs itself calls while it makes pages (`hooks` in mkdocs.yml); all else goes through macros/__init__.py."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

# So many pages to be made anew are worth a process of their own.
MANY = 20

if TYPE_CHECKING:
    from macros.cache.kept_pages import KeptPages
    from macros.reading.problems import Problem


@event_priority(100)
def on_config(config: Any) -> None:
    """Before all else: nothing in docs/ points to a file elsewhere on this machine, which MkDocs would publish."""
    from mkdocs.exceptions import PluginError

    # `mkdocs` as a command of its own looks for packages where it stands itself, not in the project's folder.
    if (project := str(Path(__file__).resolve().parent.parent)) not in sys.path:
        sys.path.insert(0, project)
    from macros.reading.data_files import leading_out
    from macros.reading.problems import report
    from macros.templating import compiling

    if found := leading_out(Path(config.docs_dir)):
        raise PluginError("\n" + report(found))
    if not config.extra.get("preview"):
        compiling.begin(config.theme)


def on_env(env: Any, *, config: Any, files: Any) -> Any:
    """The environment of the theme's templates, before any of them is read. In a build all pages have their content by now."""
    from mkdocs.commands.build import _build_page
    from mkdocs.exceptions import PluginError

    from macros.reading.problems import report
    from macros.templating import theme

    if wrong := [one for file in files.documentation_pages() if file.page for one in lost_anchors(file.page)]:
        raise PluginError("\n" + report(wrong))
    env = theme.escaping(env)
    if not config.extra.get("preview"):  # which reads its pages later, and whose templates may change
        pages, kept = [file.page for file in files.documentation_pages() if file.page], config.plugins["macros"].kept
        theme.keeping(env, theme.surroundings(config, pages), kept)
        if kept.shared():  # all that they show is made anew: so are the pages
            nav = config.plugins["macros"].variables["navigation"]
            _share(kept, pages, partial(_build_page, config=config, doc_files=files.documentation_pages(), nav=nav, env=env))
    return env


def on_nav(nav: Any, *, config: Any, files: Any) -> Any:
    """All pages are known, none is read. Where most are to be made anew, another process begins with the last."""
    from mkdocs.commands.build import _populate_page

    from macros.templating import compiling

    pages, kept = [file.page for file in files.documentation_pages() if file.page], config.plugins["macros"].kept
    compiling.end()
    if not config.extra.get("preview") and sum(kept.find(page.url, page.file.content_string) is None for page in pages) >= MANY:
        _share(kept, pages, partial(_populate_page, config=config, files=files))
    return nav


def _share(kept: KeptPages, pages: list[Any], make: Callable[[Any], object]) -> None:
    """Have another process make the last of the pages; what MkDocs has to say of them it says when this one comes to them."""
    def quietly(number: int) -> None:
        log = logging.getLogger(type(pages[number]).__module__.partition(".")[0])
        log.handlers[:] = [logging.NullHandler()]
        log.propagate = False
        log.setLevel(logging.INFO)
        make(pages[number])

    kept.share([page.url for page in pages], quietly)


def on_pre_page(page: Any, *, config: Any, files: Any) -> Any:
    """A page is read next."""
    config.plugins["macros"].kept.reached(page.url)
    return page


def on_page_context(context: Any, *, page: Any, config: Any, nav: Any) -> Any:
    """The theme's templates are put around a page next."""
    config.plugins["macros"].kept.reached(page.url)
    return context


def on_files(files: Any, *, config: Any) -> Any:
    """All files are known, no page is made: a record's page goes where its record says."""
    from macros.site.addresses import renamed

    moved = renamed(config.plugins["macros"].guide)
    for file in files.documentation_pages() if moved else ():
        if file.url in moved:
            file.dest_uri = f"{moved[file.url]}index.html"
            for name in ("url", "abs_dest_path"):  # worked out from the old one
                file.__dict__.pop(name, None)
    return files


def lost_anchors(page: Any) -> list[Problem]:
    """A page's links to places that their pages do not have; pages without content are not known yet."""
    from macros.templating.page_links import anchor_faults

    links = {link: (target.src_uri, place, target.page.present_anchor_ids)
             for target, places in (page.links_to_anchors or {}).items() if target.page and target.page.present_anchor_ids is not None
             for place, link in places.items()}
    return list(anchor_faults(page.file.content_string, f"docs/{page.file.src_uri}", links)) if links else []


def on_page_markdown(markdown: str, *, page: Any, config: Any, files: Any) -> str:
    """A page's text is filled, its HTML is made next: from the text, or as it was made when all was the same."""
    page.render = partial(_rendered, page, config.plugins["macros"].kept)
    return markdown


def _rendered(page: Any, kept: KeptPages, config: Any, files: Any) -> None:
    """Stands in for the page's own `render`."""
    from macros.templating.theme import contents

    del page.render  # the one of its class from here on
    given = [page.markdown]
    found = kept.find_step("html", page.url, given)
    if found is not None:
        _restore(page, found, files)
        return
    telling = logging.getLogger(type(page).__module__)
    with _told(telling) as told:
        page.render(config, files)
    if not told and telling.isEnabledFor(logging.INFO) and page.links_to_anchors is not None:
        links = {file.src_uri: places for file, places in page.links_to_anchors.items()}
        kept.keep_step("html", page.url, given,
                       (page.content, contents(page.toc), page._title_from_render, sorted(page.present_anchor_ids), links))


def _restore(page: Any, found: Any, files: Any) -> None:
    """All that making its HTML leaves in a page."""
    from mkdocs.structure.toc import get_toc

    page.content, headings, page._title_from_render, anchors, links = found
    page.toc, page.present_anchor_ids = get_toc(headings), set(anchors)
    page.links_to_anchors = {files.src_uris[uri]: dict(places) for uri, places in links.items()}


@contextmanager
def _told(telling: logging.Logger) -> Iterator[list[logging.LogRecord]]:
    """What MkDocs says meanwhile of links that lead nowhere: such a page is made anew each time, so that it is said again."""
    heard: list[logging.LogRecord] = []
    listener = logging.Handler(logging.INFO)
    listener.emit = heard.append  # type: ignore[assignment, method-assign]
    telling.addHandler(listener)
    try:
        yield heard
    finally:
        telling.removeHandler(listener)


def on_page_content(html: str, *, page: Any, config: Any, files: Any) -> str:
    """A page's content is made, the page around it not yet."""
    from macros.templating import theme

    theme.title(page)
    return html
