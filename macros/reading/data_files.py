"""The files of the data folder as they may be: plain files inside it, of a size that people write."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from macros.reading.problems import Problem, nearest, visible

LARGEST = 4_000_000  # bytes; the largest file of the data has 0.2 MB
LINK = "바로 가기(심볼릭 링크)는 쓰지 않아요. 파일을 그대로 이 자리에 두어 주세요."
FOLDER = "파일이 있어야 하는 자리에 폴더가 있어요. 폴더를 지우거나 이름을 바꿔 주세요."
NO_FOLDER = "폴더가 있어야 하는 자리에 파일이 있어요. 파일을 지우거나 이름을 바꿔 주세요."
NOT_READ = "아무 데서도 읽지 않는 파일이에요. 지우거나, 기록이라면 알맞은 폴더에 .yaml 파일로 두어 주세요."
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?", re.IGNORECASE)  # names that Windows keeps for devices
DEVICE = "윈도우에서는 이 이름의 파일을 만들 수 없어서 저장소를 받지 못해요(con, prn, aux, nul, com1~9, lpt1~9). 다른 이름을 써 주세요."
SYSTEM = frozenset({"Thumbs.db", "desktop.ini"})  # what systems put into folders by themselves
CLOSED = "열 수 없는 파일이에요. 보통 파일인지, 읽을 권한이 있는지 확인해 주세요."


def below(folder: Path, closed: list[OSError] | None = None) -> list[tuple[tuple[str, ...], os.DirEntry[str]]]:
    """Everything below a folder: the names that lead there, and what it is; in order. Links are not followed, `closed` gets what is shut.

    Every save in the preview looks through the data folder several times: `Path.rglob` would take longer than reading it.
    """
    found: list[tuple[tuple[str, ...], os.DirEntry[str]]] = []

    def look(at: str, names: tuple[str, ...]) -> None:
        try:
            with os.scandir(at) as entries:
                here = list(entries)
        except OSError as error:
            if closed is not None:
                closed.append(error)
            return
        for entry in here:
            found.append(((*names, entry.name), entry))
            if entry.is_dir(follow_symlinks=False):
                look(entry.path, (*names, entry.name))

    look(str(folder), ())
    return sorted(found, key=lambda one: one[0])


def files(folder: Path) -> Iterator[Path]:
    """All YAML files below `folder`, in a stable order, and whatever else is named like one."""
    yield from (folder.joinpath(*names) for names, _ in below(folder) if _is_yaml(names[-1]))


def _is_yaml(name: str) -> bool:
    return name.endswith(".yaml") and name != ".yaml"


def name_in(root: Path, path: Path) -> str:
    """How messages call a file of the data folder `root`."""
    return visible(path.relative_to(root.parent).as_posix())


def content(root: Path, path: Path) -> tuple[bytes, list[Problem]]:
    """What a file holds; nothing, with a problem, when it is no plain file. A missing file is empty."""
    def refused(message: str) -> tuple[bytes, list[Problem]]:
        return b"", [Problem(name_in(root, path), 1, 1, message)]

    try:
        found = path.lstat()
        if S_ISDIR(found.st_mode):
            return refused(FOLDER)
        if not S_ISREG(found.st_mode):
            return refused(LINK if path.is_symlink() else CLOSED)
        if found.st_size > LARGEST:
            return refused(f"파일이 너무 커요({found.st_size / 1e6:.1f} MB). {LARGEST // 10**6} MB까지 읽어요. 나누어 적어 주세요.")
        return path.read_bytes(), []
    except FileNotFoundError:
        return b"", []
    except OSError:
        return refused(CLOSED)


def strays(root: Path, folders: Collection[str], lists: Collection[str]) -> Iterator[Problem]:
    """Files and folders that nothing reads: `folders` and `lists` are the names of what is read. Hidden ones are left alone."""
    def stray(path: Path, message: str) -> Problem:
        return Problem(name_in(root, path), 1, 1, message)

    known = {"README.md", "addresses.yaml", *(f"{name}.yaml" for name in lists)}
    for names, entry in below(root):
        name, top = names[-1], len(names) == 1
        if any(part.startswith((".", "~")) for part in names) or name in SYSTEM or entry.is_symlink():
            continue
        if RESERVED.fullmatch(name):
            yield stray(Path(entry), DEVICE)
        elif entry.is_dir():
            if top and name not in {*folders, *(known - {"README.md"})}:
                yield stray(Path(entry), f"아무 데서도 읽지 않는 폴더예요. 파일을 알맞은 폴더로 옮겨 주세요.{nearest(name, folders)}")
        elif not _is_yaml(name) and (meant := re.match(r"(.+?)\.ya?ml\b.*", name, re.IGNORECASE)):
            yield stray(Path(entry), f"파일 이름은 .yaml로 끝나야 읽어요. '{meant[1]}.yaml'로 바꿔 주세요. "
                                     "윈도우에서는 ‘파일 확장명’을 켜야 끝이 보여요.")
        elif top and name not in known:
            stem = Path(name).stem
            yield stray(Path(entry), NOT_READ + (nearest(stem, lists) if stem not in folders else ""))
        elif not top and names[0] in folders and not _is_yaml(name):
            yield stray(Path(entry), NOT_READ)


def links(root: Path, closed: list[OSError]) -> Iterator[Path]:
    """What below a folder only points elsewhere; `closed` gets what cannot be looked into."""
    yield from (Path(entry) for _, entry in below(root, closed) if entry.is_symlink())


def leading_out(root: Path) -> list[Problem]:
    """The same as problems: a build follows links, and would publish what they point to."""
    return [Problem(name_in(root, path), 1, 1, LINK) for path in links(root, [])]


def faults(root: Path) -> Iterator[Problem]:
    """What below the data folder leads out of it, or cannot be looked into. Files named like data are `content`'s matter."""
    closed: list[OSError] = []
    for path in links(root, closed):
        if path.suffix != ".yaml":
            yield Problem(name_in(root, path), 1, 1, LINK)
    for error in closed:
        path = Path(error.filename)
        if path != root:
            yield Problem(name_in(root, path), 1, 1, CLOSED)
