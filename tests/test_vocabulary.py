"""Verdicts, comparisons, answers and units are said in one vocabulary: nobody else has a word of it written down."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from macros.models.budget import Unit
from macros.models.rule import OPERATORS
from macros.reading.yaml_file import read
from macros.words.vocabulary import FILE, VOCABULARY, Level
from tests.conftest import ROOT

SCRIPTS = ROOT / "docs/assets/js"
# What the vocabulary has taken the place of, and must not come back.
REPLACED = ("이하", "맞음", "어긋남", "개 단체", "개 조직")
# Too common to look for: words of counting and of answering stand in many sentences.
COMMON = {"예", "아니요", "모름", "해당 없음", "참고", "원", "명", "점", "위", "개", "세", "곳"}
WORDS = {*(said.word for said in VOCABULARY.verdicts.values()), *VOCABULARY.compared.values(), *VOCABULARY.answers.values(),
         *VOCABULARY.operators.values(), *(words[0] for words in VOCABULARY.units.values()), *REPLACED} - COMMON
# Who may have such a word by itself, and why.
MAY: dict[str, str] = {
    "macros/checks/wording.py": "what the sources say, to be compared with a rule's operator",
    "macros/checks/ousted.py": "the better word beside one that went out",
    "macros/tools/deadlines.py": "a span of days, no verdict",
    "macros/words/forms.py": "how a sign is spoken",
    "docs/assets/js/budget/room.js": "room that cannot be told yet",
    "docs/assets/js/search/text.js": "what people type",
    "docs/assets/js/search/words.js": "what people type",
    "docs/assets/js/verdict-words.js": "the browser's twin, compared below",
    "docs/assets/js/tools/number.js": "the browser's twin, compared below",
}


def strings(path: Path) -> Iterator[str]:
    """The strings of a module, a template or a script, each by itself."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        yield from (node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    else:
        yield from re.findall(r'"([^"\n]*)"', text)


def test_판정과_비교와_단위의_말은_어휘에만_있다() -> None:
    files = [*(ROOT / "macros").rglob("*.py"), *(ROOT / "macros/templates").rglob("*.j2"), *SCRIPTS.rglob("*.js")]
    found = {path.relative_to(ROOT).as_posix() for path in files if WORDS & {one.strip() for one in strings(path)}}
    assert found <= set(MAY)


def table(script: str, name: str) -> dict[str, list[str]]:
    """A table of a script: each key with the strings behind it."""
    text = (SCRIPTS / script).read_text(encoding="utf-8")
    body = re.search(rf"const {name} = \{{(.*?)\}};", text, re.DOTALL)
    assert body, name
    return {key: re.findall(r'"([^"]*)"', behind) for key, behind in re.findall(r'(\w+): (\{[^}]*\}|\[[^\]]*\]|"[^"]*")', body[1])}


def test_브라우저도_같은_말을_한다() -> None:
    single = {"OPERATORS": VOCABULARY.operators, "COMPARED": VOCABULARY.compared, "ANSWERS": VOCABULARY.answers}
    for name, words in single.items():
        assert table("verdict-words.js", name) == {key: [word] for key, word in words.items()}, name
    assert table("verdict-words.js", "LEVELS") == {level: [said.word, said.sign] for level, said in VOCABULARY.verdicts.items()}
    assert table("tools/number.js", "WORDS") == {"count": [""], **{unit: list(words) for unit, words in VOCABULARY.units.items()}}


def test_어휘의_파일은_엄격한_YAML이고_빠진_말이_없다() -> None:
    assert not read(FILE.read_bytes(), FILE.name).problems
    assert set(VOCABULARY.verdicts) == set(get_args(Level)) and set(VOCABULARY.units) == set(get_args(Unit))
    assert tuple(VOCABULARY.operators) == OPERATORS
