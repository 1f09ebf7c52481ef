"""JSON Schema (2020-12) of each kind of record, made from the models."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from types import GenericAlias, NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo
from pydantic_core import to_json

from macros.checks.references import refers_to
from macros.models.common import Moment, Record, one_or_many
from macros.models.deadline import Span
from macros.models.kinds import ROWS
from macros.schema.words import words

Schema = dict[str, Any]

SHARE: Schema = {"type": "string", "pattern": r"^(\d{1,3}%|\d{1,6}/[1-9]\d{0,5})$", "examples": ["10%", "1/3"]}
# Shapes that a validator of ours reads from text.
WRITTEN: Mapping[Any, Schema] = {
    Fraction: SHARE,
    Moment: {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
    Span: {"type": "string", "pattern": r"^\d{1,3}(일|근무일|개월)$"},
    date: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
}
LIMITS = {"ge": "minimum", "le": "maximum", "pattern": "pattern"}


def kinds() -> dict[str, tuple[Any, bool]]:
    """Each kind with its shape, and whether one file lists all records of it."""
    return {kind.id: (kind.shape, kind.home == "list") for kind in ROWS}


def in_order(model: type[Record]) -> list[str]:
    """The fields as a record is written: what it is first, its grounds after what it says."""
    late = [name for name in ("source", "checked_on", "examples") if name in model.model_fields]
    early = [name for name in ("id", "kind") if name in model.model_fields]
    return early + [name for name in model.model_fields if name not in (*early, *late)] + late


class Writer:
    """Writes one schema of what editors write; models go to `$defs`, each once."""

    def __init__(self) -> None:
        self.defs: dict[str, Schema] = {}

    def of(self, shape: Any, metadata: Iterable[Any] = ()) -> Schema:
        """The schema of an annotation."""
        if get_origin(shape) is Annotated:
            inner, *more = get_args(shape)
            return self.of(inner, (*more, *metadata))
        found = self._bare(shape)
        for note in metadata:
            found = self.narrowed(found, note)
        return found

    def _bare(self, shape: Any) -> Schema:
        origin, parts = get_origin(shape), get_args(shape)
        if shape in WRITTEN:
            return dict(WRITTEN[shape])
        if isinstance(shape, type) and issubclass(shape, Record):
            return self.model(shape)
        if origin is Literal:
            return {"enum": list(parts)}
        if origin is tuple:
            return {"type": "array", "items": self.of(parts[0])}
        if origin in (dict, Mapping):
            return {"type": "object", "additionalProperties": self.of(parts[1])}
        assert origin in (Union, UnionType), shape
        kinds_ = [self.of(part) for part in parts if part is not NoneType]
        return kinds_[0] if len(kinds_) == 1 else {"anyOf": kinds_}

    def model(self, model: type[Record]) -> Schema:
        """A reference to a model's schema, which is written on the first asking."""
        name = model.__name__
        if name not in self.defs:
            self.defs[name] = {}  # a chapter may hold chapters
            self.defs[name] = {
                "type": "object", "additionalProperties": False,
                "required": self.required(model),
                "properties": {key: self.field(model, key, model.model_fields[key]) for key in in_order(model)},
                **({"x-one-of": model.one_of._asdict()} if model.one_of else {}),
                **({"x-grounds": True} if model.grounded else {}),
            }
        return {"$ref": f"#/$defs/{name}"}

    def required(self, model: type[Record]) -> list[str]:
        """The fields that a record must have."""
        return [key for key in in_order(model) if model.model_fields[key].is_required()]

    def narrowed(self, found: Schema, note: Any) -> Schema:
        """The schema with what an annotation adds."""
        return _narrowed(found, note)

    def field(self, model: type[Record], name: str, field: FieldInfo) -> Schema:
        """A field's schema with its words, its choices' names, and what its ids refer to."""
        annotation = _resolved(model, field.annotation)
        found = self.of(annotation, field.metadata)
        word = words().fields[words().key(model, name) or name]
        made: Schema = {"title": word.label, "description": word.help}
        if word.example is not None:
            made["examples"] = [word.example]
        choices = words().choices(model, name)
        if "enum" in found and choices:
            made["enumDescriptions"] = [choices[value] for value in found["enum"]]
        target = refers_to(model, name)
        if target:
            made["x-refers"] = target
        return {**made, **found}


def _resolved(model: type[Record], annotation: Any) -> Any:
    """The annotation with a model that refers to itself by name looked up."""
    if type(annotation).__name__ == "ForwardRef":
        return getattr(sys.modules[model.__module__], annotation.__forward_arg__)
    if get_origin(annotation) is tuple and type(get_args(annotation)[0]).__name__ == "ForwardRef":
        return GenericAlias(tuple, (_resolved(model, get_args(annotation)[0]), ...))
    return annotation


def _narrowed(found: Schema, note: Any) -> Schema:
    """The schema with what an annotation adds: bounds, patterns, lengths, and that one may stand for many."""
    if isinstance(note, BeforeValidator) and note.func is one_or_many:
        return {"anyOf": [found["items"], found]}
    made = dict(found)
    for name, keyword in LIMITS.items():
        if getattr(note, name, None) is not None:
            made[keyword] = getattr(note, name)
    for part in (note, *getattr(note, "metadata", ())):
        least = getattr(part, "min_length", None)
        if least is not None:
            target = made["anyOf"][1] if "anyOf" in made else made
            target["minItems" if target.get("type") == "array" else "minLength"] = least
    for part in getattr(note, "metadata", ()):
        made = _narrowed(made, part)
    return made


def schema(kind: str) -> Schema:
    """The schema of a kind's file. Raises KeyError for a kind that there is not."""
    shape, listed = kinds()[kind]
    writer = Writer()
    one = writer.of(shape)
    if "anyOf" in one:
        one = {"oneOf": one["anyOf"]}
    word = words().kinds[kind]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": word.title, "description": word.help,
            **({"type": "array", "items": one} if listed else one), "$defs": writer.defs}


def text(kind: str) -> str:
    """The schema as it is written to its file."""
    return to_json(schema(kind), indent=2).decode() + "\n"
