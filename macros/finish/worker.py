"""What the site's worker (docs/sw.js) keeps for use without a network: the pages and what they load, by fingerprint.

Written when everything else of the site is: a file that has changed has another fingerprint, and then the worker has
changed too, by which browsers know that there is something new.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path

WORKER = "sw.js"
FILES = re.compile(r"^const FILES = .*;$", re.MULTILINE)
LINKED = re.compile(r'(?:href|src)="(?:\.\./)*(?:\./)?(assets/[^"#?]+)"')
# What scripts load when it is wanted: search, the writers of files, what they write with.
LATER = ("search/*.js", "assets/js/*.js", "assets/office/*.js", "assets/table/*.js",
         "assets/vendor/**/*.js", "assets/fonts/**/*.woff2", "downloads/budget-*.js")
PAGE = "index.html"


def addresses(site: Path) -> list[str]:
    """The addresses from the site's root: first what pages load, without which none of them would stand."""
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob(PAGE))
    linked = {file for page in pages for file in LINKED.findall((site / page).read_text(encoding="utf-8"))
              if (site / file).exists()}
    later = {path.relative_to(site).as_posix() for pattern in LATER for path in site.glob(pattern)}
    return sorted(linked | later) + [page.removesuffix(PAGE) for page in pages]


def write(site: Path) -> None:
    """Tell the worker the files of the finished `site`."""
    kept = {address: _fingerprint(site / (address + PAGE if address.endswith("/") or not address else address))
            for address in addresses(site)}
    worker = site / WORKER
    line = f"const FILES = {json.dumps(kept, separators=(',', ':'))};"
    made, count = FILES.subn(lambda _: line, worker.read_text(encoding="utf-8"), count=1)
    if not count:
        raise ValueError(f"{WORKER}에 'const FILES = …;' 줄이 없어 파일 목록을 넣지 못했어요.")
    worker.write_text(made, encoding="utf-8")


def _fingerprint(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()[:16]
