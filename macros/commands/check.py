"""`python -m macros check`: everything that is wrong with the data, in one run."""

from __future__ import annotations

import json
import os
import sys
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.cache.kept import Kept
from macros.changes.corrected import to_look_at
from macros.changes.digits import odd_digits
from macros.changes.effects import unmoved
from macros.changes.leftovers import leftovers
from macros.changes.literals import repeated
from macros.changes.renamed import unnoted
from macros.checks import read
from macros.checks.published import check_addresses
from macros.commands import KEPT, PROJECT, ROOT
from macros.commands.page_faults import page_faults
from macros.commands.revision import base_of, unpack
from macros.reading.guidebook import Guidebook, load
from macros.reading.problems import Problem, as_comment, report
from macros.site.menu import check_menu, check_unlisted
from macros.views.weights import weights


def add(commands: Any) -> None:
    """The command and its options."""
    parser = commands.add_parser("check", help="자료(data/)를 검사해 고칠 곳을 모두 알려 줘요")
    parser.add_argument("--root", type=Path, default=ROOT, help="자료 폴더(기본: data)")
    parser.add_argument("--docs", type=Path, default=PROJECT / "docs", help="페이지의 폴더(기본: docs)")
    parser.add_argument("--json", action="store_true", help="다른 프로그램이 읽을 JSON으로 알려 줘요")
    parser.add_argument("--comment", type=Path, metavar="파일", help="고칠 곳이 있으면 풀 리퀘스트에 적을 글로도 적어요")
    parser.add_argument("--counts", action="store_true", help="할 일을 종류마다, 얼마나 강한 말인지와 누가 정했는지로 나누어 세어 줘요")
    parser.set_defaults(run=lambda options: counts(options.root) if options.counts else
                        check(options.root, options.docs, as_json=options.json, comment=options.comment))


def counts(root: Path) -> int:
    """How many duties of each kind have which force and basis; 1 only when the data cannot be read."""
    guide, problems = load(root, Kept(KEPT))
    if guide is None:
        print(report(problems), file=sys.stderr)
        return 1
    print("\n".join("\t".join(map(str, row)) for row in weights(guide)))
    return 0


def document(problems: list[Problem], notes: list[Problem]) -> str:
    """The problems, and what is to be looked at but no fault (`notes`), as a JSON document (version 1): place, 1-based, and sentence."""
    def listed(some: list[Problem]) -> list[dict[str, str | int]]:
        return [{"file": one.file, "line": one.line, "column": one.column, "message": one.message} for one in sorted(set(some))]

    found = listed(problems)
    return json.dumps({"version": 1, "ok": not found, "problems": found, "notes": listed(notes)}, ensure_ascii=False, indent=2)


def left_in(root: Path, docs: Path, guide: Guidebook, kept: Kept) -> list[Problem]:
    """What the changes since the branch began leave behind; nothing without git, or where its data cannot be read."""
    base = base_of(root)
    if base is None:
        return []
    with TemporaryDirectory() as name:
        if unpack(root.parent, base, Path(name), (root.name,)):
            return []
        before, _ = load(Path(name) / root.name, kept)
        if before is None:
            return []
        return [*unmoved(before, guide), *unnoted(before, guide), *leftovers(before, guide, docs), *repeated(before, guide, docs)]


def ahead(guide: Guidebook, today: date) -> list[Problem]:
    """Records that were looked at on a day that has not come; a day's grace, for the clocks of the world differ."""
    return [guide.problem(kind, key, ("checked_on",), f"원문 대조일({day})이 오늘보다 늦어요. 실제로 대조한 날을 적어 주세요.")
            for kind, key, record in guide.records()
            if isinstance(day := getattr(record, "checked_on", None), date) and day > today + timedelta(days=1)]


def check(root: Path, docs: Path, *, as_json: bool = False, comment: Path | None = None) -> int:
    """Check the data alone. Says every problem in Korean, and in the file `comment` for a pull request; 0 when there is none."""
    kept = Kept(KEPT)
    guide, problems = read(root, kept)
    problems = problems + ([*check_addresses(root, docs, guide), *page_faults(docs, guide)] if guide else [])
    problems = [*problems, *check_menu(docs.parent / "mkdocs.yml", docs), *check_unlisted(docs.parent / "mkdocs.yml", docs)]
    notes = [] if guide is None else left_in(root, docs, guide, kept) + ahead(guide, date.today()) + to_look_at(guide) + odd_digits(guide)
    if comment and problems:
        comment.write_text(as_comment(problems), encoding="utf-8")
    if as_json:
        print(document(problems, notes))
    elif problems:
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print("\n".join(problem.as_annotation() for problem in sorted(set(problems))))
        print(report(problems), file=sys.stderr)
    elif guide is not None:
        found = sum(1 for _ in guide.records())
        print(f"자료에 고칠 곳이 없어요: 기록 {found}개, 규칙 {len(guide.rules)}개, 단계 {len(guide.steps)}개, "
              f"사례 {len(guide.cases)}개, 문서 간 차이 {len(guide.conflicts)}개.")
    if notes and not as_json:
        _tell(notes)
    return 1 if problems else 0


def _tell(notes: list[Problem]) -> None:
    """What is to be looked at: no fault, for it may be meant."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        print("\n".join(one.as_annotation("warning") for one in notes))
    print("\n".join(["살펴볼 곳이에요. 일부러 둔 것이라면 그대로 두어도 돼요.", *(one.as_text() for one in notes)]), file=sys.stderr)
