"""One name for one reading: what several rules share is a record of its own, what one rule has is named there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from macros.models.rule import Ask
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem, nearest


def check_readings(guide: Guidebook) -> Iterator[Problem]:
    """A reading has its label in one place, a shared one is used, and a rule that lists readings says what is open."""
    shared = {record.id for record in guide.budget.readings}
    read = [rule for rule in guide.rules.values() if not isinstance(rule, Ask) and rule.readings]
    uses = Counter(reading.id for rule in read for reading in rule.readings)
    for rule in read:
        if rule.reading_note is None:
            yield guide.problem("rules", rule.id, ("readings",), "해석이 여럿인 규칙에는 무엇이 정해져 있지 않은지 reading_note에 적어 주세요.")
        for index, reading in enumerate(rule.readings):
            place = ("readings", index, "id")
            if reading.label is None and reading.id not in shared:
                yield guide.problem("rules", rule.id, place, f"'{reading.id}'의 이름(label)이 없어요. 이 규칙에만 있는 해석이면 label을, "
                                    f"여럿이 함께 쓰면 data/budget.yaml의 readings에 적어 주세요.{nearest(reading.id, shared)}")
            elif reading.label is not None and reading.id in shared:
                yield guide.problem("rules", rule.id, ("readings", index, "label"),
                                    f"'{reading.id}'의 이름은 data/budget.yaml의 readings에 있어요. 여기의 label을 지워 주세요.")
            elif reading.label is not None and uses[reading.id] > 1:
                yield guide.problem("rules", rule.id, place, f"'{reading.id}' 해석을 규칙 {uses[reading.id]}개가 함께 써요. 이름을 "
                                    "data/budget.yaml의 readings로 옮기고 규칙별 label을 지워 주세요.")
    for number, record in enumerate(guide.budget.readings):
        if not uses[record.id]:
            yield guide.problem("budget", "budget", ("readings", number, "id"), "이 해석을 쓰는 규칙이 없어요.")
