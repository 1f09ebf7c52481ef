"""Strict YAML: every value keeps its place, and nothing is guessed.

YAML 1.1 reads `9:30` as 570, `NO` as false, `01110` as an octal number and keeps only the last of two
equal keys. An editor means none of that, so each is refused with a sentence that says what to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

import yaml

from macros.problems import Problem

Value = None | bool | int | str | list["Value"] | dict[str, "Value"]
Place = tuple[str | int, ...]

# libyaml's parser is eight times as fast as the one in Python; both keep line and column.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

QUOTED = ("'", "\"", "|", ">")
WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
TRAPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\d{4}-\d{1,2}(-\d{1,2})?"), "날짜는 따옴표로 감싸 주세요. 예: \"{0}\""),
    (re.compile(r"-?\d+:[0-5]?\d(:[0-5]?\d)?"), "시각이나 비율은 따옴표로 감싸 주세요. 예: \"{0}\""),
    (re.compile(r"[-+]?0\d+"), "0으로 시작하는 번호는 따옴표로 감싸 주세요. 예: \"{0}\""),
    (re.compile(r"[-+]?\d[\d_,]*\.\d*|[-+]?\.\d+|[-+]?\d+(\.\d*)?[eE][-+]?\d+|[-+]?\.(inf|nan)", re.I),
     "소수는 쓸 수 없습니다. 금액은 원 단위 정수로, 비율은 10%처럼, 글이면 따옴표로 감싸 써 주세요: \"{0}\""),
    (re.compile(r"[-+]?\d[\d,_]*_?[\d,]+|0[xob][0-9a-f]+|\+\d+", re.I),
     "정수는 쉼표·밑줄·기호 없이 숫자만 써 주세요: {1}"),
    (re.compile(r"yes|no|on|off|y|n", re.I), "예/아니요는 true 또는 false로, 글이면 따옴표로 감싸 써 주세요: \"{0}\""),
    (re.compile(r"True|TRUE|False|FALSE"), "true 또는 false는 소문자로 써 주세요."),
    (re.compile(r"null|Null|NULL|~|"), "값이 비어 있습니다. 값을 쓰거나 이 줄을 지워 주세요."),
)


@dataclass
class YamlFile:
    """One parsed file: plain values, and the place (line, column; 1-based) of every one of them."""

    path: str
    value: Value = None
    places: dict[Place, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, place: Place, message: str) -> Problem:
        """A problem at `place`, or at the nearest enclosing value whose place is known."""
        for end in range(len(place), -1, -1):
            if place[:end] in self.places:
                return Problem(self.path, *self.places[place[:end]], message)
        return Problem(self.path, 1, 1, message)


def read(path: Path, name: str) -> YamlFile:
    """Parse `path`; `name` is how messages call it. Never raises for what an editor wrote."""
    parsed = YamlFile(name)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _broken(parsed, 1, 1, f"UTF-8로 저장한 파일이 아닙니다({error.start + 1}번째 바이트).")
    return parse(text, name)


def parse(text: str, name: str) -> YamlFile:
    """Parse YAML text strictly; problems are collected in the result."""
    parsed = YamlFile(name)
    try:
        node = yaml.compose(normalize("NFC", text.replace("\r\n", "\n")), Loader=Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        at_tab = (text.splitlines()[line - 1:line] or [""])[0][column - 1:column] == "\t"
        return _broken(parsed, line, column, TAB if at_tab else _syntax(error))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return _broken(parsed, line, 1, f"쓸 수 없는 글자(U+{error.character:04X})가 있습니다. 지워 주세요."
                       if isinstance(error.character, int) else "읽을 수 없는 글자가 있습니다. 지워 주세요.")
    if node is None:
        return _broken(parsed, 1, 1, "파일이 비어 있습니다.")
    parsed.value = _value(node, (), parsed, set())
    return parsed


def _broken(parsed: YamlFile, line: int, column: int, message: str) -> YamlFile:
    parsed.problems.append(Problem(parsed.path, line, column, message))
    return parsed


TAB = "들여쓰기에 탭을 쓸 수 없습니다. 빈칸 두 개로 바꿔 주세요."

# What libyaml says, and what an editor should do about it.
SYNTAX: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed",
     "값 안에 쌍점(:)이 있으면 값을 따옴표로 감싸 주세요. 들여쓰기가 어긋났는지도 확인해 주세요."),
    ("could not find expected ':'", "'이름: 값' 꼴이 아닙니다. 이름 뒤에 쌍점(:)과 빈칸을 넣어 주세요."),
    ("end of stream", "따옴표나 괄호를 닫지 않았습니다."),
    ("quoted scalar", "따옴표나 괄호를 닫지 않았습니다."),
    ("cannot start any token", "이 기호로 값을 시작할 수 없습니다. 값을 따옴표로 감싸 주세요."),
    ("expected a single document", "한 파일에는 문서 하나만 씁니다. '---' 줄을 지워 주세요."),
    ("alias", "별표(*)로 시작하는 값은 따옴표로 감싸 주세요."),
)


def _syntax(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.context or ''} {error.problem or ''}"
    return next((message for words, message in SYNTAX if words in said),
                "YAML을 읽을 수 없습니다. 들여쓰기와 따옴표를 확인해 주세요.")


def _value(node: yaml.Node, place: Place, parsed: YamlFile, seen: set[int]) -> Value:
    parsed.places.setdefault(place, (node.start_mark.line + 1, node.start_mark.column + 1))
    if id(node) in seen:
        parsed.problems.append(parsed.problem(place, "앵커(&)와 별칭(*)은 쓰지 않습니다. 값을 그대로 적어 주세요."))
        return None
    seen.add(id(node))
    if not node.tag.startswith("tag:yaml.org,2002:"):
        parsed.problems.append(parsed.problem(place, "느낌표(!) 태그는 쓰지 않습니다. 값을 따옴표로 감싸 주세요."))
        return None
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, place, parsed, seen)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*place, index), parsed, seen) for index, item in enumerate(node.value)]
    assert isinstance(node, yaml.ScalarNode)
    return _scalar(node, place, parsed)


def _mapping(node: yaml.MappingNode, place: Place, parsed: YamlFile, seen: set[int]) -> dict[str, Value]:
    mapping: dict[str, Value] = {}
    for key_node, value_node in node.value:
        mark = key_node.start_mark
        if not isinstance(key_node, yaml.ScalarNode):
            parsed.problems.append(Problem(parsed.path, mark.line + 1, mark.column + 1,
                                           "항목 이름은 글이어야 합니다."))
            continue
        key = key_node.value
        if key in mapping:
            parsed.problems.append(Problem(parsed.path, mark.line + 1, mark.column + 1,
                                           f"'{key}'가 두 번 있습니다. 하나만 남겨 주세요."))
            continue
        parsed.places[(*place, key, "<key>")] = (mark.line + 1, mark.column + 1)
        mapping[key] = _value(value_node, (*place, key), parsed, seen)
    return mapping


def _scalar(node: yaml.ScalarNode, place: Place, parsed: YamlFile) -> Value:
    text = str(node.value)
    if node.style in QUOTED:  # libyaml gives '' for a plain scalar, PyYAML's own parser None
        return text
    if text in ("true", "false"):
        return text == "true"
    if WHOLE.fullmatch(text):
        return int(text)
    for pattern, message in TRAPS:
        if pattern.fullmatch(text):
            digits = re.sub(r"[^\d-]", "", text)
            parsed.problems.append(parsed.problem(place, message.format(text, digits)))
            return None
    return text


def files(folder: Path) -> Iterator[Path]:
    """All YAML files below `folder`, in a stable order."""
    yield from sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml"))
