"""Verdicts on a plan: pure functions on whole won. No float, no clock, no division that decides.

A cap's slack is `num*whole - den*part` (for at_most and below) or its negative (at_least and above).
It holds when slack >= 0, or >= 1 where the operator is strict.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from macros.models.plan import Kinds, Line, Plan, Project
from macros.models.rule import Operator, Status
from macros.rules.terms import AskRule, BandRow, CapRule, EngineRule, Measure, Pair

STRICT: frozenset[Operator] = frozenset({"below", "above"})
MEASURED: frozenset[Status] = frozenset({"ok", "na"})
FLOOR: frozenset[Operator] = frozenset({"at_least", "above"})


@dataclass(frozen=True)
class Sum:
    """Money in won; `missing` when some of what belongs to it is not known."""

    won: int
    missing: bool


NOTHING = Sum(0, False)


@dataclass(frozen=True)
class Verdict:
    """One rule's verdict on the plan, or on one project of it.

    `part`, `whole` in won; `num`/`den` the limit; `slack` in won times den. `cut`, `add`, `move`: the least
    won to take from the part, to add (to the rest of the whole, or to a part that is too small), or to move
    out of (into) the part, each alone; None where that does not mend it. `readings` gives each reading's status.
    """

    rule: str
    project: str | None
    status: Status
    part: int = 0
    whole: int = 0
    num: int = 0
    den: int = 1
    slack: int = 0
    cut: int | None = None
    add: int | None = None
    move: int | None = None
    readings: tuple[tuple[str, Status], ...] = ()

    @property
    def differs(self) -> bool:
        """Whether one reading breaks the rule and another does not."""
        found = {status for _, status in self.readings}
        return "fail" in found and not found.isdisjoint(MEASURED)

    @property
    def unmeasured(self) -> bool:
        """Whether the rule is kept as it is read here, while another reading cannot be measured yet."""
        return self.status in MEASURED and any(status == "unknown" for _, status in self.readings)


def counts(measure: Measure, part: str | None, kinds: Kinds) -> bool | None:
    """Whether a line of this part and these kinds belongs to the measure; None when that is not known yet.

    A line of several kinds belongs once, by any of them.
    """
    if measure.won is not None:
        return False
    unknown = False
    for values, wanted in (((part,), measure.parts), (kinds[:1] if measure.by_kind else kinds, measure.kinds)):
        if not wanted or any(value in wanted for value in values):
            continue
        if None not in values:
            return False
        unknown = True
    return None if unknown else True


def total(measure: Measure, projects: Iterable[Project]) -> Sum:
    """The measure's sum over the projects' lines, in won; or what has been told of it."""
    if measure.won is not None:
        return Sum(measure.won, False)
    won, missing = 0, False
    for project in projects:
        for line in project.lines:
            amounts = _amounts(line, measure)
            belongs = counts(measure, project.part, line.kinds)
            if belongs:
                won += sum(amount or 0 for amount in amounts)
                missing = missing or None in amounts
            elif belongs is None:
                missing = missing or any(amount != 0 for amount in amounts)
    return Sum(won, missing)


def further(measure: Measure, projects: Iterable[Project]) -> int:
    """What of the measure's sum stands in lines of another 비목 that are of a kind of it too, in won."""
    projects = tuple(projects)
    return total(measure, projects).won - total(replace(measure, by_kind=True), projects).won if measure.kinds else 0


def _amounts(line: Line, measure: Measure) -> list[int | None]:
    return [amount for fund, amount in line.amounts.items() if not measure.funds or fund in measure.funds]


def slack_of(operator: Operator, num: int, den: int, part: int, whole: int) -> int:
    """How far from the limit, in won times den; for `equal` never above 0."""
    gap = num * whole - den * part
    if operator == "equal":
        return -abs(gap)
    return -gap if operator in FLOOR else gap


def holds(operator: Operator, slack: int) -> bool:
    """Whether the slack satisfies the operator."""
    return slack >= (1 if operator in STRICT else 0)


def judge(operator: Operator, num: int, den: int, part: Sum, whole: Sum | None) -> Status:
    """The status of one comparison. Without a whole, `num` is the limit in won."""
    if part.missing or (whole is not None and whole.missing):
        return "unknown"
    if part.won == 0 and (whole is None or whole.won == 0):
        return "na"
    slack = slack_of(operator, num, den, part.won, 1 if whole is None else whole.won)
    return "ok" if holds(operator, slack) else "fail"


def limit_of(rule: CapRule, plan: Plan) -> tuple[int, int] | None:
    """The limit as num, den; None when it hangs on a choice that the plan has not made."""
    if rule.choice is None:
        return rule.num, rule.den
    amount = dict(rule.amounts).get(plan.choices.get(rule.choice) or "")
    return None if amount is None else (amount, 1)


def followed(rule: CapRule, plan: Plan) -> Pair:
    """The reading that the plan asks for, or the guide's."""
    return next((pair for pair in rule.pairs if pair.id == plan.reading), rule.pairs[0])


def scopes(rule: CapRule, plan: Plan) -> list[tuple[str | None, tuple[Project, ...]]]:
    """What the rule is applied to: the plan, or each project that can hold money of the part in some reading."""
    if not rule.each:
        return [(None, plan.projects)]
    return [(project.id, (project,)) for project in plan.projects
            if any(not pair.part.parts or project.part is None or project.part in pair.part.parts for pair in rule.pairs)]


def evaluate_cap(rule: CapRule, plan: Plan, name: str | None, projects: tuple[Project, ...]) -> Verdict:
    """One cap on one scope."""
    limit = limit_of(rule, plan)
    if limit is None:
        pair = followed(rule, plan)
        spent = total(pair.part, projects)
        status: Status = "na" if spent == NOTHING else "unknown"
        return Verdict(rule.id, name, status, part=spent.won)
    readings = tuple((pair.id, _status(rule, limit, pair, projects)) for pair in rule.pairs)
    pair = followed(rule, plan)
    part = total(pair.part, projects)
    whole = total(pair.of, projects) if pair.of else Sum(1, False)
    slack = slack_of(rule.operator, *limit, part.won, whole.won)
    status = dict(readings)[pair.id]
    both = _both(pair, projects) if pair.of and status == "fail" else 0
    fixes = _fixes(rule, limit, pair, slack, part.won, both) if status == "fail" else (None, None, None)
    return Verdict(rule.id, name, status, part.won, whole.won if pair.of else 0, *limit, slack, *fixes, readings)


def _status(rule: CapRule, limit: tuple[int, int], pair: Pair, projects: tuple[Project, ...]) -> Status:
    part = total(pair.part, projects)
    whole = total(pair.of, projects) if pair.of else None
    if pair.of and pair.of.won is not None and part == NOTHING and total(replace(pair.of, won=None), projects) == NOTHING:
        return "na"  # a grant that has been told says nothing of a plan without money
    return judge(rule.operator, *limit, part, whole)


def _ceiling(deficit: int, gain: int) -> int | None:
    return -(-deficit // gain) if gain > 0 else None


def _both(pair: Pair, projects: Iterable[Project]) -> int:
    """What the part and the whole both count, in won."""
    return sum(
        amount or 0
        for project in projects for line in project.lines for fund, amount in line.amounts.items()
        if all(counts(measure, project.part, line.kinds) and (not measure.funds or fund in measure.funds)
               for measure in (pair.part, pair.of) if measure))


def _own_cut(deficit: int, part: int, both: int, num: int, den: int) -> int | None:
    """The least to take from a part that is too large: first what lies outside the whole, which counts for more."""
    alone = part - both
    if alone * den >= deficit:
        return _ceiling(deficit, den)
    more = _ceiling(deficit - alone * den, den - num)
    return None if more is None or more > both else alone + more


def _fixes(rule: CapRule, limit: tuple[int, int], pair: Pair, slack: int, part: int, both: int,
           ) -> tuple[int | None, int | None, int | None]:
    """The least to cut, to add and to move so that a failing cap holds."""
    num, den = limit
    deficit = (1 if rule.operator in STRICT else 0) - slack
    told = pair.of is not None and pair.of.won is not None
    nested = pair.of is not None and pair.part.within(pair.of)
    if rule.operator == "equal":
        return None, None, None
    rest = _ceiling(deficit, num) if pair.of and not told else None
    move = _ceiling(deficit, den) if nested or told else None
    if rule.operator in FLOOR:
        return rest, _ceiling(deficit, den - num if nested else den), move
    return _own_cut(deficit, part, both, num, den), rest, move


def evaluate_ask(rule: AskRule, plan: Plan) -> Verdict:
    """One question: does it arise, and what was answered."""
    if rule.asked_when is not None and total(rule.asked_when, plan.projects) == NOTHING:
        return Verdict(rule.id, None, "na")
    reply = plan.answers.get(rule.id)
    answer = reply.answer if reply else "unknown"
    if answer == "unknown":
        return Verdict(rule.id, None, "unknown")
    return Verdict(rule.id, None, "fail" if answer == rule.violated_by else "ok")


def as_told(rules: Iterable[EngineRule], plan: Plan) -> list[EngineRule]:
    """The rules with what the plan itself says of a measure (its grant) in place of a sum."""
    if plan.grant is None:
        return list(rules)
    return [replace(rule, pairs=tuple(replace(pair, of=replace(pair.of, won=plan.grant)) if pair.of and pair.of.told else pair
                                      for pair in rule.pairs)) if isinstance(rule, CapRule) else rule for rule in rules]


def evaluate(rules: Iterable[EngineRule], plan: Plan) -> tuple[Verdict, ...]:
    """All verdicts, by rule id, then in the order of the plan's projects."""
    verdicts: list[Verdict] = []
    for rule in sorted(as_told(rules, plan), key=lambda rule: rule.id):
        if isinstance(rule, AskRule):
            verdicts.append(evaluate_ask(rule, plan))
        else:
            verdicts.extend(evaluate_cap(rule, plan, *scope) for scope in scopes(rule, plan))
    return tuple(verdicts)


def band_row(rows: Iterable[BandRow], part: int, whole: int | None) -> str | None:
    """The first row whose condition holds for the part (of the whole, if rows are shares)."""
    for row in rows:
        if row.operator is None:
            return row.id
        if holds(row.operator, slack_of(row.operator, row.num, row.den, part, 1 if whole is None else whole)):
            return row.id
    return None
