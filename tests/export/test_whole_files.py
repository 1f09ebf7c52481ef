"""The PDF and the archive on the downloads page: named when they are there, each with what it weighs and its checksum."""

from __future__ import annotations

import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from macros.finish import offline, whole_files
from macros.finish.whole_files import ARCHIVE, MANUAL, PAGE, SUMS
from macros.finish.worker import WORKER
from macros.site.published import FOLDER

NAMES = f"{FOLDER}/names.json"


@pytest.fixture
def small(built: Path, tmp_path: Path) -> Path:
    """A site of the downloads page alone."""
    site = tmp_path / "site"
    (site / "downloads").mkdir(parents=True)
    (site / NAMES).parent.mkdir(parents=True)
    for name in (PAGE, SUMS, WORKER, NAMES):
        shutil.copyfile(built / name, site / name)
    return site


def written(path: Path, content: bytes) -> Path:
    """A file with this content."""
    path.write_bytes(content)
    return path


def block(html: str) -> str:
    """What the page says of them."""
    return html.partition('<div class="hg-whole">')[2].partition("</div>")[0]


def test_만들기_전에는_만드는_법을_말하고_끊긴_링크가_없다(small: Path) -> None:
    said = block((small / PAGE).read_text(encoding="utf-8"))
    assert "제공하지 않아요" in said and "<a" not in said


def test_넣은_파일은_크기와_날짜와_검사합으로_적힌다(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1625788800")  # 2021-07-09
    before = (small / SUMS).read_bytes()
    whole_files.add(small, written(tmp_path / MANUAL, b"p" * 7_100_001))
    whole_files.add(small, written(tmp_path / ARCHIVE, b"first"))
    whole_files.add(small, written(tmp_path / ARCHIVE, b"again"))
    said = block((small / PAGE).read_text(encoding="utf-8"))
    assert said.count("<a ") == 2 and f'href="{MANUAL}"' in said and f'href="{ARCHIVE}"' in said
    assert "7.2 MB" in said and "2021년 7월 9일" in said and "제공하지 않아요" not in said
    assert sha256(b"p" * 7_100_001).hexdigest() in said and sha256(b"again").hexdigest() in said
    added = f"{sha256(b'p' * 7_100_001).hexdigest()}  {MANUAL}\n{sha256(b'again').hexdigest()}  {ARCHIVE}\n"
    assert (small / SUMS).read_bytes() == before + added.encode()
    assert sha256((small / PAGE).read_bytes()).hexdigest()[:16] in (small / WORKER).read_text(encoding="utf-8")
    assert ARCHIVE in (small / "downloads/index.md").read_text(encoding="utf-8")


def test_압축_파일은_자신을_담지도_가리키지도_않는다(small: Path, tmp_path: Path) -> None:
    for name in (MANUAL, ARCHIVE):
        whole_files.add(small, written(tmp_path / name, name.encode()))
    offline.write(small, tmp_path / "made.zip")
    with zipfile.ZipFile(tmp_path / "made.zip") as archive:
        names = archive.namelist()
        said = block(archive.read(f"site/{PAGE}").decode())
        sums = archive.read(f"site/{SUMS}").decode()
    assert f"site/downloads/{MANUAL}" in names and f"site/downloads/{ARCHIVE}" not in names
    assert f'href="{MANUAL}"' in said and ARCHIVE not in said + sums and MANUAL in sums
    assert f"site/{WORKER}" not in names  # it is for servers
    assert "압축 파일에 든 사이트" in said
