"""`python -m macros evaluate FILE…`: the verdicts on plans and on the small tools' files, saved by the site or as Excel workbooks."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.cache.kept import Kept
from macros.commands import KEPT as KEPT_RECORDS
from macros.commands import ROOT, evaluate_sheets
from macros.commands.evaluate_sheets import JudgedSheet, judge_sheet
from macros.models.plan import Plan
from macros.models.rule import Ask, Cap
from macros.reading.guidebook import Guidebook, load
from macros.reading.problems import report
from macros.rules.canonical import verdicts_json
from macros.rules.evaluate import FLOOR, Verdict, evaluate, followed
from macros.rules.terms import CapRule, for_plan, measures
from macros.tools.any_file import read_text
from macros.tools.budget import clause
from macros.tools.plan_file import Opened, PlanFileError
from macros.tools.sheet_file import ScoreState, SheetFileError, SheetState
from macros.words.verdicts import ANSWERS, LEVELS, SIGNS, Level, level_of, limit_text, limit_won, mending

MOST_BYTES = 5_000_000
KEPT, BROKEN, UNREAD, OPEN = 0, 1, 2, 3
HELP = """판정 결과는 종료 값으로도 알려요:
  0  한도를 모두 지켰어요
  1  위반이나 주의가 있어요
  2  읽지 못한 파일이 있어요
  3  어긋난 것은 없지만 확인할 것이 남았어요"""


def add(commands: Any) -> None:
    """The command and its options."""
    parser = commands.add_parser("evaluate", help="예산 계획과 도구의 파일(.json, .xlsx)을 판정해요", epilog=HELP,
                                 formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="계산기와 도구에서 저장한 .json이나 엑셀 파일(.xlsx)")
    parser.add_argument("--edition", help="다른 해의 규칙으로 판정해요(예: 2021)")
    parser.add_argument("--json", action="store_true", help="판정을 JSON으로 내요")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Judge the files that are named. The data must be readable first."""
    guide, problems = load(ROOT, Kept(KEPT_RECORDS))
    if guide is None:
        print(report(problems), file=sys.stderr)
        return UNREAD
    return evaluate_files(guide, options.files, options.edition, options.json)


@dataclass(frozen=True)
class Judged:
    """One file: its plan with the verdicts, or why it could not be read."""

    path: Path
    opened: Opened | None = None
    verdicts: tuple[Verdict, ...] = ()
    problems: tuple[str, ...] = ()


def evaluate_files(guide: Guidebook, paths: list[Path], edition: str | None = None, as_json: bool = False) -> int:
    """Judge the files and print what was found. Returns the exit code; see HELP."""
    if edition is not None and edition not in guide.editions:
        known = ", ".join(sorted(guide.editions))
        print(f"{edition}년판 규칙이 없어요. 쓸 수 있는 판: {known}", file=sys.stderr)
        return UNREAD
    judged = [judge(guide, path, edition) for path in paths]
    print(_json(guide, judged) if as_json else "\n\n".join("\n".join(_text(guide, one)) for one in judged if _is_judged(one)))
    for one in judged:
        for problem in one.problems:
            print(f"{one.path}: {problem}", file=sys.stderr)
    return _exit_code(guide, judged)


def _is_judged(judged: Judged | JudgedSheet) -> bool:
    return bool(judged.opened if isinstance(judged, Judged) else judged.found)


def _text(guide: Guidebook, judged: Judged | JudgedSheet) -> Iterator[str]:
    return _lines(guide, judged) if isinstance(judged, Judged) else evaluate_sheets.lines(guide, judged)


def judge(guide: Guidebook, path: Path, edition: str | None) -> Judged | JudgedSheet:
    """One file's verdicts."""
    try:
        opened = _read(guide, path)
    except SheetFileError as refusal:
        return JudgedSheet(path, refusal.tool, problems=refusal.sentences)
    except PlanFileError as refusal:
        return Judged(path, problems=refusal.sentences)
    return judge_plan(guide, path, opened, edition) if isinstance(opened, Opened) else judge_sheet(guide, path, opened, edition)


def judge_plan(guide: Guidebook, path: Path, opened: Opened, edition: str | None) -> Judged:
    """A plan's verdicts."""
    plan, notes = opened.plan, opened.notes
    if edition is not None and edition != plan.edition:
        notes = (*notes, f"{plan.edition}년판으로 만든 계획을 {edition}년판 규칙으로 판정했어요.")
        plan = plan.model_copy(update={"edition": edition})
    rules = for_plan(guide.rules.values(), measures(guide.budget), plan.edition)
    if not rules:
        return Judged(path, problems=(f"{plan.edition}년판에는 예산을 판정하는 규칙이 없어요.",))
    return Judged(path, Opened(plan, notes), evaluate(rules, plan))


def _read(guide: Guidebook, path: Path) -> Opened | SheetState | ScoreState:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise PlanFileError("파일이 너무 커요. 계획 파일이 아닌 것 같아요.")
        content = path.read_bytes()
    except FileNotFoundError:
        raise PlanFileError("파일이 없어요. 이름과 폴더를 확인해 주세요.") from None
    except OSError:
        raise PlanFileError("파일을 읽을 수 없어요. 폴더가 아닌지, 다른 프로그램이 쓰고 있지 않은지 확인해 주세요.") from None
    if content.startswith(b"PK"):
        # Its library would slow down every other command.
        from macros.office.excel.budget.read import read_workbook

        return read_workbook(content, guide)
    try:
        return read_text(content.decode("utf-8"), guide)
    except UnicodeDecodeError:
        raise PlanFileError("글자를 읽을 수 없어요. 계산기에서 저장한 .json이나 예산 엑셀 파일(.xlsx)을 골라 주세요.") from None


def levels(guide: Guidebook, verdicts: tuple[Verdict, ...]) -> Counter[Level]:
    """How many verdicts stand at each level."""
    return Counter(level_of(found.status, guide.rules[found.rule].severity) for found in verdicts)


def _exit_code(guide: Guidebook, judged: list[Judged | JudgedSheet]) -> int:
    if any(one.problems for one in judged):
        return UNREAD
    found = sum((levels(guide, one.verdicts) if isinstance(one, Judged) else evaluate_sheets.gravity(guide, one) for one in judged), Counter[Level]())
    if found["breach"] or found["care"]:
        return BROKEN
    return OPEN if found["unknown"] else KEPT


def _json(guide: Guidebook, judged: list[Judged | JudgedSheet]) -> str:
    sheets = [evaluate_sheets.plain(guide, one) for one in judged if isinstance(one, JudgedSheet)]
    return json.dumps({"format": "hyeopchi-verdicts", "version": 1, "sheets": sheets, "plans": [{
        "file": str(one.path), "problems": list(one.problems),
        **({"edition": one.opened.plan.edition, "title": one.opened.plan.title, "notes": list(one.opened.notes),
            "counts": {level: levels(guide, one.verdicts)[level] for level in LEVELS},
            "verdicts": json.loads(verdicts_json(one.verdicts))} if one.opened else {})} for one in judged if isinstance(one, Judged)]},
        ensure_ascii=False, indent=2)


def _lines(guide: Guidebook, judged: Judged) -> Iterator[str]:
    """One plan as text: where it stands, then what is wrong, what is open, what holds."""
    assert judged.opened is not None
    plan = judged.opened.plan
    found = levels(guide, judged.verdicts)
    yield f"{plan.title or '이름 없는 계획'} ({judged.path}) — {guide.editions[plan.edition].title} 규칙"
    yield " · ".join(f"{word} {found[level]}" for level, word in LEVELS.items())
    yield from (f"  알림: {note}" for note in judged.opened.notes)
    rules = {rule.id: rule for rule in for_plan(guide.rules.values(), measures(guide.budget), plan.edition)}
    order = list(LEVELS)
    ranked = sorted(((level_of(one.status, guide.rules[one.rule].severity), one) for one in judged.verdicts),
                    key=lambda pair: order.index(pair[0]))
    for level, one in ranked:
        if level == "na":
            continue
        rule = rules[one.rule]
        name = next((f" — {each.name or '이름 없는 사업'}" for each in plan.projects if each.id == one.project), "")
        basis = _cap(guide, rule, plan, one) if isinstance(rule, CapRule) else _answer(guide, plan, one)
        yield (f"  {SIGNS[level]} {LEVELS[level]}  {guide.rules[one.rule].label}{name}: {basis} "
               f"[{clause(guide, guide.rules[one.rule].source[0])}]")


def _answer(guide: Guidebook, plan: Plan, verdict: Verdict) -> str:
    record = guide.rules[verdict.rule]
    reply = plan.answers.get(verdict.rule)
    question = record.asked if isinstance(record, Ask) else ""
    note = f" (메모: {reply.note})" if reply and reply.note else ""
    return f"{question} — {ANSWERS[reply.answer if reply else 'unknown']}{note}"


def _cap(guide: Guidebook, rule: CapRule, plan: Plan, verdict: Verdict) -> str:
    """The numbers of a cap's verdict, and what mends it."""
    labels = {measure.id: measure.label for measure in guide.budget.measures}
    pair = followed(rule, plan)
    part = f"{labels[pair.part.id]} {verdict.part:,}원"
    if not verdict.readings:
        choice = next(each.label for each in guide.budget.choices if each.id == rule.choice)
        return f"{part}. {choice}을 먼저 골라 주세요."
    limit = limit_won(rule.operator, verdict.num, verdict.den, verdict.whole if pair.of else 1)
    text = (f"{limit_text(rule, verdict.num, verdict.den)}, {part} / "
            f"{'적어도' if rule.operator in FLOOR else '한도'} {limit:,}원")
    if verdict.status == "unknown":
        text += ". 미정이거나 고르지 않은 것이 있어요"
    if verdict.status == "fail":
        text += "".join(f". {word} {amount:,}원" for word, amount in mending(rule, pair, verdict))
    return f"{text}. {_readings(guide, verdict)}" if verdict.differs else text


def _readings(guide: Guidebook, verdict: Verdict) -> str:
    record = guide.rules[verdict.rule]
    assert isinstance(record, Cap)
    names = {reading.id: reading.label for reading in record.readings}
    said = " · ".join(f"{names[key]}: {LEVELS[level_of(status, record.severity)]}" for key, status in verdict.readings)
    return f"읽기에 따라 판정이 갈려요 — {said}"
