"""The scripts that may stand in a page itself: a fixed list, so that one which came in with anything else stops the build.

All others are files of ours. When the theme is renewed and a build stops here: look at what the page's script does, in
`partials/javascripts/` of the theme, then put its new hash below, with the theme's version. `python -m
macros.finish.inline_scripts SITE` says which scripts stand in the pages of a built site, and which of them are known.
"""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

THEME = "mkdocs-material 9.8.1"
# By hash: what it is and where it comes from.
KNOWN: Mapping[str, str] = {
    "sha256-bYaUPc73otslGuQL9rC9SYIoRPKDZfmcPuObnubnsKo=":
        "where the site begins, and how the theme keeps a choice (docs/.overrides/partials/javascripts/base.html)",
    "sha256-DrEMJJ29sL7vIloQzly+VUGMxKcBTMII+OfW7Y8AkG4=":
        "the colour scheme that a reader chose, before anything is drawn (partials/javascripts/palette.html)",
}
SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script\b[^>]*>", re.DOTALL | re.IGNORECASE)
DATA = re.compile(r"""\stype=["']?application/json["']?(?:\s|$)""", re.IGNORECASE)
FILE = re.compile(r"""\ssrc=["']?(?:/|(?:\.\.?/)*)[\w.-]+(?:/[\w.-]+)*\.js["']?(?:\s|$)""", re.IGNORECASE)
SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)


class ForeignScriptError(ValueError):
    """A page holds a script that is none of ours."""


def hashed(text: str) -> str:
    """A script's text as a content policy names it."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def inline(html: str) -> Iterator[tuple[str, str]]:
    """The scripts that stand in a page itself, with their hashes. Raises for a script from elsewhere, or of an odd type."""
    for found in SCRIPT.finditer(html):
        attributes = found["attributes"]
        if SOURCE.search(attributes):
            if not FILE.search(attributes):
                raise ForeignScriptError(f"다른 곳의 스크립트를 부르는 페이지예요: <script{attributes[:120]}>")
        elif not DATA.search(attributes):
            yield hashed(found["text"]), found["text"]


def allowed(html: str) -> list[str]:
    """The hashes that a page's policy must name. Raises for a script that is not in the list."""
    found = []
    for hash_, text in inline(html):
        if hash_ not in KNOWN:
            raise ForeignScriptError(f"목록에 없는 스크립트가 페이지에 있어요: {text.strip()[:80]}… ({hash_}). 테마를 새 판으로 바꿨다면 "
                                     "macros/finish/inline_scripts.py에 적힌 대로 목록을 새로 적어 주세요.")
        found.append(hash_)
    return list(dict.fromkeys(found))


def main(site: Path) -> int:
    """Say the scripts of a built site; 1 when one is not known."""
    found = {hash_: text for path in sorted(site.rglob("*.html")) for hash_, text in inline(path.read_text(encoding="utf-8"))}
    for hash_, text in found.items():
        print(f"{hash_} {KNOWN.get(hash_, '모르는 것')}: {text.strip()[:80]}…")
    return int(any(hash_ not in KNOWN for hash_ in found))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
