"""What a page may give to a macro: as many values as it takes, each an id that is there.

A macro says by its annotations what it takes: `key: Annotated[str, "steps"]` is the id of a step.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, get_args, get_type_hints

from macros.models.edition import Area
from macros.models.kinds import CHAPTERS_OF_TOPICS, KINDS
from macros.reading.guidebook import Guidebook
from macros.reading.problems import nearest
from macros.views.pages import duties
from macros.words.korean import particle

Macro = Callable[..., str]
Known = Callable[[Guidebook], Collection[str]]
# What is no kind of record: how it is called, with where to look it up, and what there is.
OTHERS: Mapping[str, tuple[str, Known]] = {
    "rule_topics": ("규칙의 주제(data/budget.yaml)", lambda guide: guide.budget.topic_titles),
    "clauses": ("의무가 적힌 조항(data/articles)", lambda guide: {clause.id for _, clause in duties(guide)}),
    "kinds": ("자료의 종류(data/의 폴더)", lambda _: {kind.id for kind in KINDS.values() if kind.has("order")}),
    "chapters": ("주제가 있는 장(docs/의 폴더)", lambda _: CHAPTERS_OF_TOPICS),
    "areas": ("정하지 않은 것의 분야", lambda _: get_args(Area)),
}


def wrong(guide: Guidebook, name: str, macro: Macro, given: Sequence[str | int]) -> Iterator[tuple[int, str]]:
    """What of the values `given` to a macro is wrong: which (0-based; -1: how many they are), and what to say."""
    parameters = list(inspect.signature(macro).parameters.values())
    rest = parameters[-1] if parameters and parameters[-1].kind is inspect.Parameter.VAR_POSITIONAL else None
    plain = [parameter for parameter in parameters if parameter is not rest]
    least = sum(parameter.default is inspect.Parameter.empty for parameter in plain)
    if len(given) < least or (len(given) > len(plain) and rest is None):
        yield -1, _count(name, least, len(plain), len(given))
        return
    hints = get_type_hints(macro, include_extras=True)
    for at, value in enumerate(given):
        what = named(hints[(plain[at] if at < len(plain) else parameters[-1]).name])
        if what and value not in (known := _known(guide, what, given[:at])):
            yield at, f"'{value}'{particle(str(value), '은/는')} {_called(what)}에 없어요.{nearest(str(value), known)}"


def _count(name: str, least: int, most: int, given: int) -> str:
    wanted = f"{least}개" if least == most else f"{least}~{most}개"
    if not most:
        return f"'{name}' 매크로에는 값을 주지 않아요. 예: {{{{ {name}() }}}}"
    example = ", ".join(['"…"'] * max(least, 1))
    return f"'{name}' 매크로에는 값을 {wanted} 줘야 하는데 {given}개를 줬어요. 예: {{{{ {name}({example}) }}}}"


def named(hint: Any) -> str:
    """What a parameter is annotated to be the id of; "" if it is not."""
    return next((part for part in get_args(hint)[1:] if isinstance(part, str)), "")


def _called(what: str) -> str:
    return "그 주제의 표(data/topics)" if what == "tables" else OTHERS[what][0] if what in OTHERS else KINDS[what].where


def _known(guide: Guidebook, what: str, before: Sequence[str | int]) -> Collection[str]:
    """The ids that a value may be; `before` are the values before it."""
    if what == "tables":
        topic = guide.topics.get(str(before[0]))
        return {table.id for section in topic.sections for table in section.tables} if topic else ()
    records: Collection[str] = OTHERS[what][1](guide) if what in OTHERS else getattr(guide, what).keys()
    return records
