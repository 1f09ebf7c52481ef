"""The theme's templates escape all they show: a title, a description, a menu's word is text there, whoever wrote it.

Material's templates are written for an environment that escapes nothing. Here that is turned round: what is HTML says so
(a page's content, macros of the templates), and a part that a later version of the theme adds is safe as it comes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup, escape

from macros.cache.kept_pages import KeptPages
from macros.templating.compiling import COMPILED
from macros.templating.render import bytecode

# Settings that say where the site is made, not how.
PLACES = ("config_file_path", "docs_dir", "site_dir", "watch")
PLAIN = (str, int, list, dict, type(None))
# Letters that mean themselves in a CSS string. All others are written by their numbers.
CSS_PLAIN = re.compile(r"[^\w\s.,·‘’“”()/:?!-]|[\r\n\f]", re.ASCII)


def escaping(environment: Environment) -> Environment:
    """The theme's environment, which from here on escapes. Compiling its templates takes as long as a tenth of the pages: they are kept."""
    environment.autoescape = True
    environment.bytecode_cache = bytecode(COMPILED / "theme")
    environment.filters["css_text"] = css_text
    return environment


def keeping(environment: Environment, around: str, kept: KeptPages) -> None:
    """Have the environment take pages as they were made before. `around`: see `surroundings`."""
    class Keeping(Template):
        """A template that makes a page only if what the page shows is not what it was."""

        def render(self, *given: Any, **named: Any) -> str:
            page = given[0].get("page") if given else None
            if page is None:
                return super().render(*given, **named)
            shown = [self.name, around, page.content, contents(page.toc)]
            made: str | None = kept.find_step("page", page.url, shown)
            if made is None:
                made = super().render(*given, **named)
                kept.keep_step("page", page.url, shown, made)
            return made

    environment.template_class = Keeping


def surroundings(config: Any, pages: Iterable[Any]) -> str:
    """What stands around the content of all pages, as a digest: the settings as they were read, the menu's titles, the day."""
    settings = {name: value for name, value in config.items() if name not in PLACES and isinstance(value, PLAIN)}
    menu = [[type(page).__module__, page.url, page.title, page.meta, page.canonical_url, page.edit_url, page.update_date] for page in pages]
    look = [config.theme.name, {name: config.theme[name] for name in config.theme}]
    return sha256(json.dumps([settings, menu, look], default=_named, sort_keys=True).encode()).hexdigest()


def _named(value: object) -> str:
    """A value that is no plain one, by what does not change between runs."""
    return str(value) if isinstance(value, date) else type(value).__name__


def css_text(text: str) -> Markup:
    """A text as the inside of a CSS string in a `<style>`: neither the string nor the element can be ended by it."""
    plain = Markup(text).striptags() if isinstance(text, Markup) else text
    return Markup("".join(f"\\{ord(letter):x} " if letter.isascii() and CSS_PLAIN.match(letter) else letter for letter in plain))


def title(page: Any) -> None:
    """Make the title of a page, and those in its contents, texts of one kind.

    MkDocs gives HTML for those that it finds in a page's text, and the text itself for those that the page's head gives,
    which is where titles from data stand. As `Markup` both come out right wherever a template shows them, escapes them
    again, or takes tags away.
    """
    meta = page.meta
    if "title" in meta:
        meta["title"] = escape(meta["title"])
    elif not page.is_homepage:  # whose name is the site's
        meta["title"] = _sound(page.title)
    _contents(page.toc)


def _contents(links: Iterable[Any]) -> None:
    for link in links:
        link.title = _sound(link.title)
        _contents(link.children)


def contents(links: Iterable[Any]) -> list[dict[str, Any]]:
    """A page's headings, each with those below it, as plain values."""
    return [{"name": link.title, "id": link.id, "level": link.level, "children": contents(link.children)} for link in links]


def _sound(html: str) -> Markup:
    """HTML without tags as escaped text."""
    return escape(Markup(html).unescape())
