"""A Markdown copy of every page, and `llms.txt`, which lists them for programs that read text."""

from __future__ import annotations

import re
from pathlib import Path

from macros.cache.kept import Kept
from macros.finish.built import Pages
from macros.finish.markdown import markdown
from macros.finish.theme_html import content

COPY = "index.md"
# The code on which copies depend.
MAKERS = ("cache/*.py", "finish/markdown.py", "finish/tags.py", "finish/theme_html.py", "words/markdown.py")
FIRST = "처음과 장의 첫 쪽"


def copies(folder: Path, pages: Pages, kept: Kept) -> dict[str, tuple[str, str]]:
    """Writes a copy beside every page; gives each page's address with its title and first paragraph.

    `kept` holds copies of pages that have not changed since an earlier build.
    """
    found = {}
    for address, html in pages.items():
        if text := copy(address, html, kept):
            (folder / address / COPY).write_text(text, encoding="utf-8")
            found[address] = _about(text)
    kept.save()
    return found


def copy(address: str, html: str, kept: Kept) -> str:
    """A page's copy as it is kept, or made now; empty for what is no page."""
    text: str = kept.get(address, content(html).encode(), lambda: markdown(html))
    return text


def _about(text: str) -> tuple[str, str]:
    """The heading and the first paragraph that says something."""
    blocks = text.split("\n\n")
    title = next((block.removeprefix("# ") for block in blocks if block.startswith("# ")), "")
    lead = next((block for block in blocks if re.match(r"[가-힣‘“0-9A-Za-z]", block) and len(block) > 15), "")
    return title, re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", lead.replace("\n", " "))[:200]


def llms(name: str, summary: str, pages: dict[str, tuple[str, str]]) -> str:
    """The list in the form of llmstxt.org: a title, what this is, links by chapter."""
    chapters: dict[str, list[str]] = {FIRST: []}
    for address, (title, lead) in pages.items():
        chapter = address.split("/")[0] if address.count("/") > 1 else ""
        head = pages[f"{chapter}/"][0] if chapter and f"{chapter}/" in pages else FIRST
        chapters.setdefault(head, []).append(f"- [{title}]({address}{COPY}): {lead}")
    parts = [f"# {name}", f"> {summary}",
             "자료는 [api/v1/index.json](api/v1/index.json)에, 서식 파일은 [api/v1/files.json](api/v1/files.json)에 있어요."]
    for head, lines in chapters.items():
        parts += [f"## {head}", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


def write_all(folder: Path, pages: Pages, name: str, summary: str, kept: Kept) -> None:
    """Every copy and the list into the built site."""
    (folder / "llms.txt").write_text(llms(name, summary, copies(folder, pages, kept)), encoding="utf-8")
