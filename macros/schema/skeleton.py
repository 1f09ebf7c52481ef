"""A record to be filled in: what must be there, empty; what may be there, as a comment; each with its meaning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from macros.schema.build import Schema, kinds, schema

DUTIES = frozenset({"Cap", "Band", "Ask", "Item"})  # these always tell what to do: the check wants to know how strongly and by whom
WIDTH = 100  # a comment longer than this is broken


def skeleton(kind: str, known: Mapping[str, str], variant: str | None = None) -> str:
    """The YAML of an empty record of a kind. `known` holds fields that are filled already, as YAML.

    `variant` is the `kind` of a rule. What is left empty is an error with its place until somebody fills it in.
    """
    made = schema(kind)
    root = made["items"] if kinds()[kind][1] else made
    defs = made["$defs"]
    defs = {name: _asking(one, "force", "basis") if name in DUTIES else one for name, one in defs.items()}
    # A figure cites its source, unless a part around it does: in a new record none does yet.
    defs = {name: _asking(one, "source") if one.get("x-grounds") else one for name, one in defs.items()}
    model = _model(root, defs, variant)
    if variant == "ask":  # or what it follows from; a new one asks, and its example answers
        model = _asking(model, "question", "violated_by")
        defs = {**defs, "AskExample": _asking(defs["AskExample"], "answer")}
    lines = list(_fields(model, defs, known))
    return "\n".join(lines) + "\n"


def _asking(model: Schema, *names: str) -> Schema:
    """The object with more fields that must be there."""
    return {**model, "required": [*model["required"], *names]}


def _model(node: Schema, defs: Mapping[str, Schema], variant: str | None = None) -> Schema:
    """The object that a reference, or one of several, leads to."""
    for choice in node.get("oneOf", ()):
        found: Schema = _model(choice, defs)
        if variant in found["properties"]["kind"]["enum"]:
            return found
    return defs[node["$ref"].rsplit("/", 1)[-1]]


def _fields(model: Schema, defs: Mapping[str, Schema], known: Mapping[str, str] | None = None) -> Iterator[str]:
    """The lines of an object's fields."""
    for name, field in model["properties"].items():
        if known and name in known:
            yield from with_meaning(field)
            yield f"{name}: {known[name]}"
        elif name in model["required"]:
            yield from with_meaning(field)
            yield from _required(name, field, defs)
    optional = [name for name in model["properties"] if name not in model["required"] and name not in (known or {})]
    if optional:
        yield "# 선택 항목(있을 때만 적어요):"
        for name in optional:
            yield from (f"# {line}" for line in _optional(name, model["properties"][name]))


def with_meaning(field: Schema) -> Iterator[str]:
    """A field's name and meaning as comments, with what may be chosen."""
    yield f"# {field['title']}: {field['description']}"
    choices = field.get("enum", ())
    if len(choices) > 1:
        named = [f"{value}({said})" for value, said in zip(choices, field["enumDescriptions"], strict=True)]
        line = "#   선택할 값:"
        for word in named:
            if len(line) + len(word) > WIDTH:
                yield line
                line = "#    "
            line += " " + word
        yield line


def _required(name: str, field: Schema, defs: Mapping[str, Schema]) -> Iterator[str]:
    if len(field.get("enum", ())) == 1:
        yield f"{name}: {field['enum'][0]}"
        return
    inner = _inner(field)
    if inner is None:
        yield f"{name}: []" if field.get("type") == "array" and not field.get("minItems") else \
            f"{name}:" + (" []" if field.get("type") == "array" else "")
    elif name == "source":
        yield f"{name}: {{doc: , section: }}"
    elif field.get("type") == "array":
        yield f"{name}:"
        lines = list(_fields(_model(inner, defs), defs))
        first = next(index for index, line in enumerate(lines) if not line.startswith("#"))
        yield from (f"  {line}" for line in lines[:first])
        yield f"  - {lines[first]}"
        yield from (f"    {line}" for line in lines[first + 1:])
    else:
        yield f"{name}:"
        yield from (f"  {line}" for line in _fields(_model(inner, defs), defs))


def _inner(field: Schema) -> Schema | None:
    """The reference to the records that a field holds, or None for plain values."""
    for node in (field, field.get("items", {}), *field.get("anyOf", ())):
        if "$ref" in node:
            return {"$ref": node["$ref"]}
    return None


def _optional(name: str, field: Schema) -> Iterator[str]:
    example: Any = next(iter(field.get("examples") or field.get("enum") or ()), None)
    shown = "…" if example is None else f'"{example}"' if str(example)[:1].isdigit() and isinstance(example, str) \
        and "%" not in example else str(example)
    listed = field.get("type") == "array"
    yield f"{name}: {f'[{shown}]' if listed else shown}  # {field['title']}: {field['description']}"
