"""The manual as one document: the pages in the menu's order, with links that stay inside."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from macros.export.book import Leaf, leaves, sheets
from macros.export.pdf import page_numbers
from tests.browser.ensure import find
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def menu(built: Path) -> list[Leaf]:
    """The pages of the book."""
    return leaves((built / "index.html").read_text(encoding="utf-8"))


def test_메뉴의_쪽이_차례대로_한_번씩_들고_갈래를_안다(built: Path, menu: list[Leaf]) -> None:
    named = re.findall(r"^\s+- (?:[^:\n]+: )?(\S+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    files = [name.removesuffix("index.md") + "index.html" if name.endswith("index.md") else name.removesuffix(".md") + "/index.html"
             for name in named]
    assert [leaf.file for leaf in menu] == files
    assert [leaf.title for leaf in menu if leaf.opens][:3] == ["처음", "이해하기", "준비"]


def test_링크는_책_안의_자리를_가리키고_이름은_겹치지_않는다(built: Path, menu: list[Leaf]) -> None:
    made, _ = sheets(built, menu, lambda done, whole: None)
    html = "\n".join(f'<p id="{sheet.anchor}"></p>{sheet.html}' for sheet in made)
    ids = set(re.findall(r'\sid="([^"]*)"', html))
    for sheet in made:
        assert all(one.startswith(f"{sheet.anchor}--") for one in re.findall(r'\sid="([^"]*)"', sheet.html)), sheet.leaf
    links = [link for link in re.findall(r'<a\b[^>]*\shref="([^"]*)"', html) if not link.startswith("http")]
    dead = {link for link in links if link.removeprefix("#") not in ids}
    assert len(links) > 3000 and not dead, sorted(dead)[:10]
    assert "<script" not in html


def test_PDF에_차례의_쪽_번호와_책갈피와_글꼴이_있다(built: Path, menu: list[Leaf], tmp_path: Path) -> None:
    """A short book of three pages: the whole takes minutes, and is made the same way."""
    only = ["plan/index.html", "plan/agenda-review/", "plan/agenda-priority/"]
    chosen = [leaf for leaf in menu if leaf.file.startswith(tuple(only))]
    executable = find()
    assert executable
    target = tmp_path / "book.pdf"
    made = subprocess.run([sys.executable, "-m", "macros.export", "pdf", "--site", str(built), "--out", str(target),
                           "--browser", executable, "--only", *only], cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    assert "(1/3)" in made.stdout and "(3/3)" in made.stdout
    with pikepdf.open(target) as book:
        assert f"{len(book.pages)}쪽" in made.stdout and len(book.pages) > 6
        with book.open_outline() as outline:
            assert [item.title for item in outline.root] == ["협치 길잡이", "차례", chosen[0].title]
            below = outline.root[-1].children
            assert [item.title for item in below[-2:]] == [leaf.title for leaf in chosen[1:]]
            assert below[-1].children, "쪽 안의 제목도 책갈피에 있어야 해요."
        assert "/StructTreeRoot" in book.Root and str(book.Root.Lang) == "ko"
        fonts = [font for page in book.pages for font in page.resources.get("/Font", {}).values()]
        assert fonts and all("/FontDescriptor" in font or "/DescendantFonts" in font or font.Subtype == "/Type3" for font in fonts)
        numbers = page_numbers(book)
    text = subprocess.run(["pdftotext", "-f", "2", "-l", "2", str(target), "-"], capture_output=True, text=True, check=False).stdout \
        if shutil.which("pdftotext") else ""
    assert not text or all(str(numbers[f"p{place}"]) in text for place in range(1, len(chosen) + 1))
