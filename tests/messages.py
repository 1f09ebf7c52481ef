"""The sentences that editors can meet, read out of the code that says them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

SPEAKING = [path for folder in ("reading", "models", "checks") for path in sorted((ROOT / "macros" / folder).glob("*.py"))]
# What makes a string a sentence; a table of words has none of these.
SENTENCE = re.compile(r"(요|다|까)[.?]|세요|가운데 하나|쓸 수 있는 값")
HOLE = re.compile(r"\{\w*\}")


def _documentation(tree: ast.Module) -> set[int]:
    """The docstrings' nodes, by identity: they are English, but may quote."""
    owners = (ast.Module, ast.FunctionDef, ast.ClassDef)
    return {id(node.body[0].value) for node in ast.walk(tree)
            if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)}


def _strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Each string that is no docstring, with its line; what is filled in later is `{}`."""
    skipped = _documentation(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            skipped |= {id(part) for part in node.values}
            yield node.lineno, "".join(part.value if isinstance(part, ast.Constant) and isinstance(part.value, str)
                                       else "{}" for part in node.values)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.lineno, node.value


def sentences(path: Path) -> list[tuple[str, str]]:
    """Each sentence of a module, as (`file:line`, text with holes)."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [(f"{path.relative_to(ROOT)}:{line}", text) for line, text in _strings(tree) if SENTENCE.search(text)]


def said_by(sentence: str, messages: str) -> bool:
    """Whether one of the messages (a line each) holds the sentence, whatever fills its holes."""
    return re.search(".*".join(map(re.escape, HOLE.split(sentence))), messages) is not None
