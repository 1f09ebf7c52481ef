"""What follows from a sheet as it was typed: figures, verdicts, the outcome, what cannot be read. The twin of js/tools/state.js."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from macros.models.sheet import Sheet, scope
from macros.reading.guidebook import Guidebook
from macros.rules.bounds import contradictions
from macros.rules.cells import sheet_cells
from macros.rules.change import Moved, change_figures
from macros.rules.figure_terms import SheetRules
from macros.rules.judge import Verdict
from macros.rules.outcomes import Conclusion, Decision, judge_sheet
from macros.rules.terms import Rule
from macros.tools.sheet_file import Entry, SheetState, TypedLine
from macros.tools.sheets import compiled, rules_of
from macros.typed.number import Bounds, bounds_of, parse
from macros.words.outcomes import OutcomeWords

WON = Bounds("won")
NOTHING = SheetRules((), (), (), ())  # a part has not been chosen
Figures = dict[str, int | None]


@dataclass(frozen=True)
class SheetView:
    """A judged sheet: verdicts in the order of the page; `errors` name a field and say what is wrong with it."""

    state: SheetState
    figures: Figures
    sheet: SheetRules
    rules: Mapping[str, Rule]
    verdicts: tuple[Verdict, ...]
    facts: Mapping[str, str]
    decision: Decision
    errors: tuple[tuple[str, str], ...]

    @property
    def concluded(self) -> Conclusion:
        """The same as the rules give it."""
        return Conclusion(self.verdicts, self.facts, self.decision)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is entered or answered."""
        return not self.figures and self.decision.level == "na"


def view(guide: Guidebook, state: SheetState) -> SheetView:
    """All that follows from what was typed."""
    sheet = guide.sheets[state.tool]
    rules = compiled(guide, sheet)
    own = scope(state.edition, state.part)
    fields = [one for group in sheet.groups_of(own) for one in group.fields]
    typed = {one.id: parse(state.values.get(one.id, ""), bounds_of(one)) for one in fields}
    figures, from_lines = _figures(sheet, state, {key: one.value for key, one in typed.items() if not one.blank})
    chosen = list(rules.values()) if sheet.every_edition else [rules.get(own, NOTHING)]
    answers = {fact: reply.answer for fact, reply in state.answers.items()}
    judged = [judge_sheet(one, figures, answers, state.readings) for one in chosen]
    found = {verdict.rule: verdict for one in judged for verdict in one.verdicts}
    labels = {one.id: one.label for one in fields}
    words = _outcome_words(guide, sheet, chosen[0])
    messages = {check.id: check.message for check in sheet.consistency}
    errors = [(labels[key], one.error) for key, one in typed.items() if one.error and key not in from_lines]
    errors += [*_line_errors(sheet, state), *(
        (labels[check.field], words.contradiction(check, figures) if sheet.lines else messages[check.id])
        for check in contradictions(chosen[0].checks, sheet_cells(figures)))]
    return SheetView(state, figures, chosen[0], {rule.id: rule for one in chosen for rule in one.rules},
                     tuple(found[rule.id] for rule in rules_of(guide, sheet) if rule.id in found),
                     {key: value for one in judged for key, value in one.facts.items()}, judged[0].decision, tuple(errors))


def _outcome_words(guide: Guidebook, sheet: Sheet, rules: SheetRules) -> OutcomeWords:
    return OutcomeWords(sheet, rules, guide.rules, guide.budget, guide.named("asked"))


def _figures(sheet: Sheet, state: SheetState, typed: Figures) -> tuple[Figures, Figures]:
    """The figures of all fields, and those that table and ledger fill."""
    if not sheet.lines:
        return typed, {}
    lines = [moved for line in state.lines if (moved := _moved(line))]
    won = ledger_won(state.ledger)
    return change_figures(typed, lines, state.complete, won), change_figures({}, lines, state.complete, won)


def ledger_won(ledger: Sequence[Entry]) -> list[int | None]:
    """The won of the ledger's entries; none is known while they are of several years."""
    entries = [one for one in ledger if any(text.strip() for text in (one.date, one.what, one.amount, one.decided))]
    years = {one.date[:4] for one in entries if one.date}
    return [None if len(years) > 1 else parse(one.amount, WON).value for one in entries]


def _moved(line: TypedLine) -> Moved | None:
    """A line's money; a line without any is not there yet, one blank of two is 0."""
    before, after = parse(line.before, WON), parse(line.after, WON)
    if before.blank and after.blank:
        return None
    return Moved(normalize("NFC", line.project.strip()), line.nature, 0 if before.blank else before.value, 0 if after.blank else after.value)


def _line_errors(sheet: Sheet, state: SheetState) -> Iterator[tuple[str, str]]:
    if not sheet.lines:
        return
    typed = [(f"{number}번째 줄 {label}", text) for number, line in enumerate(state.lines, 1)
             for text, label in ((line.before, "변경 전"), (line.after, "변경 후"))]
    typed += [(f"변경 대장 {number}번째 줄 금액", entry.amount) for number, entry in enumerate(state.ledger, 1)]
    for label, text in typed:
        if error := parse(text, WON).error:
            yield label, error
