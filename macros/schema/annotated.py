"""A real record with the meaning of each of its fields beside it: what an editor reads to see how a kind is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.reading.guidebook import Guidebook
from macros.reading.yaml_file import ENCODING, YamlFile, read
from macros.reading.yaml_values import Place
from macros.schema.build import Schema, kinds, schema
from macros.schema.skeleton import with_meaning
from macros.schema.words import KindWord, words

MOST = 4_000  # characters of a record that somebody still reads through


@dataclass(frozen=True)
class Example:
    """A kind with the file and the annotated lines of a record; none while there is no record."""

    id: str
    word: KindWord
    file: str = ""
    lines: tuple[str, ...] = ()


def examples(guide: Guidebook, data: Path) -> list[Example]:
    """Every kind, in the order in which editors' files are listed."""
    telling = {kind: most_telling(guide, kind) for kind in kinds()}
    return [Example(kind, words().kinds[kind], guide.origins[kind, key].file.path, tuple(annotated(guide, data, kind, key).splitlines()))
            if key else Example(kind, words().kinds[kind]) for kind, key in telling.items()]


def most_telling(guide: Guidebook, kind: str) -> str | None:
    """The record that uses the most fields of its kind, the shortest of those; none while there is no record."""
    dumped = ((key, record.model_dump(exclude_defaults=True)) for each, key, record in guide.records() if each == kind)
    found = [(key, fields, len(repr(fields))) for key, fields in dumped]
    short = [one for one in found if one[-1] <= MOST] or found
    return min(((-len(_used(fields)), length, key) for key, fields, length in short), default=(0, 0, None))[-1]


def _used(value: Any, path: str = "") -> set[str]:
    """The fields that are used anywhere inside, each by its path without places in lists."""
    if isinstance(value, dict):
        return set().union(*({f"{path}.{name}"} | _used(one, f"{path}.{name}") for name, one in value.items()))
    return set().union(*(_used(one, path) for one in value)) if isinstance(value, list | tuple) else set()


def annotated(guide: Guidebook, data: Path, kind: str, key: str) -> str:
    """The record's own YAML, with a comment above each field where it comes first. Reads as the same record."""
    origin = guide.origins[kind, key]
    content = (data.parent / origin.file.path).read_bytes()
    parsed = read(content, origin.file.path)
    value = parsed.value
    for part in origin.place:
        assert isinstance(value, list) and isinstance(part, int)
        value = value[part]
    made = schema(kind)
    root = made["items"] if kinds()[kind][1] else made
    lines = content.decode(ENCODING).splitlines()
    notes: dict[int, list[str]] = {}
    seen: set[tuple[str, ...]] = set()
    for place, field, owner in _fields(root, made["$defs"], value, origin.place):
        line, _ = parsed.places[*place, "<key>"]
        if _begins(parsed, lines, place) and (owner, str(place[-1])) not in seen:
            seen.add((owner, str(place[-1])))
            indent = " " * (len(lines[line - 1]) - len(lines[line - 1].lstrip()))
            notes.setdefault(line, []).extend(indent + note for note in with_meaning(field))
    first, last = _span(parsed, origin.place, len(lines))
    shown = [text for number in range(first, last + 1) for text in (*notes.get(number, ()), lines[number - 1])]
    return "\n".join(shown).strip("\n") + "\n"


def _begins(parsed: YamlFile, lines: list[str], place: Place) -> bool:
    """Whether a field, or the record in {braces} that it stands in, is the first on its line: comments above that line are about it."""
    line, column = parsed.places[*place, "<key>"]
    opened = parsed.places.get(place[:-1], (line, column))
    before = lines[line - 1][:(min(column, opened[1]) if opened[0] == line else column) - 1]
    return before.strip(" -") == ""


def _span(parsed: YamlFile, place: Place, end: int) -> tuple[int, int]:
    """The first and the last line of a record: the whole file, or one entry of its list."""
    if not place:
        return 1, end
    assert isinstance(place[0], int)
    following = parsed.places.get((place[0] + 1,))
    return parsed.places[place][0], following[0] - 1 if following else end


def _fields(node: Schema, defs: Mapping[str, Schema], value: Any, place: Place) -> Iterator[tuple[Place, Schema, str]]:
    """Every field of a value, at any depth: where it stands, what it means, and the name of the model that it is of."""
    name, model = _model(node, defs, value)
    if isinstance(value, dict) and model:
        for key, inner in value.items():
            field = model["properties"][key]
            yield (*place, key), field, name
            yield from _fields(field, defs, inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _fields(_items(node), defs, inner, (*place, index))


def _items(node: Schema) -> Schema:
    """The schema of a list's items; a field that takes one or many has both."""
    found: Schema = next((choice["items"] for choice in (node, *node.get("anyOf", ())) if "items" in choice), {})
    return found


def _model(node: Schema, defs: Mapping[str, Schema], value: Any) -> tuple[str, Schema | None]:
    """The model of a mapping, with its name: the one whose fields, and whose fixed words, the value has."""
    for choice in (node, *node.get("anyOf", ()), *node.get("oneOf", ())):
        if "$ref" not in choice or not isinstance(value, dict):
            continue
        name = choice["$ref"].rsplit("/", 1)[-1]
        fields = defs[name].get("properties", {})
        if value.keys() <= fields.keys() and all(fields[key].get("enum", [part]).count(part) for key, part in value.items()
                                                 if isinstance(part, str)):
            return name, defs[name]
    return "", None
