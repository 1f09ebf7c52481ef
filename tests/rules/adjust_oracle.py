"""Every possible change of a small plan, tried in the order of what it costs: what the engine must find, found plainly.

It knows nothing of the engine's demands: it judges the changed plans themselves, before and after.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import product

from macros.models.plan import Line, Plan, Project
from macros.rules.cells import Cell, counts
from macros.rules.evaluate import as_told, evaluate_cap, followed, scopes
from macros.rules.judge import STRICT, Verdict, slack_of
from macros.rules.terms import Rule
from tests.rules.random_plans import PlanMaker

FUNDS = ("city", "own", "outside")
Key = tuple[int, str]  # a line's place in the plan, a fund
Changes = dict[Key, int]
Scope = tuple[str, str | None]  # a rule, a project


class FewWon(PlanMaker):
    """Plans of a few lines with a few won each: every change of them can be tried."""

    def _amount(self, unit: int) -> int | None:
        return self.random.choice((0, 1, 1, 2, 2, 3, 4, 5)) if self.random.random() < 0.98 else None

    def plan(self) -> Plan:
        """The next plan: at most six lines."""
        while True:
            plan = super().plan()
            if 2 <= len(lines_of(plan)) <= 6:
                return plan


def few(rule: Rule) -> Rule:
    """A limit of 1,000,000,000 won as one of 10 won."""
    if rule.readings[0].of:
        return rule
    amounts = tuple((option, won // 10**8) for option, won in rule.amounts)
    return replace(rule.limited(rule.num // 10**8 if rule.num > 10**8 else 6, 1), amounts=amounts)


def told_caps(rules: Sequence[Rule], plan: Plan) -> list[Rule]:
    """The rules, with the grant that the plan says."""
    return [rule for rule in as_told(rules, plan) if rule.kind == "cap"]


def lines_of(plan: Plan) -> list[tuple[Project, Line]]:
    """The plan's lines in their order, each with its project."""
    return [(project, line) for project in plan.projects for line in project.lines]


def touchable(rules: Sequence[Rule], plan: Plan, pinned: Collection[str]) -> list[Key]:
    """The amounts that may be changed: known, not pinned, and what they count for is known too."""
    found: list[Key] = []
    for at, (project, line) in enumerate(lines_of(plan)):
        for fund in FUNDS:
            known = all(counts(measure, Cell(project.id, project.part, line.kinds, fund)) is not None
                        for rule in told_caps(rules, plan) for _, projects in scopes(rule, plan) if project in projects
                        for measure in (followed(rule, plan).part, followed(rule, plan).of) if measure)
            if known and line.id not in pinned and line.amounts.get(fund, 0) is not None:
                found.append((at, fund))
    return found


def changed(plan: Plan, changes: Changes) -> Plan:
    """The plan after the changes."""
    numbers = iter(range(10**6))

    def after(line: Line, at: int) -> Line:
        return line.model_copy(update={"amounts": line.amounts | {
            fund: (line.amounts.get(fund) or 0) + won for (where, fund), won in changes.items() if where == at}})

    return plan.model_copy(update={"projects": tuple(
        project.model_copy(update={"lines": tuple(after(line, next(numbers)) for line in project.lines)})
        for project in plan.projects)})


class Judge:
    """Says whether a changed plan will do. What one won more of an amount does, it learns from a plan that has it."""

    def __init__(self, rules: Sequence[Rule], plan: Plan, keys: Sequence[Key], only: Collection[Scope] | None = None) -> None:
        self.scopes = [(rule, name) for rule in told_caps(rules, plan) for name, _ in scopes(rule, plan) if only is None or (rule.id, name) in only]
        self.before = self._verdicts(plan)
        self.effects: dict[Key, list[tuple[int, int]]] = {}
        for key in keys:
            more = self._verdicts(changed(plan, {key: 1}))
            self.effects[key] = [(new.part - old.part, new.whole - old.whole) for old, new in zip(self.before, more, strict=True)]
        self.order = sorted(range(len(self.scopes)), key=lambda at: self.before[at].status != "fail")  # what tells soonest
        self.plan = plan

    def _verdicts(self, plan: Plan) -> list[Verdict]:
        found = {(rule.id, name): evaluate_cap(rule, plan, name, projects)
                 for rule in {rule.id: rule for rule, _ in self.scopes}.values() for name, projects in scopes(rule, plan)}
        return [found[rule.id, name] for rule, name in self.scopes]

    @property
    def broken(self) -> list[tuple[str, str | None]]:
        """What the plan breaks."""
        return [(verdict.rule, verdict.project) for verdict in self.before if verdict.status == "fail"]

    def accepts(self, changes: Changes) -> bool:
        """What was judged holds; what could not be is no worse; what did not apply holds, or there is still no money."""
        return all(self._accepts(at, changes) for at in self.order)

    def _accepts(self, at: int, changes: Changes) -> bool:
        rule, _ = self.scopes[at]
        was = self.before[at]
        part = was.part + sum(self.effects[key][at][0] * step for key, step in changes.items())
        whole = was.whole + sum(self.effects[key][at][1] * step for key, step in changes.items())
        num, den = (was.num, was.den) if was.readings else (0, 1)
        share = followed(rule, self.plan).of is not None
        slack = slack_of(rule.operator, num, den, part, whole if share else 1)
        if was.status == "unknown" or not was.readings:
            if rule.operator == "equal":
                return num * (whole - was.whole) == den * (part - was.part)
            return slack >= slack_of(rule.operator, num, den, was.part, was.whole if share else 1)
        return slack >= (1 if rule.operator in STRICT else 0) or (was.status == "na" and part == 0 and whole == was.whole)


def _amounts(mosts: Sequence[int], total: int) -> Iterator[tuple[int, ...]]:
    """All ways to take `total` from places, from each no more than its most."""
    if not mosts:
        if total == 0:
            yield ()
        return
    for first in range(min(mosts[0], total) + 1):
        for rest in _amounts(mosts[1:], total - first):
            yield (first, *rest)


def _ways(keys: Sequence[Key], held: Sequence[int], won: int) -> Iterator[Changes]:
    """All changes of one fund that take `won` off lines; what is taken off goes to other lines, or out of the plan."""
    for off in _amounts(held, won):
        others = [key for key, each in zip(keys, off, strict=True) if not each]
        for given in range(won + 1):
            for on in _amounts([given] * len(others), given):
                yield ({key: -each for key, each in zip(keys, off, strict=True) if each}
                       | {key: each for key, each in zip(others, on, strict=True) if each})


def changes_that_cost(plan: Plan, keys: Sequence[Key], won: int) -> Iterator[Changes]:
    """All changes that take `won` off lines: no line below 0, no fund above what it has."""
    lines = lines_of(plan)
    held = {key: lines[key[0]][1].amounts.get(key[1]) or 0 for key in keys}
    by_fund = [[key for key in keys if key[1] == fund] for fund in FUNDS]
    for split in _amounts([sum(held[key] for key in mine) for mine in by_fund], won):
        each = [list(_ways(mine, [held[key] for key in mine], part)) for mine, part in zip(by_fund, split, strict=True)]
        for choice in product(*each):
            yield {key: step for changes in choice for key, step in changes.items()}


def _weight(changes: Changes) -> tuple[int, list[int], int, list[tuple[int, int]]]:
    """Few lines, the first lines, little out of the plan, little on the last of the lines."""
    lines = sorted({line for line, _ in changes})
    steps = [changes.get((line, fund), 0) for line in reversed(lines) for fund in reversed(FUNDS)]
    return len(lines), lines, -sum(changes.values()), [(max(0, step), max(0, -step)) for step in steps]


class TooMany(Exception):  # noqa: N818
    """More changes than are tried."""


def best_changes(rules: Sequence[Rule], plan: Plan, pinned: Collection[str] = (), most: int = 20_000, *,
                 only: Collection[Scope] | None = None, keys: Sequence[Key] | None = None) -> tuple[int, Changes] | None:
    """The least won and, of all changes at that price, the one that comes first; None when nothing does.

    `only`: the rules on scopes that count; `keys`: the amounts that may change. Raises TooMany when more than `most`
    changes would have to be tried.
    """
    keys = touchable(rules, plan, pinned) if keys is None else keys
    judge = Judge(rules, plan, keys, only)
    all_won = sum(lines_of(plan)[at][1].amounts.get(fund) or 0 for at, fund in keys)
    tried = 0
    for won in range(all_won + 1):
        good: list[Changes] = []
        for changes in changes_that_cost(plan, keys, won):
            tried += 1
            if tried > most:
                raise TooMany
            if judge.accepts(changes):
                good.append(changes)
        if good:
            return won, min(good, key=_weight)
    return None
