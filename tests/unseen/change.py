"""Changes written by somebody who has not seen this project, judged: `python -m tests.unseen.change FOLDER/change.yaml`.

A case tells a story as facts; what must come of it is in the writer's own words, which are mapped here. Exit code 1
where a case is wrong: another answer than the expected one or one that is accepted as honest too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from macros.reading.guidebook import Guidebook, load
from macros.rules.change import Moved, change_figures
from macros.rules.outcomes import Conclusion, judge_sheet
from macros.tools.sheets import compiled
from tests.conftest import ROOT

WHO = {"nothing-to-change": "no-change", "not-decided-yet": None}
READINGS = {"grant": "grant", "grant_and_own": "with-own", "project_total": "project", "year_sum": "year"}
DECIDED_BY = {"council": "council", "delegated": "committee", "department": "other", "nobody": "other"}
REPORTED = {"yes": ("yes", "yes"), "no": ("yes", "no"), "not-due": ("no", "unknown"), "unknown": ("yes", "unknown")}


def answers_of(facts: Mapping[str, Any]) -> dict[str, str]:
    """The tool's facts, from the writer's."""
    over, reported = REPORTED.get(facts["reported_in_quarter"], ("unknown", "unknown"))
    plain = {"yes": "yes", "no": "no"}
    purpose = {"yes": "no", "no": "yes"}.get(facts["purpose_only"], "unknown")
    return {
        "change-stage": facts["stage"], "important-content": plain.get(facts["important_content"], "unknown"),
        "prior-consultation": plain.get(facts["prior_consultation"], "unknown"), "budget-transfer": plain.get(facts["transfer"], "unknown"),
        "city-approved": {"yes": "yes", "unknown": "unknown"}.get(facts["city_approved"], "no"),
        "decided-by": DECIDED_BY.get(facts["decided_by"], "unknown"), "delegated": plain.get(facts["delegated_by_council"], "unknown"),
        "urgent": plain.get(facts["urgent"], "unknown"), "quarter-over": over, "reported": reported, "grant-purpose-only": purpose,
    }


def figures_of(case: Mapping[str, Any]) -> dict[str, int | None]:
    """The tool's figures: fields, table and ledger."""
    typed: dict[str, int | None] = {"change-total": case["grant_total"], "change-own": case["own_funds"]}
    earlier = case["earlier_changes"]
    if not earlier:
        typed["change-earlier"] = None if earlier is None else 0
    if "change_amount_only" in case:
        typed["change-amount"] = case["change_amount_only"]
    lines = [Moved(line["project"], line["nature"], line["before"], line["after"]) for line in case["lines"]]
    return change_figures(typed, lines, bool(case["lines_complete"]), [one["amount"] for one in earlier or ()])


def judged(guide: Guidebook, case: Mapping[str, Any]) -> tuple[Conclusion, dict[str, int | None]]:
    """What the tool says of a case."""
    rules = compiled(guide, guide.sheets["budget-change"])[str(case["edition"])]
    figures = figures_of(case)
    return judge_sheet(rules, figures, answers_of(case["facts"]), {}), figures


def faults(case: Mapping[str, Any], found: Conclusion, figures: Mapping[str, int | None]) -> Iterator[str]:
    """What is not as expected."""
    expected = case["expected"]
    said = (found.decision.outcome, found.decision.level)
    honest = [(WHO.get(one["who"], one["who"]), one["level"]) for one in (expected, *expected.get("accept", ()))]
    if said not in honest:
        yield f"결론 {said}, 기대 {honest}"
    readings = {key: left for verdict in found.verdicts if verdict.rule == "change-approval" for key, left in verdict.could}
    for name, reading in expected.get("readings", {}).items():
        left = readings.get(READINGS[name], ())
        # Where the table does not balance, the amount itself is not known here; no outcome hangs on that.
        balanced = figures.get("change-amount") and figures.get("change-between", 0) is not None
        if balanced and reading["who"] != "unknown" and left != (reading["who"],):
            yield f"{name}: {left}, 기대 {reading['who']}"
    if "changed_won" in expected and figures.get("change-amount") != expected["changed_won"]:
        yield f"바꾸는 금액 {figures.get('change-amount')}, 기대 {expected['changed_won']}"


def main(path: Path) -> int:
    """Prints each case that is wrong, and the score."""
    guide, problems = load(ROOT / "data")
    assert guide, problems
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]
    wrong = accepted = 0
    for case in cases:
        found, figures = judged(guide, case)
        told = list(faults(case, found, figures))
        first = (WHO.get(case["expected"]["who"], case["expected"]["who"]), case["expected"]["level"])
        accepted += not told and first != (found.decision.outcome, found.decision.level)
        wrong += bool(told)
        for text in told:
            print(f"{case['id']} {case['title']}: {text} · 확인할 것 {list(found.decision.pending)}")
    print(f"{len(cases)}건 가운데 {len(cases) - wrong}건이 맞아요(그 가운데 {accepted}건은 받아들이는 다른 답).")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
