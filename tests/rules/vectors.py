"""The vectors of tests/vectors/plans.yaml, which a clerk can read, as plans and what is expected of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from macros.models.plan import Line, Plan, Project, Reply
from macros.models.rule import OPERATORS, Band, ByChoice, Cap
from macros.models.rule_example import Status
from macros.reading.guidebook import Guidebook
from tests.conftest import ROOT
from tests.plain_yaml import plain

STATUSES: dict[str, Status] = {"지킴": "ok", "어김": "fail", "확인 필요": "unknown", "해당 없음": "na"}
ANSWERS = {"예": "yes", "아니요": "no", "모름": "unknown"}
UNKNOWN = "모름"


@dataclass(frozen=True)
class Vector:
    """A plan, and for (rule, project) the expected status and the least to cut, add and move."""

    name: str
    plan: Plan
    statuses: dict[tuple[str, str | None], Status]
    amounts: dict[tuple[str, str | None], dict[str, int | None]]


def load_vectors(guide: Guidebook) -> list[Vector]:
    """All vectors; labels (비목, 부문, 재원) are those of the budget's own words."""
    records = plain((ROOT / "tests" / "vectors" / "plans.yaml").read_text(encoding="utf-8"))
    return [_vector(record, guide) for record in records]


def limits() -> dict[str, Fraction | int | dict[str, Fraction | int]]:
    """The limits that the vectors are about, by rule: of a choice's options or a band's rows each its own."""
    return {rule: {name: _limit(one) for name, one in limit.items()} if isinstance(limit, dict) else _limit(limit)
            for rule, limit in _known().items() if limit is not None}


def _known() -> dict[str, Any]:
    """The rules that the vectors know; one that asks has no limit."""
    found: dict[str, Any] = plain((ROOT / "tests" / "vectors" / "limits.yaml").read_text(encoding="utf-8"))
    return found


def _limit(written: str | int) -> Fraction | int:
    return written if isinstance(written, int) else Fraction(written.rstrip("%")) / (100 if written.endswith("%") else 1)


def with_limits(guide: Guidebook) -> Guidebook:
    """The guide with the vectors' limits, and of the rules of the tools only those that they know: an edit of the data changes no vector."""
    known, subjects = _known(), {"plan"}.union(*(sheet.subjects for sheet in guide.sheets.values()))
    rules = {key: rule for key, rule in guide.rules.items() if key in known or rule.subject not in subjects}
    for key, limit in limits().items():
        rules[key] = _limited(rules[key], limit)
    return replace(guide, rules=rules)


def _limited(rule: Any, limit: Any) -> Any:
    if isinstance(rule, Band):
        return rule.model_copy(update={"rows": tuple(
            row.model_copy(update={one: limit[row.id] for one in OPERATORS if getattr(row, one) is not None}) for row in rule.rows)})
    assert isinstance(rule, Cap)
    fixed = rule.limit.model_copy(update={"amounts": limit}) if isinstance(rule.limit, ByChoice) else limit
    return rule.model_copy(update={rule.operator: fixed})


def names() -> list[str]:
    """The vectors' sentences, for test ids."""
    records = plain((ROOT / "tests" / "vectors" / "plans.yaml").read_text(encoding="utf-8"))
    return [record["이름"] for record in records]


def _vector(record: dict[str, Any], guide: Guidebook) -> Vector:
    budget = guide.budget
    parts, kinds, funds = ({term.label: term.id for term in terms}
                           for terms in (budget.parts, budget.kinds, budget.funds))
    options = {option.label: (choice.id, option.id) for choice in budget.choices for option in choice.options}
    projects = tuple(
        Project(id=project["사업"], name=project["사업"], part=parts[project["부문"]] if "부문" in project else None,
                lines=tuple(_line(f"{project['사업']}-{number}", line, kinds, funds)
                            for number, line in enumerate(project.get("줄", ()), 1)))
        for project in record.get("사업", ()))
    plan = Plan(
        format="hyeopchi-plan", version=1, edition=str(record["판"]), grant=record.get("지원금"), reading=record.get("읽기"), projects=projects,
        choices=dict(options[label] for label in record.get("고름", ())),
        answers={rule: Reply(answer=ANSWERS[answer]) for rule, answer in record.get("답", {}).items()})  # type: ignore[arg-type]
    return Vector(record["이름"], plan,
                  {_key(key): STATUSES[word] for key, word in record["판정"].items()},
                  {_key(key): fixes for key, fixes in record.get("고치기", {}).items()})


def _line(key: str, line: dict[str, Any], kinds: dict[str, str], funds: dict[str, str]) -> Line:
    return Line(id=key, kind=kinds[line["비목"]] if "비목" in line else None, also=tuple(kinds[label] for label in line.get("함께", ())),
                amounts={funds[label]: None if won == UNKNOWN else won
                         for label, won in line.items() if label not in ("비목", "함께")})


def _key(text: str) -> tuple[str, str | None]:
    """`facility-project-cap/가` names one project's verdict."""
    rule, _, project = text.partition("/")
    return rule, project or None
