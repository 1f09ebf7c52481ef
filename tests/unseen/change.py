"""Changes written by somebody who has not seen this project, judged: `python -m tests.unseen.change FOLDER/change.yaml`.

A case tells a story as facts; what must come of it is in the writer's own words, which are mapped here. Exit code 1
where a case is wrong: another answer than the expected one or one that is accepted as honest too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from macros.reading.guidebook import Guidebook, load
from macros.rules.change import Moved, change_figures
from macros.rules.outcomes import Conclusion, judge_sheet
from macros.tools.sheets import compiled
from tests.conftest import ROOT
from tests.plain_yaml import plain

WHO = {"nothing-to-change": "no-change", "not-decided-yet": None, "city-approval": "city-approval", "council-decision": "council-decision",
       "impossible": "impossible"}
READINGS = {"grant": "grant", "grant_and_own": "with-own", "project_total": "project", "year_sum": "year"}
PLAIN = {"yes": "yes", "no": "no", "unknown": "unknown", "not-applicable": "unknown", "not-asked": "no"}
# The writer's facts, each with the tool's and what its values are there.
FACTS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "stage": ("change-stage", {"planned": "planned", "decided": "decided", "executed": "executed", "unknown": "unknown"}),
    "important_content": ("important-content", PLAIN), "prior_consultation": ("prior-consultation", PLAIN), "transfer": ("budget-transfer", PLAIN),
    "city_approved": ("city-approved", PLAIN), "delegated_by_council": ("delegated", PLAIN), "urgent": ("urgent", PLAIN),
    "decided_by": ("decided-by", {"council": "council", "delegated": "committee", "department": "other", "nobody": "other", "unknown": "unknown"}),
    "purpose_only": ("grant-purpose-only", {"yes": "no", "no": "yes", "unknown": "unknown"}),
}
REPORTED = {"yes": ("yes", "yes"), "no": ("yes", "no"), "not-due": ("no", "unknown"), "unknown": ("yes", "unknown")}
NATURES = {"current": "current", "capital": "capital", None: None, "unknown": None}


def word(value: Any) -> str:
    """A value as the writer means it: an unquoted yes is one too, nothing is not known."""
    return {True: "yes", False: "no", None: "unknown"}.get(value, str(value)) if isinstance(value, bool | None) else str(value)


def mapped(names: Mapping[Any, Any], value: Any, where: str) -> Any:
    """What the value is called here. Raises LookupError."""
    if value not in names:
        raise LookupError(f"옮기지 못한 값: {where} {value}")
    return names[value]


def answers_of(facts: Mapping[str, Any]) -> dict[str, str]:
    """The tool's facts, from the writer's; one that is left out is not known. Raises LookupError for a value that is not mapped."""
    found = {ours: mapped(values, word(facts.get(theirs)), theirs) for theirs, (ours, values) in FACTS.items()}
    over, reported = mapped(REPORTED, word(facts.get("reported_in_quarter")), "reported_in_quarter")
    return found | {"quarter-over": over, "reported": reported}


def unread(case: Mapping[str, Any]) -> list[str]:
    """Facts that the tool does not ask for."""
    return sorted(set(case["facts"]) - set(FACTS) - {"reported_in_quarter"})


def figures_of(case: Mapping[str, Any]) -> dict[str, int | None]:
    """The tool's figures: fields, table and ledger."""
    typed: dict[str, int | None] = {"change-total": case.get("grant_total"), "change-own": case.get("own_funds")}
    earlier = case.get("earlier_changes")
    if not earlier:
        typed["change-earlier"] = None if earlier is None else 0
    if "change_amount_only" in case:
        typed["change-amount"] = case["change_amount_only"]
    lines = [Moved(str(line.get("project") or ""), mapped(NATURES, line.get("nature"), "nature"), line.get("before"), line.get("after"))
             for line in case.get("lines") or ()]
    amounts = [one.get("amount") if isinstance(one, Mapping) else one for one in earlier or ()]
    return change_figures(typed, lines, bool(case.get("lines_complete")), amounts)


def judged(guide: Guidebook, case: Mapping[str, Any]) -> tuple[Conclusion, dict[str, int | None]]:
    """What the tool says of a case."""
    rules = compiled(guide, guide.sheets["budget-change"])[str(case["edition"])]
    figures = figures_of(case)
    return judge_sheet(rules, figures, answers_of(case["facts"]), {}), figures


def faults(case: Mapping[str, Any], found: Conclusion, figures: Mapping[str, int | None]) -> Iterator[str]:
    """What is not as expected."""
    expected = case["expected"]
    said = (found.decision.outcome, found.decision.level)
    honest = [(mapped(WHO, one["who"], "who"), one["level"]) for one in (expected, *expected.get("accept", ()))]
    if said not in honest:
        yield f"결론 {said}, 기대 {honest}"
    if found.decision.outcome is None and not found.decision.pending and not found.decision.split:
        yield "정하지 못했는데 무엇을 확인할지 말하지 않음"
    readings = {key: left for verdict in found.verdicts if verdict.rule == "change-approval" for key, left in verdict.could}
    for name, reading in expected.get("readings", {}).items():
        left = readings.get(mapped(READINGS, name, "readings"), ())
        # Where nothing changes there is nothing to measure.
        if figures.get("change-amount") and reading["who"] != "unknown" and left != (reading["who"],):
            yield f"{name}: {left}, 기대 {reading['who']}"
    if "changed_won" in expected and figures.get("change-amount") != expected["changed_won"]:
        yield f"바꾸는 금액 {figures.get('change-amount')}, 기대 {expected['changed_won']}"


def main(path: Path) -> int:
    """Prints each case that is wrong, and the score."""
    guide, problems = load(ROOT / "data")
    assert guide, problems
    cases = plain(path.read_text(encoding="utf-8"))["cases"]
    wrong = accepted = unmapped = 0
    for case in cases:
        try:
            found, figures = judged(guide, case)
            told = list(faults(case, found, figures))
            first = (mapped(WHO, case["expected"]["who"], "who"), case["expected"]["level"])
            accepted += not told and first != (found.decision.outcome, found.decision.level)
            told = [f"{text} · 확인할 것 {list(found.decision.pending)}" for text in told]
        except LookupError as missing:
            told, unmapped = [str(missing)], unmapped + 1
        wrong += bool(told)
        for text in [*told, *(f"읽지 못한 사실: {key}" for key in unread(case))]:
            print(f"{case['id']} {case['title']}: {text}")
    print(f"{len(cases)}건 가운데 {len(cases) - wrong}건이 맞아요(그 가운데 {accepted}건은 받아들이는 다른 답). 옮기지 못한 것 {unmapped}건.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
