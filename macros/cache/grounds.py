"""What kept things depend on, as digests: code, data, libraries. Another digest, and what was kept is made again."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from macros import ROOT

CODE = ROOT / "macros"
# Facts, and code with its templates: what is made of all records may depend on each of them.
GROUNDS = ("data", "macros", "requirements.txt")
IGNORED = ("__pycache__",)
# Whose next version may make something else of the same. One that is not there counts too.
LIBRARIES = ("jinja2", "markdown", "minify-html", "mkdocs", "mkdocs-macros-plugin", "mkdocs-material", "properdocs", "pydantic",
             "pymdown-extensions", "pyyaml", "xlsxwriter")
# What macros read beside the data and this package, and what the pages around them are made from.
ALSO = ("pyproject.toml", "CHANGELOG.md", "mkdocs.yml", "docs/assets/css/tokens.css")
THEME = "docs/.overrides"
SURROUNDINGS = ("SOURCE_DATE_EPOCH",)


@cache
def libraries() -> bytes:
    """Python and the libraries, by their versions."""
    return json.dumps([sys.version, *map(_version, LIBRARIES)]).encode()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def digested(paths: Iterable[Path], top: Path) -> bytes:
    """Changes with every byte of the files, with their names from `top`, and with the libraries."""
    made = sha256(libraries())
    for path in paths:
        content = path.read_bytes() if path.exists() else b""
        made.update(f"\0{path.relative_to(top).as_posix()}\0{len(content)}\0".encode() + content)
    return made.digest()


def code(makers: Sequence[str]) -> bytes:
    """The files of this package that these patterns name: for what is made from a given text alone."""
    return digested((path for maker in makers for path in sorted(CODE.glob(maker))), CODE)


def whole(project: Path = ROOT, grounds: Sequence[str] = GROUNDS) -> bytes:
    """All data and all code: for what is made of the records together."""
    return digested((path for ground in grounds for path in _files(project / ground)), project)


def _files(top: Path) -> list[Path]:
    if top.is_file():
        return [top]
    return [path for path in sorted(top.rglob("*")) if path.is_file() and not any(part in IGNORED for part in path.parts)]


def page(extra: Mapping[str, Any], names: Collection[str], project: Path = ROOT, key: bytes = b"") -> bytes:
    """All that a page may depend on beside its own text: `extra` of the settings and the `names` of pages and files too. `key`: see `whole`."""
    surroundings = [os.environ.get(name, "") for name in SURROUNDINGS]
    made = sha256((key or whole(project)) + digested([*(project / name for name in ALSO), *_files(project / THEME)], project))
    made.update(json.dumps([extra, sorted(names), surroundings], default=str, sort_keys=True).encode())
    return made.digest()
