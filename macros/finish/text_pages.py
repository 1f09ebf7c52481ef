"""A Markdown copy of every page, and `llms.txt`, which lists them for programs that read text."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from macros.finish.markdown import markdown
from macros.finish.theme_html import content

COPY = "index.md"
MAKERS = (Path(__file__).with_name("markdown.py"), Path(__file__).parent.parent / "words" / "markdown.py")
FIRST = "처음과 장의 첫 쪽"


def copies(folder: Path, kept: Path | None) -> dict[str, tuple[str, str]]:
    """Writes a copy beside every page; gives each page's address with its title and first paragraph.

    `kept` holds copies of pages that have not changed since an earlier build.
    """
    found = {}
    for path in sorted(folder.rglob("index.html")):
        text = _copy(path.read_text(encoding="utf-8"), kept)
        if text:
            path.with_name(COPY).write_text(text, encoding="utf-8")
            address = path.parent.relative_to(folder).as_posix()
            found["" if address == "." else f"{address}/"] = _about(text)
    return found


def _copy(html: str, kept: Path | None) -> str:
    article = content(html)
    if kept is None or not article:
        return markdown(html)
    path = kept / hashlib.sha256(b"".join(maker.read_bytes() for maker in MAKERS) + article.encode()).hexdigest()
    if not path.exists():
        kept.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".half")
        half.write_text(markdown(html), encoding="utf-8")
        half.replace(path)
    return path.read_text(encoding="utf-8")


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


def write_all(folder: Path, name: str, summary: str, kept: Path | None = None) -> None:
    """Every copy and the list into the built site."""
    pages = copies(folder, kept)
    (folder / "llms.txt").write_text(llms(name, summary, pages), encoding="utf-8")
