"""Legitimate edits of an editor, done on a copy with the tools they have: `python -m tests.ten_edits [ten|five|more|later] [together] [none]`.

Each edit must leave `macros check` and the tests that need no browser green, with no test touched. `together`: all edits in one copy,
tested once (minutes instead of an hour); `none`: only the check. Which tests read the real data is noted by a hook (an audit of
opened files); the list is printed with what was red.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import ROOT
from tests.edits.five import FIVE
from tests.edits.hand import Edit
from tests.edits.later import LATER
from tests.edits.more import MORE
from tests.edits.ten import TEN

LEFT = shutil.ignore_patterns("__pycache__", ".venv", ".git", ".cache", "node_modules")


def copied(folder: Path) -> Path:
    """The project, to be edited, with what is there today as its branch main."""
    project = Path(shutil.copytree(ROOT, folder / "project", ignore=LEFT, symlinks=True))
    who = ("-c", "user.name=test", "-c", "user.email=test@example.org")
    for command in (("init", "-q", "-b", "main"), ("add", "-A"), (*who, "commit", "-qm", "main")):
        subprocess.run(["git", *command], cwd=project, check=True)
    return project


def checked(project: Path) -> str:
    """What the check says; empty when it is content."""
    done = subprocess.run([sys.executable, "-m", "macros", "check"], cwd=project, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def tested(project: Path) -> str:
    """What the tests without a browser say, with those that are red."""
    done = subprocess.run([sys.executable, "-m", "pytest", "-q", "-n", "2", "-p", "tests.reading_hook", "--tb=short", "tests"], cwd=project,
                          capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout


def tried(edits: Mapping[str, Edit], together: bool, tests: bool) -> int:
    """Does the edits, prints green or red for each (or for all of them), and counts the red."""
    red = 0
    groups = [list(edits.values())] if together else [[edit] for edit in edits.values()]
    for group in groups:
        with TemporaryDirectory() as folder:
            project = copied(Path(folder))
            for edit in group:
                edit(project)
            said = checked(project) or (tested(project) if tests else "")
            red += bool(said)
            print(("✕" if said else "✓"), ", ".join(edit.__name__ for edit in group), f"\n{said}" if said else "", flush=True)
    return red


if __name__ == "__main__":
    which = FIVE if "five" in sys.argv else MORE if "more" in sys.argv else LATER if "later" in sys.argv else TEN
    sys.exit(tried(which, "together" in sys.argv, "none" not in sys.argv))
