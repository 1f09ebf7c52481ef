"""What is wrong with the data, said so that an editor can mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from unicodedata import normalize

# Control characters, line ends and lone surrogates: in a file's name they would be read by whatever shows the message.
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# What ends a value in a workflow command of GitHub.
ENDING = {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}
COMMENT = "<!-- hyeopchi-changes -->"  # the first line of what a pull request is told, as in templates/changes.md.j2
MOST = 100  # problems of one file; nobody mends more at a time


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it stands (1-based line and column) and what is right, in Korean."""

    file: str
    line: int
    column: int
    message: str

    def as_text(self) -> str:
        """`file:line:column message`, the form that editors and terminals make clickable."""
        return f"{visible(self.file)}:{self.line}:{self.column} {visible(self.message)}"

    def as_annotation(self, kind: str = "error") -> str:
        """The same as a workflow command (`error`, `warning`) that lands on the changed line of a pull request."""
        file = "".join(ENDING.get(letter, letter) for letter in visible(self.file))
        message = visible(self.message).replace("%", ENDING["%"])
        return f"::{kind} file={file},line={self.line},col={self.column}::{message}"


def as_comment(problems: Iterable[Problem]) -> str:
    """All problems as Markdown for a pull request, those of files that it does not touch among them; the mark says whose comment it is."""
    found = sorted(set(problems))
    lines = [f"- `{visible(one.file)}:{one.line}:{one.column}` {visible(one.message)}" for one in found]
    return "\n".join([COMMENT, f"### 고칠 곳이 {len(found)}곳 있어요", "",
                      "모두 한 번에 적었어요. 이 변경이 건드리지 않은 파일의 것도 있을 수 있어요. 고치고 나면 바뀌는 것과 미리보기가 여기에 나와요.",
                      "", *lines]) + "\n"


def visible(text: str) -> str:
    """The text on one line, with a code in place of each letter that a terminal would obey."""
    return HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def few(found: Iterable[Problem]) -> list[Problem]:
    """The first problems of a file, and one that says that there are more."""
    listed = list(islice(found, MOST + 1))
    if len(listed) > MOST:
        last = listed.pop()
        listed.append(Problem(last.file, last.line, last.column, "이 파일에 고칠 곳이 더 있어요. 앞의 것부터 고쳐 주세요."))
    return listed


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
