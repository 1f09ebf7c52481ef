"""What is made from the built site, for those who take it away: `python -m macros.export zip`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from macros.export import offline

PROJECT = Path(__file__).resolve().parent.parent.parent
SITE = PROJECT / "site"
DIST = PROJECT / "dist"
ARCHIVE = DIST / "hyeopchi-guide.zip"


def counter(what: str) -> Callable[[int, int], None]:
    """Shows on one line how far a long work is; where nobody watches, every tenth part on a line of its own."""
    def show(done: int, whole: int) -> None:
        if sys.stdout.isatty():
            print(f"\r{what}: {done}/{whole}", end="\n" if done == whole else "", flush=True)
        elif done * 10 // whole > (done - 1) * 10 // whole:
            print(f"{what}: {done}/{whole}", flush=True)
    return show


def pack(site: Path, archive: Path) -> int:
    """Write the archive that opens without a server. Returns 0."""
    count = offline.write(site, archive, counter("파일을 담고 있어요"))
    print(f"{archive}: 파일 {count}개, {archive.stat().st_size / 1e6:.1f} MB. 압축을 풀고 '{offline.START}'을 여세요.")
    return 0


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m macros.export", description="만들어 둔 사이트를 담아 갈 꼴로 만듭니다.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="명령")
    packing = commands.add_parser("zip", help="인터넷 없이 열리는 압축 파일")
    packing.add_argument("--out", type=Path, default=ARCHIVE, help="압축 파일(기본: dist/hyeopchi-guide.zip)")
    packing.set_defaults(make=pack)
    for command in commands.choices.values():
        command.add_argument("--site", type=Path, default=SITE, help="만들어 둔 사이트(기본: site)")
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").exists():
        print(f"만들어 둔 사이트가 없어요: {options.site}. 'make build'를 먼저 해 주세요.", file=sys.stderr)
        return 1
    return int(options.make(options.site, options.out))


if __name__ == "__main__":
    sys.exit(main())
