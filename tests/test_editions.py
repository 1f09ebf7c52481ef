"""The next editions build: one that says only what it lacks, one with a single rule, full ones, many at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.editions import How, open_editions

WANTED: dict[str, How] = {"2031": "one", "2032": "empty", "2033": "full", "2034": "full"}


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a project with four editions more."""
    folder = tmp_path_factory.mktemp("later")
    open_editions(folder, WANTED)
    made = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder / "site")],
                          cwd=folder, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    return folder / "site"


@pytest.mark.parametrize("edition", [year for year, how in WANTED.items() if how != "empty"])
def test_새_판의_예산_엑셀_파일이_있다(later: Path, edition: str) -> None:
    assert list(later.rglob(f"*{edition}*.xlsx"))
