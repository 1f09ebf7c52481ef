"""What comes from outside as a file passes through here first: the limits and the JSON of docs/assets/js/gate/, in Python.

The site and the command line open the same files and refuse the same files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NoReturn

from macros.words.marks import composed


@dataclass(frozen=True)
class Limits:
    """How much is taken: the part of docs/assets/js/gate/limits.js that concerns files. Sizes in signs, `bytes` and `archive` in bytes."""

    bytes: int = 2_000_000
    archive: int = 20_000_000  # a file of packed parts: workbooks
    unpacked: int = 40_000_000  # what its parts hold; a small file may unpack to more than any machine holds
    depth: int = 12
    values: int = 60_000
    name: int = 120
    label: int = 300
    text: int = 20_000
    rare: int = 200_000  # of all texts that hold other letters than usual ones
    projects: int = 90
    lines: int = 450
    entries: int = 500
    rows: int = 100


LIMITS = Limits()
FOREIGN = {"__proto__", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__", "constructor", "hasOwnProperty",
           "isPrototypeOf", "propertyIsEnumerable", "prototype", "toLocaleString", "toString", "valueOf"}
LARGE_FILE = f"파일이 너무 커요. {LIMITS.bytes // 1_000_000} MB까지 열 수 있어요."
LARGE_ARCHIVE = f"파일이 너무 커요. {LIMITS.archive // 1_000_000} MB까지 열 수 있어요."
DEEP = f"너무 여러 겹으로 싸여 있어요. {LIMITS.depth}겹까지 열 수 있어요."
SAFE = 2**53 - 1  # what a browser's JSON holds exactly
MOST_SHOWN = 40
UNSEEN = re.compile("[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5"
                    "\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufdd0-\\ufdef\\ufe00-\\ufe0d\\ufeff\\uffa0"
                    "\\ufff0-\\ufffb\\ufffe\\uffff\\ud800-\\udfff\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff]")
# What nearly all texts are written in, as in docs/assets/js/gate/text.js.
USUAL = re.compile("[\\t\\n -~\\u00a0-\\u00ac\\u00ae-\\u024f\\u03b1-\\u03c9\\u0400-\\u0482\\u048a-\\u052f\\u2010-\\u2027\\u2030-\\u205e"
                   "\\u20a0-\\u20bf\\u2100-\\u2125\\u2127-\\u2129\\u212c-\\u2328\\u232b-\\u2adb\\u2ae0-\\u2bff\\u3001-\\u3029"
                   "\\u3030-\\u303f\\u3041-\\u3096\\u309b-\\u30ff\\u3131-\\u3163\\u3165-\\u318e\\u3200-\\u4dbf\\u4e00-\\u9fff"
                   "\\uac00-\\ud7a3\\uff01-\\uff9f\\U0001f000-\\U0001faff]*")
BREAK = re.compile("\\r\\n?|[\\u0085\\u2028\\u2029]")


class PlanFileError(Exception):
    """A file that is not opened: sentences for the reader, each with its place."""

    def __init__(self, *sentences: str) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def demand(condition: object, sentence: str) -> None:
    """Refuses the file with a sentence where the condition does not hold."""
    if not condition:
        raise PlanFileError(sentence)


def over(what: str, most: int, unit: str) -> str:
    """What is over a limit, in one sentence."""
    return f"{what} 너무 {'길어요' if unit == '자' else '많아요'}. {most:,}{unit}까지 열 수 있어요."


def shown(value: Any) -> str:
    """A value as it may stand in a sentence: short, whatever it is."""
    if isinstance(value, dict | list):
        return "목록" if isinstance(value, list) else "묶음"
    text = "없음" if value is None else clean(str(value))
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def clean(text: str) -> str:
    """The text in composed letters without what nobody can see, and without piles of marks; lines and tabs stay."""
    return composed(UNSEEN.sub("", BREAK.sub("\n", text)))


def json_value(text: str, broken: str) -> Any:
    """The value in a JSON text, within the limits, its texts cleaned. Raises PlanFileError, with `broken` when it is no JSON."""
    text = text.removeprefix("\ufeff")
    demand(len(text) <= LIMITS.bytes, over("내용이", LIMITS.bytes, "자"))

    def refuse(_: str) -> NoReturn:
        raise PlanFileError(broken)

    try:
        value = json.loads(text, object_pairs_hook=_record, parse_float=_number, parse_int=_whole, parse_constant=refuse)
    except RecursionError:
        raise PlanFileError(DEEP) from None
    except ValueError:
        raise PlanFileError(broken) from None
    counted, rare = iter(range(LIMITS.values)), iter(range(LIMITS.rare))
    return _within(value, 0, counted, rare)


def _record(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        demand(len(key) <= LIMITS.name, over("글 하나가", LIMITS.name, "자"))
        demand(key not in FOREIGN, f"쓸 수 없는 이름({shown(key)})이 있어요.")
        demand(key not in found, f"같은 이름({shown(key)})이 한 곳에 두 번 있어요.")
        found[key] = value
    return found


def _number(digits: str) -> float | int:
    value = float(digits)
    demand(abs(value) != float("inf"), f"숫자({shown(digits)})가 너무 커요.")
    return int(value) if value.is_integer() and abs(value) <= SAFE else value


def _whole(digits: str) -> int:
    demand(len(digits) <= 309, f"숫자({shown(digits)})가 너무 커요.")
    return int(digits)


def _within(value: Any, depth: int, counted: Iterable[int], rare: Iterable[int]) -> Any:
    """The value with its texts cleaned; what is too deep, too long or too much is refused."""
    demand(next(iter(counted), None) is not None, over("내용이", LIMITS.values, "개"))
    if isinstance(value, str):
        demand(len(value) <= LIMITS.text, over("글 하나가", LIMITS.text, "자"))
        if not USUAL.fullmatch(value):
            demand(len(value) == sum(1 for _ in zip(value, rare, strict=False)), over("드물게 쓰는 글자가 든 글이", LIMITS.rare, "자"))
        return clean(value)
    if not isinstance(value, dict | list):
        return value
    demand(depth < LIMITS.depth, DEEP)
    if isinstance(value, list):
        return [_within(each, depth + 1, counted, rare) for each in value]
    return {key: _within(each, depth + 1, counted, rare) for key, each in value.items()}
