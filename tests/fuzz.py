"""Wrong files, made from the real ones as slips of a hand or an editor's program make them.

A mutated file is refused with a place in it, or what is loaded says exactly what is written. What is written is read
independently of our loader: PyYAML's nodes, in which every scalar is still text. `python -m tests.fuzz 20000` runs long.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any
from unicodedata import normalize

import yaml

from macros.cache.kept import Kept
from macros.checks import run
from macros.models.case import Figure
from macros.models.common import Moment, Record, share
from macros.models.deadline import Span
from macros.models.kinds import ROWS
from macros.pages.macros import Macros
from macros.reading.data_files import files
from macros.reading.guidebook import Guidebook, Origin, load
from macros.reading.guidebook import _Loader as Reader
from macros.reading.problems import Problem, few
from macros.reading.yaml_file import read
from macros.schema.build import kinds
from tests.conftest import ROOT
from tests.no_page import NoPage

DATA = ROOT / "data"
Random = random.Random
ODD = ["\u200b", "\u00a0", "\ufeff", "\u2028", "\x07", "\x85", "\u202e", "𝟙", "１", "，", "：", "“", "　", "\ud83d\ude00", "\x00", "ㅤ"]
WORDS = ["~", "null", "NO", "yes", "On", "0o17", "0x1F", "1e3", ".5", "1_000", "1,000", "12:30", "2021-07-09", "-", "- ", "?",
         "[", "]", "{", "}", "&a", "*a", "!x", "|", ">", "%", "@", "`", "\"", "'", "#", ":", "---", "...", "true", "99999999999999999999",
         "9" * 5000, "-1", "-0", "+1", "007", "{}", "[]", "''", "\\", "<<: *a", "=", "1" * 17, "nan", ".inf"]


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def drop_line(text: str, at: Random) -> str:
    """A line is gone."""
    lines = _lines(text)
    lines.pop(at.randrange(len(lines)))
    return "".join(lines)


def double_line(text: str, at: Random) -> str:
    """A line stands twice."""
    lines = _lines(text)
    index = at.randrange(len(lines))
    return "".join([*lines[:index + 1], *lines[index:]])


def swap_lines(text: str, at: Random) -> str:
    """Two lines have changed places."""
    lines = _lines(text)
    one, two = at.randrange(len(lines)), at.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return "".join(lines)


def misindent(text: str, at: Random) -> str:
    """A line has moved to the right or left."""
    lines = _lines(text)
    index = at.randrange(len(lines))
    line = lines[index]
    lines[index] = at.choice([" " + line, "  " + line, line.removeprefix(" "), line.removeprefix("  "), "\t" + line,
                              line.replace("  ", "\t", 1)])
    return "".join(lines)


def drop_char(text: str, at: Random) -> str:
    """A character is gone."""
    index = at.randrange(len(text))
    return text[:index] + text[index + 1:]


def double_char(text: str, at: Random) -> str:
    """A character stands twice."""
    index = at.randrange(len(text))
    return text[:index] + text[index] + text[index:]


def swap_chars(text: str, at: Random) -> str:
    """Two neighbours have changed places."""
    index = at.randrange(len(text) - 1)
    return text[:index] + text[index + 1] + text[index] + text[index + 2:]


def odd_char(text: str, at: Random) -> str:
    """A character that nobody sees, or that only looks right."""
    index = at.randrange(len(text))
    return text[:index] + at.choice(ODD) + text[index:]


def retype_value(text: str, at: Random) -> str:
    """A value has become another one."""
    lines = _lines(text)
    index = at.choice([number for number, line in enumerate(lines) if ": " in line] or [0])
    key, sign, _ = lines[index].partition(": ")
    lines[index] = f"{key}{sign}{at.choice(WORDS)}\n"
    return "".join(lines)


def insert_word(text: str, at: Random) -> str:
    """Something typed in the wrong window."""
    index = at.randrange(len(text))
    return text[:index] + at.choice(WORDS) + text[index:]


def cut(text: str, at: Random) -> str:
    """The upload broke off."""
    return text[:at.randrange(len(text))]


def unquote(text: str, at: Random) -> str:
    """A pair of quotes is gone."""
    start = [index for index, char in enumerate(text) if char == '"']
    if len(start) < 2:
        return text
    index = at.randrange(len(start) - 1)
    one, two = start[index], start[index + 1]
    return text[:one] + text[one + 1:two] + text[two + 1:]


def rename_key(text: str, at: Random) -> str:
    """A key is misspelt."""
    lines = _lines(text)
    index = at.choice([number for number, line in enumerate(lines) if ":" in line] or [0])
    key, sign, rest = lines[index].partition(":")
    lines[index] = f"{key[:-1]}{at.choice('abcxyz_가')}{sign}{rest}"
    return "".join(lines)


def other_form(text: str, at: Random) -> str:
    """The same in another form: nothing may change."""
    windows = text.replace("\n", "\r\n")
    return at.choice(["\ufeff" + text, windows, text.rstrip("\n"), text + "\n\n# 끝\n", normalize("NFD", text), "\n\n" + text,
                      "\ufeff" + windows])


MUTATIONS: tuple[Callable[[str, Random], str], ...] = (
    drop_line, double_line, swap_lines, misindent, drop_char, double_char, swap_chars, odd_char, retype_value, insert_word, cut,
    unquote, rename_key, other_form,
)


def targets() -> list[tuple[Path, str, Any, bool]]:
    """Every file of the data with its kind, shape, and whether it lists records."""
    found = []
    for kind, (shape, listed) in kinds().items():
        paths = list(files(DATA / kind)) if (DATA / kind).is_dir() else [DATA / f"{kind}.yaml"]
        found += [(path, kind, shape, listed) for path in paths if path.exists()]  # a kind may have no record yet
    return found


def read_alone(path: Path, content: bytes, shape: Any, listed: bool) -> tuple[list[tuple[Any, Any]], Any, list[Problem]]:
    """The records of one file with their places, its plain value, and what is wrong with it."""
    reader = Reader(DATA, Kept())
    parsed = read(content, path.relative_to(ROOT).as_posix())
    reader.problems += parsed.problems
    records = list(reader.records(shape, parsed, listed))
    return records, parsed.value, few(reader.problems)  # as the loader does for each file


def written(node: yaml.Node) -> Any:
    """What stands in the file, every scalar as text; a mapping as its pairs, so that nothing can be lost."""
    if isinstance(node, yaml.MappingNode):
        return ("mapping", [(written(key), written(value)) for key, value in node.value])
    if isinstance(node, yaml.SequenceNode):
        return ("sequence", [written(item) for item in node.value])
    return node.value


def same_as_written(plain: Any, node: Any) -> bool:
    """Whether our value says what the text says."""
    if isinstance(node, tuple) and node[0] == "mapping":
        return isinstance(plain, dict) and list(plain) == [key for key, _ in node[1]] and all(
            same_as_written(plain[key], value) for key, value in node[1])
    if isinstance(node, tuple):
        return isinstance(plain, list) and len(plain) == len(node[1]) and all(map(same_as_written, plain, node[1]))
    return bool((str(plain).lower() if isinstance(plain, bool) else str(plain)) == node)


def same_as_plain(loaded: Any, plain: Any) -> bool:
    """Whether a record says what its plain value says, no field more and none less."""
    if isinstance(loaded, Figure) and isinstance(plain, dict) and "derived" in plain:
        plain = {**plain, "value": sum(plain["derived"])}  # the one value that nobody writes
    if isinstance(loaded, Record) and isinstance(plain, dict):
        fields = loaded.model_fields_set
        return fields == plain.keys() and all(same_as_plain(getattr(loaded, key), plain[key]) for key in plain)
    if isinstance(loaded, tuple):
        many = plain if isinstance(plain, list) else [plain]
        return len(loaded) == len(many) and all(map(same_as_plain, loaded, many))
    if isinstance(loaded, dict):
        return loaded.keys() == plain.keys() and all(same_as_plain(loaded[key], plain[key]) for key in plain)
    return bool(_as_written(loaded, plain) == (" ".join(plain.split()) if isinstance(plain, str) else plain))


def _as_written(loaded: Any, plain: Any) -> Any:
    """A plain value of a record as an editor writes it: a share, a date, a span, a text without its folds."""
    if isinstance(loaded, Fraction):
        return plain if share(plain) == loaded else loaded
    if isinstance(loaded, Moment | Span):
        return loaded.iso if isinstance(loaded, Moment) else loaded.text
    if isinstance(loaded, date):
        return loaded.isoformat()
    if isinstance(loaded, str):
        return " ".join(loaded.split())
    return loaded if type(loaded) is type(plain) else None


def verdict(path: Path, content: bytes, shape: Any, listed: bool) -> str:
    """`refused` or `loaded`; AssertionError when a refusal has no place or a load is not what is written."""
    records, plain, problems = read_alone(path, content, shape, listed)
    if problems:
        lines = content.decode("utf-8", errors="replace").count("\n") + 1
        for problem in problems:
            assert problem.file == path.relative_to(ROOT).as_posix()
            assert 1 <= problem.line <= lines + 1 and problem.column >= 1, problem
            assert problem.message.strip(), problem
        return "refused"
    text = normalize("NFC", content.decode("utf-8-sig").replace("\r\n", "\n"))
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:  # PyYAML's own parser refuses "{a: b? c}", which libyaml and the standard take.
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert node is not None and same_as_written(plain, written(node)), "쓴 것과 읽은 것이 달라요"
    for place, record in records:
        value = plain[place[0]] if place else plain
        assert same_as_plain(record, value), "읽은 것과 담긴 것이 달라요"
    assert len(records) == (len(plain) if listed else 1)
    return "loaded"


def mutants(count: int, seed: int) -> Iterator[tuple[str, Path, str, Any, bool, bytes]]:
    """`count` mutated files, the same ones for the same seed."""
    at, there = Random(seed), targets()
    texts: Mapping[Path, str] = {path: path.read_text(encoding="utf-8") for path, *_ in there}
    for _ in range(count):
        path, kind, shape, listed = at.choice(there)
        mutation = at.choice(MUTATIONS)
        text = mutation(texts[path], at)
        yield mutation.__name__, path, kind, shape, listed, text.encode("utf-8", errors="surrogatepass")


SHOWN = {kind.id: kind.page for kind in ROWS if kind.page and kind.id != "sheets"}
ALSO = {"rules": "rules", "conflicts": "conflicts", "articles": "articles", "glossary": "glossary", "sources": "sources",
        "deadlines": "deadline_planner"}


def whole(guide: Guidebook, path: Path, kind: str, shape: Any, listed: bool, content: bytes) -> str:
    """The mutant amid all other data: `refused` by the checks with a place, or `shown` on its page."""
    name = path.relative_to(ROOT).as_posix()
    records, _, _ = read_alone(path, content, shape, listed)
    parsed = read(content, name)
    kept = {key: record for key, record in getattr(guide, kind).items()
            if guide.origins[kind, key].file.path != name} if kind != "budget" else {}
    origins = {spot: origin for spot, origin in guide.origins.items() if origin.file.path != name}
    for place, record in records:
        key = getattr(record, "id", kind)
        if (kind, key) in origins or (not listed and kind != "budget" and key != path.stem):
            return "refused"  # by the loader: the id is taken, or is not the file's name
        origins[kind, key] = Origin(parsed, place)
        kept[key] = record
    changed: Any = records[0][1] if kind == "budget" else MappingProxyType(kept)
    made = replace(guide, **{kind: changed, "origins": MappingProxyType(origins)})
    problems = run(made)
    if problems:
        assert all(problem.file.startswith("data/") and problem.line >= 1 for problem in problems)
        return "refused"
    macros = Macros(made, NoPage())
    if kind in SHOWN:
        macros.door(SHOWN[kind])(path.stem)
    elif kind in ALSO:
        macros.door(ALSO[kind])()
    return "shown"


def main(count: int) -> None:
    """Many mutants, each amid all data."""
    guide, _ = load(DATA)
    assert guide is not None
    seed = random.randrange(10**9)
    print(f"씨앗 {seed}: 실제 파일을 {count:,}번 망가뜨려 봅니다.", flush=True)
    started, counted = time.perf_counter(), Counter[str]()
    for name, path, kind, shape, listed, content in mutants(count, seed):
        try:
            outcome = verdict(path, content, shape, listed)
            if outcome == "loaded":
                outcome = whole(guide, path, kind, shape, listed, content)
        except Exception as error:  # whatever it is: it is what we look for
            left = Path(tempfile.gettempdir()) / f"mutant-{counted.total()}.yaml"
            left.write_bytes(content)
            print(f"{name} {path.name}: {error!r} ({left})", flush=True)
            outcome = "failed"
        counted[outcome] += 1
    print(f"{time.perf_counter() - started:.0f}초: {dict(counted)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
