"""The theme's HTML, as far as anything here knows it: a page from another theme is read by another version of this file.

(The theme's own templates that this guide changes are in docs/.overrides/.)
"""

from __future__ import annotations

from collections.abc import Mapping

CONTENT = '<article class="md-content__inner'
CONTENT_ENDS = "</article>"
# Classes that the theme's own script gives to what stands on our pages (its script names many more, for parts that we
# do not have): what is open or passed, the frame of a table that came without a class, the message after copying.
GIVEN = frozenset({"focus-visible", "md-dialog--active", "md-header--shadow", "md-header__title--active", "md-nav__link--active",
                   "md-nav__link--passed", "md-nav__item--active", "md-toggle--indeterminate", "md-typeset__scrollwrap",
                   "md-typeset__table"})
# While the colour scheme changes the theme stops all transitions, at every start as well: each element is styled twice
# more for that. Ours are short enough to be seen.
VAIN = "[data-md-color-switching]"
Attributes = Mapping[str, str | None]


def content(html: str) -> str:
    """A built page's content, without what the theme puts around it; empty if there is none."""
    start, end = html.find(CONTENT), html.rfind(CONTENT_ENDS)
    return html[html.index(">", start) + 1:end] if 0 <= start < end else ""


def is_menu(attributes: Attributes) -> bool:
    """Whether a `nav` is the menu, or a level of it."""
    return "data-md-level" in attributes


def is_entry(attributes: Attributes) -> bool:
    """Whether an `a` in the menu leads to a page of it."""
    return "md-nav__link" in (attributes.get("class") or "")
