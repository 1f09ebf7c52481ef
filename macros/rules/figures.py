"""Verdicts on a sheet: what the rules say of members, points or the money of one change. Pure, whole numbers only.

A figure is a field's number in parts of its unit (`SCALES`); None is one that is not known; a field that is left
out is blank. Nothing entered for a subject is 해당 없음, something missing is 확인 필요: never a pass.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.models.rule import Status
from macros.rules.evaluate import FLOOR, STRICT, Sum, band_row, judge, slack_of
from macros.rules.figure_terms import Check, Comparison, FigureRule, OutcomeRow, SheetRules, Tally, tallies
from macros.rules.terms import BandRow

Figures = Mapping[str, int | None]
NOT_KNOWN = Sum(0, True)


@dataclass(frozen=True)
class FigureVerdict:
    """One rule's verdict. `result`: the row that decides a band. `part`, `whole` in parts of their unit.

    `cut`, `add`, `move`: the least to take from the part, to add, or to exchange so that a failing cap holds, as
    with a plan. `room`: the most that the part of a cap that holds may still grow (shrink, where the cap is a floor).
    `readings` gives each reading's status or row.
    """

    rule: str
    status: Status
    result: str | None = None
    part: int = 0
    whole: int = 0
    num: int = 0
    den: int = 1
    slack: int = 0
    cut: int | None = None
    add: int | None = None
    move: int | None = None
    room: int | None = None
    readings: tuple[tuple[str, str], ...] = ()

    @property
    def differs(self) -> bool:
        """Whether readings that can be decided lead to different verdicts."""
        return len({result for _, result in self.readings} - {"unknown", "na"}) > 1


@dataclass(frozen=True)
class Decision:
    """What the verdicts lead to together.

    `pending`: rules still open that could lead to an outcome before it. `others`: outcomes that another reading of
    one rule leads to.
    """

    outcome: str | None
    pending: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def total(tally: Tally, figures: Figures) -> Sum | None:
    """The tally in parts of its unit; None when all of its fields are blank."""
    if not any(field in figures for field in tally.fields):
        return None
    missing = (any(figures.get(field, 0) is None for field in tally.fields)
               or any(field not in figures for field in tally.required)
               or any(figures.get(field, 0) != 0 for field in tally.open))
    sums = [sum(figures.get(field) or 0 for field in group) for group in tally.groups]
    return Sum({"sum": sum(sums), "larger": max(sums), "smaller": min(sums)}[tally.pick], missing)


def contradictions(checks: Sequence[Check], figures: Figures) -> tuple[Check, ...]:
    """The checks that known numbers fail."""
    failing = []
    for check in checks:
        part, of = total(check.part, figures), total(check.of, figures)
        if not part or not of or part.missing or of.missing:
            continue
        if part.won > of.won or (check.equal and part.won != of.won):
            failing.append(check)
    return tuple(failing)


def evaluate_figures(sheet: SheetRules, figures: Figures, answers: Mapping[str, str],
                     chosen: Mapping[str, str]) -> tuple[FigureVerdict, ...]:
    """All verdicts, by rule id. `answers` to questions; `chosen` readings, both by rule id."""
    entered = {subject: any(field in figures for field in fields) for subject, fields in sheet.subjects}
    wrong = {field for check in contradictions(sheet.checks, figures) for field in check.part.fields}
    found = []
    for rule in sheet.rules:
        usable: Figures = figures
        if any(field in wrong for tally in tallies(rule) for field in tally.fields):
            usable = {field: None if field in wrong else value for field, value in figures.items()}
        if rule.kind == "ask":
            found.append(_ask(rule, usable, answers.get(rule.id, "unknown"), entered[rule.subject]))
        else:
            found.append(_compare(rule, usable, chosen.get(rule.id), entered[rule.subject]))
    return tuple(found)


def _ask(rule: FigureRule, figures: Figures, answer: str, entered: bool) -> FigureVerdict:
    if rule.asked_when is not None:
        when = total(rule.asked_when, figures)
        if when == Sum(0, False) or (when is None and not entered):
            return FigureVerdict(rule.id, "na")
    known = total(rule.answered_by, figures) if rule.answered_by else None
    if known is not None:
        answer = "unknown" if known.missing else "yes" if known.won else "no"
    if answer == "unknown":
        return FigureVerdict(rule.id, "unknown")
    return FigureVerdict(rule.id, "fail" if answer == rule.violated_by else "ok")


def _sums(reading: Comparison, figures: Figures) -> tuple[Sum, Sum | None]:
    whole = (total(reading.of, figures) or NOT_KNOWN) if reading.of else None
    return total(reading.part, figures) or NOT_KNOWN, whole


def _compare(rule: FigureRule, figures: Figures, chosen: str | None, entered: bool) -> FigureVerdict:
    if not entered:
        return FigureVerdict(rule.id, "na")
    followed = next((one for one in rule.readings if one.id == chosen), rule.readings[0])
    part, whole = _sums(followed, figures)
    if rule.kind == "band":
        return _band(rule, followed, figures, part, whole)
    readings = tuple((one.id, _status(one, *_sums(one, figures))) for one in rule.readings)
    status = _status(followed, part, whole)
    assert followed.operator
    slack = slack_of(followed.operator, followed.num, followed.den, part.won, 1 if whole is None else whole.won)
    fixes = _fixes(followed, slack, part.won) if status == "fail" else (None, None, None)
    return FigureVerdict(rule.id, status, None, part.won, whole.won if whole else 0, followed.num, followed.den,
                         slack, *fixes, _room(followed, slack) if status == "ok" else None, readings)


def _status(reading: Comparison, part: Sum, whole: Sum | None) -> Status:
    assert reading.operator
    return judge(reading.operator, reading.num, reading.den, part, whole)


def _band(rule: FigureRule, followed: Comparison, figures: Figures, part: Sum, whole: Sum | None) -> FigureVerdict:
    readings = [(one.id, _row(rule.rows, one, *_sums(one, figures))) for one in rule.readings]
    if followed.part.scale > 1 and part.won % followed.part.scale and not part.missing:
        readings = [("rounded-down", _row(rule.rows, followed, _rounded(part, followed.part.scale, 0), whole)),
                    ("rounded-up", _row(rule.rows, followed, _rounded(part, followed.part.scale, 1), whole))]
        row = readings[0][1] if readings[0][1] == readings[1][1] else "unknown"
    else:
        row = dict(readings)[followed.id]
    decided = row not in ("unknown", "na")
    return FigureVerdict(rule.id, "ok" if decided else "unknown" if row == "unknown" else "na",
                         row if decided else None, part.won, whole.won if whole else 0, readings=tuple(readings))


def _rounded(part: Sum, scale: int, up: int) -> Sum:
    return Sum((part.won // scale + up) * scale, False)


def _row(rows: Sequence[BandRow], reading: Comparison, part: Sum, whole: Sum | None) -> str:
    """The row that decides; `unknown` without a number, `na` with none of the whole."""
    if part.missing or (whole is not None and whole.missing):
        return "unknown"
    if whole is not None and whole.won == 0:
        return "na"
    return band_row(rows, part.won, reading.part.scale if whole is None else whole.won) or "unknown"


def _ceiling(deficit: int, gain: int) -> int | None:
    return -(-deficit // gain) if gain > 0 else None


def nested(reading: Comparison) -> bool:
    """Whether all that the part counts, the whole counts too."""
    return reading.of is not None and set(reading.part.fields) <= set(reading.of.fields)


def _fixes(reading: Comparison, slack: int, part: int) -> tuple[int | None, int | None, int | None]:
    """The least to cut, to add and to exchange so that a failing cap holds."""
    operator, num, den = reading.operator, reading.num, reading.den
    assert operator
    if operator == "equal":
        return None, None, None
    deficit = (1 if operator in STRICT else 0) - slack
    inside = nested(reading)
    rest = _ceiling(deficit, num) if reading.of else None
    move = _ceiling(deficit, den) if inside else None
    own = _ceiling(deficit, den - num if inside else den)
    if operator in FLOOR:
        return rest, own, move
    return (own if own is not None and own <= part else None), rest, move


def _room(reading: Comparison, slack: int) -> int | None:
    """How far the part may still go towards the limit, everything outside it as it is."""
    cost = reading.den - reading.num if nested(reading) else reading.den
    if reading.operator == "equal" or cost <= 0:
        return None
    return (slack - (1 if reading.operator in STRICT else 0)) // cost


def decide(outcomes: Sequence[OutcomeRow], verdicts: Sequence[FigureVerdict]) -> Decision:
    """The first outcome with a condition that holds, what is still open before it, and where readings part."""
    results = {verdict.rule: verdict.result or verdict.status for verdict in verdicts}
    found, pending = _first(outcomes, results)
    read = [_first(outcomes, {**results, verdict.rule: result})[0] for verdict in verdicts
            for _, result in verdict.readings if result not in ("unknown", "na")]
    others = tuple(outcome.id for outcome in outcomes if outcome.id != found and outcome.id in read)
    return Decision(found, pending, others)


def _first(outcomes: Sequence[OutcomeRow], results: Mapping[str, str]) -> tuple[str | None, tuple[str, ...]]:
    pending: dict[str, None] = {}
    for outcome in outcomes:
        if any(results.get(rule) == result for rule, result in outcome.conditions):
            return outcome.id, tuple(pending)
        pending.update((rule, None) for rule, _ in outcome.conditions if results.get(rule) == "unknown")
    return None, tuple(pending)
