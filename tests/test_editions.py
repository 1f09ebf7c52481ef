"""The next editions build: one that says only what it lacks, one with a single rule, full ones, many at once."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from macros.reading.guidebook import Guidebook
from macros.site.addresses import Addresses
from macros.views.any_two import any_two
from tests.editions import How, open_editions

WANTED: dict[str, How] = {"2031": "one", "2032": "empty", "2033": "full", "2034": "full"}
WITH_RULES = [year for year, how in WANTED.items() if how != "empty"]


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a project with four editions more."""
    folder = tmp_path_factory.mktemp("later")
    open_editions(folder, WANTED)
    made = subprocess.run([str(Path(sys.executable).with_name("mkdocs")), "build", "--strict", "--site-dir", str(folder / "site")],
                          cwd=folder, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    return folder / "site"


def read(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("edition", WITH_RULES)
def test_새_판의_예산_엑셀_파일이_있다(later: Path, edition: str) -> None:
    assert list(later.rglob(f"*{edition}*.xlsx"))


def test_판마다_그_앞의_판과_비교한다(later: Path) -> None:
    pairs = re.findall(r"(\d{4})년판에서 (\d{4})년판으로: 규칙", read(later, "reference/changes"))
    compared = dict.fromkeys(new for _, new in pairs)
    assert [edition for edition in compared if edition in WITH_RULES] == sorted(WITH_RULES, reverse=True)
    assert all(old < new for old, new in pairs)
    ids = re.findall(r'id="([^"]+)"', read(later, "reference/changes"))
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("edition", WANTED)
def test_판이_없는_것을_말하거나_판의_것을_보인다(later: Path, edition: str) -> None:
    assert f"{edition}년판" in read(later, "reference/changes")


def test_어느_두_판이든_기록은_제_판에_한_번씩_놓인다(guide: Guidebook) -> None:
    groups = {group["title"]: group["rows"] for group in any_two(guide, Addresses(guide), lambda address: address)["groups"]}
    for title, records in (("규칙", guide.rules), ("체크리스트", guide.checklists), ("서식", guide.forms)):
        for edition in guide.editions:
            placed = [row["cells"][edition][2] for row in groups[title] if edition in row["cells"]]
            assert sorted(placed) == sorted(key for key, record in records.items() if edition in record.editions), (title, edition)
    dates = sum(len(row["cells"]) for row in groups["날짜"])
    assert dates == sum(not event.actual for timeline in guide.timelines.values() for event in timeline.events)


def test_대신한_규칙은_앞_규칙의_줄에_놓인다(guide: Guidebook) -> None:
    rule = next(iter(guide.rules.values()))
    successor = rule.model_copy(update={"id": "made-up", "editions": ("2098",), "replaces": (rule.id,)})
    later = replace(guide, rules={**guide.rules, successor.id: successor})
    rows = any_two(later, Addresses(later), lambda address: address)["groups"][0]["rows"]
    assert [{cell[2] for cell in row["cells"].values()} >= {rule.id, "made-up"} for row in rows if "2098" in row["cells"]] == [True]
