"""`python -m macros diff BASE`: what the change since a revision changes for readers."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.cache.kept import Kept
from macros.changes.report import FORMATS, compare, told
from macros.commands import KEPT, PROJECT
from macros.commands.revision import unpack
from macros.reading.guidebook import Guidebook, load
from macros.reading.problems import report


def add(commands: Any) -> None:
    """The command and its options."""
    parser = commands.add_parser("diff", help="앞선 판과 비교해 읽는 사람에게 무엇이 바뀌는지 알려 줘요")
    parser.add_argument("base", metavar="기준", help="비교할 판: 가지나 커밋의 이름(예: main, HEAD~1)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="글(text), 풀 리퀘스트(markdown), 페이지(html)")
    parser.add_argument("--output", type=Path, help="적을 파일. 없으면 화면에 보여 줘요")
    parser.set_defaults(run=lambda options: diff(options.base, options.format, options.output))


def diff(base: str, form: str, output: Path | None, project: Path = PROJECT) -> int:
    """Say what changed since `base`; 1 when one of the two sides cannot be read."""
    with TemporaryDirectory() as name:
        before = Path(name)
        missing = unpack(project, base, before)
        if missing:
            return _refuse(missing)
        old, problem = _load(before, f"기준({base})의")
        new, now = _load(project, "지금의")
        if old is None or new is None:
            return _refuse(problem + now)
        text = told(compare(base, old, before / "docs", new, project / "docs"), form)
    if output is None:
        print(text)
    else:
        output.write_text(text, encoding="utf-8")
        print(f"적었어요: {output}")
    return 0


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


def _load(folder: Path, whose: str) -> tuple[Guidebook | None, str]:
    guide, problems = load(folder / "data", Kept(KEPT))
    return guide, f"{whose} 자료를 읽을 수 없어 비교하지 못했어요.\n{report(problems)}\n" if guide is None else ""
