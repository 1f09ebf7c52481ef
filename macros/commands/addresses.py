"""`python -m macros addresses`: write down the addresses that are new. None is ever taken away."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from macros.cache.kept import Kept
from macros.checks.published import NAME, current
from macros.checks.published import load as load_published
from macros.commands import KEPT, PROJECT, ROOT
from macros.reading.guidebook import load
from macros.reading.problems import report

HEAD = """\
# 한번 공개한 주소는 없애지 않아요. 읽는 사람이 적어 두고, 문서에 걸고, 달력에 담아 두었을 수 있어요.
# 페이지를 옮기면 moved에 옛 주소와 새 주소를 적으세요. 옛 주소를 열면 새 페이지로 가요.
#   moved:
#     - {old: plan/survey/, new: plan/local-research/}
# 새 페이지의 주소는 `python -m macros addresses`가 pages에 더해요. pages에서 지우지는 마세요.
"""


def add(commands: Any) -> None:
    """The command."""
    parser = commands.add_parser("addresses", help="새로 생긴 페이지의 주소를 data/addresses.yaml에 더해요")
    parser.set_defaults(run=lambda _: write(ROOT, PROJECT / "docs"))


def write(root: Path, docs: Path) -> int:
    """Add what is new to the list; 1 when the data cannot be read."""
    guide, problems = load(root, Kept(KEPT))
    if guide is None:
        print(report(problems), file=sys.stderr)
        return 1
    published, _, problems = load_published(root)
    if published is None and (root / NAME).exists():
        print(report(problems), file=sys.stderr)
        return 1
    known = set(published.pages) if published else set()
    new = sorted(current(docs, guide) - known)
    lines = [f'  - "{page}"' if page == "" else f"  - {page}" for page in sorted({*known, *new})]
    moved = [f"  - {{old: {move.old}, new: {move.new}}}" for move in published.moved] if published else []
    text = HEAD + "\n".join(["pages:", *lines, *(["moved:", *moved] if moved else [])]) + "\n"
    (root / NAME).write_text(text, encoding="utf-8")
    print(f"주소 {len(new)}개를 더했어요: {', '.join(new)}" if new else "새 주소가 없어요.")
    return 0
