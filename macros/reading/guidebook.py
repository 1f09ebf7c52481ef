"""The guidebook: all data as one frozen object, loaded from YAML with every problem found on the way."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from macros.cache.kept import Kept
from macros.models.budget import Budget
from macros.models.common import Record
from macros.models.kinds import ROWS, Records
from macros.reading import data_files
from macros.reading.openings import opened
from macros.reading.problems import MOST, Problem, few
from macros.reading.references import OPEN, Before, Reference, filled
from macros.reading.validation import problems_of
from macros.reading.yaml_file import ENCODING, YamlFile, read
from macros.reading.yaml_values import Place
from macros.words.korean import particle

LISTS: Mapping[str, Any] = {kind.id: kind.shape for kind in ROWS if kind.home == "list"}
FOLDERS: Mapping[str, Any] = {kind.id: kind.shape for kind in ROWS if kind.home == "folder"}


@dataclass(frozen=True)
class Origin:
    """Where a record was read from."""

    file: YamlFile
    place: Place

    def problem(self, place: Place, message: str) -> Problem:
        """A problem at a place within the record."""
        return self.file.problem((*self.place, *place), message)


@dataclass(frozen=True, eq=False)
class Guidebook(Records):
    """All records, and where each was read. Ids are in the order of the files."""

    origins: Mapping[tuple[str, str], Origin]
    references: Mapping[tuple[str, str], tuple[Reference, ...]] = field(default_factory=dict)  # in texts, by record
    misreferred: tuple[Problem, ...] = ()  # the references that lead nowhere: their texts stand as they were written

    def named(self, key: str) -> str:
        """What the guide calls something of its world (data/names.yaml)."""
        return self.names[key].name

    def records(self) -> Iterator[tuple[str, str, Record]]:
        """Every record as (kind, id, record)."""
        yield "budget", "budget", self.budget
        for kind in (*LISTS, *FOLDERS):
            for key, record in getattr(self, kind).items():
                yield kind, key, record

    def problem(self, kind: str, key: str, place: Place, message: str) -> Problem:
        """A problem at a place within a record."""
        return self.origins[kind, key].problem(place, message)


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


class _Loader:
    """Reads all files of a data folder; what is wrong is collected, not raised."""

    def __init__(self, root: Path, kept: Kept) -> None:
        self.root = root
        self.kept = kept
        self.problems: list[Problem] = []
        self.origins: dict[tuple[str, str], Origin] = {}
        self.twice: set[str] = set()  # files whose id another has: that their name is another one goes without saying
        self.referring: list[tuple[str, str]] = []  # the records of files with references in them

    def file(self, path: Path, kind: str, shape: Any, listed: bool = False) -> list[tuple[Any, Origin]]:
        """The records of one file, as far as they are right, each with where it stands."""
        name = data_files.name_in(self.root, path)
        content, refused = data_files.content(self.root, path)
        if refused:
            self.problems += refused
            return []
        known = self.kept.find(name, content)
        if known is not None:
            parsed = YamlFile(name, text=content.decode(ENCODING))
        else:
            parsed = read(content, name)
            before = len(self.problems)
            self.problems += parsed.problems
            known = list(self.records(shape, parsed, listed))
            if len(self.problems) == before:
                self.kept.keep(name, content, known)
            self.problems[before:] = few(self.problems[before:])
        found = [(record, Origin(parsed, place)) for place, record in known]
        for record, origin in found:
            self.admit(kind, record, origin)
        if OPEN.encode() in content:
            self.referring += [(kind, getattr(record, "id", kind)) for record, _ in found]
        return found

    def records(self, shape: Any, parsed: YamlFile, listed: bool) -> Iterator[tuple[Place, Any]]:
        """Each record that fits its shape, with its place in the file."""
        values: list[tuple[Place, Any]] = []
        if not listed and not parsed_is_broken(parsed):
            values = [((), parsed.value)]
        elif listed and isinstance(parsed.value, list):
            values = [((index,), value) for index, value in enumerate(parsed.value)]
        elif listed and not parsed.problems:
            self.problems.append(parsed.problem((), "목록이어야 해요. 줄마다 '- id: …'로 시작해 주세요."))
        for place, value in values:
            record = self.record(shape, parsed, place, value)
            if record is not None:
                yield place, record

    def record(self, shape: Any, parsed: YamlFile, place: Place, value: Any) -> Any:
        try:
            return _adapter(shape).validate_python(value)
        except ValidationError as error:
            # A value that strict YAML refused is None here; its own message has been given already.
            told = {(problem.line, problem.column) for problem in parsed.problems}
            whole = parsed.places.get(place, (1, 1))
            missing = any(one["type"] == "missing" for one in error.errors())
            # What is said of the record as a whole follows from a value that was refused, unless a field is missing.
            new = (problem for problem in problems_of(error, shape, parsed, place) if (at := (problem.line, problem.column)) not in told
                   and not (told and at == whole and not missing))
            self.problems += islice(new, MOST + 1)  # no more are told; each looks for the nearest right value, which takes its time
            return None

    def admit(self, kind: str, record: Any, origin: Origin) -> None:
        """Note where a record stands; ids are unique within a kind."""
        key = getattr(record, "id", kind)
        before = self.origins.setdefault((kind, key), origin)
        if before is not origin:
            # Of two files with one id the copy is told, not the one that has its name.
            copy, other = (before, origin) if Path(origin.file.path).stem == key else (origin, before)
            self.origins[kind, key] = other
            self.twice.add(copy.file.path)
            self.problems.append(copy.problem(("id",), f"id '{key}'{particle(key, '이/가')} 이미 있어요({other.file.path}). "
                                                       "다른 이름을 써 주세요."))

    def list_of(self, kind: str) -> Mapping[str, Any]:
        found = self.file(self.root / f"{kind}.yaml", kind, LISTS[kind], listed=True)
        return MappingProxyType({record.id: record for record, _ in found})

    def folder_of(self, kind: str) -> Mapping[str, Any]:
        found = {}
        if (self.root / kind).is_file():
            self.problems.append(Problem(data_files.name_in(self.root, self.root / kind), 1, 1, data_files.NO_FOLDER))
        misnamed = []
        for path in data_files.files(self.root / kind):
            for record, origin in self.file(path, kind, FOLDERS[kind]):
                found[record.id] = record
                if record.id != path.stem:
                    misnamed.append(origin.problem(
                        ("id",), f"id는 파일 이름과 같아야 해요. '{path.stem}'(으)로 쓰거나 파일 이름을 바꿔 주세요."))
        self.problems += [problem for problem in misnamed if problem.file not in self.twice]
        return MappingProxyType(found)


def parsed_is_broken(parsed: YamlFile) -> bool:
    """Whether the file could not be parsed at all, so that there is nothing to compare with a shape."""
    return parsed.value is None and bool(parsed.problems)


def load(root: Path, kept: Kept | None = None, before: Before | None = None, *, save: bool = True) -> tuple[Guidebook | None, list[Problem]]:
    """Load `root` (the data folder). Without a guidebook, the problems say why.

    `kept` holds the records of files that an earlier call read; see macros/cache/kept.py. `before`: what it filled in. `save`: whether
    the records are kept at once, or by the caller.
    """
    kept = kept or Kept()
    read_in, loader = _read_in(root, kept)
    if save:
        kept.save()
    if read_in is None or loader.problems:
        return None, loader.problems
    return filled(opened(read_in), loader.referring, before), []


@dataclass(frozen=True)
class Sound:
    """What can be read of data that cannot be read whole: its sound records, and every id of the files with problems.

    `twice`: where records of one id stand (`data/actors.yaml`, `data/rules`), one of which had another id before.
    """

    guide: Guidebook
    broken: frozenset[str]
    twice: frozenset[str]


def load_sound(root: Path, kept: Kept) -> Sound | None:
    """The sound records of data with problems; None without the budget, on which the others are built."""
    read_in, loader = _read_in(root, kept)
    kept.save()
    if read_in is None:
        return None
    texts = {problem.file: root.parent / problem.file for problem in loader.problems}
    broken = {path.stem for path in texts.values()}
    for path in texts.values():
        text = data_files.content(root, path)[0].decode(ENCODING, errors="replace")
        broken |= set(re.findall(r"\bid: *[\"']?([^\s,\"'}]+)", text))
    referring = [one for one in loader.referring if one in loader.origins]
    return Sound(filled(read_in, referring), frozenset(broken), frozenset(map(_home, loader.twice)))


def _home(file: str) -> str:
    """The list that a file is, or the folder that it stands in, as messages call where ids come from."""
    return file if file.count("/") == 1 else file.rsplit("/", 1)[0]


def _read_in(root: Path, kept: Kept) -> tuple[Guidebook | None, _Loader]:
    """All records that can be read, as they were written, and who read them; no guidebook without the budget."""
    loader = _Loader(root, kept)
    # A hundred thousand small objects that all stay: looking through them for garbage takes a third of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        lists = {kind: loader.list_of(kind) for kind in LISTS}
        budget = loader.file(root / "budget.yaml", "budget", Budget)
        folders = {kind: loader.folder_of(kind) for kind in FOLDERS}
        loader.problems += data_files.faults(root)
        loader.problems += data_files.strays(root, FOLDERS, (*LISTS, "budget"))
    finally:
        if collecting:
            gc.enable()
    if not budget:
        return None, loader
    records: dict[str, Any] = {**lists, **folders}
    return Guidebook(**records, budget=budget[0][0], origins=MappingProxyType(loader.origins)), loader
