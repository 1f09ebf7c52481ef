"""Every link and every anchor of the built site leads somewhere, and nothing points to another host."""

from __future__ import annotations

from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from macros.reading.guidebook import Guidebook


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.doubles: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        for name in ("id", "name" if tag == "a" else "id"):
            value = values.get(name)
            if value and value in self.ids and name == "id" and tag != "a":
                self.doubles.add(value)
        self.ids |= {value for name in ("id", "name") if (value := values.get(name))}
        if tag == "a" and values.get("href"):
            self.links.append(str(values["href"]))
        elif tag in ("script", "img", "iframe", "link") and (target := values.get("src") or values.get("href")):
            self.loads.append(target)


def _read(folder: Path) -> dict[str, _Page]:
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        parser = _Page()
        parser.feed(path.read_text(encoding="utf-8"))
        pages[path.relative_to(folder).as_posix()] = parser
    return pages


def dead_links(built: Path, guide: Guidebook) -> dict[str, list[str]]:
    """The links of a built site that lead nowhere, by page."""
    pages = _read(built)
    # The edit screen opens a kind of record, or a record, by the address itself.
    if edit := pages.get("maintain/edit/index.html"):
        edit.ids |= {name for kind, key, _ in guide.records() for name in (kind, f"{kind}/{key}")}
    dead: dict[str, list[str]] = defaultdict(list)
    for name, page in pages.items():
        if name == "404.html":
            continue  # served from any address, so its links are from the root
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            here = Path(name).parent.as_posix()
            target = normpath(f"{here}/{unquote(parts.path)}") if parts.path else name
            if parts.path.endswith("/") or target in (".", "..") or (built / target).is_dir():
                target = normpath(f"{target}/index.html")
            if not (built / target).exists() or \
                    (parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids):
                dead[name].append(link)
    return dict(dead)


def test_링크는_모두_갈_곳이_있다(built: Path, guide: Guidebook) -> None:
    assert not dead_links(built, guide)


def test_다른_곳에서_불러오는_것이_없다(built: Path) -> None:
    outside = {name: [load for load in page.loads if urlsplit(load).netloc] for name, page in _read(built).items()}
    assert not {name: loads for name, loads in outside.items() if loads}
