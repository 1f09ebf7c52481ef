"""A project whose data and pages are several times as many, to see how the build grows: used by `make bench`.

Every record is there again under ids of its own, refers to records of its own copy, and stands on pages of its own.
What there is only one of (the plan's budget, the tools, the sources) stays one. The map of districts becomes longer.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import Any

from macros.checks.names import NAMES
from macros.checks.references import TARGETS
from macros.checks.unfit import fault
from macros.models.kinds import KINDS
from macros.reading.guidebook import FOLDERS
from tests.conftest import ROOT
from tests.plain_yaml import plain

ONCE = frozenset({"sheets", "deadlines", "queries"})  # queries grow with their pages
GROWN = tuple(kind for kind in FOLDERS if kind not in ONCE)
# Macros that show one record, by the kind of the record.
MACROS: Mapping[str, str] = {kind.page: kind.id for kind in KINDS.values() if kind.page}
# Fields besides those of the reference check that hold ids of what is copied.
MORE: Mapping[str, str] = {"id": "items", "item": "items", "after": "steps", "same_as": "events"}

ROWS = 10  # of the map of districts, and more


class Copy:
    """One more copy of all records, told apart by its number."""

    def __init__(self, number: int, ids: Mapping[str, Set[str]]) -> None:
        self.number = number
        self.end = f"-{number}"
        self.ids = ids

    def _renamed(self, key: str, value: Any) -> Any:
        known = self.ids.get(MORE.get(key) or TARGETS.get(key, ""), frozenset())
        if isinstance(value, str):
            return value + self.end if value in known else value
        if isinstance(value, list):
            return [self._renamed(key, one) for one in value]
        return self.record(value) if isinstance(value, dict) else value

    def record(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """The record, its own id and all that it refers to in this copy's names."""
        return {key: self._renamed(key, value) for key, value in record.items()}

    def whole(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """The same of a record that stands for itself."""
        grown = {**self.record(record), "id": record["id"] + self.end}
        for name in NAMES:  # no two records have one name
            if isinstance(grown.get(name), str):
                grown[name] += f" {self.number}"
        if isinstance(grown.get("district"), str):  # by its name
            grown["district"] += f" {self.number}"
        if "tile" in grown:
            # A place of its own on the map, below all that are there.
            grown["tile"] = {**grown["tile"], "row": grown["tile"]["row"] + ROWS * (self.number - 1)}
        return grown

    def page(self, text: str) -> str | None:
        """A page that shows a record, with the copy's record; None for a page that shows none."""
        def named(found: re.Match[str]) -> str:
            kind = MACROS.get(found[1])
            return f'{found[1]}("{found[2]}{self.end}"' if kind in GROWN else found[0]

        grown = re.sub(r'\b([a-z_]+)\("([a-z0-9-]+)"', named, text)
        return grown if grown != text else None


def _ids(data: Path) -> dict[str, set[str]]:
    """What may be referred to, by kind: the records, the events in timelines, the items of checklists."""
    once = _of_tools(data)
    found = {kind: {path.stem for path in (data / kind).glob("*.yaml") if (kind, path.stem) not in once} for kind in GROWN}
    found["events"] = {event["id"] for timeline in _read(data / "timelines") for event in timeline["events"]}
    groups = (group for checklist in _read(data / "checklists") for group in checklist["groups"])
    found["items"] = found["events"] | {item["id"] for group in groups for item in group["items"]}
    return found


def _of_tools(data: Path) -> set[tuple[str, str]]:
    """Rules that a tool asks about, and the conflicts that they name: the tools stay as they are, and ask about none of a copy."""
    rules = [rule for rule in _read(data / "rules") if "subject" in rule]
    return {("rules", rule["id"]) for rule in rules} | {("conflicts", one) for rule in rules for one in rule.get("conflicts", ())}


def _read(folder: Path) -> Iterator[Any]:
    return (plain(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yaml")))


def _written(value: Any) -> str:
    """As JSON, which is YAML too: every text in quotes, as the data's rules want dates."""
    return json.dumps(value, ensure_ascii=False, indent=1)


def _grow_data(data: Path, copies: list[Copy]) -> None:
    once = _of_tools(data)
    for kind in GROWN:
        for path in (one for one in sorted((data / kind).glob("*.yaml")) if (kind, one.stem) not in once):
            record = plain(path.read_text(encoding="utf-8"))
            for copy in copies:
                (path.parent / f"{path.stem}{copy.end}.yaml").write_text(_written(copy.whole(record)), encoding="utf-8")


def _sayable(term: Mapping[str, Any]) -> list[str]:
    """The other names of a term that may stand in a sentence: people search by words as well that this guide does not write."""
    return [name for name in (*term.get("synonyms", ()), *term.get("everyday", ())) if fault(name) is None]


def _grow_terms(path: Path, copies: list[Copy]) -> None:
    terms = plain(path.read_text(encoding="utf-8"))
    # Other names lead to one term only; what they say of its conditions stays, in its words.
    more = [{**term, "id": term["id"] + copy.end, "term": term["term"] + copy.end.replace("-", " "), "synonyms": [], "everyday": [],
             "definition": " · ".join([*_sayable(term), term["definition"]])} for copy in copies for term in terms]
    path.write_text(_written(terms + more), encoding="utf-8")


def _grow_pages(folder: Path, copies: list[Copy]) -> Iterator[tuple[str, str]]:
    """Writes the pages; yields each page's place in docs/ with its copy's."""
    docs = folder / "docs"
    for path in sorted(docs.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        for copy in copies:
            if (grown := copy.page(text)) is not None:
                target = path.with_name(path.stem + copy.end + ".md")
                target.write_text(grown, encoding="utf-8")
                yield path.relative_to(docs).as_posix(), target.relative_to(docs).as_posix()


def _grow_queries(folder: Path, pages: Mapping[str, list[str]]) -> None:
    """How a page is asked for, once more for each copy of it. `pages`: of a page's address those of its copies."""
    for path in sorted(folder.glob("*.yaml")):
        record = plain(path.read_text(encoding="utf-8"))
        for number, page in enumerate(pages.get(record["page"], ()), 2):
            copied = {**record, "id": f"{record['id']}-{number}", "page": page}
            (folder / f"{copied['id']}.yaml").write_text(_written(copied), encoding="utf-8")


def _address(page: str) -> str:
    return page.removesuffix(".md").removesuffix("index").rstrip("/") + "/"


def grow(folder: Path, times: int) -> None:
    """Puts a project with `times` as many records and pages into `folder`."""
    for name in ("docs", "data", "macros"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder)
    district = folder / "macros" / "models" / "district.py"
    district.write_text(district.read_text(encoding="utf-8").replace("le=6", f"le={ROWS * times}"), encoding="utf-8")
    copies = [Copy(number, _ids(folder / "data")) for number in range(2, times + 1)]
    _grow_data(folder / "data", copies)
    _grow_terms(folder / "data" / "glossary.yaml", copies)
    addresses = folder / "data" / "addresses.yaml"
    listed = addresses.read_text(encoding="utf-8")
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    pages: dict[str, list[str]] = {}
    for page, grown in _grow_pages(folder, copies):
        pages.setdefault(_address(page), []).append(_address(grown))
        menu = re.sub(rf"^( *- ){re.escape(page)}$", rf"\g<0>\n\g<1>{grown}", menu, flags=re.M)
        listed = listed.replace("pages:\n", f"pages:\n  - {grown.removesuffix('.md')}/\n")
    _grow_queries(folder / "data" / "queries", pages)
    addresses.write_text(listed, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(menu, encoding="utf-8")
