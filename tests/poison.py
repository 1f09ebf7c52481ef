"""Hostile words in every field of words of every record, written as an attacker would: a change of `data/` alone.

`python -m tests.poison FOLDER` copies the project there, poisons its data and says how many fields it reached.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

from pydantic import StringConstraints

from macros.models.common import Record
from macros.models.function import Function, Wording
from macros.models.heading import Heading
from macros.models.outcome import Letter
from macros.models.rule import ByChoice
from macros.models.source import Condition
from macros.reading.data_files import files
from macros.reading.guidebook import FOLDERS, LISTS, Guidebook
from macros.reading.yaml_file import ENCODING, read

Poison = Callable[[str], str]
# What an attacker would try, each with a mark by which a test finds it again. None of it is a template's sign: the check
# refuses those (tests/broken), and what is refused poisons nothing.
AFTER = (" <img src=x onerror=hgRan(1)> A<B \"><script>hgRan(2)</script> & &lt;hgEntity&gt; ' \" javascript:hgRan(3)"
         " [hgLink](javascript:hgRan(4)) ![hgImage](https://evil.example/hg.png) [hgRef][1] <https://evil.example/auto>"
         " <a href='data:text/html,hgRan(7)'>x</a> **hgBold** _hgEm_ `hgCode` {: onclick=hgRan(5) .hgClass } ]]> -->")
BEFORE = "# \"><svg onload=hgRan(6)> "
# These name a key that other places must find, or words in a form that the check wants: no words for readers.
NAMES = {(ByChoice, "amounts"), (Heading, "words"), (Condition, "words"), (Function, "asked"), (Wording, "name")}
# In these a brace is a mark to be filled, and the check knows which there are.
MARKED = (Letter,)
BRACES = " {: onclick=hgRan(5) .hgClass }"


REFERENCE = re.compile(r"\(\([^()\n]*/[^()\n]*/[^()\n]*\)\)|\(\([^()\n]*/만점\)\)")  # of a value by the words that it is found by
# The check tells an editor of signs that look like markup, and of addresses of the web. It is taken away: outputs must hold
# without it. So are words that went out: a reference that is a value here may bring one from its source.
CHECKED = "if (one.cells or not cell)"
UNFIT = "macros/checks/unfit.py"
BEGINNINGS = ("20",)  # what the guide looks for at the beginning of a text: a year


def around(text: str) -> str:
    """The text amid hostile words."""
    return f"{text}{AFTER}" if text.startswith(BEGINNINGS) else f"{BEFORE}{text}{AFTER}"


def _braceless(text: str) -> str:
    return around(text).replace(BRACES, "")


def _holds_words(annotation: Any, metadata: tuple[Any, ...] = ()) -> bool:
    """Whether the type, or one inside it, takes any words: a string that no pattern and no list of choices bounds."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _holds_words(inner, (*metadata, *more))
    if annotation is str:
        return not any(isinstance(one, StringConstraints) and one.pattern for one in metadata)
    return any(_holds_words(part) for part in get_args(annotation))


def _keyed_by_words(annotation: Any) -> bool:
    """Whether the type is, or holds, a mapping whose keys are words."""
    if get_origin(annotation) is dict:
        return _holds_words(get_args(annotation)[0])
    return any(_keyed_by_words(part) for part in get_args(annotation))


class Poisoner:
    """Walks records beside what their files say, and counts what it changes."""

    def __init__(self, poison: Poison) -> None:
        self.poison = poison
        self.count = 0

    def record(self, record: Record, plain: Any) -> Any:
        """The plain value of a record with every field of words poisoned."""
        if not isinstance(plain, dict):
            return plain
        if isinstance(record, MARKED) and self.poison is not _braceless:
            inner = Poisoner(_braceless)
            made = inner.record(record, plain)
            self.count += inner.count
            return made
        made = dict(plain)
        for name, field in type(record).model_fields.items():
            if name in made and (type(record), name) not in NAMES:
                words = _holds_words(field.annotation, tuple(field.metadata))
                made[name] = self._value(getattr(record, name), made[name], words, _keyed_by_words(field.annotation))
        return made

    def _value(self, value: Any, plain: Any, words: bool, keys: bool) -> Any:
        if isinstance(value, Record):
            return self.record(value, plain)
        if isinstance(value, tuple):
            whole = plain if isinstance(plain, list) else [plain]
            made = [self._value(one, plain_one, words, keys) for one, plain_one in zip(value, whole, strict=True)]
            return made if isinstance(plain, list) else made[0]
        if isinstance(value, Mapping):
            return {self._word(key) if keys else key: self._value(value[key], one, words, keys) for key, one in plain.items()}
        if not (words and isinstance(plain, str) and isinstance(value, str) and plain):
            return plain
        # A reference would lead nowhere once the names that it is found by are poisoned: what it says is poisoned instead.
        return self._word(value if "((" in plain else plain)

    def _word(self, text: str) -> str:
        self.count += 1
        return self.poison(text)


def poison_data(guide: Guidebook, data: Path, poison: Poison = around) -> int:
    """Rewrite the files below `data` (a copy of what `guide` was read from); how many fields were reached."""
    poisoner = Poisoner(poison)
    for kind in (*LISTS, *FOLDERS, "budget"):
        paths = list(files(data / kind)) if kind in FOLDERS else [data / f"{kind}.yaml"]
        for path in paths:
            value: Any = read(path.read_bytes(), path.name).value
            path.write_text(json.dumps(_poisoned(guide, kind, path.stem, value, poisoner), ensure_ascii=False, indent=1), encoding=ENCODING)
    return poisoner.count


def _poisoned(guide: Guidebook, kind: str, stem: str, value: Any, poisoner: Poisoner) -> Any:
    if kind == "budget":
        return poisoner.record(guide.budget, value)
    records = getattr(guide, kind)
    if kind in LISTS:
        return [poisoner.record(records[one["id"]], one) for one in value]
    return poisoner.record(records[stem], value)


def main(folder: Path) -> None:
    """A poisoned copy of the project."""
    from macros.reading.guidebook import load
    from tests.bench_preview import copy_project
    from tests.conftest import ROOT

    guide, _ = load(ROOT / "data")
    assert guide is not None
    folder.mkdir(parents=True)
    copy_project(folder)
    for page in (folder / "docs").rglob("*.md"):  # names with hostile words are found no more: their value stands in their place
        text = page.read_text(encoding=ENCODING)
        page.write_text(REFERENCE.sub("0", text) if "((" in text else text, encoding=ENCODING)
    texts = folder / UNFIT
    source = texts.read_text(encoding=ENCODING)
    assert CHECKED in source
    texts.write_text(source.replace(CHECKED, f"{CHECKED} and one.message not in {{SHOWN, WEB}} and one not in OUSTED"), encoding=ENCODING)
    print(f"{poison_data(guide, folder / 'data')}칸에 나쁜 글을 넣었어요: {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
