"""The addresses that readers may have kept: none of them ever vanishes (data/addresses.yaml)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints, ValidationError

from macros.models.common import Record, tuple_of
from macros.models.kinds import KINDS
from macros.reading.data_files import content
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem, few, nearest
from macros.reading.validation import problems_of
from macros.reading.yaml_file import YamlFile, read
from macros.site.addresses import Addresses, own_address, page_addresses
from macros.site.calendar_addresses import addresses as calendar_addresses

NAME = "addresses.yaml"
Address = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+/)*([a-z0-9-]+\.ics)?$")]


class Moved(Record):
    """A page that lives somewhere else now; its old address leads there."""

    old: Address
    new: Address


class Published(Record):
    """Every address that the site has ever had, and where those went that are gone."""

    pages: Annotated[tuple[Address, ...], BeforeValidator(tuple_of), Field(min_length=1)]
    moved: Annotated[tuple[Moved, ...], BeforeValidator(tuple_of)] = ()


def current(docs: Path, guide: Guidebook) -> set[str]:
    """The addresses that the site has now: its pages, and the calendars that people subscribe to."""
    return set(page_addresses(docs, guide).values()) | set(calendar_addresses(guide))


def load(root: Path) -> tuple[Published | None, YamlFile, list[Problem]]:
    """The list as it is committed. Without one, the problems say why."""
    path = root / NAME
    found, refused = content(root, path)
    parsed = read(found, f"{root.name}/{NAME}")
    if refused:
        return None, parsed, refused
    if parsed.problems:
        return None, parsed, parsed.problems
    try:
        return Published.model_validate(parsed.value), parsed, []
    except ValidationError as error:
        return None, parsed, few(problems_of(error, Published, parsed, ()))


def check_addresses(root: Path, docs: Path, guide: Guidebook) -> list[Problem]:
    """Whatever was published is there still, or leads to where it went; what is new is written down."""
    published, parsed, problems = load(root)
    if published is None:
        return problems
    pages = list(page_addresses(docs, guide).values())
    now = {*pages, *calendar_addresses(guide)}
    return [*_found(published, parsed, now), *_pageless(pages, guide), *_taken(pages, guide), *_outdated(published, guide),
            *_queried(published, pages, guide)]


def _pageless(pages: Sequence[str], guide: Guidebook) -> Iterator[Problem]:
    """A record that is shown on a page of its own has that page: else all that links to it leads nowhere."""
    to = Addresses(guide)
    for kind, key, _ in guide.records():
        page = to.of(kind, key) if kind in KINDS and KINDS[kind].page else None
        if page and page.partition("#")[0] not in pages:
            yield guide.problem(kind, key, ("id",), f"이 기록의 페이지가 없어요. docs/{page.rstrip('/')}.md에 "
                                                    f'{{{{ {KINDS[kind].page}("{key}") }}}}를 적고 mkdocs.yml의 nav에 더해 주세요.')


def _taken(pages: Sequence[str], guide: Guidebook) -> Iterator[Problem]:
    """No two pages have one address."""
    for kind, key, record in guide.records():
        if (address := own_address(record)) and pages.count(address) > 1:
            yield guide.problem(kind, key, ("address",), f"'{address}'에는 다른 페이지가 있어요. 다른 주소를 적어 주세요.")


def _outdated(published: Published, guide: Guidebook) -> Iterator[Problem]:
    """What names a page's address names the one that it has now."""
    moved = {move.old: move.new for move in published.moved}
    named = [*(("glossary", key, "address", term.address or "") for key, term in guide.glossary.items()),
             *(("queries", key, "page", queries.page) for key, queries in guide.queries.items())]
    for kind, key, field, address in named:
        page, hash_, place = address.partition("#")
        if page in moved:
            yield guide.problem(kind, key, (field,), f"'{page}'은(는) 옮긴 페이지예요. '{moved[page]}{hash_}{place}'로 적어 주세요.")


def _queried(published: Published, pages: Sequence[str], guide: Guidebook) -> Iterator[Problem]:
    """The page that is asked for is there."""
    moved = {move.old for move in published.moved}
    for key, queries in guide.queries.items():
        if queries.page not in pages and queries.page not in moved:
            yield guide.problem("queries", key, ("page",), f"'{queries.page}' 페이지가 없어요.{nearest(queries.page, pages)}")


def _found(published: Published, parsed: YamlFile, now: set[str]) -> Iterator[Problem]:
    moved = {move.old for move in published.moved}
    for index, page in enumerate(published.pages):
        if page not in now and page not in moved:
            yield parsed.problem(("pages", index), f"'{page}' 주소가 없어져요. 페이지를 되살리거나, 옮겼다면 moved에 "
                                                   f"{{old: {page}, new: 새 주소}}를 적어 주세요.{nearest(page, now)}")
    for index, move in enumerate(published.moved):
        if move.old in now:
            yield parsed.problem(("moved", index, "old"), f"'{move.old}'에 페이지가 있어요. 옮긴 페이지가 아니라면 이 줄을 지워 주세요.")
        elif move.old not in published.pages:
            yield parsed.problem(("moved", index, "old"), f"'{move.old}'은(는) pages에 없는 주소예요."
                                                          f"{nearest(move.old, published.pages)}")
        if move.new not in now:
            yield parsed.problem(("moved", index, "new"), f"'{move.new}'에는 페이지가 없어요.{nearest(move.new, now)}")
    # A calendar's address depends on who acts in it; a test keeps those in step.
    for page in sorted(page for page in now - set(published.pages) if not page.endswith(".ics")):
        yield parsed.problem(("pages",), f"새 주소 '{page}'이(가) 목록에 없어요. pages에 적어 주세요. "
                                         "한꺼번에 적으려면: python -m macros addresses")
