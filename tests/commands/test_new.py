"""`python -m macros new`: what it writes is refused only for its blanks, and passes once they are filled."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.cache.kept import Kept
from macros.checks import run
from macros.checks.published import check_addresses
from macros.commands.new import RECIPES, create
from macros.models.kinds import ROWS
from macros.pages.macros import Macros
from macros.reading.guidebook import load
from macros.reading.problems import Problem
from macros.site.places import Move, Place, placed
from tests.conftest import ROOT
from tests.no_page import NoPage
from tests.plain_yaml import plain
from tests.small_guide import SMALL, small_guide

KEPT = Kept()
FILLED = {"id": "filled-one", "doc": "guide-2020", "section": "ch1.3", "value": "1", "unit": "명", "checked_on": '"2026-11-21"',
          "date_text": "2021년 7월", "start": '"2021-07-09"', "year": '"2021"', "edition": '"2020"', "order": "900",
          "subject": "plan", "topic": "limit", "severity": "care", "part": "labour", "violated_by": '"no"', "answer": '"yes"',
          "expect": "ok", "role": "joint", "evidence": "회의록", "area": "rules", "chapter": "understand", "date": '"2021"',
          "side": "joint", "kind": "period", "at": "year", "basis": "suggested", "force": "should", "col": "1", "row": "1"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """What `new` writes to: the small guide, under the real menu."""
    small_guide(tmp_path)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def problems_of(project: Path) -> list[Problem]:
    """What `make check` would say of the copy."""
    guide, problems = load(project / "data", KEPT)
    return problems or (run(guide) + check_addresses(project / "data", project / "docs", guide) if guide else [])


def fill(project: Path, path: Path, subject: str = "plan") -> list[Problem]:
    """Follow the messages: fill each blank, where it is told, with something that fits its name. Returns what is left to tell."""
    district = re.search(r"^name: (.+)$", next((project / "data/districts").glob("*.yaml")).read_text(encoding="utf-8"), re.MULTILINE)
    assert district is not None
    values = {**FILLED, "subject": subject, "district": district[1]}
    for _ in range(3):
        lines = path.read_text(encoding="utf-8").splitlines()
        problems = problems_of(project)
        if not problems:
            break
        for problem in problems:
            line = lines[problem.line - 1]
            name = line.strip().removeprefix("- ").partition(":")[0]
            for blank, value in (("editions: []", 'editions: ["2020"]'), ("actors: []", "actors: [council]")):
                line = line.replace(blank, value)
            if line.endswith(":"):
                line += f" {values.get(name, '채운 글이에요.')}"
            if "value(값)와" in problem.message:
                line += "\n    value: 1"
            line = line.replace("{doc: , section: }", "{doc: guide-2020, section: ch1.3}")
            lines[problem.line - 1] = line
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    else:
        problems = problems_of(project)
    return problems


@pytest.mark.parametrize("what", ["case", "district", "term", "timeline", "ask"])
def test_빈칸만_알려_주고_채우면_통과한다(what: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = "brand-new"
    assert create(project, what, key) == 0
    recipe = RECIPES[what]
    path = project / "data" / recipe.kind / f"{key}.yaml"
    path = path if path.exists() else project / "data" / f"{recipe.kind}.yaml"
    blanks = problems_of(project)
    assert blanks and {problem.file for problem in blanks} == {f"data/{path.relative_to(project / 'data').as_posix()}"}
    lines = path.read_text(encoding="utf-8").splitlines()
    assert all(lines[problem.line - 1].rstrip().endswith((":", "[]", "}")) for problem in blanks), blanks
    assert [problem.as_text() for problem in fill(project, path, subject="grant" if what == "district" else "plan")] == []
    if recipe.page:
        assert f"      - {recipe.page}/{key}.md\n" in (project / "mkdocs.yml").read_text(encoding="utf-8")
        guide, _ = load(project / "data", KEPT)
        assert guide is not None and recipe.macro
        assert "채운 글이에요." in Macros(guide, NoPage()).door(recipe.macro)(key)
    assert "make check" in capsys.readouterr().out


def test_채우지_않은_빈칸이_있어도_다음_기록을_제자리에_만든다(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = [what for what in RECIPES if what not in ("edition", "band", "ask")]
    assert {RECIPES[what].kind for what in made} == {kind.id for kind in ROWS if kind.new} - {"editions"}
    assert [create(project, what, f"brand-{what}") for what in made] == [0] * len(made)
    assert create(project, "term", "brand-term") == 1 and "이미 있어요: data/glossary.yaml" in capsys.readouterr().err
    assert create(project, "edition", "2022") == 1 and "먼저 자료의 고칠 곳을" in capsys.readouterr().err
    lines = [line.strip(" -") for line in (project / "mkdocs.yml").read_text(encoding="utf-8").splitlines()]
    cases = {path.stem for path in (ROOT / "data/cases").glob("*.yaml")}
    assert lines[lines.index("cases/brand-case.md") - 1].removeprefix("cases/").removesuffix(".md") in cases
    listed = plain((project / "data/addresses.yaml").read_text(encoding="utf-8"))["pages"]
    listed = [page for page in listed if not page.endswith(".ics")]
    assert listed == sorted(listed) and {"cases/brand-case/", "understand/brand-topic-understand/"} <= set(listed)
    blanks = problems_of(project)
    assert blanks and not [one.as_text() for one in blanks if "brand-" not in one.file and one.file.count("/") > 1]


def test_새_단계는_절차의_끝이나_말한_단계_다음에_들어간다(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    procedure = project / "data/procedures/trial.yaml"
    procedure.write_text("id: trial\naddress: plan\npages: each\nsteps:\n  - one  # 처음\n  - two\ntitle: 끝\n", encoding="utf-8")
    other = project / "data/procedures/whole.yaml"
    other.write_text("id: whole\naddress: apply/whole\nsteps: [three, four]\n", encoding="utf-8")
    for path in (SMALL / "procedures").glob("*.yaml"):
        (project / "data/procedures" / path.name).unlink()
    assert create(project, "step", "last") == 0 and create(project, "step", "between", after="one") == 0
    assert "steps:\n  - one  # 처음\n  - between\n  - two\n  - last\ntitle" in procedure.read_text(encoding="utf-8")
    assert create(project, "step", "shared", after="three") == 0
    assert "steps: [three, shared, four]" in other.read_text(encoding="utf-8")
    assert (project / "docs/plan/last.md").exists() and not list(project.glob("docs/**/shared.md"))
    capsys.readouterr()
    assert create(project, "step", "lost", after="nowhere") == 1
    assert "one, between, two, last, three, shared, four (nowhere)" in capsys.readouterr().err
    assert not (project / "data/steps/lost.yaml").exists()
    assert create(project, "case", "lost", after="one") == 1


MENU, LISTED = "nav:\n  - 장:\n      - a/index.md\n      - a/one.md\n      - a/other.md\n", 'pages:\n  - ""\n  - a/\n  - a/one/\n'


def test_쪽을_더하고_옮기고_없애면_메뉴와_주소가_따라간다() -> None:
    one, two = Place("a/one.md", "a/one/"), Place("a/two.md", "a/two/")
    made = placed(MENU, LISTED, [Move("two", "case", None, two, {"a/one.md"})])
    assert made.menu == MENU.replace("      - a/other.md\n", "      - a/two.md\n      - a/other.md\n")
    assert made.addresses == LISTED + "  - a/two/\n" and made.pages == {"docs/a/two.md": '{{ case("two") }}\n'}
    calendars = LISTED.replace("  - a/one/\n", "  - a/one.ics\n  - a/one/\n")
    assert placed(MENU, calendars, [Move("two", "case", None, two, ())]).addresses == calendars + "  - a/two/\n"
    among = placed(MENU, calendars, [Move("on", "case", None, Place("a/on.md", "a/on/"), ())]).addresses
    assert among == calendars.replace("  - a/one.ics\n", "  - a/on/\n  - a/one.ics\n")
    gone = placed(MENU, LISTED, [Move("one", "case", one, None, ())])
    assert "a/one" not in gone.menu and gone.pages == {"docs/a/one.md": None}
    assert gone.addresses == LISTED + "moved:\n  - {old: a/one/, new: a/}\n"
    first = placed(MENU, LISTED, [Move("one", "case", one, Place("a/one.md", "a/new/"), ())])
    assert not first.pages and first.menu == MENU and first.addresses.endswith("moved:\n  - {old: a/one/, new: a/new/}\n")
    back = placed(MENU, first.addresses, [Move("one", "case", Place("a/one.md", "a/new/"), one, ())])
    assert back.addresses.endswith("moved:\n  - {old: a/new/, new: a/one/}\n") and "old: a/one/" not in back.addresses


def test_판을_열면_정할_것을_늘어놓고_다_정할_때까지_쪽에_보인다(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert create(project, "edition", "2099") == 0  # a year that no editor has opened
    said = capsys.readouterr().out
    assert "해당 연도 기준 미확인" in said and "비목과 부문의 한도 규칙" in said
    path = project / "data/editions.yaml"
    assert fill(project, path) == []
    guide, _ = load(project / "data", KEPT)
    assert guide is not None
    shown = Macros(guide, NoPage()).undecided("rules")
    assert "해당 연도 기준 미확인" in shown and "비목과 부문의 한도 규칙" in shown and "협치회의 구성 점검" not in shown
    assert "협치회의 구성 점검" in Macros(guide, NoPage()).undecided()
    pages = [page for page in (ROOT / "docs").rglob("*.md") if "{{ undecided(" in page.read_text(encoding="utf-8")]
    areas = {one["area"] for one in plain(path.read_text(encoding="utf-8"))[-1]["undecided"]}
    told = " ".join(page.read_text(encoding="utf-8") for page in pages)
    assert all(f'"{area}"' in told for area in areas)


@pytest.mark.parametrize(("what", "key", "says"), [
    ("case", "dobong", "이미 있어요: data/cases/dobong.yaml"), ("case", "도봉", "영문 소문자"), ("edition", "22", "네 자리 연도"),
])
def test_쓸_수_없는_이름이면_아무것도_만들지_않는다(what: str, key: str, says: str, project: Path,
                                    capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert create(project, what, key) == 1
    assert says in capsys.readouterr().err
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before
