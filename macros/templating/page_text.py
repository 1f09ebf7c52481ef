"""A page's own text: words, and calls of our macros by name. No other sign of a template means anything in it.

There is no template engine here. A call stands alone on its line and gives plain values, `{{ rules("limit") }}`; what
the macro makes is put in its place and never read again, whatever it holds.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from macros.reading.problems import Problem, nearest

Macro = Callable[..., str]
Given = Sequence[str | int]
# What is wrong with the values given to a macro of a name: which (from 0; -1: how many they are), and what to say.
Judge = Callable[[str, Macro, Given], Iterator[tuple[int, str]]]
CALL = re.compile(r"^\{\{ (\w+)\(([^{}\n]*)\) \}\}$", re.MULTILINE)
CURLY = re.compile(r"[“”„‘’‚＂＇]")
SIGN = re.compile(r"\{[{%#]")
# What a page may say of itself. The macros plugin would obey `render_macros` and others.
KNOWN = ("title", "description", "hide")


def doors(macros: Iterable[Macro]) -> Mapping[str, Macro]:
    """The macros under the names by which pages call them."""
    return {macro.__name__: macro for macro in macros}


def filled(text: str, macros: Mapping[str, Macro]) -> str:
    """The text with each call's outcome in its place; a call of what we do not know (see `faults`) stays as it is."""
    return CALL.sub(lambda call: macros[call[1]](*_values(call[2]) or ()) if call[1] in macros else call[0], text)


def calls(source: str) -> Iterator[tuple[str, Given]]:
    """Each call in a page's text: the macro's name, and what is given to it."""
    return ((call[1], _values(call[2]) or ()) for call in CALL.finditer(source))


def faults(source: str, file: str, macros: Mapping[str, Macro], said: Iterable[str] = (), judge: Judge | None = None) -> list[Problem]:
    """What in a page's file is no call of ours; `said` names what the page says of itself at its head.

    `judge` looks at the values that are given to the macros.
    """
    found = [_at(source, source.find(f"{name}:"), file, f"'{name}'은(는) 페이지의 머리에 쓸 수 없는 항목이에요.{nearest(name, KNOWN)}")
             for name in said if name not in KNOWN]
    words = CALL.sub(lambda call: " " * len(call[0]), source)
    found += [_at(source, sign.start(), file, f"'{sign[0]}' 기호는 매크로를 부를 때만 써요. 줄 첫 칸에 홀로 적어 주세요. 예: {{{{ sources() }}}}")
              for sign in SIGN.finditer(words)]
    for call in CALL.finditer(source):
        if call[1] not in macros:
            found.append(_at(source, call.start(1), file, f"'{call[1]}'은(는) 없는 매크로예요.{nearest(call[1], macros)}"))
        elif quote := CURLY.search(call[2]):
            plain = CURLY.sub('"', call[2])
            found.append(_at(source, call.start(2) + quote.start(), file, f"'{quote[0]}'은(는) 둥근 따옴표예요. 곧은 따옴표로 적어 주세요. "
                             f"이렇게요: {{{{ {call[1]}({plain}) }}}}"))
        elif (values := _values(call[2], None)) is None:
            found.append(_at(source, call.start(2), file, "매크로에는 따옴표로 감싼 글과 정수만 줄 수 있어요. 예: {{ rules(\"limit\") }}"))
        elif judge:
            found += [_at(source, _start(call, values, which), file, message) for which, message in judge(call[1], macros[call[1]], values)]
    return found


def _start(call: re.Match[str], values: Given, which: int) -> int:
    """Where in the text the value (`which`, from 0) of a call stands; the macro's name for -1."""
    start = call.start(2)
    for value in values[:which + 1]:
        start = max(call.string.find(str(value), start, call.end()), start)
    return start if which >= 0 else call.start(1)


def _values(text: str, broken: tuple[str | int, ...] | None = ()) -> tuple[str | int, ...] | None:
    """What is given to a macro; `broken` when it is not plain values."""
    if not text.strip():
        return ()
    try:
        given = ast.literal_eval(f"({text},)")
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return broken
    return given if all(type(one) in (str, int) for one in given) else broken


def _at(source: str, position: int, file: str, message: str) -> Problem:
    before = source[:max(position, 0)]
    return Problem(file, before.count("\n") + 1, len(before) - before.rfind("\n"), message)
