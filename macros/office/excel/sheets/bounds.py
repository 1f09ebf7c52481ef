"""Between what an unknown number must lie, and what a reading may still come to, as Excel formulas (macros/rules/looked_at.py).

No bound is `INFINITE`: larger than all that is typed, and still a number that a spreadsheet multiplies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from macros.models.rule import Operator
from macros.office.excel.sheets.terms import Where, either, holds, is_missing, number
from macros.rules.figure_terms import Check, looked_at
from macros.rules.judge import FLOOR
from macros.rules.terms import Comparison, Measure, Rule

INFINITE = "1E+250"
Keep = Callable[[str], str]  # puts a formula into a cell of its own and gives the cell


@dataclass(frozen=True)
class Span:
    """The cells of the least and the most that a number can be."""

    least: str
    most: str


class Bounds:
    """The bounds for one rule: what contradicts other numbers is not known, if the rule looks at any of that."""

    def __init__(self, rule: Rule, checks: Mapping[str, Check], where: Where, keep: Keep) -> None:
        self.checks, self.where, self.keep = checks, where, keep
        own = {field for measure in looked_at(rule) for field in measure.fields}
        touching = [f"{cell}=1" for cell, check in checks.items() if own & set(check.part.fields)]
        self.touched = keep(f"IF({either(touching)},1,0)")
        self._fields: dict[str, Span] = {}

    def missing(self, measure: Measure) -> str:
        """Whether the measure is not known."""
        own = {*measure.fields, *measure.open}
        wrong = [f"{cell}=1" for cell, check in self.checks.items() if own & set(check.part.fields)]
        return either([is_missing(measure, self.where), *([f"AND({self.touched}=1,{either(wrong)})"] if wrong else [])])

    def field(self, key: str) -> Span:
        """A field: its number, or what the checks that hold leave it."""
        if key not in self._fields:
            cell = self.where[key]
            wrong = [f"{at}=1" for at, check in self.checks.items() if key in check.part.fields]
            unknown = either([f'{cell}=""', f'{cell}="?"', *([f"AND({self.touched}=1,{either(wrong)})"] if wrong else [])])
            above = [self._side(at, check.part, "0") for at, check in self.checks.items() if check.of.fields == (key,)]
            below = [self._side(at, check.of, INFINITE) for at, check in self.checks.items() if check.part.fields == (key,)]
            self._fields[key] = Span(self.keep(f"IF({unknown},MAX({','.join(['0', *above])}),{cell})"),
                                     self.keep(f"IF({unknown},MIN({','.join([INFINITE, *below])}),{cell})"))
        return self._fields[key]

    def _side(self, failing: str, measure: Measure, otherwise: str) -> str:
        return f"IF(OR({failing}=1,{self.missing(measure)}),{otherwise},{number(measure, self.where)})"

    def span(self, measure: Measure) -> Span:
        """A sum of fields."""
        assert measure.pick == "sum" and not measure.open, "outcomes hang on plain sums"
        known, sides = self.missing(measure), [self.field(key) for key in measure.fields]
        return Span(*(self.keep(f"IF({known},{'+'.join(getattr(side, end) for side in sides)},{number(measure, self.where)})")
                      for end in ("least", "most")))

    def possible(self, rule: Rule, reading: Comparison) -> dict[str, str]:
        """For each result that the reading may have, a formula: whether it may."""
        part = self.span(reading.part)
        unit = str(reading.part.scale if reading.operator is None else 1)
        whole = self.span(reading.of) if reading.of else Span(unit, unit)
        if reading.operator is not None:
            hold, fail = _can(reading.operator, reading.num, reading.den, part, whole)
            return {"ok": hold, "fail": fail}
        found, before = {}, list[str]()
        for row in rule.rows:
            hold, fail = ("TRUE", "FALSE") if row.operator is None else _can(row.operator, row.num, row.den, part, whole)
            found[row.id] = f"AND({','.join([*before, hold])})"
            before.append(fail)
        return found


def _can(operator: Operator, num: int, den: int, part: Span, whole: Span) -> tuple[str, str]:
    """Whether a comparison can hold, and whether it can fail."""
    if operator == "equal":
        return "TRUE", "TRUE"
    full, bare = (part.most, whole.least), (part.least, whole.most)
    best, worst = (full, bare) if operator in FLOOR else (bare, full)
    return holds(operator, num, den, *best), f"NOT({holds(operator, num, den, *worst)})"
