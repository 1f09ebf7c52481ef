"""Pages, kept between builds step by step: the text after the macros, its HTML, the page around it.

Each is the same as long as what it is made from is. Most builds change the words of a page or nothing that the others
show; making all of them is two thirds of a build.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from macros.cache.halves import Halves
from macros.cache.kept import Kept

HEAD = ("title", "description", "correct")  # correct: macros/templating/correction.py

Made = tuple[str, dict[str, str]]


class KeptPages:
    """`grounds`: what all pages depend on (grounds.py); other grounds, other pages. Without a store nothing outlives this object."""

    def __init__(self, store: Path | None, grounds: bytes) -> None:
        self._kept = Kept(store, ("cache/*.py",))
        self._grounds = grounds
        self._apart = store.with_name(f"{store.name}.apart") if store else None
        self._halves: Halves | None = None
        self._numbers: dict[str, int] = {}
        self._given: tuple[Sequence[object], bytes] = (), b""

    def share(self, urls: Sequence[str], make: Callable[[int], object]) -> None:
        """All of a step is to be made: another process begins with the last page. `make`: what is to be done for one, by its number."""
        self._numbers = {url: number for number, url in enumerate(urls)}
        if apart := self._apart:
            self._halves = Halves(len(urls), make, lambda: self._kept.leave(apart), lambda: self._kept.take(apart))

    def reached(self, url: str) -> None:
        """This process comes to a page: what the other one made of it is found from here on."""
        if self._halves and url in self._numbers:
            self._halves.reached(self._numbers[url])

    def shared(self) -> bool:
        """Whether the step that ends here was shared; all of it is found now."""
        halves, self._halves = self._halves, None
        if halves:
            halves.end()
        return halves is not None

    def find(self, url: str, source: str) -> Made | None:
        """What the macros made of the page at this address from this very text: its text, and the head that they wrote."""
        found: Made | None = self._kept.find(url, self._grounds + source.encode())
        return found

    def keep(self, url: str, source: str, text: str, meta: Mapping[str, Any]) -> None:
        """Remember what was made of a page in which nothing was wrong."""
        head = {name: str(meta[name]) for name in HEAD if name in meta}
        self._kept.keep(url, self._grounds + source.encode(), (text, head))

    def find_step(self, step: str, url: str, given: Sequence[object]) -> Any:
        """What a later step made of the page from what it was given (texts, and other plain values); None if nothing is kept."""
        return self._kept.find(f"{step} {url}", self._key(given))

    def keep_step(self, step: str, url: str, given: Sequence[object], made: object) -> None:
        """Remember it: plain values too."""
        self._kept.keep(f"{step} {url}", self._key(given), made)

    def _key(self, given: Sequence[object]) -> bytes:
        if given is not self._given[0]:  # what is not found is made and kept next
            parts = [one.encode() if isinstance(one, str) else json.dumps(one, ensure_ascii=False).encode() for one in given]
            self._given = given, b"".join([self._grounds, *(b"%d " % len(part) + part for part in parts)])
        return self._given[1]

    def save(self) -> None:
        """Leave for the next build what this one used."""
        self._kept.save()
