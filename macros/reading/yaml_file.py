"""Strict YAML: every value keeps its place, and nothing is guessed.

YAML 1.1 reads `9:30` as 570, `NO` as false, `01110` as an octal number and keeps only the last of two
equal keys. An editor means none of that, so each is refused with a sentence that says what to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from unicodedata import normalize

import yaml

from macros.reading import letters, mending
from macros.reading.problems import MOST, Problem, few
from macros.reading.yaml_events import RefusedError, events_of, spot
from macros.reading.yaml_values import QUOTED, Builder, OddError, Place, Places, Value, nearest, quick
from macros.words.marks import piles

ENCODING = "utf-8-sig"  # Notepad puts a mark before the first letter
UTF16 = (b"\xff\xfe", b"\xfe\xff")
# Where a line may hold a value with a remark behind it, and a quoted value a blank at its end: both need a closer look.
CUT = re.compile(r"^[^#\n]*\S[ \t]+#", re.MULTILINE)
# A list's line that begins further in than the line above: YAML reads it as more of that line's text.
JOINED = re.compile(r"^( *)(?:- )*[^\s#\n][^\n]*[^\s:|>\-\[{,\n] *\n\1 +- \S", re.MULTILINE)
ODD = re.compile(r"""[\[{,:\-] *(?:"(?: |[^"\n]* "(?=[ ,\]}\n]))|'(?: |[^'\n]* '(?=[ ,\]}\n])))""")


class YamlFile:
    """One parsed file: plain values, and the place (line, column; 1-based) of every one of them.

    Places are worked out when somebody asks: a file without problems, which is nearly every file, needs none.
    """

    def __init__(self, path: str, events: list[yaml.Event] | None = None, text: str = "") -> None:
        self.path = path
        self.value: Value = None
        self.problems: list[Problem] = []
        self.source = text  # as it was parsed, to find a place within a value
        self._events = events or []
        self._text = text  # of a file whose value is known already, in case its places are asked for
        self._places: Places | None = None

    @property
    def places(self) -> Places:
        """Where each value, and each key (`…, key, "<key>"`), begins."""
        if self._places is None and self._text:
            self._places = parse(self._text, self.path).places
        if self._places is None:
            self._places = {}
            if self._events:
                Builder(self.path, self._events, self._places, []).value(())
        return self._places

    def build(self, suspect: bool) -> None:
        """Build the value; where anything is odd, or may be, with care, to say what and where."""
        try:
            if suspect:
                raise OddError
            events = iter(self._events)
            self.value = quick(next(events), events)
        except OddError:
            self._places = {}
            self.value = Builder(self.path, self._events, self._places, self.problems).value(())
            self.problems = few(self.problems)

    def problem_at(self, place: Place, fragment: str, message: str) -> Problem:
        """A problem where a fragment of the text at `place` begins; at the text itself where it is broken over lines."""
        found = self.problem(place, message)
        lines = self.source.split("\n")[found.line - 1:] if self.source else []
        for number, line in enumerate(lines):
            at = line.find(fragment, found.column - 1 if number == 0 else 0)
            if at >= 0:
                return Problem(found.file, found.line + number, at + 1, message)
        return found

    def problem(self, place: Place, message: str) -> Problem:
        """A problem at `place`, or at the nearest enclosing value whose place is known."""
        return Problem(self.path, *nearest(place, self.places), message)


def read(content: bytes, name: str) -> YamlFile:
    """Parse a file's bytes; `name` is how messages call it. Never raises for what an editor wrote."""
    if content.startswith(UTF16):
        return _broken(YamlFile(name), 1, 1, NO_UTF16)
    try:
        text = content.decode(ENCODING)
    except UnicodeDecodeError as error:
        place = _position(content[:error.start].decode(ENCODING))
        return _broken(YamlFile(name), *place, f"UTF-8로 저장한 파일이 아니에요({error.start + 1}번째 바이트). {SAVE}")
    return parse(text, name)


def parse(text: str, name: str) -> YamlFile:
    """Parse YAML text strictly; problems are collected in the result."""
    parsed = YamlFile(name)
    for found in islice(letters.UNSEEN.finditer(text), MOST + 1):
        _broken(parsed, *_position(text[:found.start()]), letters.unseen(found[0]))
    for begin, _ in islice(piles(text), MOST + 1):
        _broken(parsed, *_position(text[:begin]), letters.PILED)
    for marked, message in islice(mending.merge_marks(text), MOST):
        _broken(parsed, marked, 1, message)
    if parsed.problems:
        return parsed
    text = normalize("NFC", text.replace("\r\n", "\n"))
    try:
        events = events_of(text)
    except RefusedError as refused:
        return _broken(parsed, *spot(refused.event), refused.message)
    except yaml.MarkedYAMLError as error:
        simple = "could not find expected ':'" in str(error.problem)  # its mark is the line after
        mark = (error.context_mark if simple else None) or error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        at_tab = (text.splitlines()[line - 1:line] or [""])[0][column - 1:column] == "\t"
        return _broken(parsed, *((None if at_tab else mending.cause(text, line)) or (line, column, TAB if at_tab else _syntax(error))))
    except yaml.reader.ReaderError as error:
        before = text.encode()[:error.position].decode(errors="ignore")  # libyaml counts bytes
        return _broken(parsed, *_position(before), letters.unusable(int(error.character)))
    if not events:
        return _broken(parsed, 1, 1, "파일이 비어 있어요.")
    parsed = YamlFile(name, events)
    parsed.source = text
    parsed.build(suspect=letters.SUSPECT.search(text) is not None or ODD.search(text) is not None)
    parsed.problems[:] = [_commented(problem, text) for problem in parsed.problems] or few([*_cut(parsed, text), *_joined(parsed, text)])
    return parsed


def _commented(problem: Problem, text: str) -> Problem:
    """Of a value that is empty since what stands there begins with '#' (`- #1 사업`), say so."""
    lines = text.split("\n")  # a value that is not there may be missed behind the last of them (`?`)
    rest = lines[problem.line - 1][problem.column - 1:].strip() if problem.line <= len(lines) else ""
    return replace(problem, message=mending.remark(rest)) if re.match(r"#\S", rest) else problem


def _joined(parsed: YamlFile, text: str) -> Iterator[Problem]:
    """The lines of lists that YAML reads as more of the text above them."""
    lines = text.split("\n") if JOINED.search(text) else []
    for event in parsed._events if lines else ():
        if type(event) is yaml.ScalarEvent and event.style not in QUOTED and event.start_mark and event.end_mark:
            for number in range(event.start_mark.line + 1, min(event.end_mark.line + 1, len(lines))):
                if found := re.match(r" +(?=- \S)", lines[number]):
                    yield Problem(parsed.path, number + 1, found.end() + 1,
                                  "윗줄의 글에 이어진 것으로 읽혀요. 목록의 줄이면 '- '를 그 목록의 다른 줄과 같은 칸에서 시작해 주세요.")


def _cut(parsed: YamlFile, text: str) -> Iterator[Problem]:
    """The values that YAML ends at ' #', though the line goes on: an editor who writes 사업 #1 means all of it."""
    marked = " #" in text or "\t#" in text  # as in hardly any file
    lines = text.split("\n") if marked and CUT.search(text) else []
    for event in parsed._events if lines else ():
        if type(event) is yaml.ScalarEvent and event.style not in QUOTED and event.value and event.end_mark:
            line, column = event.end_mark.line, event.end_mark.column
            if re.match(r"[ \t]+#", lines[line][column:] if line < len(lines) else ""):
                rest = lines[line][column:].strip()
                yield Problem(parsed.path, line + 1, column + 2, mending.remark(rest))


def _position(before: str) -> tuple[int, int]:
    """Line and column of what comes after `before`, from 1."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _broken(parsed: YamlFile, line: int, column: int, message: str) -> YamlFile:
    parsed.problems.append(Problem(parsed.path, line, column, message))
    return parsed


SAVE = "메모장에서 ‘파일 > 다른 이름으로 저장’을 누르고, 아래의 ‘인코딩’을 UTF-8로 골라 저장해 주세요."
NO_UTF16 = f"UTF-16으로 저장한 파일이에요. {SAVE}"
TAB = "들여쓰기에 탭을 쓸 수 없어요. 빈칸 두 개로 바꿔 주세요."

# What libyaml says, and what an editor should do about it.
SYNTAX: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed",
     "값 안에 쌍점(:)이 있으면 값을 따옴표로 감싸 주세요. 들여쓰기가 어긋났는지도 확인해 주세요."),
    ("could not find expected ':'", "'이름: 값' 형식이 아니에요. 이름 뒤에 쌍점(:)과 빈칸을 넣어 주세요."),
    ("expected ',' or", "목록이나 묶음의 값 사이에 쉼표가 없거나, 괄호를 닫지 않았어요."),
    ("escape", "큰따옴표 안의 \\는 특별한 뜻이 있어요. 작은따옴표로 바꾸거나 \\\\로 써 주세요."),
    ("end of stream", "따옴표나 괄호를 닫지 않았어요."),
    ("quoted scalar", "따옴표나 괄호를 닫지 않았어요."),
    ("cannot start any token", "이 기호로 값을 시작할 수 없어요. 값을 따옴표로 감싸 주세요."),
    ("alias", "별표(*)로 시작하는 값은 따옴표로 감싸 주세요."),
)


def _syntax(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.context or ''} {error.problem or ''}"
    return next((message for words, message in SYNTAX if words in said),
                "YAML을 읽을 수 없어요. 들여쓰기가 윗줄과 다르거나, 따옴표를 닫은 뒤에 글이 더 있는지 확인해 주세요.")
