"""`python -m macros new guide FOLDER`: the house without this guide's content, and a small made-up guide to begin from."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from macros.commands import PROJECT

STARTER = PROJECT / "macros" / "starter"
# What every guide has of the house.
HOUSE = ("macros", "requirements.txt", "docs/assets", "docs/.overrides", "docs/robots.txt", "docs/sw.js", "docs/reference/accessibility.md",
         "pyproject.toml", "Makefile", "LICENSE", ".gitignore", ".vscode")
# The parts of mkdocs.yml that a guide has of its own, each to the next line that does not belong to it.
OWN = re.compile(r"^(?P<indent>(?:  (?=doors:))?)(?P<key>site_name|site_description|doors|nav):.*\n"
                 r"(?:(?P=indent)[ #]+.*\n|\n(?=(?P=indent) ))*", re.MULTILINE)


def create(folder: Path) -> int:
    """Copies the house and the starter; 1, and nothing written, when something stands in the folder."""
    if folder.exists() and any(folder.iterdir()):
        print(f"{folder}에 이미 무엇이 있어요. 빈 폴더나 새 이름을 적어 주세요.", file=sys.stderr)
        return 1
    for name in HOUSE:
        _copy(PROJECT / name, folder / name)
    for name in ("data", "docs", "CHANGELOG.md"):
        _copy(STARTER / name, folder / name)
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(own_settings(settings, (STARTER / "mkdocs.yml").read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{folder}에 작은 길잡이를 만들었어요. 그 폴더에서 `make serve`로 띄워 보세요.")
    print("data/names.yaml의 이름부터 고치고, 나머지 자료를 여러분의 문서로 바꾸세요. 차례는 자료 › 새 길잡이에 있어요.")
    return 0


def own_settings(settings: str, starter: str) -> str:
    """This guide's mkdocs.yml with the starter's parts in the place of its own."""
    parts = {found["key"]: found[0].lstrip() for found in OWN.finditer(starter)}
    return OWN.sub(lambda found: found["indent"] + parts[found["key"]], settings)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)
