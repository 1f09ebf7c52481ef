"""What follows from a sheet as it was typed: figures, verdicts, the outcome, what cannot be read. The twin of js/tools/state.js."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.models.sheet import Sheet, SheetField
from macros.reading.guidebook import Guidebook
from macros.rules.change import Moved, change_figures
from macros.rules.figure_terms import FigureRule, SheetRules
from macros.rules.figures import Decision, FigureVerdict, contradictions, decide, evaluate_figures
from macros.tools.sheet_file import SheetState, TypedLine
from macros.tools.sheets import compiled, rules_of
from macros.typed.number import Bounds, bounds_of, parse

WON = Bounds("won")
Figures = dict[str, int | None]


@dataclass(frozen=True)
class SheetView:
    """A judged sheet: verdicts in the order of the page; `errors` name a field and say what is wrong with it."""

    state: SheetState
    figures: Figures
    rules: Mapping[str, FigureRule]
    verdicts: tuple[FigureVerdict, ...]
    decision: Decision
    errors: tuple[tuple[str, str], ...]

    @property
    def is_empty(self) -> bool:
        """Whether no number is entered."""
        return not self.figures


def view(guide: Guidebook, state: SheetState) -> SheetView:
    """All that follows from what was typed."""
    sheet = guide.sheets[state.tool]
    rules = compiled(guide, sheet)
    fields = asked(sheet, state.edition)
    lines = [moved for line in state.lines if (moved := _moved(line))] if sheet.lines else []
    from_lines = change_figures(lines)
    typed = {one.id: parse(state.values.get(one.id, ""), bounds_of(one)) for one in fields}
    figures: Figures = {**{key: one.value for key, one in typed.items() if not one.blank}, **from_lines}
    chosen = list(rules.values()) if sheet.every_edition else [rules[state.edition]]
    verdicts = _verdicts(guide, sheet, chosen, figures, state)
    labels = {one.id: one.label for one in fields}
    messages = {check.id: check.message for check in sheet.consistency}
    errors = [(labels[key], one.error) for key, one in typed.items() if one.error and key not in from_lines]
    errors += [*_line_errors(sheet, state), *((labels[check.field], messages[check.id])
                                              for check in contradictions(chosen[0].checks, figures))]
    return SheetView(state, figures, {rule.id: rule for one in chosen for rule in one.rules}, verdicts,
                     decide(chosen[0].outcomes, verdicts), tuple(errors))


def asked(sheet: Sheet, edition: str) -> list[SheetField]:
    """The fields that the edition asks for."""
    return [one for group in sheet.groups if not group.editions or edition in group.editions for one in group.fields]


def _verdicts(guide: Guidebook, sheet: Sheet, chosen: list[SheetRules], figures: Figures, state: SheetState) -> tuple[FigureVerdict, ...]:
    """The edition's verdicts, or those of all editions: a rule of two editions once."""
    answers: dict[str, str] = {rule: reply.answer for rule, reply in state.answers.items()}
    found = {verdict.rule: verdict for one in chosen for verdict in evaluate_figures(one, figures, answers, state.readings)}
    return tuple(found[rule.id] for rule in rules_of(guide, sheet) if rule.id in found)


def _moved(line: TypedLine) -> Moved | None:
    """A line's money; a line without any is not there yet, one blank of two is 0."""
    before, after = parse(line.before, WON), parse(line.after, WON)
    if before.blank and after.blank:
        return None
    return Moved(line.project.strip(), line.nature, 0 if before.blank else before.value, 0 if after.blank else after.value)


def _line_errors(sheet: Sheet, state: SheetState) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(state.lines if sheet.lines else (), 1):
        for text, label in ((line.before, "변경 전"), (line.after, "변경 후")):
            if error := parse(text, WON).error:
                yield f"{number}번째 줄 {label}", error
