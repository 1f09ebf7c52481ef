"""Commands for editors and for the build: `python -m macros check`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from macros.checks import run
from macros.commands import evaluate
from macros.guidebook import load
from macros.kept import Kept
from macros.problems import Problem, report

PROJECT = Path(__file__).resolve().parent.parent
ROOT = PROJECT / "data"
KEPT = PROJECT / ".cache" / "records"


def check(root: Path) -> int:
    """Check the data alone. Prints every problem in Korean; 0 when there is none, 1 otherwise."""
    guide, problems = load(root, Kept(KEPT))
    if guide is not None:
        problems = run(guide)
    if problems:
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print("\n".join(problem.as_annotation() for problem in sorted(set(problems))))
        print(report(problems), file=sys.stderr)
        return 1
    assert guide is not None
    found = sum(1 for _ in guide.records())
    print(f"자료에 고칠 곳이 없습니다: 기록 {found}개, 규칙 {len(guide.rules)}개, 단계 {len(guide.steps)}개, "
          f"사례 {len(guide.cases)}개, 상충 {len(guide.conflicts)}개.")
    return 0


def evaluate_plans(root: Path, options: argparse.Namespace) -> int:
    """Judge budget plans. The data must be right first; then see macros/commands/evaluate.py."""
    guide, problems = load(root, Kept(KEPT))
    if guide is None:
        print(report(problems), file=sys.stderr)
        return evaluate.UNREAD
    return evaluate.evaluate_files(guide, options.plans, options.edition, options.json)


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="협치 길잡이의 자료를 다룹니다.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="명령")
    checking = commands.add_parser("check", help="자료(data/)를 검사해 고칠 곳을 모두 알려 줍니다")
    checking.add_argument("--root", type=Path, default=ROOT, help="자료 폴더(기본: data)")
    evaluate.add_to(commands)
    options = parser.parse_args(arguments)
    if options.command == "evaluate":
        return evaluate_plans(ROOT, options)
    return check(options.root)


__all__ = ["Problem", "check", "main"]

if __name__ == "__main__":
    sys.exit(main())
