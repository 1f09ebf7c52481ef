"""Where a new step stands: after another in that one's procedure, or at the end of the procedure whose steps have pages of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.reading.yaml_file import YamlFile, read


@dataclass(frozen=True)
class StepPlace:
    """A procedure's file, the step there that the new one follows, and the folder of its pages (None: all stand on one page)."""

    path: Path
    after: str
    pages: str | None


def steps(data: Path) -> list[str]:
    """All steps of all procedures."""
    return [step for _, listed, _ in _procedures(data) for step in listed]


def place(data: Path, folder: str, after: str | None) -> StepPlace | None:
    """Behind `after`, else at the end of the procedure with its pages in `folder`; None where there is no such step or procedure."""
    for path, listed, pages in _procedures(data):
        if after in listed or (after is None and pages == folder):
            return StepPlace(path, after or listed[-1], pages)
    return None


def enter(place: StepPlace, key: str) -> Path:
    """Writes the step into its procedure's list, in the way that the list is written."""
    parsed = read(place.path.read_bytes(), place.path.name)
    line, column = parsed.places["steps", _steps(parsed).index(place.after)]
    lines = place.path.read_text(encoding="utf-8").split("\n")
    at, before, end = line - 1, lines[line - 1][:column - 1], column - 1 + len(place.after)
    if before.strip() == "-":
        lines.insert(line, before + key)
    else:
        lines[at] = f"{lines[at][:end]}, {key}{lines[at][end:]}"
    place.path.write_text("\n".join(lines), encoding="utf-8")
    return place.path


def _steps(parsed: YamlFile) -> list[str]:
    listed = parsed.value.get("steps") if isinstance(parsed.value, dict) else None
    return [str(step) for step in listed] if isinstance(listed, list) else []


def _procedures(data: Path) -> Iterator[tuple[Path, list[str], str | None]]:
    """Each procedure that has steps: its file, they, and the folder of their pages."""
    for path in sorted((data / "procedures").glob("*.yaml")):
        parsed = read(path.read_bytes(), path.name)
        if (listed := _steps(parsed)) and isinstance(parsed.value, dict):
            each = parsed.value.get("pages") == "each"
            yield path, listed, str(parsed.value["address"]) if each else None
