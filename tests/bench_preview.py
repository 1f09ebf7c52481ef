"""Live preview: from saving a file to the page that shows it, on the whole site. `python -m tests.bench_preview`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.error import HTTPError
from urllib.request import urlopen

from macros.words.korean import particle
from tests.conftest import ROOT

RUNS = 5
PATIENCE = 120
READY = re.compile(r"(http://127\.0\.0\.1:\d+/) 에서 보세요")
PARTS = ("data", "docs", "macros", "mkdocs.yml", "CHANGELOG.md", "pyproject.toml", "requirements.txt")


@dataclass(frozen=True)
class Change:
    """A file, a text in it, what to put in its place, and where the change is to be seen."""

    file: str
    find: str
    put: str
    page: str = "budget/rules/"


CHANGES = {
    "자료": Change("data/rules/labour-cap.yaml", "\nlabel: ", "\nlabel: {} "),
    "틀": Change("macros/templates/_parts/rule.html.j2", "{{ rule.checked_on | korean_date }}", "{{ rule.checked_on | korean_date }} {}"),
    "매크로": Change("macros/pages/plan.py", "titles=self.guide.budget.topic_titles)", 'titles=dict.fromkeys(self.guide.budget.topic_titles, "{}"))'),
    "페이지": Change("docs/budget/rules.md", "# 예산 규칙", "# 예산 규칙 {}"),
    "모양": Change("docs/assets/css/components.css", "/* Text helpers */", "/* Text helpers {} */", "assets/css/components.css"),
    "스크립트": Change("docs/assets/js/start.js", "const modules = {};", "const modules = {}; /* {} */", "assets/js/home.js"),
}
WRONG = Change("data/rules/labour-cap.yaml", "severity:", "severty:")
SAID = "'severty'은(는) 여기에 쓸 수 없는 항목이에요."


def copy_project(folder: Path) -> Path:
    """The project without what is made, to be changed freely; with the records that were read before."""
    for name in PARTS:
        source = ROOT / name
        shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__")) if source.is_dir() else shutil.copy(source, folder)
    if (ROOT / ".cache/records").exists():
        (folder / ".cache").mkdir()
        shutil.copy(ROOT / ".cache/records", folder / ".cache")
    return folder


class Tab:
    """A browser's tab on a page of the preview: it is told of a change, and loads the page again."""

    def __init__(self, address: str, page: str) -> None:
        self.address = address
        self.page = page
        self.text = ""
        self.open()

    def open(self) -> None:
        """Load the page, whether it is a page or what is shown instead."""
        html = self.text = self._get(self.page)
        if "livereload(" not in html:  # no page yet: the number comes first, so that no change falls between it and the page
            html = self._get("")
            self.text = self._get(self.page)
        found = re.search(r"livereload\((\d+), (\d+)\)", html)
        assert found, "페이지가 새로고침을 기다리지 않아요"
        self._epoch, self._id = found.groups()

    def wait(self, right: Callable[[str], bool]) -> float:
        """Seconds until what is loaded is right; reloads when the server says so, as MkDocs' script does."""
        started = time.perf_counter()
        while not right(self.text):
            assert time.perf_counter() - started < PATIENCE, f"기다려도 바뀌지 않아요: {self.page}"
            if int(self._get(f"livereload/{self._epoch}/{self._id}")) > int(self._epoch):
                self.open()
        return time.perf_counter() - started

    def _get(self, path: str) -> str:
        try:
            with urlopen(self.address + path, timeout=PATIENCE) as answer:
                return str(answer.read().decode("utf-8"))
        except HTTPError as error:
            return error.read().decode("utf-8")


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, Path]]:
    """The preview of a project, up and running: its address, and the file that its terminal output goes to."""
    log = folder / "terminal.txt"
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen([sys.executable, "-m", "macros", "serve", "--port", "0"], cwd=folder, stdout=out, stderr=out,
                                   env={**os.environ, "PYTHONPATH": str(folder)})
        try:
            started = time.perf_counter()
            while not (ready := READY.search(log.read_text(encoding="utf-8"))):
                assert process.poll() is None and time.perf_counter() - started < PATIENCE, log.read_text(encoding="utf-8")
                time.sleep(0.05)
            yield ready[1], log
        finally:
            process.terminate()
            process.wait()


def save(folder: Path, change: Change, mark: str = "") -> Callable[[], None]:
    """Save a change; what saves the file as it was."""
    path = folder / change.file
    right = path.read_text(encoding="utf-8")
    assert change.find in right, change.file
    path.write_text(right.replace(change.find, change.put.replace("{}", mark), 1), encoding="utf-8")

    def undo() -> None:
        path.write_text(right, encoding="utf-8")

    return undo


def there_and_back(folder: Path, tab: Tab, change: Change, mark: str, shown: Callable[[str], bool]) -> tuple[float, float]:
    """Seconds until the change is seen, and, saved as it was before, until that is seen."""
    undo = save(folder, change, mark)
    there = tab.wait(shown)
    undo()
    return there, tab.wait(lambda text: not shown(text))


def main() -> None:
    """Each sort of file, several times."""
    with TemporaryDirectory() as name:
        folder, began = copy_project(Path(name)), time.perf_counter()
        with serving(folder) as (address, _):
            print(f"시작: {time.perf_counter() - began:.1f}초", flush=True)
            for what, change in CHANGES.items():
                tab = Tab(address, change.page)
                times = [there_and_back(folder, tab, change, f"표시{run}번째", lambda text, run=run: f"표시{run}번째" in text)[0]  # type: ignore[misc]
                         for run in range(RUNS)]
                print(f"{what}{particle(what, '을/를')} 저장하고 보이기까지: {median(times):.2f}초"
                      f" (가장 길게 {max(times):.2f}초; 목표 1초)", flush=True)
            tab = Tab(address, WRONG.page)
            pairs = [there_and_back(folder, tab, WRONG, "", lambda text: SAID in text.replace("&#39;", "'")) for _ in range(RUNS)]
            for what, times in (("틀린 곳이", [pair[0] for pair in pairs]), ("고친 페이지가", [pair[1] for pair in pairs])):
                print(f"{what} 보이기까지: {median(times):.2f}초 (가장 길게 {max(times):.2f}초; 목표 1초)", flush=True)


if __name__ == "__main__":
    main()
