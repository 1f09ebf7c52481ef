"""Verdicts on a sheet: what the rules say of members, points or the money of one change. Pure, whole numbers only.

Nothing entered for a subject is 해당 없음, something missing is 확인 필요: never a pass.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.models.rule import Status
from macros.rules.evaluate import FLOOR, STRICT, Sum, band_row, judge, slack_of
from macros.rules.facts import Facts, ask_status, fact_values
from macros.rules.figure_terms import Comparison, FigureRule, SheetRules, tallies
from macros.rules.tallies import Bounds, Figures, bounds, can, contradictions, doubted, spans, total
from macros.rules.terms import BandRow

NOT_KNOWN = Sum(0, True)
Could = tuple[tuple[str, tuple[str, ...]], ...]  # by reading, what it may come to


@dataclass(frozen=True)
class FigureVerdict:
    """One rule's verdict. `result`: the row that decides a band. `part`, `whole` in parts of their unit.

    `cut`, `add`, `move`: the least to take from the part, to add, or to exchange so that a failing cap holds, as
    with a plan. `room`: the most that the part of a cap that holds may still grow (shrink, where the cap is a floor).
    `readings` gives each reading's status or row; `could` all that each may still come to, within what is known.
    `bounded`: decided although a number is not known, because no number that it can be changes the result.
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
    could: Could = ()
    bounded: bool = False

    @property
    def differs(self) -> bool:
        """Whether readings that can be decided lead to different verdicts."""
        return len({result for _, result in self.readings} - {"unknown", "na"}) > 1


@dataclass(frozen=True)
class Judged:
    """All verdicts, by rule id, and the facts that they rest on."""

    verdicts: tuple[FigureVerdict, ...]
    facts: Facts


def evaluate_figures(sheet: SheetRules, figures: Figures, answers: Mapping[str, str], chosen: Mapping[str, str]) -> Judged:
    """`answers` by fact (a rule's own question has the rule's id); `chosen` readings by rule."""
    anything = sheet.together and (bool(figures) or any(answers.get(fact.id, "unknown") != "unknown" for fact in sheet.facts))
    entered = {subject: anything or any(field in figures for field in fields) for subject, fields in sheet.subjects}
    failing = contradictions(sheet.checks, figures)
    wrong = {field for check in failing for field in check.part.fields}
    kept = [check for check in sheet.checks if check not in failing]
    facts = fact_values(sheet.facts, figures, answers, wrong, entered)
    found = []
    for rule in sheet.rules:
        if rule.kind == "ask":
            found.append(FigureVerdict(rule.id, ask_status(rule, facts)))
        else:
            usable = doubted(figures, wrong, tallies(rule))
            limits = bounds(kept, usable)
            found.append(_compare(rule, usable, limits, chosen.get(rule.id), entered[rule.subject]))
    return Judged(tuple(found), facts)


def _sums(reading: Comparison, figures: Figures) -> tuple[Sum, Sum | None]:
    whole = (total(reading.of, figures) or NOT_KNOWN) if reading.of else None
    return total(reading.part, figures) or NOT_KNOWN, whole


def _compare(rule: FigureRule, figures: Figures, limits: Bounds, chosen: str | None, entered: bool) -> FigureVerdict:
    if not entered or (rule.asked_when and total(rule.asked_when, figures) == Sum(0, False)):
        return FigureVerdict(rule.id, "na")
    followed = next((one for one in rule.readings if one.id == chosen), rule.readings[0])
    part, whole = _sums(followed, figures)
    if rule.kind == "band":
        return _band(rule, followed, figures, limits, part, whole)
    found = [(one.id, _status(one, *_sums(one, figures))) for one in rule.readings]
    could = tuple((key, _statuses(one, figures, limits) if result == "unknown" else (result,))
                  for one, (key, result) in zip(rule.readings, found, strict=True))
    assert followed.operator
    # What may not be at all is not a share of anything: whether it is so does not hang on the whole.
    nothing = followed.operator == "at_most" and followed.num == 0
    readings = _proven(found, could) if nothing else tuple(found)
    status: Status = dict(readings)[followed.id]  # type: ignore[assignment]
    slack = slack_of(followed.operator, followed.num, followed.den, part.won, 1 if whole is None else whole.won)
    fixes = _fixes(followed, slack, part.won) if status == "fail" else (None, None, None)
    return FigureVerdict(rule.id, status, None, part.won, whole.won if whole else 0, followed.num, followed.den,
                         slack, *fixes, _room(followed, slack) if status == "ok" else None, readings, could)


def _proven(readings: Sequence[tuple[str, str]], could: Could) -> tuple[tuple[str, str], ...]:
    """The readings, decided where only one result is left."""
    return tuple((key, left[0] if result == "unknown" and len(left) == 1 else result)
                 for (key, result), (_, left) in zip(readings, could, strict=True))


def _statuses(reading: Comparison, figures: Figures, limits: Bounds) -> tuple[str, ...]:
    """What a reading that is not decided may come to."""
    assert reading.operator
    hold, fail = can(reading.operator, reading.num, reading.den, *spans(reading, figures, limits))
    return tuple(status for status, possible in (("ok", hold), ("fail", fail)) if possible)


def _status(reading: Comparison, part: Sum, whole: Sum | None) -> Status:
    assert reading.operator
    return judge(reading.operator, reading.num, reading.den, part, whole)


def _band(rule: FigureRule, followed: Comparison, figures: Figures, limits: Bounds, part: Sum, whole: Sum | None) -> FigureVerdict:
    if followed.part.scale > 1 and part.won % followed.part.scale and not part.missing:
        rounded = ((key, _rounded(part, followed.part.scale, up)) for up, key in enumerate(("rounded-down", "rounded-up")))
        found = [(key, _row(rule.rows, followed, one, whole)) for key, one in rounded]
        could: Could = tuple((key, (result,)) for key, result in found)
        row = found[0][1] if found[0][1] == found[1][1] else "unknown"
    else:
        found = [(one.id, _row(rule.rows, one, *_sums(one, figures))) for one in rule.readings]
        could = tuple((one.id, _rows(rule.rows, one, figures, limits) if result == "unknown" else (result,))
                      for one, (_, result) in zip(rule.readings, found, strict=True))
        found = list(_proven(found, could))
        row = dict(found)[followed.id]
    decided = row not in ("unknown", "na")
    return FigureVerdict(rule.id, "ok" if decided else "unknown" if row == "unknown" else "na", row if decided else None,
                         part.won, whole.won if whole else 0, readings=tuple(found), could=could,
                         bounded=decided and (part.missing or (whole is not None and whole.missing)))


def _rounded(part: Sum, scale: int, up: int) -> Sum:
    return Sum((part.won // scale + up) * scale, False)


def _rows(rows: Sequence[BandRow], reading: Comparison, figures: Figures, limits: Bounds) -> tuple[str, ...]:
    """The rows that may decide a reading whose numbers are not all known."""
    found = []
    for row in rows:
        hold, fail = (True, False) if row.operator is None else can(row.operator, row.num, row.den, *spans(reading, figures, limits))
        if hold:
            found.append(row.id)
        if not fail:
            break
    return tuple(found)


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
