"""What is wrong with the data, said so that an editor can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from unicodedata import normalize


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it stands (1-based line and column) and what is right, in Korean."""

    file: str
    line: int
    column: int
    message: str

    def as_text(self) -> str:
        """`file:line:column message`, the form that editors and terminals make clickable."""
        return f"{self.file}:{self.line}:{self.column} {self.message}"

    def as_annotation(self) -> str:
        """The same as a workflow command that lands on the changed line of a pull request."""
        escaped = self.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        return f"::error file={self.file},line={self.line},col={self.column}::{escaped}"


def report(problems: Iterable[Problem]) -> str:
    """All problems, in file order, with a closing count."""
    found = sorted(set(problems))
    lines = [problem.as_text() for problem in found]
    return "\n".join([*lines, f"고칠 곳이 {len(found)}곳 있어요."])


def nearest(word: str, valid: Iterable[str]) -> str:
    """A Korean hint that offers the valid value most like `word`, or lists them when they are few.

    Hangul is compared by its letters (NFD), so that 강셔 finds 강서.
    """
    spelled = {normalize("NFD", choice): choice for choice in valid}
    close = get_close_matches(normalize("NFD", word), list(spelled), n=1, cutoff=0.6)
    if close:
        return f" 혹시 '{spelled[close[0]]}'인가요?"
    if 0 < len(spelled) <= 12:
        return " 쓸 수 있는 값: " + ", ".join(sorted(spelled.values())) + "."
    return ""
