"""An earlier revision of the data and pages, out of git: what the check needs of it without all that the report of a change needs."""

from __future__ import annotations

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path
from typing import Any

# Python 3.11 has it since 3.11.4; Debian 12 brings 3.11.2.
SAFELY: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}


def unpack(project: Path, base: str, folder: Path, parts: tuple[str, ...] = ("data", "docs")) -> str:
    """Put the revision's data and pages into `folder`; a sentence when there is no such revision."""
    done = subprocess.run(["git", "archive", "--format=tar", base, *parts], cwd=project, capture_output=True, check=False)
    if done.returncode:
        return f"비교할 판을 찾을 수 없어요: {base}\n{done.stderr.decode(errors='replace').strip()}"
    try:
        with tarfile.open(fileobj=BytesIO(done.stdout)) as archive:
            if not SAFELY and any(one.issym() or one.islnk() for one in archive):
                raise tarfile.TarError
            archive.extractall(folder, **SAFELY)
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
