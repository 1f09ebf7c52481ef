"""The theme's templates escape all they show: a title, a description, a menu's word is text there, whoever wrote it.

Material's templates are written for an environment that escapes nothing. Here that is turned round: what is HTML says so
(a page's content, macros of the templates), and a part that a later version of the theme adds is safe as it comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from markupsafe import Markup, escape

from macros import ROOT

COMPILED = ROOT / ".cache" / "templates" / "theme"

# Letters that mean themselves in a CSS string. All others are written by their numbers.
CSS_PLAIN = re.compile(r"[^\w\s.,·‘’“”()/:?!-]|[\r\n\f]", re.ASCII)


def escaping(environment: Environment) -> Environment:
    """The theme's environment, which from here on escapes. Compiling its templates takes as long as a tenth of the pages: they are kept."""
    environment.autoescape = True
    COMPILED.mkdir(parents=True, exist_ok=True)
    environment.bytecode_cache = FileSystemBytecodeCache(str(COMPILED))
    environment.filters["css_text"] = css_text
    return environment


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


def _sound(html: str) -> Markup:
    """HTML without tags as escaped text."""
    return escape(Markup(html).unescape())
