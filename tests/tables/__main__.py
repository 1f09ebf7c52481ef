"""Score the table reader on a folder of tables with their expected.yaml: `python -m tests.tables FOLDER [PART OF A NAME]`."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from macros.reading.guidebook import load
from macros.reading.problems import report
from tests.browser.ensure import HINT, find
from tests.conftest import ROOT
from tests.tables.reader import cases, faults, is_silent, open_reader, purpose_of, read


def main(folder: Path, part: str = "") -> int:
    """Prints what is wrong with each table, and the score; 1 when anything is."""
    guide, problems = load(ROOT / "data")
    executable = find()
    if guide is None or executable is None:
        print(report(problems) if guide is None else HINT)
        return 2
    right, count, silent = 0, 0, 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        page = open_reader(guide, browser)
        for name, content, wanted in cases(folder):
            if part not in name:
                continue
            made = read(page, name, content, purpose_of(wanted))
            found = faults(made, wanted)
            count += 1
            right += not found
            silent += is_silent(made, wanted)
            for fault in found:
                print(f"{name}: {fault}{' (말없이)' if is_silent(made, wanted) else ''}")
        browser.close()
    print(f"{count}개 가운데 {right}개가 맞아요. 금액이나 사람 수가 다른데 묻지도 알리지도 않은 것은 {silent}개예요.")
    return 0 if right == count else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
