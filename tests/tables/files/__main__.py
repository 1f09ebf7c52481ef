"""Write the made files and what must come of them into a folder: `python -m tests.tables.files FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from tests.tables.files.cases import made

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    expected = {}
    for name, (content, wanted) in made().items():
        (folder / name).write_bytes(content)
        expected[name] = wanted
    (folder / "expected.yaml").write_text(yaml.safe_dump(expected, allow_unicode=True, sort_keys=False), encoding="utf-8")
    print(f"{len(expected)}개를 적었어요.")
