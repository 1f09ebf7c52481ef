"""What MkDocs itself calls while it makes pages (`hooks` in mkdocs.yml); all else goes through macros/__init__.py."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from macros.reading.problems import Problem


def on_config(config: Any) -> None:
    """Before a page is read: nothing in docs/ points to a file elsewhere on this machine, which MkDocs would publish."""
    from mkdocs.exceptions import PluginError

    from macros.reading.data_files import leading_out
    from macros.reading.problems import report

    if found := leading_out(Path(config.docs_dir)):
        raise PluginError("\n" + report(found))


def on_env(env: Any, *, config: Any, files: Any) -> Any:
    """The environment of the theme's templates, before any of them is read. In a build all pages have their content by now."""
    from mkdocs.exceptions import PluginError

    from macros.reading.problems import report
    from macros.templating import theme

    if wrong := [one for file in files.documentation_pages() if file.page for one in lost_anchors(file.page)]:
        raise PluginError("\n" + report(wrong))
    return theme.escaping(env)


def on_files(files: Any, *, config: Any) -> Any:
    """All files are known, no page is made: a record's page goes where its record says."""
    from macros import ROOT
    from macros.checks.loaded import loaded
    from macros.site.addresses import renamed

    guide, _ = loaded.data(ROOT / "data")
    moved = renamed(guide) if guide else {}
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


def on_page_content(html: str, *, page: Any, config: Any, files: Any) -> str:
    """A page's content is made, the page around it not yet."""
    from macros.templating import theme

    theme.title(page)
    return html
