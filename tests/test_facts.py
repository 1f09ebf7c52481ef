"""Facts live in data: no figure with a unit and no year stands in code, templates or scripts, but for a few with their reasons."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

# 10%, 3천만 원, 30일, 2억, and years of our time.
FIGURE = re.compile(r"\d[\d,.]*\s?(?:%|퍼센트|천만|백만|억|만 ?원|천 ?원|개월|근무일|년|건|곳|(?:원|일|명|점|회)(?![가-힣]))"
                    r"|(?<![\du.])20[0-3]\d(?!\d)")
# How something is written is shown by an example; an address, a form of numbers, a bound of a box for dates is no fact.
SHOWING = re.compile(r"예: |10%처럼|처럼 써요|가운데 하나로 써요|처럼 네 자리|처럼 적어도|\((?:10%|2021-07-09)")
NO_FACT = re.compile(r"https?://\S+|tag:[\w.]+,[\d-]+\S*|(?<!\d)0(?:\.0+)?%|#[0-9a-fA-F]{6}|\b2000-01-01\b|^100%$|width: 100%")
# Where such a thing may stand all the same, and why. Nothing else of the guide's content does.
MAY = {
    "macros/office/catalogue.py": "the id of the only form whose tables are computed",
    "macros/office/evaluation_2018.py": "ids of the records that those tables are made from",
    "macros/reading/mending.py": "a pattern for digits of full width",
    "macros/rules/public_holidays.py": "a holiday's name",
    "macros/schema/build.py": "how a share is written",
    "macros/tools/deadlines.py": "the fiscal year of the law",
    "macros/views/components.py": "an invented date on the page of components",
    "macros/templates/components.md.j2": "invented values on the page of components",
    "macros/templates/deadlines.html.j2": "how months are counted, shown by dates",
    "docs/.overrides/partials/languages/ko.html": "the theme's words for one result",
    "docs/assets/js/checklist/filters.js": "the checklist's own filters",
    "docs/assets/js/checklist/next.js": "the checklist's own filter",
    "docs/assets/js/table/kinds.js": "the name of a file's form",
    "docs/assets/js/table/parts.js": "a bound of a pattern",
    "docs/assets/js/table/units.js": "units of money",
}
FILES = [path for folder, kind in (("macros", "*.py"), ("macros/templates", "*.j2"), ("docs/assets/js", "*.js"), ("docs/.overrides", "*.html"))
         for path in sorted((ROOT / folder).rglob(kind)) if not {"vendor", "starter"} & set(path.parts)]


STRING = re.compile(r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`""")


def without(pattern: str, text: str) -> str:
    return re.sub(pattern, "", text, flags=re.DOTALL)


def said(path: Path) -> Iterator[str]:
    """What a file says: the strings of code without its docstrings, the lines of a template without its own code."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        tree = ast.parse(text)
        documented = (node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef))
        docs = {id(node.body[0].value) for node in documented if node.body and isinstance(node.body[0], ast.Expr)}
        yield from (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs)
    elif path.suffix == ".js":
        code = without(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", text)
        yield from (found[0] for found in STRING.finditer(code))
    else:
        shown = without(r"\{#.*?#\}", text)
        yield from re.sub(r"\{\{.*?\}\}|\{%.*?%\}", lambda own: " ".join(re.findall(r'"[^"]*"', own[0])), shown, flags=re.DOTALL).splitlines()


def facts(text: str) -> str | None:
    """The first figure with a unit, or year, that is neither an example of how to write nor part of an address."""
    found = None if SHOWING.search(text) else FIGURE.search(NO_FACT.sub("", text))
    return found[0] if found else None


def test_코드와_틀과_스크립트에는_수와_해가_없다() -> None:
    found = {path.relative_to(ROOT).as_posix(): one for path in FILES if "office" not in path.parts or path.suffix != ".j2"
             for text in said(path) if (one := facts(text))}
    assert {path: one for path, one in found.items() if path not in MAY} == {}


@pytest.mark.parametrize(("text", "fact"), [
    ("총예산의 10%를 넘으면", "10%"), ("3천만 원까지", "3천만"), ("30일 전에", "30일"), ("2021년판", "2021년"), ("2020", "2020"), ("5억", "5억"),
    ("해를 네 자리로 적어요. 예: 2021", None), ("http://www.w3.org/2000/svg", None), ("0.0%", None), ("#a2020b", None), ("7번째 칸", None),
])
def test_수와_해를_알아본다(text: str, fact: str | None) -> None:
    assert facts(text) == fact
