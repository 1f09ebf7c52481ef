"""Debian's programs that the tests drive, all in one call: `python -m tests.programs`, beside the set-up of the libraries.

It needs nothing but Python. Where there is no apt, or no right to it, it does nothing: who needs a program says what is missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable

# The names under which a program may be there already, by the package that brings it. Chromium without windows first:
# the same engine, and the tests take half the time.
PROGRAMS = {
    "chromium-headless-shell": ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
                                "microsoft-edge"),
    "firefox-esr": ("firefox-esr", "firefox"),
    "libreoffice-calc-nogui": ("soffice", "libreoffice"),
}
# What Playwright's own program is linked with, and the smallest Debian does not have.
LIBRARIES = ("libatomic1",)


def on_path(package: str) -> list[str]:
    """The paths of what a package brings, or of what does as well."""
    return [path for name in PROGRAMS[package] if (path := shutil.which(name))]


def install(packages: Iterable[str]) -> None:
    """Install packages where apt and the right to it are there, saying so."""
    names = list(packages)
    if not names or not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    print(f"검사에 쓸 프로그램을 설치합니다(1~2분): {', '.join(names)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *names, *LIBRARIES]):
        subprocess.run(["apt-get", "-qq", *command], check=False, env=quiet, stdout=sys.stderr)
    there = [name for name in names if on_path(name)]
    print(f"프로그램 {len(names)}개 가운데 {len(there)}개를 설치했습니다.", flush=True)


if __name__ == "__main__":
    install(package for package in PROGRAMS if not on_path(package))
