"""`python -m macros schema`: JSON Schema of every kind of record, for editors' tools, VS Code's note of which file has which, and
the same as types for our scripts."""

from __future__ import annotations

import json
from typing import Any

from macros.commands import PROJECT, ROOT
from macros.models.kinds import ROWS
from macros.schema import script_types
from macros.schema.build import kinds, text

FOLDER = ROOT / ".schema"
SETTINGS = PROJECT / ".vscode" / "settings.json"
TYPES = PROJECT / "types" / "records.d.ts"


def add(commands: Any) -> None:
    """The command."""
    parser = commands.add_parser("schema", help="자료의 모양(JSON Schema)을 data/.schema/에 새로 적어요")
    parser.set_defaults(run=lambda _: write())


def stale() -> list[str]:
    """The files that are not what the models say, or that no model asks for."""
    wanted = {f"{kind}.json": text(kind) for kind in kinds()}
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    return sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def settings() -> str:
    """VS Code's settings as they should be: the schema of each kind's files."""
    known = json.loads(SETTINGS.read_text(encoding="utf-8"))
    known["yaml.schemas"] = {f"./data/.schema/{kind.id}.json": f"data/{kind.id}{'/*' if kind.home == 'folder' else ''}.yaml" for kind in ROWS}
    return json.dumps(known, ensure_ascii=False, indent=2) + "\n"


def write() -> int:
    """Write the files anew; says which have changed."""
    changed = stale()
    FOLDER.mkdir(exist_ok=True)
    if SETTINGS.exists():
        SETTINGS.write_text(settings(), encoding="utf-8")
    if TYPES.exists():
        TYPES.write_text(script_types.text(), encoding="utf-8")
    for name in changed:
        path = FOLDER / name
        if path.stem in kinds():
            path.write_text(text(path.stem), encoding="utf-8")
        else:
            path.unlink()
    print(f"자료의 모양을 새로 적었어요: {', '.join(changed)}." if changed else "자료의 모양이 그대로예요.")
    return 0
