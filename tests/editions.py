"""The project with more editions in its data: what the next years will look like to everything that is built from it.

An edition is `empty` (it only says what it lacks), has `one` rule, or is `full`: whatever belongs to the newest edition
belongs to it too. Nothing of this is a fact; only structure is tried.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from macros.models.edition import Area
from tests.conftest import ROOT
from tests.plain_yaml import plain

How = Literal["empty", "one", "full"]
LIST = re.compile(r"editions: \[[^\]]*\]")


def _written(value: Any) -> str:
    """As JSON, which is YAML too: every text in quotes, no anchors."""
    return json.dumps(value, ensure_ascii=False, indent=1)


def _parts(data: Path) -> list[dict[str, str]]:
    """Everything that may be cited, by the uppermost parts of the documents."""
    sources = plain((data / "sources.yaml").read_text(encoding="utf-8"))
    return [{"doc": source["id"], "section": section["id"]} for source in sources for section in source["sections"]
            if "." not in section["id"] and "left_out" not in section]


def _opened(year: str, how: How, source: Mapping[str, Any], parts: list[dict[str, str]]) -> dict[str, Any]:
    edition: dict[str, Any] = {"id": year, "title": f"{year}년판", "summary": f"{year}년에 계획을 세우는 판이에요.",
                               "plan_year": str(int(year) + 1), "source": source}
    if how != "empty":
        edition["holds_on"] = [{"rests_on": part, "text": "앞의 해의 설명을 참고로 보여 줘요."} for part in parts]
    else:
        edition["undecided"] = [{"area": area, "text": "아직 확인하지 못했어요."} for area in get_args(Area)]
    return edition


def _asks_by_edition(text: str) -> bool:
    """Whether a record's sentence names editions, so that one more needs words of its own."""
    return re.search(r"\bedition: |^question: .*\d{4}년(판|에)", text, re.M) is not None


def _holds(text: str, edition: str) -> bool:
    return any(f'"{edition}"' in found for found in LIST.findall(text))


def _newest(data: Path, editions: list[str]) -> str:
    """The newest edition that has rules: one that is only being opened has nothing to give to the next."""
    rules = "".join(path.read_text(encoding="utf-8") for path in (data / "rules").glob("*.yaml"))
    held = {edition for found in LIST.findall(rules) for edition in re.findall(r'"(\d{4})"', found)}
    return max(edition for edition in editions if edition in held)


def _one(data: Path, newest: str) -> Iterator[Path]:
    """The first limit of the plan that holds in the newest edition."""
    for path in sorted((data / "rules").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if "\nkind: cap\n" in text and "\nsubject: plan\n" in text and _holds(text, newest) and not _asks_by_edition(text):
            yield path
            return


def _full(data: Path) -> Iterator[Path]:
    yield from (path for path in sorted(data.rglob("*.yaml"))
                if path.parent != data and not (path.parent.name == "rules" and _asks_by_edition(path.read_text(encoding="utf-8"))))


def _add(path: Path, year: str, newest: str) -> None:
    """Puts the year beside the newest of today's editions wherever a record lists its editions."""
    text = path.read_text(encoding="utf-8")
    more = LIST.sub(lambda found: found[0][:-1] + f', "{year}"]' if f'"{newest}"' in found[0] else found[0], text)
    path.write_text(more, encoding="utf-8")


def open_editions(folder: Path, wanted: Mapping[str, How]) -> None:
    """Puts the project into `folder`, with these editions opened after its newest."""
    for name in ("docs", "data", "macros"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "CHANGELOG.md", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder)
    data = folder / "data"
    editions = plain((data / "editions.yaml").read_text(encoding="utf-8"))
    newest = _newest(data, [edition["id"] for edition in editions])
    source = next(edition["source"] for edition in editions if edition["id"] == newest)
    for year, how in wanted.items():
        for path in [] if how == "empty" else _one(data, newest) if how == "one" else _full(data):
            _add(path, year, newest)
    editions += [_opened(year, how, source, _parts(data)) for year, how in wanted.items()]
    (data / "editions.yaml").write_text(_written(editions), encoding="utf-8")
