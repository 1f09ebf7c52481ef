"""The types of all Python code, by mypy: beside the other tests, because it keeps one processor busy for half a minute."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT


def test_형이_맞다() -> None:
    done = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
