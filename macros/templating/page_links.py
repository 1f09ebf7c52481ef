"""The links of a page's own text lead to pages and files that are there. What macros put in is ours (tests/test_links.py)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from html.parser import HTMLParser
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote, urlsplit

from markdown import markdown

from macros.reading.problems import Problem, nearest
from macros.templating.page_guard import EXTENSIONS, HEAD
from macros.templating.page_text import CALL
from macros.words.korean import particle

ABSOLUTE = "'/'로 시작하는 링크는 다른 주소에 올리면 끊겨요. 이 페이지에서 그 페이지의 파일까지 적어 주세요. 예: ../budget/rules.md"


class _Links(HTMLParser):
    """Gathers what links and pictures lead to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        key = {"a": "href", "img": "src"}.get(tag)
        self.found += [value for name, value in attrs if name == key and value]


def faults(source: str, file: str, files: Collection[str], addresses: Collection[str]) -> Iterator[Problem]:
    """The links in a page's file that lead nowhere. `files`: all of docs/, from there; `addresses`: of its pages."""
    if "](" not in source and "href" not in source and "src" not in source and "]:" not in source:
        return
    links = _Links()
    links.feed(markdown(CALL.sub("", HEAD.sub("", source)), extensions=list(EXTENSIONS)))
    links.close()
    for link in dict.fromkeys(links.found):
        if message := _wrong(link, source, file.removeprefix("docs/"), files, addresses):
            yield at(source, file, link, message)


def anchor_faults(source: str, file: str, links: Mapping[str, tuple[str, str, Collection[str]]]) -> Iterator[Problem]:
    """The links that lead to a page but to no place in it: by the link, the page's file, the place and the places it has."""
    for link, (page, place, places) in links.items():
        if place not in places:
            there = f"docs/{page}"
            yield at(source, file, link, f"'{link}' 링크가 가리키는 자리 '#{place}'{particle(place, '이/가')} {there}에 없어요."
                     f"{nearest(place, places)}")


def at(source: str, file: str, link: str, message: str) -> Problem:
    """A problem where the link is written first; at the head of the file if it is written in another way."""
    before = source[:max(source.find(f"({link}"), source.find(f'"{link}'), source.find(link), 0)]
    return Problem(file, before.count("\n") + 1, len(before) - before.rfind("\n"), message)


def _wrong(link: str, source: str, here: str, files: Collection[str], addresses: Collection[str]) -> str:
    parts = urlsplit(link)
    path = unquote(parts.path)
    if parts.scheme or parts.netloc or not path:
        return ""
    if path.startswith(("/", "\\")):
        return f"'{link}': {ABSOLUTE}"
    target = normpath(join(dirname(here), path))
    if target in files or (f'href="{link}"' in source and _address(here, path) in addresses):
        return ""
    named = "." in target.rsplit("/", 1)[-1]
    hint = "" if named else " 페이지의 파일 이름(.md)까지 적어 주세요."
    # What is offered is written from this page, so that it can be copied.
    return f"'{link}' 링크가 가리키는 파일이 없어요.{hint}" + nearest(
        relpath(target if named else f"{target}.md", dirname(here) or "."), [relpath(file, dirname(here) or ".") for file in files])


def _address(here: str, path: str) -> str:
    """A raw link's address, which a browser reads from the page's own: docs/a/b.md stands at a/b/."""
    stem = here.removesuffix(".md")
    folder = dirname(here) if stem.rsplit("/", 1)[-1] == "index" else stem
    return f"{normpath(join(folder, path))}/".removeprefix("./")
