"""Information is not judgement: rules that only inform stand apart, and a sound plan of a real grant is sound."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from macros.commands.evaluate import evaluate_files
from macros.models.plan import Plan
from macros.reading.guidebook import Guidebook
from macros.rules.evaluate import evaluate
from macros.rules.terms import for_plan, measures
from macros.words.verdicts import JUDGED, LEVELS, level_of, standing
from tests.rules.random_plans import random_plans
from tests.rules.real_grants import real_plans
from tests.rules.vectors import with_limits


@pytest.fixture(scope="module")
def guide(guide: Guidebook) -> Guidebook:
    """The guide with the limits that the vectors are about."""
    return with_limits(guide)


def informing(guide: Guidebook, plan: Plan) -> set[str]:
    """The rules on a plan of its edition that only inform."""
    rules = for_plan(guide.rules.values(), measures(guide.budget), plan.edition)
    return {rule.id for rule in rules if guide.rules[rule.id].severity == "info"}


def test_실제로_받은_지원금으로_짠_건전한_계획은_위반도_주의도_없다(guide: Guidebook) -> None:
    plans = real_plans(guide)
    assert len(plans) > 20
    for plan in plans:
        rules = for_plan(guide.rules.values(), measures(guide.budget), plan.edition)
        found = Counter(standing(one, guide.rules[one.rule].severity) for one in evaluate(rules, plan))
        assert not found["breach"] + found["care"] + found["unknown"] and found["ok"] and found["info"], plan.title


def test_실제로_받은_지원금의_계획_파일은_0으로_끝나고_범위는_참고로만_말한다(
        guide: Guidebook, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [tmp_path / f"{plan.title}.json" for plan in real_plans(guide)]
    for path, plan in zip(paths, real_plans(guide), strict=True):
        path.write_text(plan.model_dump_json(), encoding="utf-8")
    assert evaluate_files(guide, paths) == 0
    text = capsys.readouterr().out
    assert text.count("위반 0 · 주의 0 · 확인 필요 0") == text.count("참고(판정하지 않음)") == len(paths)
    assert evaluate_files(guide, paths, as_json=True) == 0
    for said, plan in zip(json.loads(capsys.readouterr().out)["plans"], real_plans(guide), strict=True):
        assert set(said["counts"]) == set(JUDGED) and len(said["information"]) == len(informing(guide, plan)) > 0


def test_지원금을_1원이라도_더_나눠_쓰면_어긴다(guide: Guidebook) -> None:
    for plan in real_plans(guide):
        rules = for_plan(guide.rules.values(), measures(guide.budget), plan.edition)
        base, first, *rest = plan.projects
        more = first.model_copy(update={"lines": (*first.lines, first.lines[0].model_copy(update={"id": "more", "amounts": {"city": 10}}))})
        broken = {one.rule for one in evaluate(rules, plan.model_copy(update={"projects": (base, more, *rest)})) if one.status == "fail"}
        assert {"labour-cap", "sectoral-share-cap"} <= broken, plan.title


@pytest.mark.parametrize("edition", ["2020", "2021"])
def test_알려_주는_규칙은_어떤_계획에서도_판정에_들지_않는다(guide: Guidebook, edition: str) -> None:
    rules = for_plan(guide.rules.values(), measures(guide.budget), edition)
    outside = 0
    for plan in random_plans(guide, edition, seed=3, count=100):
        for one in evaluate(rules, plan):
            if one.rule in informing(guide, plan):
                assert standing(one, guide.rules[one.rule].severity) == "info"
                outside += one.status == "fail"
    assert outside > 0


def test_알려_주는_규칙의_말은_참고뿐이다() -> None:
    assert {level_of(status, "info") for status in ("ok", "fail", "unknown", "na")} == {"info"}
    assert "info" not in JUDGED and set(JUDGED) | {"info"} == set(LEVELS)
