"""The files of the data folder as they may be: plain files inside it, of a size that people write."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from macros.reading.problems import Problem, visible

LARGEST = 4_000_000  # bytes; the largest file of the data has 0.2 MB
LINK = "바로 가기(심볼릭 링크)는 쓰지 않아요. 파일을 그대로 이 자리에 두어 주세요."
FOLDER = "파일이 있어야 하는 자리에 폴더가 있어요. 폴더를 지우거나 이름을 바꿔 주세요."
NO_FOLDER = "폴더가 있어야 하는 자리에 파일이 있어요. 파일을 지우거나 이름을 바꿔 주세요."
CLOSED = "열 수 없는 파일이에요. 보통 파일인지, 읽을 권한이 있는지 확인해 주세요."


def files(folder: Path) -> Iterator[Path]:
    """All YAML files below `folder`, in a stable order, and whatever else is named like one."""
    yield from sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml"))


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


def faults(root: Path) -> Iterator[Problem]:
    """What below the data folder leads out of it, or cannot be looked into. Files named like data are `content`'s matter."""
    closed: list[OSError] = []
    for top, folders, names in os.walk(root, onerror=closed.append):
        for path in (Path(top, name) for name in (*folders, *names)):
            if path.is_symlink() and path.suffix not in (".yaml", ".yml"):
                yield Problem(name_in(root, path), 1, 1, LINK)
    for error in closed:
        path = Path(error.filename)
        if path != root:
            yield Problem(name_in(root, path), 1, 1, CLOSED)
