"""Legitimate edits of an editor, done on a copy with the tools they have: `python -m tests.ten_edits [ten|five] [together] [none]`.

Each edit must leave `macros check` and the tests that need no browser green, with no test touched. `together`: all edits in one copy,
tested once (minutes instead of an hour); `none`: only the check. Which tests read the real data is noted by a hook (an audit of
opened files); the list is printed with what was red.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.commands.apply import run as apply
from macros.commands.new import create
from tests.conftest import ROOT

LEFT = shutil.ignore_patterns("__pycache__", ".venv", ".git", ".cache", "node_modules")
Edit = Callable[[Path], None]
CASE = """id: new-district
district: 마포구
title: "새 사례: 여럿이 함께 정해요"
lesson: 함께 정한 것을 다음 해에 이어 가요.
summary: 새 자치구가 여럿이 함께 의제를 정한 사례예요.
source: {doc: guide-2020, section: ch3.1.6.3, page: 44}
decision:
  - {text: 협치회의에서 함께 정했어요.}
lessons:
  - {text: 함께 정하면 오래 가요.}
processes:
  - id: new-process
    title: 새 과정
    summary: 여럿이 모여 정한 과정이에요.
    source: {doc: guide-2020, section: ch3.1.6.3, page: 44}
    phases:
      - id: new-phase
        title: 처음
        milestones:
          - {id: new-meeting, title: 첫 모임, text: 함께 모였어요.}
figures:
  - {label: 함께 정한 의제, value: 7, unit: 개, source: {doc: guide-2020, section: ch3.1.6.3, page: 44}}
"""
FORM = """id: new-form
title: 새 서식
summary: 회의에서 정한 것을 적는 서식이에요.
editions: ["2020"]
blocks:
  - title: 적을 것
    fields:
      - {id: decided, label: 정한 것, wants: 회의에서 정한 것을 적어요.}
source: {doc: guide-2020, section: app8, page: 148}
order: 99
submitted: 제출하는 서식이 아니에요.
"""
TERM = """
- id: new-term
  term: 새로운낱말
  definition: 새 문서에 나온 말이에요.
  source: {doc: guide-2020, section: ch1.2.3, page: 11}
"""
BLANKS = {"title": "2022년판", "summary": "2022년에 계획을 세우는 판이에요.", "source": "{doc: plan-2021, section: p4.1, page: 12}"}


def put(project: Path, name: str, find: str, text: str) -> None:
    """A hand edit: the first `find` in a file becomes `text`."""
    path = project / name
    before = path.read_text(encoding="utf-8")
    assert find in before, (name, find)
    path.write_text(before.replace(find, text, 1), encoding="utf-8")


def append(project: Path, name: str, text: str) -> None:
    """A hand edit: more at the end of a file."""
    path = project / name
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + text.lstrip("\n"), encoding="utf-8")


def swap(project: Path, name: str, pattern: str, text: str) -> None:
    """A hand edit of whatever stands there today."""
    path = project / name
    before = path.read_text(encoding="utf-8")
    after = re.sub(pattern, text, before, count=1, flags=re.MULTILINE)
    assert after != before, (name, pattern)
    path.write_text(after, encoding="utf-8")


def swap_all(project: Path, pattern: str, text: str) -> None:
    """A hand edit of every place where something stands in the data."""
    for path in (project / "data").rglob("*.yaml"):
        path.write_text(re.sub(pattern, text, path.read_text(encoding="utf-8")), encoding="utf-8")


def date(project: Path) -> None:
    """The day of submission moves by a week."""
    swap(project, "data/timelines/city-2021.yaml", r'(id: submission-2021\n(?:    .*\n)*?    start: )"2021-07-09"', r'\1"2021-07-16"')


def cap(project: Path) -> None:
    """Another share for facilities, with the examples of the new line."""
    name = "data/rules/facility-cap.yaml"
    text = (project / name).read_text(encoding="utf-8")
    for old, new in (("at_most: 40%", "at_most: 30%"), ("40%를 넘지", "30%를 넘지"), ("260000000", "195000000"), ("260000001", "195000001"),
                     ("259999999", "194999999"), ("260,000,000", "195,000,000"), ("260,000,001", "195,000,001"), ("259,999,999", "194,999,999")):
        text = text.replace(old, new)
    (project / name).write_text(text, encoding="utf-8")


def figure(project: Path) -> None:
    """A case's number, by a set of changes from the edit screen."""
    path = project / "data/cases/gangseo.yaml"
    before = path.read_text(encoding="utf-8")
    after = before.replace("value: 26\n", "value: 27\n", 1)
    assert after != before
    given = project / "set.json"
    given.write_text(json.dumps({"format": "hyeopchi-edits", "version": 1, "files": [
        {"path": "data/cases/gangseo.yaml", "before": before, "after": after}]}), encoding="utf-8")
    assert apply(project, given) == 0


def case(project: Path) -> None:
    """One more case, by `new`."""
    assert create(project, "case", "new-district") == 0
    (project / "data/cases/new-district.yaml").write_text(CASE, encoding="utf-8")


def form(project: Path) -> None:
    """One more form, by `new`."""
    assert create(project, "form", "new-form") == 0
    (project / "data/forms/new-form.yaml").write_text(FORM, encoding="utf-8")


def table(project: Path) -> None:
    """One more row in a table."""
    put(project, "data/topics/case-comparison.yaml", "          - [노원구, 협치봄봄봄,",
        '          - [노원구, 새 공론장, 4월, "", 주민, ""]\n          - [노원구, 협치봄봄봄,')


def term(project: Path) -> None:
    """One more term."""
    append(project, "data/glossary.yaml", TERM)


def move(project: Path) -> None:
    """A checklist item under another id, the first entry of the moves."""
    name = "data/checklists/planning.yaml"
    found = re.search(r"id: (local-research-[a-z-]+)", (project / name).read_text(encoding="utf-8"))
    assert found
    for path in (project / "data").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if found[1] in text:
            path.write_text(re.sub(rf"\b{found[1]}(?![\w-])", "local-research-renamed", text), encoding="utf-8")
    swap(project, "data/moves.yaml", r"^\[\]$",
         f'- {{id: renamed, kind: moved, edition: "2021", before: [{found[1]}], now: [local-research-renamed], note: 이름을 고쳤어요.}}')


def source(project: Path) -> None:
    """One more document, which a step cites."""
    append(project, "data/sources.yaml", "- id: notice-2021\n  title: 지침을 고쳐 알린 공문\n  short: 2021 공문\n  issuer: 서울시\n"
           '  date: "2021-12"\n  terms: 공공누리\n  sections:\n    - {id: n1, title: "붙임"}\n')
    swap(project, "data/glossary.yaml", r"^  source:\n", "  source:\n    - {doc: notice-2021, section: n1}\n")


def edition(project: Path) -> None:
    """The next edition, of which nothing is known."""
    assert create(project, "edition", "2022") == 0
    for name, filled in BLANKS.items():
        swap(project, "data/editions.yaml", rf"^  {name}:(?: \{{doc: , section: \}})?$", f"  {name}: {filled}")


def label(project: Path) -> None:
    """A rule's name."""
    put(project, "data/rules/transfer-cap.yaml", "label: ", "label: 새 이름의 ")


def removal(project: Path) -> None:
    """A case goes; what names it goes with it."""
    name = "nowon"
    swap_all(project, rf"\(\(사례/{name}/(?:[^()]|\([^()]*\))*\)\)", "한때의 값")
    gone = project / f"data/cases/{name}.yaml"
    given = project / "set.json"
    given.write_text(json.dumps({"format": "hyeopchi-edits", "version": 1, "files": [
        {"path": f"data/cases/{name}.yaml", "before": gone.read_text(encoding="utf-8"), "after": None}]}), encoding="utf-8")
    assert apply(project, given) == 0
    swap_all(project, rf'"cases/{name}/[^"]*"', '"cases/"')
    texts = "".join(path.read_text(encoding="utf-8") for path in (project / "data").rglob("*.yaml") if path.parent.name != "conflicts")
    for conflict in (project / "data/conflicts").glob("*.yaml"):
        if conflict.stem not in texts:
            conflict.unlink()


def rule(project: Path) -> None:
    """A new limit, with a new measure."""
    put(project, "data/budget.yaml", "measures:\n", "measures:\n  - {id: base-own, label: 협치기반 구축사업의 구비, subject: plan, "
        "unit: won, parts: [base], funds: [own]}\n")
    text = (project / "data/rules/facility-cap.yaml").read_text(encoding="utf-8")
    for find, new in ((r"^id: .*", "id: base-own-cap"), (r"^part: .*", "part: base-own"), (r"^of: .*", "of: base"),
                      (r"^label: .*", "label: 협치기반 구비 한도"),
                      (r"^sentence: .*", "sentence: 협치기반 구축사업의 구비는 ((규칙/base-own-cap))을(를) 넘으면 안 돼요."),
                      (r'clause: "[^"]*", ', ""),
                      (r"^(reading|reading_note|conflicts): .*\n|^(readings|notes|advice|exceptions):\n(  .*\n)+", "")):
        text = re.sub(find, new, text, flags=re.MULTILINE)
    (project / "data/rules/base-own-cap.yaml").write_text(text, encoding="utf-8")


def contact(project: Path) -> None:
    """The office to ask has another name."""
    put(project, "data/names.yaml", "name: 서울협치담당관", "name: 서울민관협력과")


def summary(project: Path) -> None:
    """A step's summary in other words."""
    swap(project, "data/steps/plan-submission.yaml", r"^summary: ", "summary: 다시 쓴 요약이에요. ")


TEN: Mapping[str, Edit] = {one.__name__: one for one in (date, cap, figure, case, form, table, term, move, source, edition)}
FIVE: Mapping[str, Edit] = {one.__name__: one for one in (label, removal, rule, contact, summary)}


def copied(folder: Path) -> Path:
    """The project, to be edited, with what is there today as its branch main."""
    project = Path(shutil.copytree(ROOT, folder / "project", ignore=LEFT, symlinks=True))
    who = ("-c", "user.name=test", "-c", "user.email=test@example.org")
    for command in (("init", "-q", "-b", "main"), ("add", "-A"), (*who, "commit", "-qm", "main")):
        subprocess.run(["git", *command], cwd=project, check=True)
    return project


def checked(project: Path) -> str:
    """What the check says; empty when it is content."""
    done = subprocess.run([sys.executable, "-m", "macros", "check"], cwd=project, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def tested(project: Path) -> str:
    """What the tests without a browser say, with those that are red."""
    done = subprocess.run([sys.executable, "-m", "pytest", "-q", "-n", "2", "-p", "tests.reading_hook", "--tb=short", "tests"], cwd=project,
                          capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout


def tried(edits: Mapping[str, Edit], together: bool, tests: bool) -> int:
    """Does the edits, prints green or red for each (or for all of them), and counts the red."""
    red = 0
    groups = [list(edits.values())] if together else [[edit] for edit in edits.values()]
    for group in groups:
        with TemporaryDirectory() as folder:
            project = copied(Path(folder))
            for edit in group:
                edit(project)
            said = checked(project) or (tested(project) if tests else "")
            red += bool(said)
            print(("✕" if said else "✓"), ", ".join(edit.__name__ for edit in group), f"\n{said}" if said else "", flush=True)
    return red


if __name__ == "__main__":
    which = FIVE if "five" in sys.argv else TEN
    sys.exit(tried(which, "together" in sys.argv, "none" not in sys.argv))
