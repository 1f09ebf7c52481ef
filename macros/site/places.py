"""A record's page, its line in the menu and its address, after the record was made, moved or removed.

The twin of docs/assets/js/edit/places.js: what the edit screen hands over for the repository is what the commands write.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

ADDRESS = re.compile(r' {2}- (?:"(?P<quoted>[^"]*)"|(?P<plain>[a-z0-9./-]*))')
ENTRY = re.compile(r" +- ([a-z0-9/-]+\.md)")


@dataclass(frozen=True)
class Place:
    """The page's file below docs/ (`cases/dobong.md`), and where it stands (`cases/dobong/`)."""

    page: str
    address: str


@dataclass(frozen=True)
class Move:
    """What became of a record: where it was (none: it is new) and where it is (none: it is gone)."""

    id: str
    macro: str
    before: Place | None
    after: Place | None
    siblings: Collection[str]  # the pages of the kind's other records


@dataclass(frozen=True)
class Placed:
    """The menu (mkdocs.yml), the addresses (data/addresses.yaml), and the pages by path: None for one that goes."""

    menu: str
    addresses: str
    pages: Mapping[str, str | None]


def struck(menu: str, page: str) -> str:
    """The menu without a page's line."""
    return "\n".join(line for line in menu.split("\n") if line.strip() != f"- {page}")


def entered(menu: str, page: str, siblings: Collection[str]) -> str:
    """The menu with a page's line after the last of its kind in its folder, else after the last page there.

    As it was if the folder is not in the menu.
    """
    folder = page[:page.rfind("/") + 1]
    lines = menu.split("\n")
    names = [found[1] if (found := ENTRY.fullmatch(line)) else "" for line in lines]
    inside = [at for at, name in enumerate(names) if name.startswith(folder) and name and "/" not in name[len(folder):]]
    alike = [at for at in inside if names[at] in siblings]
    if not inside or page in names:
        return menu
    last = (alike or inside)[-1]
    lines.insert(last + 1, lines[last].replace(names[last], page))
    return "\n".join(lines)


def known(addresses: str, address: str) -> str:
    """The addresses with one more, in the order of letters."""
    lines = addresses.split("\n")
    listed = [(at, found["quoted"] or found["plain"] or "") for at, line in enumerate(lines) if (found := ADDRESS.fullmatch(line))]
    if any(value == address for _, value in listed):
        return addresses
    last = listed[-1][0] if listed else lines.index("pages:")
    lines.insert(next((at for at, value in listed if value > address), last + 1), f"  - {address}")
    return "\n".join(lines)


def led(addresses: str, old: str, to: str) -> str:
    """The addresses with where an old one leads; what led to the old one leads there too."""
    lines = [line.removesuffix(f"{old}}}") + f"{to}}}" if line.endswith(f", new: {old}}}") else line
             for line in addresses.removesuffix("\n").split("\n") if not line.startswith(f"  - {{old: {to}, new: ")]
    if "moved:" not in lines:
        lines.append("moved:")
    return "\n".join([*lines, f"  - {{old: {old}, new: {to}}}"]) + "\n"


def above(address: str) -> str:
    """The page above one: `cases/` of `cases/dobong/`."""
    return re.sub(r"[^/]+/$", "", address)


def placed(menu: str, addresses: str, moves: Sequence[Move]) -> Placed:
    """What the menu, the addresses and the pages become."""
    pages: dict[str, str | None] = {}
    for move in moves:
        before, after = move.before, move.after
        if before and (after is None or before.page != after.page):
            menu = struck(menu, before.page)
            pages[f"docs/{before.page}"] = None
        if after and (before is None or before.page != after.page):
            menu = entered(menu, after.page, move.siblings)
            pages[f"docs/{after.page}"] = f'{{{{ {move.macro}("{move.id}") }}}}\n'
        if after:
            addresses = known(addresses, after.address)
        if before and (after is None or before.address != after.address):
            addresses = led(addresses, before.address, after.address if after else above(before.address))
    return Placed(menu, addresses, pages)
