"""`python -m macros apply`: take in one set of changes that the edit screen gave, with the pages, menu and addresses they need."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from macros.cache.kept import Kept
from macros.checks import read as read_all
from macros.commands import KEPT, PROJECT
from macros.models.kinds import KINDS
from macros.reading.guidebook import load
from macros.reading.problems import report
from macros.reading.yaml_file import ENCODING, read
from macros.site.addresses import Addresses
from macros.site.places import Move, Place, placed
from macros.site.record_pages import page_pattern, place_of

LONGEST = 20_000_000
# What a set may touch: records, and nothing that runs (no pages, no settings: those are worked out here).
PATH = re.compile(r"data/[a-z][a-z-]*(/[a-z0-9-]+)?\.yaml")
SPOT = re.compile(r"\{0\.(\w+)\}")


class Change(BaseModel):
    """One file: what it was (none: it is new) and what it becomes (none: it goes)."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
    path: str = Field(pattern=rf"^{PATH.pattern}$")
    before: str | None
    after: str | None


class Edits(BaseModel):
    """What the edit screen hands over (docs/assets/js/edit/set.js)."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
    format: str = Field(pattern="^hyeopchi-edits$")
    version: int = Field(ge=1, le=1)
    files: list[Change] = Field(min_length=1)


def add(commands: Any) -> None:
    """The command and its options."""
    parser = commands.add_parser("apply", help="편집 화면에서 받은 파일 하나를 자료에 넣어요")
    parser.add_argument("file", type=Path, metavar="파일", help="편집 화면의 ‘한 파일로 내려받기’로 받은 파일")
    parser.add_argument("--project", type=Path, default=PROJECT, help="길잡이의 폴더(기본: 여기)")
    parser.set_defaults(run=lambda options: run(options.project, options.file))


def run(project: Path, file: Path) -> int:
    """Write what the set says; 1, and nothing written, when it cannot be taken in whole."""
    try:
        edits = Edits.model_validate(json.loads(file.read_bytes()[:LONGEST].decode("utf-8-sig")))
    except OSError:
        return _refuse(f"파일을 읽지 못했어요: {file}")
    except (ValueError, ValidationError, RecursionError):
        return _refuse(f"편집 화면에서 받은 파일이 아니거나 깨졌어요: {file}. 편집 화면의 ‘한 파일로 내려받기’로 다시 받아 주세요.")
    other = [change.path for change in edits.files if _now(project, change.path) not in (change.before, change.after)]
    if other:
        return _refuse("이 파일을 만든 뒤에 자료가 바뀌어서 넣지 않았어요: " + ", ".join(other)
                       + "\n지금의 사이트에서 편집 화면을 열면 적은 것이 남아 있어요. 거기서 확인하고 다시 받아 주세요.")
    guide, problems = load(project / "data", Kept(KEPT))
    if guide is None:
        return _refuse("먼저 자료의 고칠 곳을 고쳐 주세요.\n" + report(problems))
    before = {path: place_of(Addresses(guide), KINDS[kind], record) for kind, key, record in guide.records()
              if kind in KINDS and KINDS[kind].home == "folder" and (path := guide.origins[kind, key].file.path)}
    for change in edits.files:
        _write(project / change.path, change.after)
    written = [change.path for change in edits.files] + _follow(project, edits, before)
    print("넣었어요: " + ", ".join(written))
    _, left = read_all(project / "data", Kept(KEPT))
    print(report(left) if left else "자료에 고칠 곳이 없어요.")
    print("더 고친 뒤에는 `python -m macros check`로 확인하세요. 무엇이 바뀌는지는 `python -m macros diff main`이 보여 줘요.")
    return 0


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


def _now(project: Path, path: str) -> str | None:
    found = project / path
    return found.read_bytes().decode(ENCODING).replace("\r\n", "\n") if found.is_file() else None


def _write(path: Path, text: str | None) -> None:
    """A file as it becomes, with the ends of lines that the repository keeps."""
    if text is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def _follow(project: Path, edits: Edits, before: dict[str, Place | None]) -> list[str]:
    """The pages, the menu and the addresses, which follow from the records. Returns what was written."""
    menu, addresses = project / "mkdocs.yml", project / "data" / "addresses.yaml"
    moves = [move for change in edits.files if (move := _move(change, before))]
    made = placed(menu.read_text(ENCODING), addresses.read_text(ENCODING), moves)
    files = {**made.pages, "mkdocs.yml": made.menu, "data/addresses.yaml": made.addresses}
    changed = [path for path, text in files.items() if _now(project, path) != text]
    for path in changed:
        _write(project / path, files[path])
    return changed


def _move(change: Change, before: dict[str, Place | None]) -> Move | None:
    """What became of the record in a file, if the kind's records have pages and this one is not within another's."""
    folder, _, name = change.path.removeprefix("data/").removesuffix(".yaml").partition("/")
    kind = KINDS.get(folder)
    pattern = page_pattern(kind) if kind and name else None
    was = before.get(change.path)
    if kind is None or pattern is None or (change.path in before and was is None):
        return None
    prefix = f"data/{folder}/"
    siblings = {place.page for path, place in before.items() if place and path.startswith(prefix)}
    after = None if change.after is None else _place(pattern, change.after, name)
    return Move(name, str(kind.page), was, after, siblings)


def _place(pattern: str, text: str, name: str) -> Place:
    """Where a record's page is by what the record says, whether or not it is whole."""
    value = read(text.encode(), name).value
    said = value if isinstance(value, dict) else {}
    said = {**said, "id": said.get("id") or name, "place": said.get("page") or said.get("id") or name}
    address = SPOT.sub(lambda spot: str(said.get(spot[1]) or name), pattern)
    own = None if "0.address" in pattern else said.get("address")
    return Place(f"{address.rstrip('/')}.md", f"{own}/" if own else address)
