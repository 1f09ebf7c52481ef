"""What the budget-limit calculator needs in the page: rules in whole numbers, their words, and example plans."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable
from typing import Any

from macros import ROOT
from macros.models.budget import Choice, ExamplePlan, Kind, Term
from macros.models.common import Citation
from macros.models.edition import Basis
from macros.models.plan import Line, Plan, Project
from macros.models.rule import Ask, Band, Cap
from macros.reading.grounds import below
from macros.reading.guidebook import Guidebook
from macros.rules.terms import as_json, for_plan, measures
from macros.tools.districts import district_names
from macros.views.advice import notes_of
from macros.words.readings import reading_labels

Href = Callable[[str], str]


def calculator_json(guide: Guidebook, href: Href) -> str:
    """The data as JSON that may stand inside a `<script>`: no character of it can end or open markup."""
    text = json.dumps(calculator_data(guide, href), ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def calculator_data(guide: Guidebook, href: Href) -> dict[str, Any]:
    """The data as plain values. `href` gives the link to a rule's own place in the guide."""
    known = measures(guide.budget)
    by_edition = {key: for_plan(guide.rules.values(), known, key) for key in sorted(guide.editions)}
    rules = {key: as_json(found) for key, found in by_edition.items() if found}
    used = sorted({rule.id for found in by_edition.values() for rule in found})
    return {
        "version": site_version(), "districts": district_names(guide),
        "editions": [_edition(guide, key, [rule.id for rule in by_edition[key]]) for key in rules],
        "parts": _terms(guide.budget.parts),
        "kinds": [_kind(kind) for kind in guide.budget.kinds],
        "funds": _terms(guide.budget.funds),
        "choices": [_choice(choice) for choice in guide.budget.choices],
        "readings": {reading.id: {"label": reading.label, "help": reading.help} for reading in guide.budget.readings},
        "measures": {measure.id: measure.label for measure in guide.budget.measures},
        "ownMeasures": {measure.id: measure.each_label for measure in guide.budget.measures if measure.each_label},
        "rules": rules,
        "texts": {key: _texts(guide, guide.rules[key], href) for key in used},
        "examples": [{"title": plan.title, "plan": plan.model_dump(mode="json")} for plan in example_plans(guide)],
    }


def site_version() -> str:
    """The site's version, from its one place."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def _terms(terms: Iterable[Term]) -> list[dict[str, str]]:
    return [{"id": term.id, "label": term.label, "help": term.help} for term in terms]


def _kind(kind: Kind) -> dict[str, Any]:
    return {"id": kind.id, "label": kind.label, "help": kind.help,
            "also": [{"id": each.kind, "label": each.label, "help": each.help} for each in kind.also]}


def _choice(choice: Choice) -> dict[str, Any]:
    return {"id": choice.id, "label": choice.label, "help": choice.help,
            "options": [{"id": option.id, "label": option.label} for option in choice.options]}


def _texts(guide: Guidebook, rule: Cap | Band | Ask, href: Href) -> dict[str, Any]:
    """A rule's words."""
    texts: dict[str, Any] = {
        "label": rule.label, "sentence": rule.sentence, "severity": rule.severity, "kind": rule.kind,
        "topic": rule.topic, "clause": clause(guide, rule.source[0]), "href": href(rule.id),
        "exceptions": rule.exceptions, "notes": notes_of(rule), "replaces": rule.replaces,
        "conflicts": [guide.conflicts[key].title for key in rule.conflicts],
    }
    if rule.source[0].wording:
        texts |= {"wording": rule.source[0].wording}
    if isinstance(rule, Ask):
        texts |= {"question": rule.asked}
    if isinstance(rule, Cap):
        texts |= {"reading_note": rule.reading_note,
                  "readings": reading_labels(guide.budget, rule)}
    return texts


def _edition(guide: Guidebook, key: str, rules: list[str]) -> dict[str, Any]:
    """An edition with what its rules rest on: each basis with the rules beside which it must be said."""
    edition = guide.editions[key]
    return {"id": key, "title": edition.title, "summary": edition.summary, "bases": [
        {"mark": basis.mark, "text": basis.text, "formal": basis.formal,
         "rules": [rule for rule in rules if basis_of(guide, key, guide.rules[rule]) is basis]} for basis in edition.bases]}


def basis_of(guide: Guidebook, edition: str, rule: Cap | Band | Ask) -> Basis | None:
    """What must be known of the source that the rule rests on in this edition."""
    where = rule.source[0]
    return next((basis for basis in guide.editions[edition].bases if below(where, basis.rests_on)), None)


def clause_in(guide: Guidebook, edition: str, rule: Cap | Band | Ask) -> str:
    """Where the rule stands, with the mark of what its edition rests on: `… 143쪽 · 개정 전 운영지침 기준`."""
    basis = basis_of(guide, edition, rule)
    return " · ".join([clause(guide, rule.source[0]), *([basis.mark] if basis else [])])


def clause(guide: Guidebook, citation: Citation) -> str:
    """A citation in one line: `2020 안내서 3.2.2(1)③, 143쪽`."""
    where = " ".join(filter(None, (guide.sources[citation.doc].short, citation.clause)))
    return f"{where}, {citation.page}쪽" if citation.page else where


def example_plans(guide: Guidebook) -> tuple[Plan, ...]:
    """The example plans of the data, as saved ones."""
    return tuple(_plan(example) for example in guide.budget.examples)


def _plan(example: ExamplePlan) -> Plan:
    projects = tuple(
        Project(id=f"p{number}", name=project.name, part=project.part, lines=tuple(
            Line(id=f"p{number}-{at}", name=line.name, kind=line.kind, amounts=dict(line.amounts)) for at, line in enumerate(project.lines, 1)))
        for number, project in enumerate(example.projects, 1))
    return Plan(format="hyeopchi-plan", version=1, edition=example.edition, title=example.title, choices=dict(example.choices), projects=projects)
