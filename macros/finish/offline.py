"""The whole site as one archive that opens from a file: `make zip`.

The same site gives the same bytes: entries stand in order, with one time for all. Names are ASCII and short, because
Windows counts the whole path; only the two files that a person sees first have Korean names.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from macros.finish import whole_files
from macros.finish.file_links import FileLinks
from macros.finish.names import names_of
from macros.site.content_time import content_day, content_time
from macros.templating.render import environment, render

FOLDER = "site"
START = "협치길잡이 열기.html"
NOTES = "읽어 두기.txt"
OPENER = "assets/js/open.js"
# What only a server or a developer asks for, and the archive itself.
LEFT_OUT = ("404.html", "sitemap.xml", "sitemap.xml.gz", "sw.js", f"{whole_files.FOLDER}/{whole_files.ARCHIVE}")
Progress = Callable[[int, int], None]


def _stamp() -> tuple[int, int, int, int, int, int]:
    """The time of every entry."""
    made = content_time()
    return (max(made.year, 1980), made.month, made.day, 0, 0, 0)


def _sources(site: Path) -> dict[str, Path]:
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {name: files[name] for name in sorted(files) if name not in LEFT_OUT and not name.endswith(".map")}


def entries(site: Path, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Everything in the archive as (name, bytes). `progress` is told (done, all) for each file of the site."""
    templates = environment()
    yield START, render(templates, "offline_start.html.j2", folder=FOLDER, opener=OPENER, notes=NOTES, names=names_of(site)).encode()
    # Notepad knows UTF-8 by its mark.
    notes = render(templates, "offline_notes.txt.j2", folder=FOLDER, start=START, made=content_day(), names=names_of(site))
    yield NOTES, notes.replace("\n", "\r\n").encode("utf-8-sig")
    yield f"{FOLDER}/{OPENER}", f'location.replace("{FOLDER}/index.html");\n'.encode()
    sources = _sources(site)
    links, whole = FileLinks(set(sources)), whole_files.found(site)
    for number, (name, path) in enumerate(sources.items(), 1):
        content = whole_files.archived(name, path.read_bytes(), whole)
        if name.endswith(".html"):
            content = links.page(name, content.decode()).encode()
        yield f"{FOLDER}/{name}", content
        progress(number, len(sources))


def write(site: Path, archive: Path, progress: Progress = lambda done, whole: None) -> int:
    """Write `archive` from the built `site`; the number of files in it."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    stamp, count = _stamp(), 0
    with zipfile.ZipFile(archive, "w") as made:
        for name, content in entries(site, progress):
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            made.writestr(entry, content, compresslevel=9)
            count += 1
    return count
