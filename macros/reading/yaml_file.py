"""Strict YAML: every value keeps its place, and nothing is guessed.

YAML 1.1 reads `9:30` as 570, `NO` as false, `01110` as an octal number and keeps only the last of two
equal keys. An editor means none of that, so each is refused with a sentence that says what to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any
from unicodedata import normalize

import yaml

from macros.reading import letters, mending
from macros.reading.problems import MOST, Problem, few
from macros.words.marks import piles

Value = None | bool | int | str | list["Value"] | dict[str, "Value"]
Place = tuple[str | int, ...]

# libyaml's parser is eight times as fast as the one in Python; both keep line and column. Events, not nodes: YAML's own
# guesses at what a plain scalar means are never made, and reading takes half the time.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

ENCODING = "utf-8-sig"  # Notepad puts a mark before the first letter
UTF16 = (b"\xff\xfe", b"\xfe\xff")
OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
QUOTED = ("'", "\"", "|", ">")
# A plain scalar that begins with anything else is text, whatever follows.
SUSPECT = frozenset("0123456789+-.~tTfFyYnNoO０１２３４５６７８９“”„‘’‚＂＇") | {""}
WHOLE = re.compile(r"0|-?[1-9][0-9]{0,15}")
# Where a line may hold a value with a remark behind it, and a quoted value a blank at its end: both need a closer look.
CUT = re.compile(r"^[^#\n]*\S[ \t]+#", re.MULTILINE)
# A list's line that begins further in than the line above: YAML reads it as more of that line's text.
JOINED = re.compile(r"^( *)(?:- )*[^\s#\n][^\n]*[^\s:|>\-\[{,\n] *\n\1 +- \S", re.MULTILINE)
ODD = re.compile(r"""[\[{,:\-] *(?:"(?: |[^"\n]* "(?=[ ,\]}\n]))|'(?: |[^'\n]* '(?=[ ,\]}\n])))""")
EXACT = 2**53 - 1  # beyond it JavaScript, JSON and Excel round
DEEPEST = 20  # groups within groups; the data has 9
MOST_EVENTS = 400_000  # values with the marks around them
TRAPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\d{4}-\d{1,2}(-\d{1,2})?"), "날짜는 따옴표로 감싸 주세요. 예: \"{0}\""),
    (re.compile(r"-?\d+:[0-5]?\d(:[0-5]?\d)?"), "시각이나 비율은 따옴표로 감싸 주세요. 예: \"{0}\""),
    (re.compile(r"[-+]?0\d+"), "0으로 시작하는 번호는 따옴표로 감싸 주세요. 예: \"{0}\""),
    (re.compile(r"[-+]?\d[\d_,]*\.\d*|[-+]?\.\d+|[-+]?\d+(\.\d*)?[eE][-+]?\d+|[-+]?\.(inf|nan)", re.I),
     "소수는 쓸 수 없어요. 금액은 원 단위 정수로, 비율은 10%처럼, 글이면 따옴표로 감싸 써 주세요: \"{0}\""),
    (re.compile(r"-?[1-9][0-9]{15,}"), "수가 너무 커요. 9007199254740991까지 쓸 수 있어요. 번호라면 따옴표로 감싸 주세요: \"{0}\""),
    (re.compile(r"[-+]?\d[\d,_]*_?[\d,]+|0[xob][0-9a-f]+|\+\d+", re.I),
     "정수는 쉼표·밑줄·기호 없이 숫자만 써 주세요: {1}"),
    (re.compile(r"yes|no|on|off|y|n", re.I), "예/아니요는 true 또는 false로, 글이면 따옴표로 감싸 써 주세요: \"{0}\""),
    (re.compile(r"True|TRUE|False|FALSE"), "true 또는 false는 소문자로 써 주세요."),
    (re.compile(r"null|Null|NULL|~|"), "값이 비어 있어요. 값을 쓰거나 이 줄을 지워 주세요."),
)


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
        self._places: dict[Place, tuple[int, int]] | None = None

    @property
    def places(self) -> dict[Place, tuple[int, int]]:
        """Where each value, and each key (`…, key, "<key>"`), begins."""
        if self._places is None and self._text:
            self._places = parse(self._text, self.path).places
        if self._places is None:
            self._places = {}
            if self._events:
                _Builder(self, self._places, []).value(())
        return self._places

    def build(self, suspect: bool) -> None:
        """Build the value; where anything is odd, or may be, with care, to say what and where."""
        try:
            if suspect:
                raise _OddError
            events = iter(self._events)
            self.value = _quick(next(events), events)
        except _OddError:
            self._places = {}
            self.value = _Builder(self, self._places, self.problems).value(())
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
        for end in range(len(place), -1, -1):
            if place[:end] in self.places:
                return Problem(self.path, *self.places[place[:end]], message)
        return Problem(self.path, 1, 1, message)


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
        events = _events(text)
    except _RefusedError as refused:
        return _broken(parsed, *_spot(refused.event), refused.message)
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
    lines = text.split("\n") if CUT.search(text) else []
    for event in parsed._events if lines else ():
        if type(event) is yaml.ScalarEvent and event.style not in QUOTED and event.value and event.end_mark:
            line, column = event.end_mark.line, event.end_mark.column
            if re.match(r"[ \t]+#", lines[line][column:] if line < len(lines) else ""):
                rest = lines[line][column:].strip()
                yield Problem(parsed.path, line + 1, column + 2, mending.remark(rest))


def _events(text: str) -> list[yaml.Event]:
    """What the one document of a text consists of. Stops at once where there is more than an editor writes."""
    found: list[yaml.Event] = []
    depth = documents = 0
    for event in yaml.parse(text, Loader=Loader):
        kind = type(event)
        depth += (kind in OPENING) - (kind in CLOSING)
        documents += kind is yaml.DocumentStartEvent
        if documents > 1:
            raise _RefusedError(event, "한 파일에는 문서 하나만 써요. '---' 줄을 지워 주세요.")
        if depth > DEEPEST:
            raise _RefusedError(event, f"묶음 안의 묶음이 너무 깊어요. {DEEPEST}겹까지 쓸 수 있어요. 괄호나 들여쓰기를 확인해 주세요.")
        if len(found) > MOST_EVENTS:
            raise _RefusedError(event, "값이 너무 많아요. 파일을 나누어 주세요.")
        if documents and kind is not yaml.DocumentStartEvent:
            found.append(event)
    return found


def _position(before: str) -> tuple[int, int]:
    """Line and column of what comes after `before`, from 1."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _broken(parsed: YamlFile, line: int, column: int, message: str) -> YamlFile:
    parsed.problems.append(Problem(parsed.path, line, column, message))
    return parsed


SAVE = "메모장에서 ‘파일 > 다른 이름으로 저장’을 누르고, 아래의 ‘인코딩’을 UTF-8로 골라 저장해 주세요."
NO_UTF16 = f"UTF-16으로 저장한 파일이에요. {SAVE}"
ANCHOR = "앵커(&)와 별칭(*)은 쓰지 않아요. 값을 그대로 적어 주세요."
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


def _spot(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    assert mark is not None  # events of a parsed text always have one
    return mark.line + 1, mark.column + 1


class _OddError(Exception):
    """Something in the file that is refused, or may be."""


class _RefusedError(Exception):
    """An event at which reading ends, and what is said of it."""

    def __init__(self, event: yaml.Event, message: str) -> None:
        super().__init__(message)
        self.event = event
        self.message = message


def _quick(event: Any, events: Iterator[Any]) -> Value:
    """The value that begins with `event`, for files in which nothing is odd."""
    kind = type(event)
    if kind is yaml.ScalarEvent:
        return _quick_scalar(event)
    if kind is yaml.AliasEvent or event.anchor or event.tag:
        raise _OddError
    return _quick_mapping(events) if kind is yaml.MappingStartEvent else _quick_sequence(events)


def _quick_scalar(event: Any) -> Value:
    text: str = event.value
    if event.anchor or event.tag or len(text) > letters.LONGEST:
        raise _OddError
    if event.style in QUOTED or text[:1] not in SUSPECT:
        return text
    if WHOLE.fullmatch(text) and abs(int(text)) <= EXACT:
        return int(text)
    if text in ("true", "false"):
        return text == "true"
    if any(pattern.fullmatch(text) for pattern, _ in TRAPS) or mending.odd_letters(text):
        raise _OddError
    return text


def _quick_mapping(events: Iterator[Any]) -> dict[str, Value]:
    mapping: dict[str, Value] = {}
    for event in events:
        if type(event) is yaml.MappingEndEvent:
            return mapping
        if type(event) is not yaml.ScalarEvent or event.value in mapping or len(event.value) > letters.LONGEST:
            raise _OddError
        mapping[event.value] = _quick(next(events), events)
    return mapping


def _quick_sequence(events: Iterator[Any]) -> list[Value]:
    items: list[Value] = []
    for event in events:
        if type(event) is yaml.SequenceEndEvent:
            return items
        items.append(_quick(event, events))
    return items


class _Builder:
    """Builds plain values from libyaml's events, notes where each begins and what is wrong."""

    def __init__(self, parsed: YamlFile, places: dict[Place, tuple[int, int]], problems: list[Problem]) -> None:
        self.parsed = parsed
        self.places = places
        self.problems = problems
        self.events = iter(parsed._events)

    def value(self, place: Place) -> Value:
        return self.of(next(self.events), place)

    def of(self, event: yaml.Event, place: Place) -> Value:
        self.places[place] = _spot(event)
        if isinstance(event, yaml.ScalarEvent):
            self.refuse_marks(event, place)
            return self.scalar(event, place)
        if isinstance(event, yaml.MappingStartEvent):
            self.refuse_marks(event, place)
            return self.mapping(place)
        if isinstance(event, yaml.SequenceStartEvent):
            self.refuse_marks(event, place)
            return self.sequence(place)
        self.say(place, ANCHOR)  # an alias
        return None

    def refuse_marks(self, event: yaml.NodeEvent, place: Place) -> None:
        if event.anchor:
            self.say(place, ANCHOR)
        if getattr(event, "tag", None):
            self.say(place, "느낌표(!) 태그는 쓰지 않아요. 값을 따옴표로 감싸 주세요.")

    def say(self, place: Place, message: str) -> None:
        self.problems.append(self.parsed.problem(place, message))

    def sequence(self, place: Place) -> list[Value]:
        items: list[Value] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.of(event, (*place, len(items))))
        return items

    def mapping(self, place: Place) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            at = _spot(event)
            key = event.value if isinstance(event, yaml.ScalarEvent) else None
            wrong = "항목 이름은 글이어야 해요." if key is None else letters.fault(key)
            if key in mapping:
                wrong = f"'{key}'가 두 번 있어요. 하나만 남겨 주세요."
            spot = (*place, "<key>" if wrong or key is None else key)
            if key is None:
                self.of(event, spot)
            value = self.value(spot)
            if wrong or key is None:
                self.problems.append(Problem(self.parsed.path, *at, wrong or ""))
                continue
            self.places[*place, key, "<key>"] = at
            mapping[key] = value
        return mapping

    def scalar(self, event: yaml.ScalarEvent, place: Place) -> Value:
        text = str(event.value)
        if wrong := letters.fault(text):
            self.say(place, wrong)
            return None
        if event.style in QUOTED[:2] and text != text.strip(" "):
            self.say(place, "글의 앞이나 끝에 빈칸이 있어요. 따옴표 안의 빈칸을 지워 주세요.")
        if text[:1] not in SUSPECT or event.style in QUOTED:  # libyaml gives '' for a plain scalar, PyYAML None
            return text
        if text in ("true", "false"):
            return text == "true"
        if WHOLE.fullmatch(text) and abs(int(text)) <= EXACT:
            return int(text)
        digits = re.sub(r"[^\d-]", "", text)
        if wrong := mending.odd_letters(text) or next((message.format(text, digits) for pattern, message in TRAPS
                                                        if pattern.fullmatch(text)), None):
            self.say(place, wrong)
            return None
        return text
