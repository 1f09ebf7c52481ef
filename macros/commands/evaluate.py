"""`python -m macros evaluate FILE…`: the verdicts on plans and on the small tools' files, saved by the site or as Excel workbooks."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISREG
from typing import Any

from macros.cache.kept import Kept
from macros.commands import KEPT as KEPT_RECORDS
from macros.commands import ROOT, evaluate_sheets
from macros.commands.evaluate_sheets import JudgedSheet, judge_sheet
from macros.commands.plan_fix import PlanFix
from macros.commands.plan_text import PlanText, levels
from macros.reading.guidebook import Guidebook, load
from macros.reading.problems import report
from macros.rules.canonical import verdicts_json
from macros.rules.evaluate import evaluate
from macros.rules.judge import Verdict
from macros.rules.terms import for_plan, measures
from macros.tools.any_file import read_text
from macros.tools.gate import LARGE_ARCHIVE, LARGE_FILE, LIMITS, PlanFileError, demand
from macros.tools.plan_file import Opened
from macros.tools.sheet_file import ScoreState, SheetFileError, SheetState
from macros.words.verdicts import JUDGED, standing
from macros.words.vocabulary import Level

KEPT, BROKEN, UNREAD, OPEN = 0, 1, 2, 3
NOT_PLAIN = "보통 파일이 아니에요. 폴더나 장치의 이름이 아니라, 계산기와 도구에서 저장한 파일의 이름을 적어 주세요."
HELP = """판정 결과는 종료 값으로도 알려요:
  0  위반도 주의도 확인할 것도 없어요. 참고 사항은 세지 않아요
  1  위반이나 주의가 있어요
  2  읽지 못한 파일이 있어요
  3  위반과 주의는 없지만 확인할 것이 남았어요"""


def add(commands: Any) -> None:
    """The command and its options."""
    parser = commands.add_parser("evaluate", help="예산 계획과 도구의 파일(.json, .xlsx)을 판정해요", epilog=HELP,
                                 formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="계산기와 도구에서 저장한 .json이나 엑셀 파일(.xlsx)")
    parser.add_argument("--edition", help="다른 연도의 규칙으로 판정해요(예: 2021)")
    parser.add_argument("--json", action="store_true", help="판정을 JSON으로 내요")
    parser.add_argument("--fix", action="store_true", help="한도를 모두 지키게 하는 가장 작은 조정안을 함께 내요")
    parser.add_argument("--pin", action="append", default=[], metavar="LINE",
                        help="조정안이 건드리지 않을 줄: 줄의 id나 2.3(2번째 사업의 3번째 줄). 여러 번 쓸 수 있어요")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Judge the files that are named. The data must be readable first."""
    guide, problems = load(ROOT, Kept(KEPT_RECORDS))
    if guide is None:
        print(report(problems), file=sys.stderr)
        return UNREAD
    return evaluate_files(guide, options.files, options.edition, options.json, options.pin if options.fix else None)


@dataclass(frozen=True)
class Judged:
    """One file: its plan with the verdicts, or why it could not be read."""

    path: Path
    opened: Opened | None = None
    verdicts: tuple[Verdict, ...] = ()
    problems: tuple[str, ...] = ()
    fix: PlanFix | None = None


def evaluate_files(guide: Guidebook, paths: list[Path], edition: str | None = None, as_json: bool = False,
                   pins: list[str] | None = None) -> int:
    """Judge the files and print what was found. Returns the exit code; see HELP. `pins`: propose what mends a plan."""
    if edition is not None and edition not in guide.editions:
        known = ", ".join(sorted(guide.editions))
        print(f"{edition}년판 규칙이 없어요. 쓸 수 있는 적용 연도: {known}", file=sys.stderr)
        return UNREAD
    judged = [judge(guide, path, edition) for path in paths]
    if pins is not None:
        judged = [replace(one, fix=PlanFix(guide, one.opened.plan, pins)) if isinstance(one, Judged) and one.opened else one for one in judged]
    print(_json(guide, judged) if as_json else "\n\n".join("\n".join(_text(guide, one)) for one in judged if _is_judged(one)))
    for one in judged:
        for problem in one.problems:
            print(f"{one.path}: {problem}", file=sys.stderr)
    return _exit_code(guide, judged)


def _is_judged(judged: Judged | JudgedSheet) -> bool:
    return bool(judged.opened if isinstance(judged, Judged) else judged.found)


def _text(guide: Guidebook, judged: Judged | JudgedSheet) -> Iterator[str]:
    return _lines(judged, guide) if isinstance(judged, Judged) else evaluate_sheets.lines(guide, judged)


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
        # Opening a pipe or a device may wait for ever.
        demand(S_ISREG(path.stat().st_mode), NOT_PLAIN)
        with path.open("rb") as file:
            content = file.read(LIMITS.archive + 1)  # some files (of /proc) tell no size
    except FileNotFoundError:
        raise PlanFileError("파일이 없어요. 이름과 폴더를 확인해 주세요.") from None
    except OSError:
        raise PlanFileError("파일을 읽을 수 없어요. 읽을 권한이 있는지, 다른 프로그램이 쓰고 있지 않은지 확인해 주세요.") from None
    demand(len(content) <= LIMITS.archive, LARGE_ARCHIVE)
    if content.startswith(b"PK"):
        # Its library would slow down every other command.
        from macros.office.excel.read_any import read_workbook

        return read_workbook(content, guide)
    demand(len(content) <= LIMITS.bytes, LARGE_FILE)
    try:
        return read_text(_text_of(content), guide)
    except UnicodeDecodeError:
        raise PlanFileError("글자를 읽을 수 없어요. 계산기에서 저장한 .json이나 예산 엑셀 파일(.xlsx)을 골라 주세요.") from None


def _text_of(content: bytes) -> str:
    """A file's text, in the encodings that the site reads. Raises UnicodeDecodeError."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp949")


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
        **(_of_plan(guide, one.opened, one.verdicts) if one.opened else {}),
        **({"fix": one.fix.plain()} if one.fix else {})} for one in judged if isinstance(one, Judged)]},
        ensure_ascii=False, indent=2)


def _of_plan(guide: Guidebook, opened: Opened, verdicts: tuple[Verdict, ...]) -> dict[str, Any]:
    """What is said of one plan. Rules that only inform are counted nowhere and named in `information`."""
    plan, text = opened.plan, PlanText(guide, opened.plan, verdicts)
    found = levels(guide, verdicts)
    return {
        "edition": plan.edition, "title": plan.title, "notes": [*opened.notes, *text.notes()],
        "counts": {level: found[level] for level in JUDGED},
        "verdicts": json.loads(verdicts_json(verdicts)),
        "levels": [standing(one, guide.rules[one.rule].severity) for one in verdicts],
        "information": [text.line("info", one).strip() for one in verdicts if guide.rules[one.rule].severity == "info"]}


def _lines(judged: Judged, guide: Guidebook) -> Iterator[str]:
    """One plan as text."""
    assert judged.opened is not None
    plan = judged.opened.plan
    text = PlanText(guide, plan, judged.verdicts)
    yield f"{plan.title or '이름 없는 계획'} ({judged.path}) — {guide.editions[plan.edition].title} 규칙"
    counts, *rest = text.lines()
    yield counts
    yield from (f"  알림: {note}" for note in judged.opened.notes)
    yield from rest
    if judged.fix:
        yield from judged.fix.lines()
