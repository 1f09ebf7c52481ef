"""A sheet's worked examples, judged: they are shown on its page and run by both engines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.models.sheet import SheetExample
from macros.rules.change import Moved, change_figures
from macros.rules.figure_terms import SCALES, SheetRules
from macros.rules.figures import Decision, Figures, FigureVerdict, decide, evaluate_figures


@dataclass(frozen=True)
class Judged:
    """An example's figures in parts of their units, the verdicts, and what they lead to."""

    figures: Figures
    verdicts: tuple[FigureVerdict, ...]
    decision: Decision


def judge_example(rules: SheetRules, example: SheetExample, units: Mapping[str, str]) -> Judged:
    """The example under the rules of its edition; `units` by field."""
    figures: Figures = {
        **{field: value * SCALES.get(units[field], 1) for field, value in example.figures.items()},
        **change_figures([Moved(line.project, line.nature, line.before, line.after) for line in example.lines])}
    verdicts = evaluate_figures(rules, figures, example.answers, {})
    return Judged(figures, verdicts, decide(rules.outcomes, verdicts))
