"""The archive for use without a server: its links, its names, the same bytes each time."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

import pytest

from macros.finish import offline
from macros.finish.file_links import DATA, FileLinks

SITE = {"index.html", "plan/index.html", "plan/agenda/index.html", "dates/2021.ics", "assets/x.js"}


@pytest.fixture(scope="module")
def archive(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the built site."""
    path = tmp_path_factory.mktemp("archive") / "guide.zip"
    offline.write(built, path)
    return path


@pytest.mark.parametrize(("link", "named"), [
    ("../", "../index.html"), ("..", "../index.html"), ("../..", "../../index.html"), ("./", "index.html"), (".", "index.html"),
    ("../agenda/#a", "../agenda/index.html#a"), ("../?q=x", "../index.html?q=x"), ("#here", "#here"),
    ("../../dates/2021.ics", "../../dates/2021.ics"), ("https://example.org/plan/", "https://example.org/plan/"),
    ("mailto:a@example.org", "mailto:a@example.org"), ("../nowhere/", "../nowhere/"),
])
def test_폴더를_가리키는_링크만_그_안의_쪽을_가리키게_된다(link: str, named: str) -> None:
    page = FileLinks(SITE).page("plan/agenda/index.html", f'<p title="../"><a class="x" href="{link}">a</a>')
    assert page == f'<p title="../"><a class="x" href="{named}">a</a>'


def test_쪽의_자료에_든_링크도_바뀌고_뿌리는_그대로다() -> None:
    data = '{"base":"../..","root":"../../","href":"../../plan/#a","text":"</p>\\u003c 그리고 plan/"}'
    page = FileLinks(SITE).page("plan/agenda/index.html", f'<script type="application/json">{data}</script>')
    found = DATA.search(page)
    assert found and json.loads(found[2]) == {"base": "../..", "root": "../../", "href": "../../plan/index.html#a",
                                              "text": "</p>< 그리고 plan/"}
    assert "</p>" not in found[2]


def test_다시_담아도_글자_하나까지_같다(built: Path, tmp_path: Path) -> None:
    """A part of the site: the whole is made the same way."""
    site = tmp_path / "site"
    for part in ("plan", "assets/fonts", "assets/css", "api/v1"):
        shutil.copytree(built / part, site / part)
    shutil.copy(built / "index.html", site)
    counts: list[tuple[int, int]] = []
    offline.write(site, tmp_path / "one.zip", lambda done, whole: counts.append((done, whole)))
    for path in site.rglob("*"):
        os.utime(path, (0, 1_500_000_000))
    offline.write(site, tmp_path / "again.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "again.zip").read_bytes()
    assert counts[0][0] == 1 and counts[-1][0] == counts[-1][1] > 20


def test_윈도에서_풀리는_이름이고_맨_위에는_둘뿐이다(archive: Path) -> None:
    names = zipfile.ZipFile(archive).namelist()
    top = [name for name in names if "/" not in name]
    assert top == [offline.START, offline.NOTES]
    rest = [name for name in names if "/" in name]
    assert all(name.isascii() and not set(name) & set('\\:*?"<>|') for name in rest)
    assert max(map(len, rest)) <= 100  # Windows: 260 for the whole path
    assert len({name.lower() for name in names}) == len(names)  # a file system that does not tell case apart


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name in ("href", "src", "action") and value]


def test_모든_링크가_압축_안의_파일을_가리킨다(archive: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        names = set(opened.namelist())
        dead = []
        for name in names:
            if not name.endswith(".html"):
                continue
            page = _Links()
            page.feed(opened.read(name).decode())
            for link in page.links:
                parts = urlsplit(link)
                folder = name.rpartition("/")[0]
                if not parts.scheme and parts.path and normpath(f"{folder}/{unquote(parts.path)}".lstrip("/")) not in names:
                    dead.append((name, link))
    assert not dead, dead[:10]


def test_두_파일은_메모장과_첫_손님에게_말한다(archive: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        notes = opened.read(offline.NOTES)
        start = opened.read(offline.START).decode()
    assert notes.startswith(b"\xef\xbb\xbf") and b"\r\n" in notes and b"\n" not in notes.replace(b"\r\n", b"")
    assert f'{offline.FOLDER}/index.html' in start and "압축을 먼저" in start
