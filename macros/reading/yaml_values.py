"""The values that YAML's events say, exactly as they are written: quickly where nothing is odd, else with what is wrong and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from macros.reading import letters, mending
from macros.reading.problems import Problem
from macros.reading.yaml_events import spot

Value = None | bool | int | str | list["Value"] | dict[str, "Value"]
Place = tuple[str | int, ...]
Places = dict[Place, tuple[int, int]]

QUOTED = ("'", "\"", "|", ">")
# A plain scalar that begins with anything else is text, whatever follows.
SUSPECT = frozenset("0123456789+-.~tTfFyYnNoO０１２３４５６７８９“”„‘’‚＂＇") | {""}
WHOLE = re.compile(r"0|-?[1-9][0-9]{0,15}")
EXACT = 2**53 - 1  # beyond it JavaScript, JSON and Excel round
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
ANCHOR = "앵커(&)와 별칭(*)은 쓰지 않아요. 값을 그대로 적어 주세요."


class OddError(Exception):
    """Something in the file that is refused, or may be."""


def nearest(place: Place, places: Mapping[Place, tuple[int, int]]) -> tuple[int, int]:
    """Line and column of the value at `place`, or of the nearest around it whose own are known."""
    for end in range(len(place), -1, -1):
        if place[:end] in places:
            return places[place[:end]]
    return 1, 1


def quick(event: Any, events: Iterator[Any]) -> Value:
    """The value that begins with `event`, for files in which nothing is odd."""
    kind = type(event)
    if kind is yaml.ScalarEvent:
        return _quick_scalar(event)
    if kind is yaml.AliasEvent or event.anchor or event.tag:
        raise OddError
    return _quick_mapping(events) if kind is yaml.MappingStartEvent else _quick_sequence(events)


def _quick_scalar(event: Any) -> Value:
    text: str = event.value
    if event.anchor or event.tag or len(text) > letters.LONGEST:
        raise OddError
    if event.style in QUOTED or text[:1] not in SUSPECT:
        return text
    if WHOLE.fullmatch(text) and abs(int(text)) <= EXACT:
        return int(text)
    if text in ("true", "false"):
        return text == "true"
    if any(pattern.fullmatch(text) for pattern, _ in TRAPS) or mending.odd_letters(text):
        raise OddError
    return text


def _quick_mapping(events: Iterator[Any]) -> dict[str, Value]:
    mapping: dict[str, Value] = {}
    for event in events:
        if type(event) is yaml.MappingEndEvent:
            return mapping
        if type(event) is not yaml.ScalarEvent or event.value in mapping or len(event.value) > letters.LONGEST:
            raise OddError
        mapping[event.value] = quick(next(events), events)
    return mapping


def _quick_sequence(events: Iterator[Any]) -> list[Value]:
    items: list[Value] = []
    for event in events:
        if type(event) is yaml.SequenceEndEvent:
            return items
        items.append(quick(event, events))
    return items


class Builder:
    """Builds plain values from libyaml's events, notes where each begins and what is wrong."""

    def __init__(self, path: str, events: Iterable[yaml.Event], places: Places, problems: list[Problem]) -> None:
        """`path`: how messages call the file. `places`, `problems`: where what is found is added."""
        self.path = path
        self.events = iter(events)
        self.places = places
        self.problems = problems

    def value(self, place: Place) -> Value:
        """The next value, with all that it holds; `place` is where it stands."""
        return self.of(next(self.events), place)

    def of(self, event: yaml.Event, place: Place) -> Value:
        self.places[place] = spot(event)
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
        self.problems.append(Problem(self.path, *nearest(place, self.places), message))

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
            at = spot(event)
            key = event.value if isinstance(event, yaml.ScalarEvent) else None
            wrong = "항목 이름은 글이어야 해요." if key is None else letters.fault(key)
            if key in mapping:
                wrong = f"'{key}'가 두 번 있어요. 하나만 남겨 주세요."
            under = (*place, "<key>" if wrong or key is None else key)
            if key is None:
                self.of(event, under)
            value = self.value(under)
            if wrong or key is None:
                self.problems.append(Problem(self.path, *at, wrong or ""))
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
