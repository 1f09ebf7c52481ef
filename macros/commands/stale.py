"""`python -m macros stale`: what nobody has compared with its source for long. It never fails: it reminds."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

from macros.cache.kept import Kept
from macros.commands import KEPT, ROOT
from macros.reading.guidebook import load
from macros.reading.problems import report
from macros.templating.render import environment
from macros.views.checked import OLD, checked


def add(commands: Any) -> None:
    """The command and its options."""
    parser = commands.add_parser("stale", help="오래 확인하지 않은 규칙, 사업, 일정, 체크리스트를 알려 줘요")
    parser.add_argument("--today", type=date.fromisoformat, default=None, metavar="날", help="비교할 날(기본: 오늘). 예: 2027-12-01")
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help="글(text) 또는 이슈에 적을 것(markdown)")
    parser.add_argument("--output", type=Path, help="적을 파일. 없으면 화면에 보여 줘요")
    parser.set_defaults(run=lambda options: stale(ROOT, options.today or date.today(), options.format, options.output))


def stale(root: Path, today: date, form: str, output: Path | None) -> int:
    """List what was last compared more than OLD days before `today`; 1 only when the data cannot be read."""
    guide, problems = load(root, Kept(KEPT))
    if guide is None:
        print(report(problems), file=sys.stderr)
        return 1
    old = [one for one in checked(guide, today) if one.old]
    if form == "markdown":
        text = environment().get_template("stale.md.j2").render(old=old, limit=OLD).strip()
    else:
        lines = [f"{one.file} {one.what} ‘{one.title}’: {one.day.isoformat()}에 확인, {one.age}일 지남" for one in old]
        text = "\n".join([*lines, f"{OLD}일 넘게 확인하지 않은 것이 {len(old)}개예요."])
    if output:
        output.write_text(text + "\n" if text else "", encoding="utf-8")
    else:
        print(text)
    return 0
