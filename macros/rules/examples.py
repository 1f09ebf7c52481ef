"""A sheet's worked examples, judged: they are shown on its page and run by both engines."""

from __future__ import annotations

from collections.abc import Mapping

from macros.models.sheet import SheetExample
from macros.rules.cells import Figures
from macros.rules.change import Moved, change_figures
from macros.rules.figure_terms import SheetRules
from macros.rules.outcomes import Conclusion, judge_sheet
from macros.rules.terms import SCALES


def example_figures(example: SheetExample, units: Mapping[str, str]) -> Figures:
    """The example's numbers in parts of their units; `units` by field."""
    typed = {field: value * SCALES.get(units[field], 1) for field, value in example.figures.items()}
    lines = [Moved(line.project, line.nature, line.before, line.after) for line in example.lines]
    return change_figures(typed, lines, example.complete)


def judge_example(rules: SheetRules, example: SheetExample, units: Mapping[str, str]) -> Conclusion:
    """The example under the rules of its edition."""
    return judge_sheet(rules, example_figures(example, units), example.answers, {})
