"""What a sheet's tool needs in the page: fields, rules in whole numbers, their words, and examples to begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from macros.calendars.entry import cited
from macros.models.common import Citation, Table
from macros.models.form import Form
from macros.models.rule import Ask, Band, ByChoice, Cap
from macros.models.sheet import Filling, GradeAmounts, Sheet, SheetExample, SheetFact
from macros.reading.guidebook import Guidebook
from macros.rules.figure_compiler import as_json, compile_sheet
from macros.rules.figure_terms import SheetRules
from macros.rules.terms import SCALES, compile_row
from macros.site.addresses import Addresses
from macros.tools.budget import basis_of, clause, site_version
from macros.tools.deadlines import how
from macros.tools.districts import district_names
from macros.views.advice import notes_of
from macros.words.readings import reading_labels
from macros.words.verdicts import LEVELS, level_of, share_text

Href = Callable[[str], str]


def compiled(guide: Guidebook, sheet: Sheet) -> dict[str, SheetRules]:
    """The sheet's rules by scope: an edition, or a part of it."""
    return {name: compile_sheet(guide.budget, guide.rules.values(), sheet, name) for name in sheet.scopes}


def rules_of(guide: Guidebook, sheet: Sheet) -> list[Cap | Band | Ask]:
    """The rules that judge the sheet in any edition: limits and bands first, the gravest first."""
    order = {"cap": 0, "band": 0, "ask": 1, "prohibited": 0, "care": 1, "info": 2}
    found = [rule for rule in guide.rules.values()
             if rule.subject in sheet.subjects and set(rule.editions) & set(sheet.editions)]
    return sorted(found, key=lambda rule: (order[rule.kind], -int(rule.editions[-1]), order[rule.severity], rule.id))


def sheet_data(guide: Guidebook, sheet: Sheet, to: Addresses, href: Href) -> dict[str, Any]:
    """Everything as plain values. `href` turns an address into a link from the page."""
    rules = rules_of(guide, sheet)
    return {
        "version": site_version(), "districts": district_names(guide), "tool": sheet.id, "title": sheet.title,
        "everyEdition": sheet.every_edition, "lines": sheet.lines, "scales": SCALES,
        "editions": [{"id": key, "title": guide.editions[key].title, "summary": guide.editions[key].summary,
                      "year": guide.editions[key].plan_year,
                      "bases": _bases(guide, key, rules)} for key in sheet.editions],
        "parts": [{"id": part.id, "group": part.group, "title": part.title, "editions": part.editions} for part in sheet.parts],
        "groups": [group.model_dump(mode="json") for group in sheet.groups],
        "rules": {edition: as_json(found) for edition, found in compiled(guide, sheet).items()},
        "order": [rule.id for rule in rules],
        "texts": {rule.id: _texts(guide, rule, to, href) for rule in rules},
        "measures": {measure.id: {"label": measure.label, "unit": measure.unit, **({"others": measure.others} if measure.others else {})}
                     for measure in guide.budget.measures if measure.subject in sheet.subjects},
        "checks": {check.id: check.message for check in sheet.consistency},
        "facts": _facts(guide, sheet, rules),
        "retired": {one.id: {"question": one.question, "now": one.now} for one in sheet.retired},
        "outcomes": [{"id": outcome.name, "title": outcome.title, "text": outcome.text, "level": outcome.level, "letter": outcome.letter,
                      "dues": [_due(guide, key, to, href) for key in outcome.dues]} for outcome in sheet.outcomes],
        "letters": {letter.id: letter.model_dump(mode="json") for letter in sheet.letters},
        "deadlines": href(to.deadlines()),
        "examples": [_example(example, sheet) for example in sheet.examples],
        "filling": _filling(guide, sheet.filling) if sheet.filling else None,
        "amounts": _amounts(guide, sheet.amounts) if sheet.amounts else None,
        "form": {"title": form.title, "checks": form.checks} if (form := form_of(guide, sheet)) else None,
    }


def _facts(guide: Guidebook, sheet: Sheet, rules: list[Cap | Band | Ask]) -> list[dict[str, Any]]:
    asks = [rule for rule in rules if isinstance(rule, Ask)]
    return [{"id": fact.id, "question": fact.question, "help": fact.help,
             "options": [option.model_dump() for option in fact.options],
             "rules": [rule.id for rule in asks if any(fact.id in entry for entry in rule.breaking)]}
            for fact in facts_of(guide, sheet)]


def facts_of(guide: Guidebook, sheet: Sheet) -> list[SheetFact]:
    """What the tool asks, in its order: the sheet's facts, and the questions that rules ask themselves."""
    own = [SheetFact(id=rule.id, question=rule.asked) for rule in rules_of(guide, sheet) if isinstance(rule, Ask) and rule.question]
    return [*sheet.facts, *own]


@dataclass(frozen=True)
class ToolLevel:
    """What a broken rule of a severity is called, and which groups of the tool's parts have such rules; none named: all of them."""

    severity: str
    word: str
    groups: tuple[str, ...]


def levels(guide: Guidebook, sheet: Sheet) -> list[ToolLevel]:
    """The levels to which the tool's rules can come, the gravest first."""
    having: dict[str, dict[str, None]] = {}
    for name, rules in compiled(guide, sheet).items():
        part = sheet.part_of(name)
        for rule in rules.rules:
            having.setdefault(guide.rules[rule.id].severity, {})[part.group if part else ""] = None
    every = {part.group for part in sheet.parts} or {""}
    return [ToolLevel(severity, LEVELS[level_of("fail", severity)], tuple(having[severity]) if every - set(having[severity]) else ())
            for severity in ("prohibited", "care", "info") if severity in having]


def answers_of(guide: Guidebook, sheet: Sheet) -> dict[str, tuple[str, ...]]:
    """What each fact of the sheet may be; a rule's own question is a fact of its id."""
    return {fact.id: fact.answers for fact in facts_of(guide, sheet)}


def form_of(guide: Guidebook, sheet: Sheet) -> Form | None:
    """The form whose shares the sheet judges, every one of them."""
    judged = {rule.id for rule in rules_of(guide, sheet)}
    return next((form for form in guide.forms.values() if form.checks and judged.issuperset(form.checks)), None)


def _bases(guide: Guidebook, edition: str, rules: Iterable[Cap | Band | Ask]) -> list[dict[str, str]]:
    """What must be known of the sources on which one of the rules rests in the edition."""
    found = [basis_of(guide, edition, rule) for rule in rules if edition in rule.editions]
    return [{"mark": basis.mark, "text": basis.text} for basis in guide.editions[edition].bases if basis in found]


def clauses_of(guide: Guidebook, rule: Cap | Band | Ask) -> list[str]:
    """Where the rule stands, each place once."""
    return list(dict.fromkeys(clause(guide, one) for one in rule.source))


def rested_on(guide: Guidebook, edition: str, rules: Iterable[str]) -> list[str]:
    """What must be known of the sources on which these rules rest in the edition, each text once."""
    found = (basis_of(guide, edition, guide.rules[rule]) for rule in rules)
    return list(dict.fromkeys(basis.text for basis in found if basis))


def _texts(guide: Guidebook, rule: Cap | Band | Ask, to: Addresses, href: Href) -> dict[str, Any]:
    texts: dict[str, Any] = {
        "label": rule.label, "severity": rule.severity, "kind": rule.kind,
        "editions": rule.editions, "clauses": clauses_of(guide, rule), "href": href(to.rule(rule.id)),
        "exceptions": rule.exceptions, "notes": notes_of(rule),
        "conflicts": [{"id": key, "title": guide.conflicts[key].title, "followed": guide.conflicts[key].followed,
                       "href": href(to.conflict(key))} for key in rule.conflicts],
    }
    if marks := {key: basis.mark for key in rule.editions if (basis := basis_of(guide, key, rule))}:
        texts |= {"marks": marks}
    if isinstance(rule, Ask):
        return texts | ({"results": rule.results.model_dump()} if rule.results else {})
    texts |= {"readingNote": rule.reading_note, "readings": reading_labels(guide.budget, rule)}
    if isinstance(rule, Band):
        texts |= {"rows": {row.id: {"result": row.result, "detail": row.detail} for row in rule.rows}}
    return texts


def _due(guide: Guidebook, key: str, to: Addresses, href: Href) -> dict[str, Any]:
    deadlines, due = next((one, due) for one in guide.deadlines.values() for due in one.dues if due.id == key)
    return {"title": due.title, "how": how(due, deadlines), "summary": due.summary, "basis": due.basis,
            "from": deadlines.id, "who": ", ".join(guide.actors[actor].name for actor in due.actors),
            "cites": [{"text": cited(one, guide), "href": href(to.citation(one))} for one in due.source]}


def _example(example: SheetExample, sheet: Sheet) -> dict[str, Any]:
    """An example as the state that a reader would have typed: numbers as texts."""
    return {"title": example.title, "note": example.note, "edition": example.edition, "part": example.of_part,
            "values": {field: f"{value:,}" for field, value in example.figures.items()},
            "lines": [{"project": line.project, "item": line.item, "nature": line.nature,
                       "before": f"{line.before:,}", "after": f"{line.after:,}"} for line in example.lines],
            "answers": {rule: {"answer": answer, "note": ""} for rule, answer in example.answers.items()}, "complete": example.complete}


def _table(guide: Guidebook, filling: Filling) -> Table:
    return next(table for section in guide.topics[filling.topic].sections for table in section.tables
                if table.id == filling.table)


def fillings(guide: Guidebook, filling: Filling) -> list[tuple[str, int]]:
    """The real figures that a field may take: (district, value in the field's unit)."""
    table = _table(guide, filling)
    name, value = table.columns.index(filling.name), table.columns.index(filling.value)
    return [(str(row[name]), int(row[value]) * filling.times) for row in table.rows]


def _filling(guide: Guidebook, filling: Filling) -> dict[str, Any]:
    return {"field": filling.field, "title": _table(guide, filling).title, "edition": filling.edition,
            "options": [{"id": name, "label": f"{name} {value:,}", "value": f"{value:,}"}
                        for name, value in fillings(guide, filling)]}


def grade_amounts(guide: Guidebook, amounts: GradeAmounts) -> list[tuple[str, str, int]]:
    """What each row of the band means: (row, its result, won)."""
    band, cap = guide.rules[amounts.band], guide.rules[amounts.cap]
    assert isinstance(band, Band) and isinstance(cap, Cap) and isinstance(cap.limit, ByChoice)
    return [(row.id, row.result, cap.limit.amounts[row.option or ""]) for row in band.rows]


def _amounts(guide: Guidebook, amounts: GradeAmounts) -> dict[str, Any]:
    return {"rule": amounts.band, "cap": amounts.cap, "field": amounts.field,
            "rows": [{"row": row, "result": result, "won": f"{won:,}"} for row, result, won in grade_amounts(guide, amounts)]}


@dataclass(frozen=True)
class Thresholds:
    """From how many won on a band's first row holds in each district: what share that is, and of which table's grants."""

    share: str
    title: str
    source: tuple[Citation, ...]
    rows: list[tuple[str, int, int]]  # district, its grant in won, the least change in won


def thresholds(guide: Guidebook, filling: Filling, band: Band) -> Thresholds:
    """For each district: its grant, and the least change that the band's first row takes."""
    first, topic = compile_row(band.rows[0]), guide.topics[filling.topic]
    rows = [(name, won, -(-first.num * won // first.den)) for name, won in fillings(guide, filling)]
    return Thresholds(share_text(first.num, first.den), topic.title, topic.source, rows)
