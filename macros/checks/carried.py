"""Where sources differ, the followed position binds in every edition that they speak for, or the conflict says why not."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.conflict import Conflict
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem


def check_carried(guide: Guidebook) -> Iterator[Problem]:
    """Each conflict that a rule names."""
    naming: dict[str, list[str]] = {}
    for key, rule in guide.rules.items():
        for name in rule.conflicts:
            naming.setdefault(name, []).append(key)
    for key, conflict in guide.conflicts.items():
        if key in naming:
            yield from _carried(guide, key, conflict)
        elif conflict.carried_by or conflict.not_carried:
            yield guide.problem("conflicts", key, ("carried_by",),
                                "이 문서 간 차이를 conflicts에 적은 규칙이 없어요. 규칙에도 적거나 여기에서 지워 주세요.")


def covered(guide: Guidebook, conflict: Conflict) -> tuple[str, ...]:
    """The editions for which the clauses of a conflict speak, oldest first."""
    cited = [one for reading in conflict.readings for one in reading.source]
    return tuple(sorted({edition for one in cited for edition in guide.sources[one.doc].editions_of(one.section)}))


def _carried(guide: Guidebook, key: str, conflict: Conflict) -> Iterator[Problem]:
    if not conflict.carried_by and not conflict.not_carried:
        yield guide.problem("conflicts", key, ("followed",),
                            "이 해석대로 판정하는 규칙을 carried_by에 적거나, 규칙으로 판정하지 않는 이유를 not_carried에 적어 주세요.")
    for at, name in enumerate(conflict.carried_by):
        rule = guide.rules[name]
        if key not in rule.conflicts:
            yield guide.problem("conflicts", key, ("carried_by", at), f"규칙 '{name}'의 conflicts에도 이 문서 간 차이를 적어 주세요.")
        excused = {edition for one in conflict.not_carried if one.rule in (None, name) for edition in one.editions}
        missing = [edition for edition in covered(guide, conflict) if edition not in (*rule.editions, *excused)]
        if missing:
            yield guide.problem("conflicts", key, ("carried_by", at),
                                f"근거 조항은 {'·'.join(missing)}년판에도 미치는데 규칙 '{name}'은(는) 그 판에 없어요. "
                                "규칙의 editions에 더하거나, 없는 이유를 not_carried에 적어 주세요.")
    if not conflict.carried_by:
        excused = {edition for one in conflict.not_carried for edition in one.editions}
        left = [edition for edition in covered(guide, conflict) if edition not in excused]
        if left and conflict.not_carried:
            yield guide.problem("conflicts", key, ("not_carried",), f"{'·'.join(left)}년판에 규칙이 없는 이유도 적어 주세요.")
