"""An OpenAPI description of the files: for tools that make a client out of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.api.schema import FILES
from macros.site.published import FOLDER, VERSION


def openapi(titles: Mapping[str, str], name: str, subject: str) -> dict[str, Any]:
    """The description. `name` of the guide, `subject` that it guides through.

    `titles` are the lists' names by kind; the list of files to download has no CSV.
    """
    return {
        "openapi": "3.1.0",
        "info": {"title": f"{name} 자료", "version": VERSION, "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
                 "description": f"{subject} 안내의 자료를 그대로 담은 파일이에요. 서버가 계산하는 것은 없어요."},
        "servers": [{"url": ".", "description": f"이 파일이 있는 곳({FOLDER}/)"}],
        "paths": {
            "/index.json": {"get": _get("목록의 목록", "index", {"type": "object"})},
            **{f"/{kind}.json": {"get": _get(title, kind, {"$ref": f"schema/{kind}.json"})} for kind, title in titles.items()},
            **{f"/csv/{kind}.csv": {"get": _csv(title, kind)} for kind, title in titles.items() if kind != FILES},
            "/csv/tables/{name}.csv": {"get": {**_csv("글에 나오는 표 하나", "tables"), "parameters": [{
                "name": "name", "in": "path", "required": True, "schema": {"type": "string"},
                "description": "표의 이름이에요. index.json의 tables에 있어요."}]}},
        },
    }


def _get(title: str, kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"operationId": f"get-{kind}", "summary": title,
            "responses": {"200": {"description": title, "content": {"application/json": {"schema": schema}}}}}


def _csv(title: str, kind: str) -> dict[str, Any]:
    return {"operationId": f"csv-{kind}", "summary": f"{title}(CSV)",
            "responses": {"200": {"description": title, "content": {"text/csv": {"schema": {"type": "string"}}}}}}
