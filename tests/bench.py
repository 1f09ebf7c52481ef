"""Speed, as ratios measured in one run: `make bench`.

The site's build is set against plain MkDocs with the same theme on the very pages that our macros render, so the
ratio is what data, checks, macros and templates cost. The two are built in turn, because a machine's speed drifts.
"""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin, event_priority

from tests.conftest import ROOT
from tests.growth import grow

RUNS = 5
TIMES = 10
# The most that our build should take, of what the plain one takes: with all kept, with nothing kept.
KEPT = "0.9"
FIRST = "1.5"


class _Recorder(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Keeps each page's Markdown as it stands after the macros."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @event_priority(-100)
    def on_page_markdown(self, markdown: str, /, *, page: Any, **_: Any) -> None:
        """Write the page with its front matter."""
        target = self.folder / page.file.src_uri
        target.parent.mkdir(parents=True, exist_ok=True)
        head = yaml.safe_dump(dict(page.meta), allow_unicode=True)
        target.write_text(f"---\n{head}---\n\n{markdown}", encoding="utf-8")


def render_pages(folder: Path) -> None:
    """Build once and leave the rendered Markdown, and all other files of docs/, in `folder`/docs."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder / "site"))
    config.plugins["recorder"] = _Recorder(folder / "docs")
    build(config)
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    start = text.index("  - macros:")
    end = text.index("\n\n", start)
    plain = text[:start] + text[end:]
    # The theme as it comes, with its own search: our parts of it want our hooks.
    plain = plain.replace("      enabled: false\n", "      lang: ko\n")
    (folder / "mkdocs.yml").write_text(re.sub(r"^(?:watch|hooks|  custom_dir|    logo): .*\n", "", plain, flags=re.MULTILINE), encoding="utf-8")


@dataclass(frozen=True)
class Took:
    """Seconds on the clock, and of work on any core: what else runs on the machine disturbs the latter less."""

    clock: float
    work: float


def took(*command: str, folder: Path) -> Took:
    """How long one command took, which must succeed."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    clock, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Took(clock, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def ratio(name: str, ours: Sequence[float], plain: Sequence[float], goal: str) -> None:
    """Print one ratio over all runs: the middle one, and the span; `goal` is the most that it should be."""
    ratios = sorted(one / other for one, other in zip(ours, plain, strict=True))
    print(f"빌드({name}): {median(ours):.1f}초, 같은 쪽을 그냥 만들면 {median(plain):.1f}초, "
          f"비율 {median(ratios):.2f} (가장 작게 {ratios[0]:.2f}, 가장 크게 {ratios[-1]:.2f}; 목표 {goal} 이하)")


def build_ratio() -> None:
    """Our build against the plain build of the same pages."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("매크로를 거친 페이지를 만들어 둡니다.", flush=True)
        render_pages(folder)
        ours, plain, edited = [], [], []
        for run in range(RUNS):
            print(f"빌드를 잽니다: {run + 1}/{RUNS}", flush=True)
            out = str(folder / f"out{run}")
            ours.append(took(sys.executable, "-m", "mkdocs", "build", "--site-dir", out, folder=ROOT))
            plain.append(took(sys.executable, "-m", "mkdocs", "build", "--site-dir", out + "p", folder=folder))
            edited.append(_edited(folder, out))
        shutil.rmtree(ROOT / ".cache", ignore_errors=True)
        first = took(sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder / "first"), folder=ROOT)
        ratio("맨 처음, 시계", [first.clock], [median(one.clock for one in plain)], FIRST)
        ratio("맨 처음, 처리 시간", [first.work], [median(one.work for one in plain)], FIRST)
        ratio("그대로, 시계", [one.clock for one in ours], [one.clock for one in plain], KEPT)
        ratio("그대로, 처리 시간", [one.work for one in ours], [one.work for one in plain], KEPT)
        ratio("한 쪽을 고치고, 처리 시간", [one.work for one in edited], [one.work for one in plain], KEPT)


def _edited(folder: Path, out: str) -> Took:
    """Our build after one page has one more line."""
    page = ROOT / "docs" / "index.md"
    before = page.read_bytes()
    try:
        page.write_bytes(before + f"\n{Path(out).name}\n".encode())
        return took(sys.executable, "-m", "mkdocs", "build", "--site-dir", out + "e", folder=ROOT)
    finally:
        page.write_bytes(before)


def growth(times: int = TIMES) -> None:
    """A build of `times` as many records on as many pages, against one of those that there are; nothing kept from before."""
    builds = []
    for size in (1, times):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            grow(folder, size)
            print(f"자료 {size}배를 만듭니다.", flush=True)
            built = took(sys.executable, "-m", "mkdocs", "build", folder=folder)
            pages = len(list((folder / "site").rglob("index.html")))
            print(f"  {pages}쪽에 {built.clock:.1f}초 (처리 시간 {built.work:.1f}초)", flush=True)
            builds.append(built)
    one, many = builds
    print(f"자료가 {times}배면 시간은 {many.clock / one.clock:.1f}배 (처리 시간 {many.work / one.work:.1f}배; 목표 {times * 1.1:.0f}배 이하)")


def check_time() -> None:
    """`make check` on the whole data."""
    shutil.rmtree(ROOT / ".cache", ignore_errors=True)
    first = took(sys.executable, "-m", "macros", "check", folder=ROOT)
    times = [took(sys.executable, "-m", "macros", "check", folder=ROOT).clock for _ in range(5)]
    print(f"자료 검사: {median(times):.2f}초 (목표 1초 미만), 읽어 둔 것이 없는 첫 번은 {first.clock:.2f}초")


if __name__ == "__main__":
    check_time()
    build_ratio()
    growth()
