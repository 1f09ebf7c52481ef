"""One Jinja environment for all templates: escaping, and strict about what is not defined.

What editors write may hold `<` and `&`, and what Markdown would read: the templates of pages are read by it next.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from macros import ROOT
from macros.charts import bars
from macros.models.common import Weighed
from macros.schema.words import words
from macros.site.sides import acting
from macros.templating.compiling import COMPILED
from macros.views.columns import column_kinds, in_order, named_by, total_cells
from macros.views.forces import force_marks
from macros.views.places import home_of, places_in
from macros.words import korean
from macros.words.checklists import EXAMPLES
from macros.words.figures import UNITS
from macros.words.forms import counted, quantity
from macros.words.markdown import in_cell
from macros.words.numbering import numbering
from macros.words.verdicts import LEVELS, OPERATORS, SIGNS, level_of, own_results, word_of

TEMPLATES = ROOT / "macros" / "templates"
# What the theme's own pages share with ours.
SHARED = ROOT / "docs" / ".overrides" / "partials"
# With these Markdown makes links, pictures, emphasis, code and attributes, wherever they stand in a line; an underscore
# within a word is none of them. As numbers they are the same letters to a browser, in a text as in an attribute.
ACTIVE = re.compile(r"[\\`*\[\]{}]|(?<![^\W_])_+|_+(?![^\W_])")


def environment(folder: Path = TEMPLATES, compiled: Path = COMPILED, *, markdown: bool = False) -> Environment:
    """The environment, with the filters that templates use. Made for one build: a template is read once.

    `compiled` keeps templates between builds; Jinja knows by their text which of them have changed. With `markdown`, what
    the templates show is kept from Markdown as well.
    """
    compiled = compiled / "markdown" if markdown else compiled
    made = Environment(loader=FileSystemLoader([folder, SHARED]), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True, auto_reload=False, cache_size=-1,
                       bytecode_cache=bytecode(compiled), finalize=_kept if markdown else None)
    made.filters.update(won=korean.won, won_in_words=korean.won_in_words, share=korean.share, size=korean.size,
                        korean_date=korean.korean_date, tongues=korean.tongues, cell=in_cell, numbering=numbering, places_in=places_in,
                        home_of=home_of)
    made.filters.update(counted=counted, quantity=quantity)
    made.filters.update(drawn=bars.drawn, folds=bars.folds, funnel=bars.funnel, column_kinds=column_kinds)
    made.filters.update(force_marks=force_marks, in_order=in_order, named_by=named_by, total_cells=total_cells)
    made.globals.update(acting=acting, period=korean.period, particle=korean.particle, force_words=words().choices(Weighed, "force"),
                        basis_words=words().choices(Weighed, "basis"), examples_note=EXAMPLES,
                        level_of=level_of, level_signs=SIGNS, level_words=LEVELS, verdict_word=word_of, own_results=own_results,
                        operator_words=OPERATORS, unit_words=UNITS)
    return made


def bytecode(folder: Path = COMPILED) -> FileSystemBytecodeCache:
    """Where compiled templates are kept; Jinja looks at the text of each whether it is still the same."""
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def _kept(value: Any) -> Any:
    """A value that a template shows, escaped for HTML and for Markdown; what is HTML already stays."""
    if not isinstance(value, str) or isinstance(value, Markup) or not ACTIVE.search(value):
        return value
    return Markup(ACTIVE.sub(lambda found: "".join(f"&#{ord(letter)};" for letter in found[0]), str(escape(value))))


def render(environment: Environment, template: str, **values: Any) -> str:
    """The template's text. Markdown reads it next, so indentation is taken away: an indented line is code to it."""
    return re.sub(r"^[ \t]+", "", environment.get_template(template).render(**values), flags=re.MULTILINE)
