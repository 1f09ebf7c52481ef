"""Five edits: label, removal, rule, contact, summary."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from macros.commands.apply import run as apply
from tests.edits.hand import Edit, put, swap, swap_all


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
    swap_all(project, rf'(?m)^ *address: "cases/{name}/[^"]*"\n', "")
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


FIVE: Mapping[str, Edit] = {one.__name__: one for one in (label, removal, rule, contact, summary)}
