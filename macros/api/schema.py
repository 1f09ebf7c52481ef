"""JSON Schema (2020-12) of the lists, from the same models and words as the editors' schema.

What is published differs from what editors write: every field is there, one citation is a list of one, nothing is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import Any, get_args

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from macros.models.common import Record, one_or_many
from macros.schema.build import Schema, Writer, in_order, kinds
from macros.schema.words import words
from macros.site.published import VERSION

TEXT: Schema = {"type": "string"}
HREF: Schema = {"type": "object", "required": ["href"], "properties": {
    "href": {"title": "페이지의 주소", "description": "사이트 최상위 주소를 기준으로 한 상대 주소예요. 페이지가 없는 기록은 null이에요.",
             "anyOf": [TEXT, {"type": "null"}]}}}


class Published(Writer):
    """Writes the schema of what is published."""

    def required(self, model: type[Record]) -> list[str]:
        return in_order(model)

    def narrowed(self, found: Schema, note: Any) -> Schema:
        if isinstance(note, BeforeValidator) and note.func is one_or_many:
            return found
        return super().narrowed(found, note)

    def field(self, model: type[Record], name: str, field: FieldInfo) -> Schema:
        made = super().field(model, name, field)
        if NoneType not in get_args(field.annotation):
            return made
        about: Schema = {key: made.pop(key) for key in ("title", "description", "examples", "x-refers") if key in made}
        return {**about, "anyOf": [*made.pop("anyOf", [made]), {"type": "null"}]}


FILES = "files"
FILE: Schema = {"type": "object", "additionalProperties": True, "properties": {
    "href": {**TEXT, "title": "파일의 주소", "description": "사이트 최상위 주소를 기준으로 한 상대 주소예요."},
    "kind": {"enum": ["forms", "checklists"], "title": "무엇의 파일"}, "id": {**TEXT, "title": "서식이나 체크리스트의 id"},
    "title": {**TEXT, "title": "제목"}, "name": {**TEXT, "title": "저장할 때의 이름"},
    "format": {"enum": ["hwpx", "docx", "xlsx"], "title": "형식"}, "filled": {"type": "boolean", "title": "작성 예시인가"},
    "size": {"type": "integer", "minimum": 0, "title": "크기", "description": "바이트예요."},
    "sha256": {**TEXT, "pattern": "^[0-9a-f]{64}$", "title": "검사값"}}}
FILE["required"] = list(FILE["properties"])


def files_schema(title: str) -> Schema:
    """The schema of `files.json`."""
    return _listed(FILES, title, "받을 수 있는 파일의 주소와 크기, 검사값이에요.", FILE, {})


def schema(kind: str, title: str) -> Schema:
    """The schema of `<kind>.json`."""
    writer = Published()
    record = writer.of(kinds()[kind][0])
    return _listed(kind, title, words().kinds[kind].help, {"allOf": [HREF, record]}, writer.defs)


def _listed(kind: str, title: str, about: str, record: Schema, defs: Mapping[str, Schema]) -> Schema:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{kind}.json", "title": title, "description": about,
        "type": "object", "additionalProperties": True,
        "required": ["schema_version", "kind", "title", "generated_at", "count", "records"],
        "properties": {
            "schema_version": {"const": VERSION}, "kind": {"const": kind}, "title": TEXT,
            "generated_at": {"type": "string", "format": "date-time"}, "count": {"type": "integer", "minimum": 0},
            "records": {"type": "array", "items": record},
        },
        # Fields may be added to a record within a version: who reads it must not stumble over them.
        "$defs": {name: {**made, "additionalProperties": True} for name, made in defs.items()},
    }
