"""LibreOffice as a judge of workbooks: finds it, installs Debian's where it can (`python -m tests.workbook.office`),
works every formula out anew.
"""

from __future__ import annotations

import csv
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.programs import install, on_path

PACKAGE = "libreoffice-calc-nogui"
HINT = "엑셀 파일을 다시 계산할 LibreOffice가 없습니다. Debian·Ubuntu: sudo apt-get install libreoffice-calc-nogui"
# Values, not what a cell's format shows; every sheet in a file of its own.
EACH_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def _found() -> str | None:
    return next(iter(on_path(PACKAGE)), None)


def ensure() -> str:
    """The program, installed if need be. Exits with a hint when it cannot be had."""
    if _found() is None:
        install([PACKAGE])
    return _found() or sys.exit(HINT)


@cache
def executable() -> str:
    """The program; the test fails with a hint when there is none. `make test` has installed it before."""
    found = _found()
    if found is None:
        pytest.fail(HINT, pytrace=False)
    return found


Values = dict[str, list[list[str]]]
AT_ONCE = 100  # workbooks in one call


def recalculated(files: list[Path], folder: Path) -> dict[str, Values]:
    """For each workbook (by its name without ending) and sheet the rows of values, all formulas worked out anew.

    Many workbooks go into one call: starting the program takes longer than a workbook. Of several hundred it silently leaves
    out the last ones.
    """
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE, encoding="utf-8")
    out = folder / "out"
    for start in range(0, len(files), AT_ONCE):
        done = subprocess.run([executable(), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", EACH_SHEET,
                               "--outdir", str(out), *map(str, files[start:start + AT_ONCE])], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, Values] = {path.stem: {} for path in files}
    for path in out.iterdir():
        book, _, sheet = path.stem.partition("-")
        with path.open(encoding="utf-8", newline="") as text:
            found[book][sheet] = list(csv.reader(text))
    left = [name for name, sheets in found.items() if not sheets]
    assert not left, f"LibreOffice opened nothing of {left}"
    return found


def cell(values: Values, sheet: str, name: str) -> str:
    """A cell's value as text; a blank one is ""."""
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    row = int(name[len(letters):]) - 1
    rows = values[sheet]
    return rows[row][column - 1] if row < len(rows) and column <= len(rows[row]) else ""


if __name__ == "__main__":
    print(f"LibreOffice: {ensure()}")
