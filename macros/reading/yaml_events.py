"""What a YAML file consists of, as libyaml finds it: its values and the marks around them, in their order."""

from __future__ import annotations

import yaml

# libyaml's parser is eight times as fast as the one in Python; both keep line and column. Events, not nodes: YAML's own
# guesses at what a plain scalar means are never made, and reading takes half the time.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
DEEPEST = 20  # groups within groups; the data has 9
MOST_EVENTS = 400_000  # values with the marks around them


class RefusedError(Exception):
    """An event at which reading ends, and what is said of it."""

    def __init__(self, event: yaml.Event, message: str) -> None:
        super().__init__(message)
        self.event = event
        self.message = message


def events_of(text: str) -> list[yaml.Event]:
    """What the one document of a text consists of. Stops at once where there is more than an editor writes."""
    found: list[yaml.Event] = []
    depth = documents = 0
    for event in yaml.parse(text, Loader=Loader):
        kind = type(event)
        depth += (kind in OPENING) - (kind in CLOSING)
        documents += kind is yaml.DocumentStartEvent
        if documents > 1:
            raise RefusedError(event, "한 파일에는 문서 하나만 써요. '---' 줄을 지워 주세요.")
        if depth > DEEPEST:
            raise RefusedError(event, f"묶음 안의 묶음이 너무 깊어요. {DEEPEST}겹까지 쓸 수 있어요. 괄호나 들여쓰기를 확인해 주세요.")
        if len(found) > MOST_EVENTS:
            raise RefusedError(event, "값이 너무 많아요. 파일을 나누어 주세요.")
        if documents and kind is not yaml.DocumentStartEvent:
            found.append(event)
    return found


def spot(event: yaml.Event) -> tuple[int, int]:
    """Line and column where it begins, from 1."""
    mark = event.start_mark
    assert mark is not None  # events of a parsed text always have one
    return mark.line + 1, mark.column + 1
