"""Judges whole budgets that an auditor wrote from the sources alone: `python -m tests.unseen_plans FOLDER`.

The folder holds `plans.yaml` (its README says what a case is). Each plan goes through `evaluate`, as a clerk's file would;
what it says is compared with what the auditor expects of every cap, of what readings leave open, of information and of the
exit code. The auditor's own names of rules are mapped in tests/vectors/unseen.yaml.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.commands.evaluate import evaluate_files
from macros.reading.guidebook import Guidebook, load
from macros.reading.problems import report
from macros.rules.terms import for_plan, measures
from tests.conftest import ROOT
from tests.plain_yaml import plain

NAMES: dict[str, Any] = plain((ROOT / "tests/vectors/unseen.yaml").read_text(encoding="utf-8"))
STATUS = {"ok": "ok", "fail": "fail", "unknown": "unknown", "na": "na"}
JUDGING = {"breach", "care"}


def plan_of(case: dict[str, Any], guide: Guidebook) -> dict[str, Any]:
    """The case as a plan file: every question answered as it should be, as `answers: sound` says."""
    edition = str(case["edition"])
    rules = for_plan(guide.rules.values(), measures(guide.budget), edition)
    answers = {rule.id: {"answer": "no" if rule.violated_by == "yes" else "yes"} for rule in rules if rule.kind == "ask"}
    projects = [{
        "id": project["id"], "name": project["name"], "part": project["part"], "lines": [{
            "id": f"{project['id']}-{at}", "name": line["item"], "kind": line["kind"], "also": line.get("also", []),
            "amounts": {fund: line[fund] for fund in ("city", "own", "outside") if fund in line}}
            for at, line in enumerate(project["lines"])]} for project in case["projects"]]
    return {"format": "hyeopchi-plan", "version": 1, "edition": edition, "title": case["title"], "grant": case["grant_total"],
            "choices": {"grade": NAMES["grades"].get(case["grade"])}, "answers": answers, "projects": projects}


def evaluated(case: dict[str, Any], guide: Guidebook, folder: Path) -> tuple[int, dict[str, Any], str]:
    """The exit code, what `--json` says of the plan, and the text."""
    path = folder / f"{case['id']}.json"
    path.write_text(json.dumps(plan_of(case, guide)), encoding="utf-8")
    said = []
    for as_json in (True, False):
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            code = evaluate_files(guide, [path], as_json=as_json)
        said.append(out.getvalue())
    return code, json.loads(said[0])["plans"][0], said[1]


def differences(case: dict[str, Any], code: int, found: dict[str, Any], text: str) -> Iterator[str]:
    """Where what was found is not what the auditor expects."""
    expected = case["expected"]
    if found["problems"]:
        yield f"열지 못함: {found['problems']}"
        return
    counts, levels = found["counts"], dict(zip(map(_key, found["verdicts"]), found["levels"], strict=True))
    if expected["sound"] and (code != 0 or counts["breach"] or counts["care"]):
        yield f"건전한 계획인데 종료 값 {code}, 위반 {counts['breach']}, 주의 {counts['care']}"
    if expected["exit_clean"] is (code == 1):
        yield f"종료 값 {code}, 기대는 {'1이 아님' if expected['exit_clean'] else '1'}"
    verdicts = {_key(verdict): verdict for verdict in found["verdicts"]}
    wanted = set()
    for rule in expected["rules"]:
        key = NAMES["rules"][rule["rule"]]
        wanted |= {key} if rule["verdict"] == "fail" else set()
        yield from _rule(rule, key, verdicts, case, rule["rule"] in expected["open"])
    broken = {key for (key, _), level in levels.items() if level in JUDGING}
    if broken != wanted and not any(NAMES["rules"][name] in broken ^ wanted for name in expected["open"]):
        yield f"어긴 규칙 {sorted(broken)}, 기대는 {sorted(wanted)}"
    yield from _said(case, found, text)


def _key(verdict: dict[str, Any]) -> tuple[str, str | None]:
    return verdict["rule"], verdict["project"]


def _rule(rule: dict[str, Any], key: str, verdicts: dict[tuple[str, str | None], dict[str, Any]], case: dict[str, Any],
          is_open: bool) -> Iterator[str]:
    """One rule, on the plan or on each project that the auditor names."""
    scopes = rule.get("projects", [{**rule, "project": None}])
    for scope in scopes:
        verdict = verdicts.get((key, scope["project"]))
        where = f"{rule['rule']}{'/' + scope['project'] if scope['project'] else ''}"
        if verdict is None:
            yield f"{where}: 판정이 없음"
            continue
        status = verdict["status"]
        if not is_open and status != STATUS[scope["verdict"]] and not _nothing(scope, status):
            yield f"{where}: {status}, 기대는 {scope['verdict']}"
        if scope["verdict"] in ("ok", "fail") and (verdict["part"], verdict["whole"]) != (str(scope["part"]), str(scope["whole"])):
            yield f"{where}: {verdict['part']}/{verdict['whole']}, 기대는 {scope['part']}/{scope['whole']}"
    if is_open and not any(named(verdict) for (name, _), verdict in verdicts.items() if name == key):
        yield f"{rule['rule']}: 해석이 갈리는데 갈린다고 하지 않음"


def _nothing(scope: dict[str, Any], status: str) -> bool:
    """An empty plan has nothing to judge: 해당 없음 and 확인 필요 are both honest; so is 해당 없음 for 0 of 0."""
    return status in ("na", "unknown") and (scope["verdict"] in ("na", "unknown") or not (scope["part"] or scope["whole"]))


def named(verdict: dict[str, Any]) -> bool:
    """Whether the verdict says that it hangs on the reading."""
    found = {status for _, status in verdict["readings"]}
    return verdict["status"] == "unknown" or ("fail" in found and bool(found & {"ok", "na"}))


def _said(case: dict[str, Any], found: dict[str, Any], text: str) -> Iterator[str]:
    """What has to stand in the text: the sources of the edition, information apart, readings by name."""
    expected = case["expected"]
    if str(case["edition"]) == "2021" and case["projects"] and not all(word in text for word in NAMES["said"]["2021"]):
        yield "2021년판의 기준이 개정 전 운영지침이라는 말이 없음"
    for one in expected.get("info", []):
        rules = NAMES["info"][one["rule"]]
        if not all(any(key in line for line in found["information"]) for key in rules):
            yield f"{one['rule']}: 참고에 없음"
    if expected["open"] and NAMES["said"]["open"] not in text:
        yield "해석에 따라 갈린다는 말이 없음"


def main(folder: Path) -> int:
    """Judge all cases of a folder. Returns 0 when nothing differs."""
    guide, problems = load(ROOT / "data")
    if guide is None:
        print(report(problems))
        return 2
    cases = plain((folder / "plans.yaml").read_text(encoding="utf-8"))["cases"]
    failed = 0
    with tempfile.TemporaryDirectory() as place:
        for case in cases:
            try:
                told = list(differences(case, *evaluated(case, guide, Path(place))))
            except KeyError as missing:
                told = [f"옮기지 못한 이름: {missing}"]
            failed += bool(told)
            print(f"{'✕' if told else '✓'} {case['id']} {case['title']}")
            print("".join(f"    {one}\n" for one in told), end="")
    print(f"{len(cases)}개 가운데 {len(cases) - failed}개가 기대와 같음")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
