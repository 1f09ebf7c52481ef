"""What the guide does is asked for by words that there are: a line refers to groups of data/wordings.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.function import GROUP
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem, nearest
from macros.words.korean import particle


def check_functions(guide: Guidebook) -> Iterator[Problem]:
    """Every group that a line refers to is there, every group is referred to or names the texts' words, and no two have one name."""
    groups = [wording.name for wording in guide.wordings.values()]
    used = {name for function in guide.functions.values() for name in function.groups}
    for key, function in guide.functions.items():
        for index, line in enumerate(function.asked):
            for name in GROUP.findall(line):
                if name not in groups:
                    missing = f"'{name}'{particle(name, '이라는/라는')} 묶음이 data/wordings.yaml에 없어요.{nearest(name, groups)}"
                    yield guide.problem("functions", key, ("asked", index), missing)
    for number, (key, wording) in enumerate(guide.wordings.items()):
        if wording.name in groups[:number]:
            twice = f"'{wording.name}' 묶음이 이미 있어요. 한 곳에 모아 적어 주세요."
            yield guide.problem("wordings", key, ("name",), twice)
        elif wording.name not in used and not wording.texts:
            idle = f"'[{wording.name}]'을(를) 쓰는 줄이 data/functions.yaml에 없어요. 지우거나 asked에 적어 주세요."
            yield guide.problem("wordings", key, ("name",), idle)
