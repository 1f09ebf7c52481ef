"""A new kind of record is its model, its row, its template and its words: all else that knows kinds knows it then.

Tried on a copy of the house with the starter's small guide, in a process of its own.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from macros.commands import new_guide
from macros.models.kinds import ROWS

MODEL = '''"""A trial kind."""

from macros.models.common import Cited, Day, Id, Ids, Text


class Trial(Cited):
    """A trial."""

    id: Id
    title: Text
    summary: Text
    order: int
    rules: Ids = ()
    checked_on: Day
'''
ROW = '''    openings: '''
NEW_ROW = '''    trials: Annotated[Mapping[str, Trial], Kind(
        "시범", "title", page="trial", address="trials/{0.id}/", weight=1.0, new={"trial": None})]
    openings: '''
TEMPLATE = "# {{ trial.title }}\n\n{{ trial.summary }}\n"
RECORD = """id: first
title: 첫 시범
summary: ((시범/first/이름))은(는) 개수가 ((개수/시범))개예요.
order: 1
rules: [meals]
source: {doc: handbook-2030, section: two}
checked_on: "2029-01-01"
"""
# What must know the kind, asked in the copy; each line must hold.
ASKED = """
from pathlib import Path
from macros.api.lists import lists
from macros.checks import run
from macros.checks.published import check_addresses
from macros.commands import schema
from macros.commands.new import create
from macros.models.kinds import KINDS
from macros.pages.macros import Macros
from macros.reading.guidebook import load
from macros.reading.problems import report
from macros.schema.build import schema as shape
from macros.search.entries import label_of
from macros.site.addresses import Addresses
from macros.views.checked import checked, newest

class Page:
    said = ""
    def address(self): return "trials/first/"
    def head(self, title, description): self.said = title

schema.write()
assert Path("data/.schema/trials.json").exists() and '"data/trials/*.yaml"' in Path(".vscode/settings.json").read_text("utf-8")
guide, problems = load(Path("data"))
problems = problems or run(guide) + check_addresses(Path("data"), Path("docs"), guide)
assert not problems, report(problems)
page = Page()
text = Macros(guide, page).filled('{{ trial("first") }}')
assert "# 첫 시범" in text and "첫 시범은 개수가 1개예요." in text and page.said == "첫 시범", text
assert "첫 시범" in Macros(guide, page).records("trials")
assert Addresses(guide).at("trials", "first") == "trials/first/"
assert label_of("trials", "trials/first/") == ("시범", 1.0)
assert lists(guide)["trials"]["records"][0]["href"] == "trials/first/"
assert shape("trials")["title"] == "시범"
assert [one.what for one in checked(guide, newest(guide)) if one.kind == "trials"] == ["시범"]
assert create(Path("."), "district", "dal") == 0  # its menu is on one line: that is left to the editor
Path("data/districts/dal.yaml").unlink()
assert create(Path("."), "trial", "second") == 0
assert "trials/second.md" in Path("mkdocs.yml").read_text("utf-8") and Path("docs/trials/second.md").exists()
_, problems = load(Path("data"))
assert problems and {one.file for one in problems} == {"data/trials/second.yaml"}, problems
"""


def put(path: Path, old: str, new: str) -> None:
    """Replace one place of a file, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the house with a small guide, and a trial kind with one record."""
    folder = tmp_path / "guide"
    assert new_guide.create(folder) == 0
    package = folder / "macros"
    (package / "models/trial.py").write_text(MODEL, encoding="utf-8")
    (package / "templates/trial.md.j2").write_text(TEMPLATE, encoding="utf-8")
    put(package / "models/kinds.py", ROW, NEW_ROW)
    put(package / "models/kinds.py", "from macros.models.topic", "from macros.models.trial import Trial\nfrom macros.models.topic")
    put(package / "schema/words.yaml", "fields:\n", '  trials: "시범 하나예요."\nfields:\n')
    for name, text in (("data/trials/first.yaml", RECORD), ("docs/trials/first.md", '{{ trial("first") }}\n')):
        (folder / name).parent.mkdir()
        (folder / name).write_text(text, encoding="utf-8")
    put(folder / "mkdocs.yml", "\nnav:\n", "\nnav:\n  - 시범:\n      - trials/first.md\n")
    put(folder / "data/addresses.yaml", "pages:\n", "pages:\n  - trials/first/\n")
    return folder


def test_종류를_하나_더하면_모양과_줄과_틀과_말만_적는다(copy: Path) -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "직접 적어 주세요" in done.stdout and "districts/dal.md" not in (copy / "mkdocs.yml").read_text(encoding="utf-8")


def test_어느_말도_두_종류를_뜻하지_않는다() -> None:
    called = [kind.reference for kind in ROWS if kind.referable]
    fields = [name for kind in ROWS for name in kind.fields]
    made = [name for kind in ROWS for name in kind.new]
    assert all(len(set(some)) == len(some) for some in (called, fields, made, [kind.title for kind in ROWS]))
