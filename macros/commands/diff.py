"""`python -m macros diff BASE`: what the change since a revision changes for readers."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.cache.kept import Kept
from macros.changes.report import FORMATS, compare, told
from macros.commands import KEPT, PROJECT
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


def unpack(project: Path, base: str, folder: Path, parts: tuple[str, ...] = ("data", "docs")) -> str:
    """Put the revision's data and pages into `folder`; a sentence when there is no such revision."""
    done = subprocess.run(["git", "archive", "--format=tar", base, *parts], cwd=project, capture_output=True, check=False)
    if done.returncode:
        return f"비교할 판을 찾을 수 없어요: {base}\n{done.stderr.decode(errors='replace').strip()}"
    try:
        with tarfile.open(fileobj=BytesIO(done.stdout)) as archive:
            archive.extractall(folder, filter="data")
    except tarfile.TarError:
        return f"비교할 판({base})에 폴더 밖을 가리키는 바로 가기(심볼릭 링크)가 있어 비교하지 못했어요."
    return ""


def base_of(root: Path) -> str | None:
    """The revision from which the data folder `root` has changed: where the branch left main. None where nothing changed, or without git."""
    def git(*words: str) -> str | None:
        try:
            done = subprocess.run(["git", *words], cwd=root.parent, capture_output=True, text=True, check=False)
        except OSError:
            return None
        return done.stdout.strip() if done.returncode == 0 else None

    if not root.is_dir() or git("ls-files", "--error-unmatch", "--", root.name) is None:
        return None
    base = next((found for branch in ("origin/main", "main") if (found := git("merge-base", "HEAD", branch))), "HEAD")
    # Asked without a word of output: 0 when nothing differs.
    return base if git("diff", "--quiet", base, "--", root.name) is None else None
