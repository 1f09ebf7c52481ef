"""The one judge: comparisons over cells become verdicts. Whole numbers; no float, no clock, no division that decides.

A cap's slack is `num*whole - den*part` (for at_most and below) or its negative (at_least and above).
It holds when slack >= 0, or >= 1 where the operator is strict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from macros.models.rule import Operator
from macros.models.rule_example import Status
from macros.rules.cells import NOTHING, Cells, Sum, overlap, total
from macros.rules.terms import BandRow, Comparison, Measure, Rule

STRICT: frozenset[Operator] = frozenset({"below", "above"})
MEASURED: frozenset[Status] = frozenset({"ok", "na"})
FLOOR: frozenset[Operator] = frozenset({"at_least", "above"})
Readings = tuple[tuple[str, str], ...]
Could = tuple[tuple[str, tuple[str, ...]], ...]  # by reading, what it may come to
Left = Callable[[Comparison], tuple[str, ...]]  # what a reading that is not decided may come to


@dataclass(frozen=True)
class Verdict:
    """One rule's verdict on a plan, on one `project` of it, or on a sheet. `result`: the row that decides a band.

    `part`, `whole` in won or parts of their unit; `num`/`den` the limit; `slack` in that times den. `cut`, `add`, `move`:
    the least to take from the part, to add (to the rest of the whole, or to a part that is too small), or to move
    out of (into) the part, each alone; None where that does not mend it. `room`: the most that the part of a cap that
    holds may still grow (shrink, where the cap is a floor).
    `readings` gives each reading's status or row; `could` all that each may still come to, within what is known.
    `bounded`: decided although a number is not known, because no number that it can be changes the result.
    """

    rule: str
    status: Status
    project: str | None = None
    part: int = 0
    whole: int = 0
    num: int = 0
    den: int = 1
    slack: int = 0
    cut: int | None = None
    add: int | None = None
    move: int | None = None
    room: int | None = None
    readings: Readings = ()
    result: str | None = None
    could: Could = ()
    bounded: bool = False

    @property
    def differs(self) -> bool:
        """Whether readings that can be decided lead to different verdicts; what does not apply breaks nothing."""
        found = {result for _, result in self.readings} - {"unknown"}
        return len(found if "fail" in found else found - {"na"}) > 1

    @property
    def unmeasured(self) -> bool:
        """Whether the rule is kept as it is read here, while another reading cannot be measured yet."""
        return self.status in MEASURED and any(result == "unknown" for _, result in self.readings)


def slack_of(operator: Operator, num: int, den: int, part: int, whole: int) -> int:
    """How far from the limit, in won times den; for `equal` never above 0."""
    gap = num * whole - den * part
    if operator == "equal":
        return -abs(gap)
    return -gap if operator in FLOOR else gap


def least(operator: Operator) -> int:
    """The least slack that satisfies the operator."""
    return 1 if operator in STRICT else 0


def holds(operator: Operator, slack: int) -> bool:
    """Whether the slack satisfies the operator."""
    return slack >= least(operator)


def judge(operator: Operator, num: int, den: int, part: Sum, whole: Sum | None) -> Status:
    """The status of one comparison. Without a whole, `num` is the limit in won."""
    if part.missing or (whole is not None and whole.missing):
        return "unknown"
    if part.won == 0 and (whole is None or whole.won == 0):
        return "na"
    slack = slack_of(operator, num, den, part.won, 1 if whole is None else whole.won)
    return "ok" if holds(operator, slack) else "fail"


def sums(reading: Comparison, cells: Cells, known: dict[int, Sum] | None = None) -> tuple[Sum, Sum | None]:
    """A reading's part and whole. `known`: the sums of these cells that were worked out before, by the measure's identity."""
    def worked_out(measure: Measure) -> Sum:
        if known is None:
            return total(measure, cells)
        if id(measure) not in known:
            known[id(measure)] = total(measure, cells)
        return known[id(measure)]

    return worked_out(reading.part), worked_out(reading.of) if reading.of else None


def judge_cap(rule: Rule, followed: Comparison, cells: Cells, project: str | None = None, left: Left | None = None) -> Verdict:
    """A cap on one set of cells, in all its readings. `left`: where unknown numbers have bounds."""
    known: dict[int, Sum] = {}  # by the very measure: readings mostly differ in one of the two that they compare
    numbers = {one.id: sums(one, cells, known) for one in rule.readings}
    found = tuple((one.id, _status(one, *numbers[one.id], cells)) for one in rule.readings)
    could = _could(rule, found, left)
    # What may not be at all is not a share of anything: whether it is so does not hang on the whole.
    nothing = followed.operator == "at_most" and followed.num == 0
    readings = _proven(found, could) if nothing and left else found
    status: Status = dict(readings)[followed.id]  # type: ignore[assignment]
    part, whole = numbers[followed.id]
    assert followed.operator, "a cap compares"
    slack = slack_of(followed.operator, followed.num, followed.den, part.won, 1 if whole is None else whole.won)
    fixes = _fixes(followed, slack, part.won, cells) if status == "fail" else (None, None, None)
    return Verdict(rule.id, status, project, part.won, whole.won if whole else 0, followed.num, followed.den, slack, *fixes,
                   _room(followed, slack) if status == "ok" else None, readings, could=could)


def _status(reading: Comparison, part: Sum, whole: Sum | None, cells: Cells) -> str:
    told = reading.of is not None and reading.of.won is not None
    if reading.of and told and part == NOTHING and total(replace(reading.of, won=None), cells) == NOTHING:
        return "na"  # a grant that has been told says nothing of a plan without money
    assert reading.operator, "a cap compares"
    return judge(reading.operator, reading.num, reading.den, part, whole)


def _could(rule: Rule, found: Readings, left: Left | None) -> Could:
    if left is None:
        return ()
    return tuple((key, left(one) if result == "unknown" else (result,))
                 for one, (key, result) in zip(rule.readings, found, strict=True))


def _proven(readings: Readings, could: Could) -> Readings:
    """The readings, decided where only one result is left."""
    return tuple((key, left[0] if result == "unknown" and len(left) == 1 else result)
                 for (key, result), (_, left) in zip(readings, could, strict=True))


def _ceiling(deficit: int, gain: int) -> int | None:
    return -(-deficit // gain) if gain > 0 else None


def _fixes(reading: Comparison, slack: int, part: int, cells: Cells) -> tuple[int | None, int | None, int | None]:
    """The least to cut, to add and to move so that a failing cap holds."""
    operator, num, den, of = reading.operator, reading.num, reading.den, reading.of
    if operator is None or operator == "equal":
        return None, None, None
    deficit, told, nested = least(operator) - slack, of is not None and of.won is not None, reading.nested
    rest = _ceiling(deficit, num) if of and not told else None
    move = _ceiling(deficit, den) if nested or told else None
    if operator in FLOOR:
        return rest, _ceiling(deficit, den - num if nested else den), move
    return _own_cut(deficit, part, overlap(reading.part, of, cells) if of else 0, num, den), rest, move


def _own_cut(deficit: int, part: int, both: int, num: int, den: int) -> int | None:
    """The least to take from a part that is too large: first what lies outside the whole, which counts for more."""
    alone = part - both
    if alone * den >= deficit:
        return _ceiling(deficit, den)
    more = _ceiling(deficit - alone * den, den - num)
    return None if more is None or more > both else alone + more


def spare(operator: Operator, slack: int, cost: int) -> int | None:
    """How many more fit, where each takes `cost` of the slack; None where they take nothing."""
    return max(0, (slack - least(operator)) // cost) if cost > 0 else None


def _room(reading: Comparison, slack: int) -> int | None:
    """How far the part may still go towards the limit, everything outside it as it is."""
    if reading.operator is None or reading.operator == "equal":
        return None
    return spare(reading.operator, slack, reading.den - reading.num if reading.nested else reading.den)


def judge_band(rule: Rule, followed: Comparison, cells: Cells, left: Left) -> Verdict:
    """A band: the row that decides. A number between two of its unit is read rounded down and rounded up."""
    part, whole = sums(followed, cells)
    scale = followed.part.scale
    if scale > 1 and part.won % scale and not part.missing:
        found: Readings = tuple((key, _row(rule.rows, followed, Sum((part.won // scale + up) * scale, False), whole))
                                for up, key in enumerate(("rounded-down", "rounded-up")))
        could: Could = tuple((key, (result,)) for key, result in found)
        row = found[0][1] if found[0][1] == found[1][1] else "unknown"
    else:
        found = tuple((one.id, _row(rule.rows, one, *sums(one, cells))) for one in rule.readings)
        could = _could(rule, found, left)
        found = _proven(found, could)
        row = dict(found)[followed.id]
    decided = row not in ("unknown", "na")
    status: Status = "ok" if decided else "unknown" if row == "unknown" else "na"
    return Verdict(rule.id, status, None, part.won, whole.won if whole else 0, readings=found, result=row if decided else None,
                   could=could, bounded=decided and (part.missing or (whole is not None and whole.missing)))


def _row(rows: Sequence[BandRow], reading: Comparison, part: Sum, whole: Sum | None) -> str:
    """The row that decides; `unknown` without a number, `na` with none of the whole."""
    if part.missing or (whole is not None and whole.missing):
        return "unknown"
    if whole is not None and whole.won == 0:
        return "na"
    return band_row(rows, part.won, reading.part.scale if whole is None else whole.won) or "unknown"


def band_row(rows: Iterable[BandRow], part: int, whole: int | None) -> str | None:
    """The first row whose condition holds for the part (of the whole, if rows are shares)."""
    for row in rows:
        if row.operator is None:
            return row.id
        if holds(row.operator, slack_of(row.operator, row.num, row.den, part, 1 if whole is None else whole)):
            return row.id
    return None
