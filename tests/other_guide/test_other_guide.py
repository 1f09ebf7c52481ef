"""A guide of another city on the same house: made by `new guide`, checked, built with everything that is made from it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from macros.cache.kept import Kept
from macros.checks.published import check_addresses
from macros.commands import new_guide
from macros.commands.new_guide import own_settings
from macros.reading.guidebook import load
from tests.test_links import dead_links

# What only this guide's city and scheme are called.
OURS = re.compile("서울|협치|지역사회혁신|구단위|은평")
READ = ("*.html", "*.md", "*.xml", "*.txt", "*.ics")


def run(folder: Path, *command: str) -> None:
    """A command of the other guide's own, which must succeed."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def rename_district(other: Path) -> None:
    """A page moves: a line on its record, and a line for its old address, without which the check fails."""
    record, listed = other / "data/districts/sol.yaml", other / "data/addresses.yaml"
    record.write_text(record.read_text(encoding="utf-8") + "address: districts/sol-village\n", encoding="utf-8")
    guide, _ = load(other / "data", Kept())
    assert guide is not None
    assert any("'districts/sol/' 주소가 없어져요" in one.message for one in check_addresses(other / "data", other / "docs", guide))
    text = listed.read_text(encoding="utf-8").rstrip("\n")
    listed.write_text(f"{text}\n  - districts/sol-village/\nmoved:\n  - {{old: districts/sol/, new: districts/sol-village/}}\n", encoding="utf-8")
    assert not check_addresses(other / "data", other / "docs", guide)


def test_검사를_지나고_모든_것이_그_길잡이의_것으로_만들어진다(tmp_path: Path) -> None:
    other = tmp_path / "guide"
    assert new_guide.create(other) == 0
    run(other, "macros", "check")
    rename_district(other)
    run(other, "mkdocs", "build", "--strict")
    site = other / "site"
    guide, _ = load(other / "data", Kept())
    assert guide is not None
    assert not dead_links(site, guide)
    left = {path.relative_to(site).as_posix(): OURS.findall(path.read_text(encoding="utf-8"))
            for pattern in READ for path in site.rglob(pattern)}
    assert not {name: found for name, found in left.items() if found}
    assert "솔마을" in (site / "districts/sol-village/index.html").read_text(encoding="utf-8")
    assert "districts/sol-village/" in (site / "districts/sol/index.html").read_text(encoding="utf-8")
    for name in ("api/v1/districts.json", "search/index.js", "districts/index.html"):
        text = (site / name).read_text(encoding="utf-8")
        assert "sol-village/" in text and "sol/" not in text, name
    assert "마을 길잡이" in (site / "index.html").read_text(encoding="utf-8")
    rules = json.loads((site / "api/v1/rules.json").read_text(encoding="utf-8"))["records"]
    assert {rule["id"] for rule in rules} == {"meals", "open", "size"}
    book = openpyxl.load_workbook(site / "downloads/budget-2030.xlsx")
    assert book.properties.creator == "마을 길잡이" and "2030" in str(book.worksheets[0]["A1"].value)
    names = "".join(path.read_text(encoding="utf-8") for path in (site / "assets/js").glob("guide.*.js"))
    assert "은하도" in names and "서울" not in names
    assert "식비의 한도" in (site / "search/index.js").read_text(encoding="utf-8")


def test_무엇이_있는_폴더에는_만들지_않는다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "글.txt").write_text("남길 글", encoding="utf-8")
    assert new_guide.create(tmp_path) == 1
    assert "이미 무엇이 있어요" in capsys.readouterr().err and [path.name for path in tmp_path.iterdir()] == ["글.txt"]


def test_설정에서_길잡이의_것만_바꾼다() -> None:
    ours = "site_name: 우리\nextra:\n  doors:\n    - who: 가\n  other: 1\nvalidation:\n  nav: {a: warn}\nnav:\n  - 처음: index.md\n  - 둘째: a.md\n"
    made = own_settings(ours, "site_name: 남\ndoors:\n    - who: 나\nnav:\n  - 처음: b.md\n")
    assert made == "site_name: 남\nextra:\n  doors:\n    - who: 나\n  other: 1\nvalidation:\n  nav: {a: warn}\nnav:\n  - 처음: b.md\n"
