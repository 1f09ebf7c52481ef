"""A comparison's verdict as a formula: the one judge (macros/rules/judge.py) for both kinds of workbook.

A workbook brings its own numbers: the budget's are sums over lines in two whole numbers each, a tool's are cells of fields.
"""

from __future__ import annotations

from collections.abc import Sequence

from macros.models.rule import Operator
from macros.office.documents.text import quoted
from macros.rules.judge import FLOOR, STRICT


def slack(operator: Operator, limit: str, part: str) -> str:
    """How far `den*part` is from `num*whole`, both given as formulas."""
    return f"{part}-{limit}" if operator in FLOOR else f"{limit}-{part}"


def holds(operator: Operator, *, none: str, some: str, any_: str) -> str:
    """The condition that satisfies the operator, of these: the slack is 0; it is above 0; it is not below 0."""
    return none if operator == "equal" else some if operator in STRICT else any_


def status(unknown: str, nothing: str, held: str) -> str:
    """`ok`, `fail`, `unknown` or `na`, from conditions: a number is not known; nothing is there; the limit holds."""
    return f'IF({unknown},"unknown",IF({nothing},"na",IF({held},"ok","fail")))'


def picked(cell: str, options: Sequence[tuple[str, str]], none: str) -> str:
    """The formula of the option whose label stands in the cell; `none` if it is another text."""
    made = none
    for label, formula in reversed(options):
        made = f"IF(EXACT(TRIM({cell}),{quoted(label)}),{formula},{made})"
    return made
