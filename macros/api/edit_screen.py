"""What the edit page loads when an editor picks a kind: its schema and the files of its records, as a plain script.

Pages opened from a file cannot fetch; and all files together are too much for one visit.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from macros.api.edit_values import documents, values
from macros.api.lists import titles
from macros.checks.references import NAMES, known_ids, named_ids
from macros.checks.unfit import UNFIT, Unfit
from macros.finish.modules import data_script
from macros.models.kinds import KINDS, Kind
from macros.reading.guidebook import FOLDERS, Guidebook
from macros.reading.references import EITHER, REFERENCE, spoken
from macros.reading.referred import CALLED, NotReferableError, Values
from macros.reading.yaml_file import ENCODING
from macros.schema.build import Schema, kinds, schema
from macros.site.addresses import Addresses
from macros.site.edit_links import BRANCH, edit_folder
from macros.site.record_pages import page_pattern, place_of
from macros.templating.page_json import page_json

FOLDER = "assets/edit"
VALUES = "values"  # the script of what references lead to
# By kind: what the ids in a record's lists are ids of, by the list's name. A record's own id is one of its kind.
HOLDS: Mapping[str, Mapping[str, str]] = {
    "timelines": {"events": "events"}, "deadlines": {"dues": "dues"}, "sheets": {"fields": "fields"},
    "budget": {"rule_topics": "rule-topics", **{name: name for name in (
        "measures", "choices", "options", "parts", "kinds", "funds", "subjects")}},
}


def _name(kind: str, record: Any) -> str:
    """What people call a record; the budget's vocabulary has no name of its own."""
    return str(getattr(record, KINDS[kind].named, ""))


def _records(guide: Guidebook, kind: str) -> Iterator[tuple[str, Any]]:
    return ((key, record) for found, key, record in guide.records() if found == kind)


def kind_data(guide: Guidebook, data: Path, kind: str) -> dict[str, Any]:
    """A kind's schema, its records and its files' texts; of each record where it stands (its file, and its index in a file
    that lists them; its page and address, if it has a page) and what refers to it. `new`: as what records are made. `said`: what
    stands on pages for the references in the texts. `entered`: what lists the kind's records, so that a new one is entered there.
    """
    row, uses, addresses, shape = KINDS[kind], used_by(guide), Addresses(guide), schema(kind)
    listed = [(key, record, guide.origins[kind, key]) for key, record in _records(guide, kind)]
    paths = sorted({origin.file.path for _, _, origin in listed})
    texts = {path: (data.parent / path).read_bytes().decode(ENCODING).replace("\r\n", "\n") for path in paths}
    return {
        "id": kind, "title": row.title, "home": row.home, "named": row.named, "macro": row.page, "address": page_pattern(row),
        "schema": shape,
        "records": [{"id": key, "title": _name(kind, record), "file": origin.file.path,
                     "index": origin.place[0] if origin.place else None, "used": uses.get((kind, key), ()),
                     "place": asdict(place) if (place := place_of(addresses, row, record)) else None}
                    for key, record, origin in listed],
        "new": _ways_to_make(row, shape), "entered": _listing(guide) if kind == "steps" else None,
        "files": texts, "said": said(guide, texts.values()),
    }


def _listing(guide: Guidebook) -> dict[str, Any]:
    """The procedures whose steps have pages of their own: only these can take a new step with nothing but its page and its line."""
    files = [guide.origins["procedures", key].file.path for key, procedure in guide.procedures.items() if procedure.pages == "each"]
    return {"kind": "procedures", "field": "steps", "files": files}


def said(guide: Guidebook, texts: Iterable[str]) -> dict[str, str]:
    """What stands on pages for each reference in these texts, its particle with it. Left out: what editions say differently."""
    values, ways, found = Values(guide), ((), *((one,) for one in guide.editions)), {}
    for match in (match for text in texts for match in REFERENCE.finditer(text)):
        try:
            answers = {"".join(spoken(values, match, editions)[:2]) for editions in ways}
        except NotReferableError:
            continue
        if len(answers) == 1:
            found[re.sub(r"\s+", " ", match[0])] = answers.pop()
    return dict(sorted(found.items(), key=lambda one: -len(one[0])))  # with its particle before the same without


def _ways_to_make(row: Kind, shape: Schema) -> list[dict[str, str]]:
    """What a new record of the kind may be: its name for editors, and the one field that says so, if there are several."""
    if len(row.new) < 2:
        return [{"title": row.title}] if row.new else []
    field = "chapter" if row.page else "kind"
    found = (model["properties"].get(field, {}) for model in shape["$defs"].values())
    called = {value: said for one in found for value, said in zip(one.get("enum", ()), one.get("enumDescriptions", ()), strict=False)}
    return [{"title": f"{row.title} – {called.get(value, value)}", "field": field, "value": value}
            for value in row.new.values() if value]


@cache
def used_by(guide: Guidebook) -> Mapping[tuple[str, str], Sequence[str]]:
    """By kind and id: the files of the records that name it."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, key, target, word in named_ids(guide):
        if target in FOLDERS or target in KINDS:
            found[target, word].add(guide.origins[kind, key].file.path)
    return {name: sorted(files) for name, files in found.items()}


def page_data(guide: Guidebook, repository: str, root: str) -> dict[str, Any]:
    """What the page itself needs: the kinds, the ids that a field may name, where the repository edits a file, and what no
    text may hold (`unfit`) or may refer to (`called`), the particles that fit every value (`either`), and what can be cited.
    """
    referable = {kind: getattr(guide, kind).keys() for kind in CALLED.values() if kind in KINDS}
    called = {kind: {key: _name(kind, record) for key, record in _records(guide, kind)} for kind in FOLDERS}
    called |= {kind: {key: _name(kind, record) for key, record in _records(guide, kind)} for kind in ("actors", "editions")}
    called |= {"rule-topics": guide.budget.topic_titles, "subjects": {one.id: one.label for one in guide.budget.subjects}}
    return {
        "kinds": [{"id": kind, "title": titles()[kind], "count": sum(1 for _ in _records(guide, kind))} for kind in kinds()
                  if KINDS[kind].new or any(True for _ in _records(guide, kind))],
        "known": {target: {key: called.get(target, {}).get(key, "") for key in sorted(ids)}
                  for target, ids in {**referable, **known_ids(guide)}.items()},
        "names": dict(NAMES), "repository": edit_folder(repository), "scripts": f"{root}{FOLDER}/",
        "holds": HOLDS, "unfit": list(map(_pattern, UNFIT)), "called": dict(CALLED), "either": EITHER,
        "web": repository.rstrip("/"), "branch": BRANCH, "documents": documents(guide),
    }


def _pattern(one: Unfit) -> dict[str, object]:
    """What the browser's check reads of a pattern."""
    return {name: value for name, value in asdict(one).items() if name != "needs"}


def write_all(site: Path, guide: Guidebook, data: Path) -> None:
    """A script for each kind into the built site, one with the menu and the addresses, and one with what texts may refer to."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    texts = {name: path.read_text(encoding=ENCODING) if path.exists() else "" for name, path in (
        ("menu", data.parent / "mkdocs.yml"), ("addresses", data / "addresses.yaml"))}
    (folder / "places.js").write_text(data_script("edit-texts", page_json(texts)), encoding="utf-8")
    (folder / f"{VALUES}.js").write_text(data_script("edit-values", page_json(values(guide))), encoding="utf-8")
    for kind in kinds():
        text = page_json(kind_data(guide, data, kind))
        (folder / f"{kind}.js").write_text(data_script(f"records:{kind}", text), encoding="utf-8")
