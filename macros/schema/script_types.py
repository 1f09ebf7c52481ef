"""The kinds of record as types for our scripts (`types/records.d.ts`), made from their schemas: a misspelt field fails `make lint`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from macros.schema.build import Schema, kinds, schema

BARE = {"string": "string", "integer": "number", "boolean": "boolean"}
HEAD = "// Written by `python -m macros schema` from the models (macros/models/): change those.\n"


def type_of(found: Schema) -> str:
    """A schema as a type of TypeScript. Raises KeyError for a shape that no record has."""
    if "$ref" in found:
        return str(found["$ref"]).removeprefix("#/$defs/")
    if "enum" in found:
        return " | ".join(json.dumps(value, ensure_ascii=False) for value in found["enum"])
    several = found.get("anyOf") or found.get("oneOf")
    if several:
        return " | ".join(dict.fromkeys(type_of(one) for one in several))
    if found["type"] == "array":
        inner = type_of(found["items"])
        return f"({inner})[]" if " | " in inner else f"{inner}[]"
    if found["type"] == "object":
        return f"Record<string, {type_of(found['additionalProperties'])}>"
    return BARE[found["type"]]


def _interface(name: str, found: Schema) -> Iterator[str]:
    yield f"  interface {name} {{"
    for field, one in found["properties"].items():
        left_out = "" if field in found["required"] else "?"
        yield f"    /** {one['title']} */ {field}{left_out}: {type_of(one)};"
    yield "  }"


def _kind(kind: str) -> Iterator[str]:
    found = schema(kind)
    yield f"/** {found['title']}: {found['description']} */\ndeclare namespace Data.{kind} {{"
    for name, one in found["$defs"].items():
        yield from _interface(name, one)
    yield f"  type One = {type_of(found['items'] if found.get('type') == 'array' else found)};\n}}\n"


def text() -> str:
    """The whole file."""
    return HEAD + "\n" + "\n".join("\n".join(_kind(kind)) for kind in kinds())
