"""What MkDocs itself calls while it makes pages (`hooks` in mkdocs.yml); all else goes through macros/__init__.py."""

from __future__ import annotations

from typing import Any


def on_env(env: Any, *, config: Any, files: Any) -> Any:
    """The environment of the theme's templates, before any of them is read."""
    from macros.templating import theme

    return theme.escaping(env)


def on_page_content(html: str, *, page: Any, config: Any, files: Any) -> str:
    """A page's content is made, the page around it not yet."""
    from macros.templating import theme

    theme.title(page)
    return html
