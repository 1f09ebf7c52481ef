"""The layers keep apart, macros stand where Markdown leaves them alone, and every record has its page."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from macros.finish.modules import SOURCES
from macros.pages.macros import Macros
from macros.reading.guidebook import Guidebook
from macros.site.addresses import Addresses, relative
from macros.templating.render import TEMPLATES
from macros.views.packages import ORDER, modules, packages
from macros.views.pages import CHAPTERS, by_chapter, touched_by_conflict
from tests.conftest import ROOT
from tests.no_page import NoPage

PAGES = sorted((ROOT / "docs").rglob("*.md"))


def imported(path: Path) -> set[str]:
    """The modules and names that a module imports, each with the packages that it is in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {f"{node.module}.{alias.name}" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    return {".".join(name.split(".")[:end]) for name in names for end in range(1, name.count(".") + 2)}


def test_꾸러미마다_차례에_자리가_있다() -> None:
    found = {path.parent.name for path in (ROOT / "macros").glob("*/__init__.py")}
    assert found == set(ORDER)


def test_꾸러미는_앞의_것만_안다() -> None:
    assert {one.name: one.after for one in packages() if one.after} == {}
    for one in packages():  # the map reads the lines of imports; the tree of the code says the same
        known = {name.split(".")[1] for path in modules(one.name) for name in imported(path) if name.startswith("macros.")}
        assert set(one.before) == (known & set(ORDER)) - {one.name}, one.name


def test_꾸러미마다_짜임에_설명이_있다() -> None:
    told = (ROOT / "docs/maintain/architecture.md").read_text(encoding="utf-8")
    assert not [name for name in ORDER if f"| `macros/{name}/` |" not in told]


def test_테마의_HTML은_한_파일만_안다() -> None:
    knowing = {path.relative_to(ROOT / "macros").as_posix() for path in (ROOT / "macros").rglob("*.py")
               if re.search(r"\bmd-[a-z]|data-md-", path.read_text(encoding="utf-8"))}
    assert knowing == {"finish/theme_html.py"}


def test_틀은_한곳에서만_채운다() -> None:
    knowing = {path.relative_to(ROOT / "macros").parts[0] for path in (ROOT / "macros").rglob("*.py") if "jinja2" in imported(path)}
    assert knowing <= {"templating", "office", "preview"}


def test_mkdocs는_문_하나로만_들어오고_미리_보기만_더_안다() -> None:
    knowing = [path.name for path in (ROOT / "macros").rglob("*.py") if "mkdocs" in imported(path)]
    assert sorted(knowing) == ["__init__.py", "faults.py", "hooks.py", "server.py", "site.py"]  # three are the live preview


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT / "docs")))
def test_매크로는_줄_첫_칸에_홀로_선다(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        if "{{" in line:
            assert re.fullmatch(r"\{\{ [a-z_]+\([^{}]*\) \}\}", line), line


def test_소수는_판정하는_코드_어디에도_없다() -> None:
    for path in (ROOT / "macros" / "rules").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        floats = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)]
        divisions = [node for node in ast.walk(tree) if isinstance(node, ast.Div)]
        assert not floats and not divisions, path


def test_기록마다_쪽이_있다(guide: Guidebook, built: Path) -> None:
    to = Addresses(guide)
    addresses = [to.step(key) for key in guide.steps] + [to.rule(key) for key in guide.rules]
    addresses += [to.case(key) for key in guide.cases] + [to.checklist(key) for key in guide.checklists]
    addresses += [to.timeline(key) for key in guide.timelines] + [to.conflict(key) for key in guide.conflicts]
    for address in addresses:
        path, _, fragment = address.partition("#")
        html = (built / path / "index.html").read_text(encoding="utf-8")
        assert not fragment or f'id="{fragment}"' in html, address


def test_규칙의_주제마다_쪽이_있다(guide: Guidebook) -> None:
    for topic in guide.budget.rule_topics:
        assert (ROOT / "docs" / f"{topic.page}.md").exists()


@pytest.mark.parametrize(("page", "address", "link"), [
    ("plan/survey/", "budget/rules/#rule-a", "../../budget/rules/#rule-a"),
    ("", "plan/", "plan/"),
    ("plan/", "", "../"),
    ("plan/", "plan/#x", "#x"),
])
def test_링크는_보는_쪽에서_재어_적는다(page: str, address: str, link: str) -> None:
    assert relative(page, address) == link


def test_매크로마다_설명이_있다(guide: Guidebook) -> None:
    for macro in Macros(guide, NoPage()).all():
        assert macro.__doc__, macro.__name__


def test_스타일은_모두_어딘가에서_쓰인다() -> None:
    """A class that no template, script or page names is dead. Scripts and templates put some names together."""
    styles = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs/assets/css").glob("*.css"))
    users = "".join(path.read_text(encoding="utf-8") for folder in ("docs", "macros") for path in (ROOT / folder).rglob("*")
                    if path.suffix in (".md", ".j2", ".js", ".html", ".svg") or (path.parent.name == "finish" and path.suffix == ".py"))
    made = re.findall(r"(hg-[\w-]+?(?:--|__))(?=\{\{|\$\{)", users)
    dead = {name for name in re.findall(r"\.(hg-[\w-]+)", styles) if name not in users and not name.startswith(tuple(made))}
    assert not dead


def test_종류의_이름과_차례는_메뉴와_같다() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:\n")[1]
    chapters = {title: {page.split("/")[0] for page in re.findall(r"(\S+/\S+\.md)$", pages, re.MULTILINE)}
                for title, pages in re.findall(r"^  - ([^:\n]+):\n((?:      .*\n)+)", text, re.MULTILINE)}
    assert [(title, set(folders)) for title, folders in CHAPTERS.items()] == list(chapters.items())


def test_문서_간_차이는_모두_한_종류에_모인다(guide: Guidebook) -> None:
    touched = touched_by_conflict(guide, Addresses(guide))
    assert set(touched) == set(guide.conflicts)
    assert sorted(key for _, keys in by_chapter(touched).values() for key in keys) == sorted(guide.conflicts)


def test_개발_문서가_부르는_파일은_있다() -> None:
    """Files of code and tests; what stands in data comes and goes by editors' hands, and some are made up for an example."""
    texts = [*(ROOT / "docs/maintain").rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "macros/search/README.md"]
    named = {(path.name, one) for path in texts for one in re.findall(r"`((?:macros|tests|docs)/[\w./-]+)`", path.read_text(encoding="utf-8"))}
    assert named and not [one for one in named if not (ROOT / one[1]).exists()]


@pytest.mark.parametrize(("folder", "pattern"), [(SOURCES, "*.js"), (TEMPLATES, "*.j2"), (ROOT / "docs/.overrides", "*.html")],
                         ids=["스크립트", "틀", "테마의 틀"])
def test_120칸을_넘는_줄이_없다(folder: Path, pattern: str) -> None:
    lines = ((path, number, line) for path in folder.rglob(pattern)
             for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1))
    assert not [f"{path.relative_to(folder)}:{number}" for path, number, line in lines if len(line) > 120]
