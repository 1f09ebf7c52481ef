"""`python -m macros schema`: JSON Schema of every kind of record, for editors' tools."""

from __future__ import annotations

from typing import Any

from macros.commands import ROOT
from macros.schema.build import kinds, text

FOLDER = ROOT / ".schema"


def add(commands: Any) -> None:
    """The command."""
    parser = commands.add_parser("schema", help="자료의 모양(JSON Schema)을 data/.schema/에 새로 적어요")
    parser.set_defaults(run=lambda _: write())


def stale() -> list[str]:
    """The files that are not what the models say, or that no model asks for."""
    wanted = {f"{kind}.json": text(kind) for kind in kinds()}
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    return sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def write() -> int:
    """Write the files anew; says which have changed."""
    changed = stale()
    FOLDER.mkdir(exist_ok=True)
    for name in changed:
        path = FOLDER / name
        if path.stem in kinds():
            path.write_text(text(path.stem), encoding="utf-8")
        else:
            path.unlink()
    print(f"자료의 모양을 새로 적었어요: {', '.join(changed)}." if changed else "자료의 모양이 그대로예요.")
    return 0
