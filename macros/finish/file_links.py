"""The built pages with links that work without a server.

A server answers `plan/` with `plan/index.html`; a page that is opened from a file gets the list of the folder's files
instead. So every link to a folder names the page in it: in the markup, and in the data of the page's scripts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from posixpath import normpath
from typing import Any
from urllib.parse import unquote

from macros.templating.page_json import page_json

PAGE = "index.html"
TAG = re.compile(r"<(a|link|area|div|form)\b[^>]*>")
ATTRIBUTE = re.compile(r'(\s)(href|action|data-[\w-]+)="([^"]*)"')
DATA = re.compile(r'(<script\b[^>]*\btype="application/json"[^>]*>)(.*?)(</script>)', re.DOTALL)
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\?")


class FileLinks:
    """Rewrites the pages of a site of which the addresses of all files are known."""

    def __init__(self, addresses: set[str]) -> None:
        """`addresses`: of the site's files, from its root, without a leading slash."""
        self._folders = {address.removesuffix(PAGE).rstrip("/") for address in addresses
                         if address == PAGE or address.endswith("/" + PAGE)}

    def page(self, address: str, html: str) -> str:
        """The text of the page at `address` (from the root) with its links made to name pages."""
        here = address.rpartition("/")[0]

        def named(link: str) -> str:
            return self._named(here, link)

        html = DATA.sub(lambda found: found[1] + _data(found[2], named) + found[3], html)
        return TAG.sub(lambda tag: ATTRIBUTE.sub(lambda found: _attribute(found, named), tag[0]), html)

    def _named(self, here: str, link: str) -> str:
        path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", link, re.DOTALL).groups()  # type: ignore[union-attr]
        if not path or OUTSIDE.match(path):
            return link
        target = normpath(f"{here or '.'}/{unquote(path)}")
        if ("" if target == "." else target) not in self._folders:
            return link
        return f"{path.rstrip('/')}/{PAGE}{mark}{rest}".removeprefix("./")


def _attribute(found: re.Match[str], named: Callable[[str], str]) -> str:
    space, name, link = found.groups()
    # A script's own hook may hold the way to the root, which is no link; those that are links end as links do.
    linking = name in ("href", "action") or _is_page(link)
    return f'{space}{name}="{named(link) if linking else link}"'


def _is_page(link: str) -> bool:
    path = link.partition("#")[0]
    return path.endswith("/") and path.strip("./") != ""


def _data(text: str, named: Callable[[str], str]) -> str:
    before = json.loads(text)
    after = _walk(before, named)
    return text if after == before else page_json(after)


def _walk(value: Any, named: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {key: _walk(one, named) for key, one in value.items()}
    if isinstance(value, list):
        return [_walk(one, named) for one in value]
    return named(value) if isinstance(value, str) and _is_page(value) else value
