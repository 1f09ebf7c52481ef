"""What the budget-limit calculator needs in the page: rules in whole numbers, their words, and example plans."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable
from typing import Any

from macros import ROOT
from macros.models.budget import Choice, Kind, Term
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
        "rules": rules,
        "texts": {key: _texts(guide, guide.rules[key], href) for key in used},
        "examples": [{"title": plan.title, "plan": plan.model_dump(mode="json")} for plan in examples_for(guide)],
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


# Example plans: invented, of a believable size. (part, project, lines of (what, kind, city, own) in 천원)
Sketch = tuple[tuple[str, str, tuple[tuple[str, str, int, int], ...]], ...]
KEPT: Sketch = (
    ("base", "협치회의와 공론장 운영", (
        ("회의와 공론장 운영", "other", 190_000, 10_000), ("협치추진단 인건비", "labour", 120_000, 0))),
    ("sectoral", "골목 안전 주민 순찰길", (
        ("순찰길 안내판과 조명 설치", "facility", 90_000, 0), ("주민 순찰과 안전 교육", "other", 120_000, 20_000),
        ("순찰 활동가 인건비", "labour", 20_000, 0))),
    ("sectoral", "마을 돌봄 공유 공간", (
        ("공유 공간 보수", "facility", 100_000, 0), ("돌봄 프로그램 위탁", "transfer", 80_000, 0),
        ("돌봄 배움과 나눔", "other", 60_000, 20_000))),
    ("sectoral", "청년 환경 실험실", (
        ("실험과 전시", "other", 160_000, 20_000), ("실험실 도우미 인건비", "labour", 20_000, 0),
        ("청년 모임 지원", "transfer", 40_000, 0))),
)
BROKEN: Sketch = (
    ("base", "협치학교와 성과 나눔", (("배움과 성과 나눔", "other", 270_000, 0),)),
    ("sectoral", "작은 도서관 새 단장", (
        ("열람실 고치기", "facility", 150_000, 20_000), ("책 나눔 행사", "other", 40_000, 0))),
    ("sectoral", "이웃 건강 지킴이", (
        ("건강 지킴이 인건비", "labour", 90_000, 0), ("건강 모임 운영", "other", 160_000, 30_000))),
    ("sectoral", "골목 텃밭", (
        ("텃밭 꾸미기", "facility", 60_000, 0), ("텃밭 운영 단체 보조", "transfer", 130_000, 0),
        ("나눔 장터", "other", 70_000, 0))),
)


def example_plans() -> tuple[Plan, ...]:
    """Two plans to load and look at: one that keeps all limits, one that has something to mend."""
    return (_plan("예시: 한도를 지킨 2021년판 계획(금액은 지어낸 것)", "2021", KEPT, {"grade": "na"}),
            _plan("예시: 고칠 곳이 있는 2020년판 계획(금액은 지어낸 것)", "2020", BROKEN, {}))


def examples_for(guide: Guidebook) -> list[Plan]:
    """Those of the example plans that are made of the guide's editions, parts and kinds of cost."""
    parts, kinds = ({term.id for term in terms} for terms in (guide.budget.parts, guide.budget.kinds))
    return [plan for plan in example_plans() if plan.edition in guide.editions and all(
        project.part in parts and all(line.kind in kinds for line in project.lines) for project in plan.projects)]


def _plan(title: str, edition: str, sketch: Sketch, choices: dict[str, str | None]) -> Plan:
    projects = tuple(
        Project(id=f"p{number}", name=name, part=part, lines=tuple(
            Line(id=f"p{number}-{at}", name=what, kind=kind, amounts={"city": city * 1000, "own": own * 1000})
            for at, (what, kind, city, own) in enumerate(lines, 1)))
        for number, (part, name, lines) in enumerate(sketch, 1))
    return Plan(format="hyeopchi-plan", version=1, edition=edition, title=title, choices=choices, projects=projects)
