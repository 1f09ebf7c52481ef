"""The shape of what is published, as paths: `rules[].source[].doc`. Committed, so that no path can go unnoticed.

`python -m tests.export.api.shape` writes it anew after fields were added.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.api.lists import titles
from macros.api.schema import schema

FILE = Path(__file__).with_name("shape.json")


def paths(kind: str, title: str) -> list[str]:
    """Every path of a list, with the types that stand there."""
    made = schema(kind, title)
    return sorted(set(_paths(made, kind, made["$defs"], ())))


def _paths(node: dict[str, Any], path: str, defs: dict[str, Any], seen: tuple[str, ...]) -> Iterator[str]:
    name = node.get("$ref", "").removeprefix("#/$defs/")
    if name:
        if name not in seen:
            yield from _paths(defs[name], path, defs, (*seen, name))
        return
    for part in (*node.get("anyOf", ()), *node.get("allOf", ()), *node.get("oneOf", ())):
        yield from _paths(part, path, defs, seen)
    if node.get("type") == "array":
        yield from _paths(node["items"], f"{path}[]", defs, seen)
    elif "properties" in node:
        for key, value in node["properties"].items():
            yield from _paths(value, f"{path}.{key}", defs, seen)
    elif "type" in node or "enum" in node or "const" in node:
        yield f"{path}: {node.get('type', 'string')}"


def now() -> dict[str, list[str]]:
    """The shape as the models have it."""
    return {kind: paths(kind, title) for kind, title in titles().items()}


if __name__ == "__main__":
    FILE.write_text(json.dumps(now(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
