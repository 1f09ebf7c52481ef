"""What this guide's city and scheme are called stands in data: another guide on the same house must not say it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

OURS = re.compile("서울|협치|지역사회혁신|구단위|은평|도봉|강서구|노원|영등포")
COMMENT = {".j2": re.compile(r"\{#.*?#\}", re.DOTALL), ".js": re.compile(r"/\*.*?\*/|^\s*//.*$|\s//\s.*$", re.DOTALL | re.MULTILINE)}
# Where such a name may stand, and why. A line of code is allowed by the file and the words that make it so.
ALLOWED = (
    ("macros/checks/unfit.py", "OFFICES", "words that a check must not take for a person's name, whichever guide's"),
    ("macros/finish/offline.py", "START", "the name of a file that people have downloaded and know"),
    ("macros/templates/whole_files.html.j2", "열기", "the same file's name, told where it is downloaded"),
    ("macros/models/district.py", "예:", "an example in a message to editors"),
    ("macros/__main__.py", "description", "what the command line calls itself"),
    ("macros/views/components.py", "who", "an example on the page of components"),
    ("macros/views/pages.py", '"', "heads of districts' facts, a closed list of this guide's (docs/maintain/new-guide.md)"),
    ("docs/assets/js/search/words.js", "due:", "words that people type; another guide's do no harm"),
)


def _strings(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a Python module that are no documentation, by line."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.body[0].value) for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body and isinstance(node.body[0], ast.Expr)}
    lines = path.read_text(encoding="utf-8").splitlines()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told and OURS.search(node.value):
            yield node.lineno, lines[node.lineno - 1]


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a template or a script, comments left out."""
    text = COMMENT[path.suffix].sub(lambda found: "\n" * found[0].count("\n"), path.read_text(encoding="utf-8"))
    yield from ((number, line) for number, line in enumerate(text.splitlines(), 1) if OURS.search(line))


def named() -> Iterator[tuple[str, int, str]]:
    """Every line of code that says such a name: (file, line number, line)."""
    for folder, suffix in (("macros", ".py"), ("macros/templates", ".j2"), ("docs/assets/js", ".js")):
        for path in sorted((ROOT / folder).rglob(f"*{suffix}")):
            if "starter" not in path.parts:
                for number, line in (_strings if suffix == ".py" else _lines)(path):
                    yield path.relative_to(ROOT).as_posix(), number, line.strip()


def test_이_길잡이의_이름은_코드에_없다() -> None:
    found = list(named())
    left = [one for one in found if not any(one[0].startswith(file) and word in one[2] for file, word, _ in ALLOWED)]
    assert not left
    unused = [file for file, word, _ in ALLOWED if not any(name.startswith(file) and word in line for name, _, line in found)]
    assert not unused
