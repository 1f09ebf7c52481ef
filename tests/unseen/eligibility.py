"""Applications and bodies judged as somebody wrote them who has not seen this project: `python -m tests.unseen.eligibility FILE`.

A case tells facts; the writer's words are mapped to ours (eligibility_words.py). A condition that a case does not list is
not its matter and taken as kept. What could not be mapped is told by name and is not counted as right. Exit code 1 where a
case is wrong: neither as expected nor accepted as honest too.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from macros.models.rule import Ask
from macros.models.sheet import scope
from macros.reading.guidebook import Guidebook, load
from macros.rules.judge import Verdict
from macros.rules.outcomes import Conclusion, judge_sheet
from macros.tools.sheets import compiled
from tests.conftest import ROOT
from tests.plain_yaml import plain
from tests.unseen.eligibility_words import ASIDE, COMMITTEES, CONDITIONS, FACTS, OPEN, PROGRAMMES, WHOLE

Read = tuple[str, dict[str, int | None], dict[str, str]]  # a part of the tool, figures and answers
SHEET = "eligibility"
EXCLUDED = ("양천구", "구로구", "강서구", "도봉구")
APPLICANTS = ("종로구", "성동구", "동대문구", "도봉구", "은평구", "서대문구", "강서구", "금천구", "영등포구", "동작구", "관악구")
PEOPLE = {"총괄 부서", "의제 부서", "민간 전문가", "협치조정관", "민간 파트너"}
TASKS = {"task-agenda": "전략의제 선정", "task-diagnosis": "문제 진단", "task-goals": "변화 목표 수립"}
PERIODS = {"2020": ("2020-02-20", "2020-02-25"), "2021": ("2021-02-22", "2021-03-12")}
GRAVEST = ("breach", "care", "unknown", "ok", "na")


class Facts:
    """A case's facts by our names; `unread` are those that no reader asked for."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self.told, self.read = told, set(ASIDE)

    def __call__(self, name: str, otherwise: Any = None) -> Any:
        """A fact, whatever it is called; None is not known."""
        for one in FACTS[name]:
            if one in self.told:
                self.read.add(one)
                return self.told[one]
        return otherwise

    def __contains__(self, name: str) -> bool:
        return any(one in self.told for one in FACTS[name])

    @property
    def unread(self) -> list[str]:
        return sorted(set(self.told) - self.read)


def yes(value: Any) -> str:
    """A fact as an answer."""
    return "unknown" if value is None else "yes" if value else "no"


def _mutual(facts: Facts, edition: str) -> Iterator[Read]:
    if "recipients" in facts:
        yield "mutual-selection", {"mutual-recipients": facts("recipients"), "mutual-grant": facts("each", facts("grant")),
                                   "mutual-selection-total": facts("total")}, {}
        return
    orgs, here, district = facts("orgs"), facts("orgs_here"), facts("district")
    located = None if here is None or orgs is None else here >= orgs + facts("for_profit", 0)
    nonprofit_here = orgs if here is None or orgs is None else min(orgs, here)
    first, last = PERIODS[edition]
    applied = facts("applied_on")
    yield "mutual", {"mutual-organisations": nonprofit_here, "mutual-grant": facts("grant"), "mutual-total": facts("total_cost"),
                     "mutual-activity": facts("activity")}, {
        "mutual-consortium-location": yes(located), "mutual-excluded-districts-2020": yes(None if district is None else district in EXCLUDED),
        "mutual-no-capital": yes(facts("capital")), "mutual-no-running": yes(facts("running")), "mutual-bonus-2021": yes(facts("climate")),
        f"mutual-application-{edition}": yes(None if applied is None else first <= str(applied) <= last)}


def _platform(facts: Facts, edition: str) -> Iterator[Read]:
    selected, space = facts("selected_in"), facts("space")
    figures = {"platform-organisations": facts("orgs"), "platform-space": None if space is None else int(space),
               "platform-grant": facts("grant"), "platform-year": facts("year")}
    facts("district")
    yield "platform", figures if edition == "2020" else {}, {
        "platform-ended-2021": "yes", "platform-partner": yes(facts("partner")), "platform-manager": yes(facts("manager")),
        "platform-selected-2020": yes(selected is not None and int(selected) <= 2019)}


def _strategic(facts: Facts, edition: str) -> Iterator[Read]:
    if edition == "2021":
        yield "strategic-call", {}, {"strategic-call": "new"}
        return
    if "changes" in facts:
        between = str(facts("approved_on")) <= str(facts("change_on")) < str(facts("start"))
        changes = facts("changes")
        items, size = (any(word in one and "구비" not in one for one in changes) for word in ("항목", "규모"))
        yield "strategic-change", {}, {"freeze-period": yes(between), "freeze-size": yes(size), "freeze-items": yes(items)}
        return
    district, people, tasks = facts("district"), facts("people"), facts("tasks")
    coordinator = facts("coordinator")
    yield "strategic", {"strategic-city": facts("city"), "strategic-own": facts("own"), "strategic-outside": facts("other", 0)}, {
        "strategic-district-2020": yes(None if district is None else district in APPLICANTS),
        **{key: yes(None if tasks is None else name in tasks) for key, name in TASKS.items()},
        "strategic-body": yes(facts("body")), "strategic-people": yes(None if people is None else set(people) >= PEOPLE),
        "strategic-general-project": yes(facts("general")),
        "strategic-coordinator": yes(None if coordinator is None else coordinator not in ("겸직", "없음", False)),
        **({"strategic-applicant": yes(facts("seals"))} if "seals" in facts else {}),
        **({"strategic-deadlines-2020": yes(str(facts("applied_on")) <= "2020-04-30" and str(facts("plan_on", "2020-07-31")) <= "2020-07-31")}
           if "applied_on" in facts or "plan_on" in facts else {})}


def _jobs(facts: Facts, edition: str) -> Iterator[Read]:
    if "training" in facts:
        yield "jobs-training", {"jobs-training": facts("training")}, {}
    if any(one in facts for one in ("age", "seoul", "jobless", "recommended")):
        yield "jobs-participant", {"jobs-age": facts("age")}, {
            "jobs-resident": yes(facts("seoul")), "jobs-unemployed": yes(facts("jobless")), "jobs-recommended-2020": yes(facts("recommended"))}
        return
    if "training" in facts and len(facts.told) == 1:
        return
    kind, place = str(facts("type", "컨소시엄")), str(facts("workplace", "NPO지원센터"))
    if edition == "2021" and "컨소시엄" not in kind:
        facts("staff"), facts("document")
        yield "jobs-centre", {}, {"jobs-centre-workplace-2021": yes("협치담당관" in place if "관리" in kind else "NPO" in place), **_duties(facts)}
        return
    yield "jobs-workplace", {"jobs-staff": facts("staff")}, {
        "jobs-workplace-eligibility": yes(facts("agreed")), "jobs-workplace-document-2021": yes(facts("document")), **_duties(facts)}


def _duties(facts: Facts) -> dict[str, str]:
    """How often something is done, in the writer's words: 매월, 분기별, 연1회."""
    attendance, report, meeting = facts("attendance"), facts("report"), facts("committee", facts("meeting"))
    found = {}
    if attendance is not None:
        found["jobs-workplace-attendance-2021"] = yes("매월" in str(attendance) or "다달" in str(attendance))
    if meeting is not None:
        found["jobs-workplace-meeting-2021"] = yes(bool(re.search("매월|다달|월 ?[1-9]", str(meeting))))
    if report is not None:
        found |= {"jobs-workplace-report-2021": yes("연" in str(report) or "1년" in str(report)),
                  "jobs-workplace-report-2020": yes("분기" in str(report) or "매월" in str(report))}
    return found


def _committee(facts: Facts, edition: str) -> Iterator[Read]:
    name, members = facts("committee"), facts("members")
    part = next((part for word, part in COMMITTEES if word in name), None)
    if part is None:
        raise LookupError(f"옮기지 못한 위원회: {name}")
    private, public = facts("private"), facts("public")
    makeup = [facts(key) for key in ("city", "district", "external", "other_managers")]
    city, external = facts("city"), facts("external")
    numbers = {"committee-adjustment": members, "committee-joint-tft": members, "committee-platform-panel": members}
    yield part, {key: value for key, value in numbers.items() if key == part}, {
        "tft-size": yes(None if members is None else abs(members - 15) <= 3),
        "committee-guideline-tft-2021": yes(None if members is None else abs(members - 10) <= 2),
        "committee-mutual-panel-2021": yes(None if private is None else (private, public) == (5, 2)),
        "committee-platform-parts-2021": yes(None if private is None else (private, public) == (4, 3)),
        "committee-platform-panel-2018": yes(None if None in makeup else makeup == [2, 1, 2, 2]),
        "committee-selection-seats-2020": yes(None if city is None else city == 3),
        "committee-selection-experts-2020": yes(None if external is None else external > 0)}


READERS = {"mutual": _mutual, "platform": _platform, "strategic": _strategic, "jobs": _jobs, "committee": _committee}


def council(guide: Guidebook, facts: Facts, edition: str) -> Conclusion:
    """The council and its shares are another tool's matter."""
    members, women, appointed = facts("members"), facts("female"), facts("appointed")
    men = facts("male", None if women is None or members is None else members - women)
    kinds = {kind: facts(kind) for kind in ("private", "elected", "public")}
    known: dict[str, int | None] = {f"council-{kind}-unsure": number for kind, number in kinds.items()}
    if women is not None and men is not None and None not in kinds.values() and women + men == sum(kinds.values()):
        # The shares look at the sums by kind and by sex alone: any seats that give these sums will do.
        left = women
        for kind, number in kinds.items():
            known |= {f"council-{kind}-women": min(left, number), f"council-{kind}-men": number - min(left, number), f"council-{kind}-unsure": 0}
            left -= min(left, number)
    if appointed is not None and "appointed_female" in facts:
        chosen = facts("appointed_female")
        known |= {"council-appointed-women": chosen, "council-appointed-men": facts("appointed_male", appointed - chosen)}
    return judge_sheet(compiled(guide, guide.sheets["council"])[edition], known, {}, {})


def programme_of(name: str) -> str:
    """The programme, whatever it is called. Raises LookupError."""
    found = next((key for key, names in PROGRAMMES.items() if name.rstrip("0123456789") in names), None)
    if found is None:
        raise LookupError(f"옮기지 못한 사업: {name}")
    return found


def rule_of(condition: str, guide: Guidebook, edition: str) -> str | None:
    """Our rule of the edition for the writer's condition; none where the edition has none. Raises LookupError."""
    head, _, name = condition.partition(".")
    kinds = next((rules for words, rules in CONDITIONS[programme_of(head)] if any(word in name for word in words)), None)
    if kinds is None:
        raise LookupError(f"옮기지 못한 조건: {condition}")
    found = [key for one in kinds.split() for key in (one, f"{one}-{edition}")
             if key in guide.rules and edition in guide.rules[key].editions]
    return found[0] if found else None


class Judged:
    """What the tool says of a case, in all its parts together."""

    def __init__(self, guide: Guidebook, case: Mapping[str, Any]) -> None:
        self.edition, self.facts = str(case["edition"]), Facts(case["facts"])
        self.conditions = case["expected"]["conditions"]
        self.is_council = "협치회의" in str(self.facts("committee", ""))
        found = [council(guide, self.facts, self.edition)] if self.is_council else list(self._parts(guide, programme_of(case["programme"])))
        self.verdicts: dict[str, Verdict] = {one.rule: one for each in found for one in each.verdicts}
        told = self._council_levels(guide) if self.is_council else [one.decision.level for one in found]
        self.level = next(one for one in GRAVEST if one in told)

    def _council_levels(self, guide: Guidebook) -> list[str]:
        """Of the rules that the case is about: the council's tool gives verdicts only."""
        about = {rule_of(one["condition"], guide, self.edition) for one in self.conditions}
        found = [(guide.rules[key].severity, one) for key, one in self.verdicts.items() if key in about]
        failed = {"prohibited": "breach", "care": "care"}
        return [failed.get(severity, "ok") if one.status == "fail" else "unknown" if one.status == "unknown" or one.differs else "ok"
                for severity, one in found]

    def _parts(self, guide: Guidebook, programme: str) -> Iterator[Conclusion]:
        listed = {rule_of(one["condition"], guide, self.edition) for one in self.conditions}
        for part, figures, answers in READERS[programme](self.facts, self.edition):
            rules = compiled(guide, guide.sheets[SHEET]).get(scope(self.edition, part))
            if rules is None:
                raise LookupError(f"도구에 {self.edition}년판 {part} 부문이 없어요.")
            fields = {field.id for group in guide.sheets[SHEET].groups_of(scope(self.edition, part)) for field in group.fields}
            for rule in rules.rules:
                record = guide.rules[rule.id]
                if isinstance(record, Ask) and rule.id not in listed and rule.id not in WHOLE and not any(
                        answers.get(fact) in ("yes", "no") for entry in record.breaking for fact in entry):
                    answers |= {fact: ("no" if answer == "yes" else "yes") for entry in record.breaking for fact, answer in entry.items()}
            yield judge_sheet(rules, {key: value for key, value in figures.items() if key in fields}, answers, {})


def levels(case: Mapping[str, Any]) -> set[str]:
    """The levels that are right, or accepted as honest."""
    said = _accepted(case)
    return {case["expected"]["level"], *re.findall("breach|care|unknown", said), *(["ok"] if re.search(r"\bok\b", said) else [])}


def _accepted(case: Mapping[str, Any]) -> str:
    return " ".join(str(one) for one in case["expected"].get("accept", ()))


def faults(guide: Guidebook, case: Mapping[str, Any], found: Judged) -> Iterator[str]:
    """What is not as expected."""
    if found.level not in levels(case):
        yield f"결론 {found.level}, 기대 {sorted(levels(case))}"
    for condition in found.conditions:
        name, wanted = condition["condition"].rpartition(".")[2], condition["verdict"]
        rule = rule_of(condition["condition"], guide, found.edition)
        if name in OPEN:
            continue
        status = found.level if rule in WHOLE else found.verdicts[rule].status if rule in found.verdicts else "na"
        informs = rule is not None and guide.rules[rule].severity == "info"
        parted = rule in found.verdicts and found.verdicts[rule].differs and wanted == "unknown"
        if status != wanted and not parted and not (wanted == "info" and informs) and not _honest(case, condition, status):
            yield f"{condition['condition']} ({rule}): {status}, 기대 {wanted}"


def _honest(case: Mapping[str, Any], condition: Mapping[str, Any], status: str) -> bool:
    """Whether the writer accepts another verdict of the condition."""
    said, name = _accepted(case), condition["condition"].rpartition(".")[2]
    if f"{name} 를 {status}" in said or f"{name}를 {status}" in said or "하나로 합쳐" in said:
        return True
    if condition["verdict"] == "unknown":
        return status == "fail" and bool(re.search("breach|care", said))
    return condition["verdict"] == "na" and "나머지 조건" in said


def main(path: Path) -> int:
    """Prints each case that is wrong or could not be mapped whole, and the score."""
    guide, problems = load(ROOT / "data")
    assert guide, problems
    cases = plain(path.read_text(encoding="utf-8"))["cases"]
    wrong = unmapped = 0
    for case in cases:
        try:
            found = Judged(guide, case)
            told, unread = list(faults(guide, case, found)), found.facts.unread
        except LookupError as missing:  # what the tool does not offer, or nobody has mapped, is not judged right
            told, unread = [str(missing)], []
            unmapped += 1
        wrong += bool(told)
        for text in [*told, *(f"읽지 못한 사실: {key}" for key in unread)]:
            print(f"{case['id']} {case['title']}: {text}")
    print(f"{len(cases)}건 가운데 {len(cases) - wrong}건이 맞아요. 옮기지 못한 것 {unmapped}건.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
