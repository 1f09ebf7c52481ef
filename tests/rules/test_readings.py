"""Readings are said where the verdict stands, and one that has not been measured is no agreement."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.commands.evaluate import evaluate_files
from macros.commands.plan_text import PlanText
from macros.models.plan import Line, Plan, Project
from macros.models.rule import Ask
from macros.reading.guidebook import Guidebook
from macros.rules.evaluate import evaluate
from macros.rules.judge import Verdict
from macros.rules.missing import missing
from macros.rules.terms import for_plan, measures
from macros.tools.budget import basis_of, clause_in
from macros.words.readings import reading_labels, rules_of_reading
from macros.words.verdicts import standing
from tests.rules.vectors import with_limits


def plan_of(edition: str, base: dict[str, int | None], sectoral: dict[str, int | None]) -> Plan:
    """A plan with one project of each part, a line for each kind, all city money."""
    projects = tuple(Project(id=part, name=part, part=part, lines=tuple(
        Line(id=f"{part}-{kind}", kind=kind, amounts={"city": won}) for kind, won in lines.items()))
        for part, lines in (("base", base), ("sectoral", sectoral)))
    return Plan(format="hyeopchi-plan", version=1, edition=edition, projects=projects)


def judged(guide: Guidebook, plan: Plan) -> dict[tuple[str, str | None], Verdict]:
    """The verdicts by rule and project."""
    rules = for_plan(guide.rules.values(), measures(guide.budget), plan.edition)
    return {(one.rule, one.project): one for one in evaluate(rules, plan)}


def test_재지_못한_해석이_남으면_지킨_것이_아니라_확인_필요다(guide: Guidebook) -> None:
    plan = plan_of("2020", {"labour": None}, {"labour": 10, "other": 90})
    found = judged(guide, plan)["labour-cap", None]
    assert found.status == "ok" and found.unmeasured and standing(found, "prohibited") == "unknown"
    rule = next(rule for rule in for_plan(guide.rules.values(), measures(guide.budget), "2020") if rule.id == "labour-cap")
    assert rule.kind == "cap"
    assert [(place.project, place.line, place.what) for place in missing(rule, plan, None)] == [(0, 0, "city")]


def test_재지_못한_해석은_이름과_채울_곳을_말하고_3으로_끝난다(
        guide: Guidebook, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "계획.json"
    path.write_text(plan_of("2020", {"labour": None}, {"labour": 10, "other": 90}).model_dump_json(), encoding="utf-8")
    assert evaluate_files(guide, [path]) == 3
    line = next(line for line in capsys.readouterr().out.splitlines() if guide.rules["labour-cap"].label in line)
    assert line.startswith("  ? 확인 필요") and "다른 해석으로는 아직 판정할 수 없어요" in line
    assert reading_labels(guide.budget, guide.rules["labour-cap"])["all-parts"] in line and "‘base’ 1번째 줄의 시비" in line


def test_다_재어서_같으면_갈린다고도_모른다고도_하지_않는다(guide: Guidebook) -> None:
    found = judged(guide, plan_of("2020", {"labour": 0}, {"labour": 10, "other": 90}))["labour-cap", None]
    assert not found.differs and not found.unmeasured and {status for _, status in found.readings} == {"ok"}


def test_협치기반_사업은_해석에_따라서만_사업별_한도에_걸린다(guide: Guidebook) -> None:
    found = judged(guide, plan_of("2020", {"facility": 80, "other": 20}, {"other": 100}))["facility-project-cap", "base"]
    assert found.status == "na" and found.differs and dict(found.readings)["base-projects"] == "fail"


def test_사람을_쓰는_민간이전은_두_한도에_들고_하나로만_세는_해석도_잰다(guide: Guidebook) -> None:
    guide = with_limits(guide)
    project = Project(id="p", part="sectoral", lines=(
        Line(id="a", kind="transfer", also=("labour",), amounts={"city": 11}), Line(id="b", kind="other", amounts={"city": 89})))
    plan = Plan(format="hyeopchi-plan", version=1, edition="2021", projects=(project,))
    found = judged(guide, plan)
    labour, transfer = found["labour-cap", None], found["transfer-cap", None]
    assert (labour.part, transfer.part, labour.status) == (11, 11, "fail")
    line = next(line for line in PlanText(guide, plan, tuple(found.values())).lines() if guide.rules["labour-cap"].label in line)
    assert "다른 비목의 줄에 표시한 11원도 넣어" in line
    assert labour.differs and dict(labour.readings)["one-kind"] == "ok" and not transfer.differs


@pytest.mark.parametrize("kind", ["labour", "transfer"])
def test_단체_운영_인력은_인건비나_민간이전이_있을_때_묻는다(guide: Guidebook, kind: str) -> None:
    key = ("labour-no-organisation-staff", None)
    assert judged(guide, plan_of("2021", {kind: 1}, {"other": 1}))[key].status == "unknown"
    assert judged(guide, plan_of("2021", {"other": 1}, {"facility": 1}))[key].status == "na"


def test_여러_규칙이_함께_쓰는_해석은_이름이_하나고_바꾸는_규칙을_안다(guide: Guidebook) -> None:
    by_id: dict[str, set[str]] = {}
    for rule in guide.rules.values():
        for key, label in reading_labels(guide.budget, rule).items():
            by_id.setdefault(key, set()).add(label)
    assert not {key: labels for key, labels in by_id.items() if len(labels) > 1}
    shared = [record.id for record in guide.budget.readings]
    assert any(len(rules_of_reading(guide.rules.values(), key)) > 1 for key in shared)
    for key in shared:
        for changed in rules_of_reading(guide.rules.values(), key):
            record = guide.rules[changed]
            assert not isinstance(record, Ask) and key in [reading.id for reading in record.readings]


def test_판이_기대는_문서는_그_문서를_근거로_든_판정마다_표시한다(guide: Guidebook) -> None:
    for edition in guide.editions.values():
        rules = for_plan(guide.rules.values(), measures(guide.budget), edition.id)
        for basis in edition.bases:
            marked = [rule.id for rule in rules if basis_of(guide, edition.id, guide.rules[rule.id]) is basis]
            assert marked and all(basis.mark in clause_in(guide, edition.id, guide.rules[key]) for key in marked)
            assert all(guide.rules[key].source[0].doc == basis.rests_on.doc for key in marked)
