"""Small broken plans written by somebody who has not seen this project, mended: `python -m tests.unseen.fix FILE`.

What is proposed is judged again, leaves pinned lines as they are, and costs no more won than the writer's own repair; where
the writer finds none, none is proposed and the rules that contradict each other are among the writer's. Exit code 1
where a case is wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from macros.commands.plan_fix import PlanFix
from macros.models.plan import Plan
from macros.reading.guidebook import Guidebook, load
from tests.conftest import ROOT
from tests.plain_yaml import plain
from tests.unseen_plans import NAMES, plan_of


def broken(fix: Mapping[str, Any], guide: Guidebook) -> set[str]:
    """The rules that the mended plan still breaks; what only informs is none of them."""
    return {one["rule"] for one in fix["after"]
            if one["readings"] and one["status"] == "fail" and guide.rules[one["rule"]].severity != "info"}


def pins_of(case: Mapping[str, Any]) -> list[str]:
    """The lines that stay, as plan_of names them."""
    return [f"{project['id']}-{at}" for project in case["projects"] for at, line in enumerate(project["lines"]) if line.get("pinned")]


def faults(case: Mapping[str, Any], guide: Guidebook) -> Iterator[str]:
    """What is not as expected. Raises KeyError for a rule that is not mapped."""
    expected, pins = case["expected"], pins_of(case)
    named = {**dict.fromkeys(("title", "grade")), **case}
    fix = PlanFix(guide, Plan.model_validate(plan_of(named, guide)), pins).plain()
    if (fix["status"] == "found") != expected["repair_exists"]:
        yield f"조정안 {fix['status']}, 기대 {'있음' if expected['repair_exists'] else '없음'}"
        return
    if not expected["repair_exists"]:
        ours = {rule for rule, _ in fix["against"]}
        theirs = [{NAMES["rules"][one.partition(":")[0]] for one in rules} for found in expected["contradicting_rules"].values() for rules in found]
        if not any(rules & ours for rules in theirs):
            yield f"함께 지킬 수 없는 규칙 {sorted(ours)}, 기대 {[sorted(rules) for rules in theirs]}"
        return
    if int(fix["won"]) > expected["upper_bound_won"]:
        yield f"{int(fix['won']):,}원, 기대는 {expected['upper_bound_won']:,}원까지"
    if left := broken(fix, guide):
        yield f"고친 뒤에도 어긴 규칙 {sorted(left)}"
    if touched := {step[end] for step in fix["steps"] for end in ("out_of", "into")} & set(pins):
        yield f"고정한 줄을 건드림 {sorted(touched)}"


def main(path: Path) -> int:
    """Prints each case that is wrong, and the score."""
    guide, problems = load(ROOT / "data")
    assert guide, problems
    cases = plain(path.read_text(encoding="utf-8"))["cases"]
    wrong = 0
    for case in cases:
        try:
            told = list(faults(case, guide))
        except KeyError as missing:
            told = [f"옮기지 못한 이름: {missing}"]
        wrong += bool(told)
        for text in told:
            print(f"{case['id']} {case['title']}: {text}")
    print(f"{len(cases)}건 가운데 {len(cases) - wrong}건이 맞아요.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
