"""Templates read for the first time: Jinja makes code of each, which takes as long as reading all data and needs none of it."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from macros.cache.beside import Beside
from macros.cache.kept import STORE

# Where compiled templates are kept.
COMPILED = STORE / "templates"
# What the engine makes of the theme by itself; the rest is what these name.
ENTRIES = ("main.html", "404.html", "sitemap.xml")


_other = Beside()


def begin(theme: Any) -> None:
    """Have another process make them, where no build has yet. `theme`: the engine's, whose templates stand around pages."""
    global _other
    if not COMPILED.exists():
        _other = Beside(partial(_compile, theme))


def end() -> None:
    """Wait for it: templates are used from here on."""
    _other.end()


def _compile(theme: Any) -> None:
    """Leave all templates of pages as bytecode. One that cannot be read is met, and told, when it is used."""
    from jinja2 import TemplateError, meta

    from macros.templating import render
    from macros.templating.theme import escaping

    own, around = render.environment(markdown=True), escaping(theme.get_env())
    for name in own.list_templates(extensions=["j2"]):
        with suppress(TemplateError):
            own.get_template(name)
    waiting, seen = list(ENTRIES), set()
    while waiting:
        if (name := waiting.pop()) not in seen:
            seen.add(name)
            with suppress(TemplateError):
                template = around.get_template(name)
                source = Path(template.filename or "").read_text(encoding="utf-8")
                waiting += [one for one in meta.find_referenced_templates(around.parse(source)) if one]
