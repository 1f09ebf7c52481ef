"""The manual as one document: the pages in the menu's order, with links that stay inside."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from macros.print.book import DIFFERENCES, Sheet, sheets
from macros.print.leaves import ON_SCREEN, Leaf, leaves, printed
from macros.print.pdf import page_numbers
from tests.browser.ensure import find
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def menu(built: Path) -> list[Leaf]:
    """The pages of the menu."""
    return leaves(built)


@pytest.fixture(scope="module")
def made(built: Path, menu: list[Leaf]) -> list[Sheet]:
    """The pages as they stand in the book."""
    return sheets(built, printed(menu), lambda done, whole: None)[0]


def test_메뉴의_쪽이_차례대로_한_번씩_들고_종류를_안다(built: Path, menu: list[Leaf]) -> None:
    named = re.findall(r"^\s+- (?:[^:\n]+: )?(\S+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    files = [name.removesuffix("index.md") + "index.html" if name.endswith("index.md") else name.removesuffix(".md") + "/index.html"
             for name in named]
    assert [leaf.file for leaf in menu] == files
    assert [leaf.title for leaf in menu if leaf.opens][:3] == ["처음", "이해하기", "준비"]


def test_화면에서만_쓰는_쪽은_책에_없다(menu: list[Leaf]) -> None:
    book = [leaf.file for leaf in printed(menu)]
    assert all(any(leaf.file.startswith(address) for leaf in menu) for address in ON_SCREEN)
    assert not [file for file in book if file.startswith(("maintain/", "tools/budget/"))]
    assert {"tools/index.html", "tools/budget-change/index.html", DIFFERENCES} <= set(book)


def test_링크는_책_안의_자리를_가리키고_이름은_겹치지_않는다(made: list[Sheet]) -> None:
    html = "\n".join(f'<p id="{sheet.anchor}"></p>{sheet.html}' for sheet in made)
    ids = set(re.findall(r'\sid="([^"]*)"', html))
    for sheet in made:
        assert all(one.startswith(f"{sheet.anchor}--") for one in re.findall(r'\sid="([^"]*)"', sheet.html)), sheet.leaf
    links = [link for link in re.findall(r'<a\b[^>]*\shref="([^"]*)"', html) if not link.startswith("http")]
    dead = {link for link in links if link.removeprefix("#") not in ids}
    assert len(links) > 3000 and not dead, sorted(dead)[:10]
    assert "<script" not in html
    # A PDF allows a name 127 bytes.
    assert max(len(one) for one in ids) < 40 and all(one.isascii() for one in ids)


def test_근거의_차이는_한_번만_적고_다른_쪽에서는_번호로_가리킨다(made: list[Sheet]) -> None:
    told = next(sheet for sheet in made if sheet.leaf.file == DIFFERENCES)
    places = re.findall(r'<section class="hg-conflict-entry" id="([^"]*)"', told.html)
    others = "".join(sheet.html for sheet in made if sheet is not told)
    pointers = re.findall(r'<p class="hg-book__conflict">.*?<a href="#([^"]*)">[^<]* (\d+)번</a>', others)
    assert len(places) > 100 and len(pointers) > 200
    assert all(places[int(number) - 1] == place for place, number in pointers)
    assert "hg-conflict__reason" not in others and "hg-conflict__reason" in told.html


def test_PDF에_차례의_쪽_번호와_책갈피와_글꼴이_있다(built: Path, menu: list[Leaf], tmp_path: Path) -> None:
    """A short book of three pages: the whole takes minutes, and is made the same way."""
    only = ["plan/index.html", "plan/agenda-review/", "plan/agenda-priority/"]
    chosen = [leaf for leaf in menu if leaf.file.startswith(tuple(only))]
    executable = find()
    assert executable
    target = tmp_path / "book.pdf"
    made = subprocess.run([sys.executable, "-m", "macros", "pdf", "--site", str(built), "--out", str(target),
                           "--browser", executable, "--only", *only], cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    assert "(1/3)" in made.stdout and "(3/3)" in made.stdout
    with pikepdf.open(target) as book:
        assert f"{len(book.pages)}쪽" in made.stdout and len(book.pages) > 6
        with book.open_outline() as outline:
            assert [item.title for item in outline.root] == ["협치 길잡이", "차례", chosen[0].title]
            below = outline.root[-1].children
            assert [item.title for item in below[-2:]] == [leaf.title for leaf in chosen[1:]]
            assert below[-1].children, "페이지 안의 제목도 책갈피에 있어야 해요."
        assert "/StructTreeRoot" in book.Root and str(book.Root.Lang) == "ko"
        fonts = [font for page in book.pages for font in page.resources.get("/Font", {}).values()]
        assert {str(font.get("/BaseFont"))[8:] for font in fonts if font.Subtype == "/Type0"} == {"HyeopchiSans"}
        assert not [font for font in fonts if font.Subtype == "/Type3" and len(font.CharProcs) > 3], "글꼴이 그림으로 들어갔어요."
        numbers = page_numbers(book)
    text = subprocess.run(["pdftotext", "-f", "2", "-l", "2", str(target), "-"], capture_output=True, text=True, check=False).stdout \
        if shutil.which("pdftotext") else ""
    assert not text or all(str(numbers[f"p{place}"]) in text for place in range(1, len(chosen) + 1))
