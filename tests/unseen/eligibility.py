"""Applications and bodies judged as somebody wrote them who has not seen this project: `python -m tests.unseen.eligibility FILE`.

A case tells facts; the writer's conditions are mapped to rules here. A condition that a case does not list is not its
matter and taken as kept. Exit code 1 where a case is wrong: neither as expected nor accepted as honest too.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from macros.models.rule import Ask
from macros.models.sheet import scope
from macros.reading.guidebook import Guidebook, load
from macros.rules.outcomes import Conclusion, judge_sheet
from macros.tools.sheets import compiled
from tests.conftest import ROOT

Facts = Mapping[str, Any]
Read = tuple[dict[str, int | None], dict[str, str]]  # figures and answers
SHEET = "eligibility"
EXCLUDED = ("양천구", "구로구", "강서구", "도봉구")
APPLICANTS = ("종로구", "성동구", "동대문구", "도봉구", "은평구", "서대문구", "강서구", "금천구", "영등포구", "동작구", "관악구")
PEOPLE = {"총괄 부서", "의제 부서", "민간 전문가", "협치조정관", "민간 파트너"}
TASKS = {"task-agenda": "전략의제 선정", "task-diagnosis": "문제 진단", "task-goals": "변화 목표 수립"}
PERIODS = {"2020": ("2020-02-20", "2020-02-25"), "2021": ("2021-02-22", "2021-03-12")}
# The writer's conditions by what stands before the point and behind it.
RULES = {
    "mm": {"orgs": "mutual-organisations", "located": "mutual-consortium-location", "district": "mutual-excluded-districts-2020",
           "grant": "mutual-grant-limit", "activity": "mutual-activity-cap", "capital": "mutual-no-capital", "running": "mutual-no-running",
           "bonus": "mutual-bonus-2021", "recipients": "mutual-recipients-2021", "total": "mutual-budget-2021", "apply": "mutual-application"},
    "pf": {"orgs": "platform-organisations", "partner": "platform-partner", "space": "platform-space", "person": "platform-manager",
           "grant": "platform-grant-limit", "years": "platform-years", "open": "platform-selected-2020 platform-ended-2021"},
    "st": {"district": "strategic-district-2020", "cap": "strategic-grant-limit", "own": "strategic-own-funds", "tasks": "strategic-tasks",
           "body": "strategic-body", "people": "strategic-people", "mandatory": "strategic-general-project", "coord": "strategic-coordinator",
           "freeze": "strategic-freeze", "apply": "strategic-deadlines-2020"},
    "jb": {"agreed": "jobs-workplace-eligibility", "staff": "jobs-workplace-staff", "id": "jobs-workplace-document-2021",
           "attend": "jobs-workplace-attendance-2021", "report": "jobs-workplace-report", "meet": "jobs-workplace-meeting-2021", "age": "jobs-age",
           "seoul": "jobs-resident", "jobless": "jobs-unemployed", "recommend": "jobs-recommended-2020"},
    "cm": {"adjust": "committee-adjustment", "tft": "tft-size", "joint": "committee-joint-tft-2021", "guide-tft": "committee-guideline-tft-2021",
           "mm-panel": "committee-mutual-panel-2021", "pf-panel7": "committee-platform-panel-2021",
           "panel": "committee-platform-panel-2018"},
}
# 내외 has no width that could be judged: the tool judges by 이내 and shows that the documents differ.
OPEN = ("cm21.pf-panel",)
COMMITTEES = (("협의·조정", "committee-adjustment"), ("시·구 합동", "committee-joint-tft"), ("운영지침", "committee-guideline-tft"),
              ("TFT", "committee-tft"),
              ("민민", "committee-mutual-panel"), ("플랫폼", "committee-platform-panel"), ("워킹", "working-group"))


def yes(value: Any) -> str:
    """A fact as an answer."""
    return "unknown" if value is None else "yes" if value else "no"


def _mutual(facts: Facts, edition: str) -> tuple[str, Read]:
    if "recipients" in facts:
        return "mutual-selection", ({"mutual-recipients": facts["recipients"], "mutual-grant": facts.get("each"),
                                     "mutual-selection-total": facts.get("total")}, {})
    orgs, here, district = facts.get("nonprofit_orgs"), facts.get("orgs_in_district"), facts.get("district")
    first, last = PERIODS[edition]
    located = None if here is None or orgs is None else here >= orgs + facts.get("for_profit_orgs", 0)
    answers = {"mutual-consortium-location": yes(located),
               "mutual-excluded-districts-2020": yes(None if district is None else district in EXCLUDED),
               "mutual-no-capital": yes(facts.get("capital_cost")), "mutual-no-running": yes(facts.get("unrelated_running_cost")),
               "mutual-bonus-2021": yes(facts.get("climate"))}
    if "applied_on" in facts:
        answers[f"mutual-application-{edition}"] = yes(first <= str(facts["applied_on"]) <= last)
    return "mutual", ({"mutual-organisations": orgs, "mutual-grant": facts.get("grant"), "mutual-total": facts.get("total_cost"),
                       "mutual-activity": facts.get("activity_cost")}, answers)


def _platform(facts: Facts, edition: str) -> tuple[str, Read]:
    if edition == "2021":
        return "platform", ({}, {"platform-ended-2021": "yes"})
    selected = facts.get("selected_in")
    return "platform", ({"platform-organisations": facts.get("orgs"), "platform-space": facts.get("space_m2"),
                         "platform-grant": facts.get("grant_year"), "platform-year": facts.get("year")},
                        {"platform-partner": yes(facts.get("partner_with_district")), "platform-manager": yes(facts.get("manager")),
                         "platform-selected-2020": yes(selected is not None and int(selected) <= 2019)})


def _strategic(facts: Facts, edition: str) -> tuple[str, Read]:
    if "changes" in facts:
        between = str(facts["approved_on"]) <= str(facts["change_on"]) < str(facts["project_start"])
        changes = facts["changes"]
        return "strategic-change", ({}, {"freeze-period": yes(between), "freeze-size": yes("시비 규모" in changes),
                                         "freeze-items": yes(any("항목" in one for one in changes))})
    district, people, tasks = facts.get("district"), facts.get("people"), facts.get("tasks_done")
    return "strategic", (
        {"strategic-city": facts.get("city"), "strategic-own": facts.get("own"), "strategic-outside": facts.get("other", 0)},
        {"strategic-district-2020": yes(None if district is None else district in APPLICANTS),
         **{key: yes(None if tasks is None else name in tasks) for key, name in TASKS.items()},
         "strategic-body": yes(facts.get("body_named")), "strategic-people": yes(None if people is None else set(people) >= PEOPLE),
         "strategic-general-project": yes(facts.get("general_mandatory"))})


def _jobs(facts: Facts, edition: str) -> tuple[str, Read]:
    if "age" in facts:
        return "jobs-participant", ({"jobs-age": facts["age"]}, {
            "jobs-resident": yes(facts.get("seoul")), "jobs-unemployed": yes(facts.get("unemployed")),
            "jobs-recommended-2020": yes(facts.get("recommended"))})
    answers = {"jobs-workplace-eligibility": yes(facts.get("agreed_by_consortium", facts.get("agreed"))),
               "jobs-workplace-document-2021": yes(facts.get("id_document"))}
    if "attendance" in facts:
        answers["jobs-workplace-attendance-2021"] = yes(facts["attendance"] == "매월")
    if "committee" in facts:
        answers["jobs-workplace-meeting-2021"] = yes("매월" in facts["committee"] or "월" in facts["committee"])
    if "report" in facts:
        answers["jobs-workplace-report-2021"] = yes("연" in facts["report"])
        answers["jobs-workplace-report-2020"] = yes("분기" in facts["report"])
    return "jobs-workplace", ({"jobs-staff": facts.get("full_time")}, answers)


def _committee(facts: Facts, edition: str) -> tuple[str, Read]:
    name, members = facts["committee"], facts.get("members")
    part = next((part for word, part in COMMITTEES if word in name), None)
    if part is None:
        raise LookupError(f"도구에 ‘{name}’ 부문이 없어요.")
    private, public = facts.get("private"), facts.get("public")
    numbers = {"committee-adjustment": members, "committee-joint-tft": members, "committee-platform-panel": members}
    return part, ({key: value for key, value in numbers.items() if key == part}, {
        "tft-size": yes(None if members is None else abs(members - 15) <= 3),
        "committee-guideline-tft-2021": yes(None if members is None else abs(members - 10) <= 2),
        "committee-mutual-panel-2021": yes(None if private is None else (private, public) == (5, 2)),
        "committee-platform-parts-2021": yes(None if private is None else (private, public) == (4, 3)),
        "committee-platform-panel-2018": yes([facts.get(key) for key in ("city", "district", "external", "other_managers")] == [2, 1, 2, 2])})


READERS = {"minmin": _mutual, "platform": _platform, "strategic": _strategic, "jobs": _jobs, "committee": _committee}


def council(guide: Guidebook, case: Mapping[str, Any]) -> Conclusion:
    """The council and its shares are another tool's matter."""
    facts = case["facts"]
    women, appointed = facts.get("female"), facts.get("appointed")
    men = None if women is None else facts["members"] - women
    known = {f"council-{kind}-unsure": facts.get(kind) for kind in ("private", "elected", "public")}
    if men is not None:
        known |= {"council-private-women": women, "council-private-men": facts["private"] - women, "council-private-unsure": 0}
    if appointed is not None and "appointed_female" in facts:
        known |= {"council-appointed-women": facts["appointed_female"], "council-appointed-men": appointed - facts["appointed_female"]}
    return judge_sheet(compiled(guide, guide.sheets["council"])[str(case["edition"])], known, {}, {})


def rule_of(condition: str, guide: Guidebook, edition: str) -> str | None:
    """Our rule of the edition for the writer's condition; none where the edition has none."""
    head, _, name = condition.partition(".")
    kinds = RULES[head.rstrip("0123456789")].get(name, "")
    found = [key for one in kinds.split() for key in (one, f"{one}-{edition}")
             if key in guide.rules and edition in guide.rules[key].editions]
    return found[0] if found else None


def judged(guide: Guidebook, case: Mapping[str, Any]) -> Conclusion:
    """What the tool says of a case."""
    if "협치회의" in str(case["facts"].get("committee", "")):
        return council(guide, case)
    edition = str(case["edition"])
    part, (figures, answers) = READERS[case["programme"]](case["facts"], edition)
    rules = compiled(guide, guide.sheets[SHEET]).get(scope(edition, part))
    if rules is None:
        raise LookupError(f"도구에 {edition}년판 {part} 부문이 없어요.")
    listed = {rule_of(one["condition"], guide, edition) for one in case["expected"]["conditions"]}
    fields = {field.id for group in guide.sheets[SHEET].groups_of(scope(edition, part)) for field in group.fields}
    for rule in rules.rules:
        record = guide.rules[rule.id]
        if isinstance(record, Ask) and rule.id not in listed:
            answers |= {fact: ("no" if answer == "yes" else "yes") for entry in record.breaking for fact, answer in entry.items()}
    return judge_sheet(rules, {key: value for key, value in figures.items() if key in fields}, answers, {})


def levels(case: Mapping[str, Any]) -> set[str]:
    """The levels that are right, or accepted as honest."""
    said = " ".join(str(one) for one in case["expected"].get("accept", ()))
    return {case["expected"]["level"], *re.findall("breach|care|unknown", said), *(["ok"] if re.search(r"\bok\b", said) else [])}


def faults(guide: Guidebook, case: Mapping[str, Any], found: Conclusion) -> Iterator[str]:
    """What is not as expected."""
    edition = str(case["edition"])
    verdicts = {one.rule: one for one in found.verdicts}
    is_council = "협치회의" in str(case["facts"].get("committee", ""))
    gravest = [("breach" if guide.rules[one.rule].severity == "prohibited" else "care") for one in found.verdicts if one.status == "fail"]
    level = found.decision.level if not is_council else next(iter(sorted(gravest)), "ok")
    if level not in levels(case):
        yield f"결론 {level}, 기대 {sorted(levels(case))}"
    for condition in () if is_council else (one for one in case["expected"]["conditions"] if one["condition"] not in OPEN):
        rule = rule_of(condition["condition"], guide, edition)
        status = verdicts[rule].status if rule in verdicts else "na"
        wanted = condition["verdict"]
        if status != wanted and not (wanted == "info" and rule and guide.rules[rule].severity == "info") and not _honest(case, condition, status):
            yield f"{condition['condition']} ({rule}): {status}, 기대 {wanted}"


def _honest(case: Mapping[str, Any], condition: Mapping[str, Any], status: str) -> bool:
    """Whether the writer accepts another verdict of the condition."""
    said = " ".join(str(one) for one in case["expected"].get("accept", ()))
    name = condition["condition"].rpartition(".")[2]
    return f"{name} 를 {status}" in said or f"{name}를 {status}" in said or (condition["verdict"] == "na" and "나머지 조건" in said)


def main(path: Path) -> int:
    """Prints each case that is wrong, and the score."""
    guide, problems = load(ROOT / "data")
    assert guide, problems
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]
    wrong = 0
    for case in cases:
        try:
            told = list(faults(guide, case, judged(guide, case)))
        except LookupError as missing:  # what the tool does not offer it does not judge right
            told = [str(missing)]
        wrong += bool(told)
        for text in told:
            print(f"{case['id']} {case['title']}: {text}")
    print(f"{len(cases)}건 가운데 {len(cases) - wrong}건이 맞아요.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
