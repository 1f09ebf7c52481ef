"""What is made from the built site, for those who take it away: `python -m macros zip|pdf|publish`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from macros.commands import PROJECT
from macros.finish import offline, whole_files
from macros.print import pdf
from macros.print.leaves import leaves, printed
from macros.words.progress import counter

SITE = PROJECT / "site"
DIST = PROJECT / "dist"
ARCHIVE = DIST / whole_files.ARCHIVE
MANUAL = DIST / whole_files.MANUAL


def pack(options: argparse.Namespace) -> None:
    """Write the archive that opens without a server."""
    options.out = options.out or ARCHIVE
    count = offline.write(options.site, options.out, counter("파일을 담고 있어요"))
    print(f"{options.out}: 파일 {count}개, {_size(options.out)}. 압축을 풀고 '{offline.START}'을 여세요.")


def bind(options: argparse.Namespace) -> None:
    """Write the manual as one PDF."""
    options.out = options.out or MANUAL
    menu = printed(leaves(options.site))
    chosen = [leaf for leaf in menu if not options.only or leaf.file.startswith(tuple(options.only))]
    count = pdf.write(options.site, chosen, options.out, options.browser, lambda text: print(text, flush=True),
                      counter("페이지를 모으고 있어요"))
    print(f"{options.out}: {count}쪽, {_size(options.out)}.")


def publish(options: argparse.Namespace) -> None:
    """Write both, and put them into the site, whose downloads page then names them."""
    for make, options.out in ((bind, MANUAL), (pack, ARCHIVE)):
        make(options)
        whole_files.add(options.site, options.out)
    print(f"{options.site}: 올릴 사이트에 PDF와 압축 파일을 넣었어요.")


def _size(file: Path) -> str:
    return f"{file.stat().st_size / 1e6:.1f} MB"


def add(commands: Any) -> None:
    """The three commands and their options."""
    packing = commands.add_parser("zip", help="인터넷 없이 열리는 압축 파일을 만들어요")
    packing.set_defaults(make=pack)
    binding = commands.add_parser("pdf", help="책갈피와 쪽 번호가 있는 PDF 한 권을 만들어요")
    binding.set_defaults(make=bind)
    publishing = commands.add_parser("publish", help="둘 다 만들어 사이트의 downloads/에 넣어요")
    publishing.set_defaults(make=publish, out=None)
    for command in (packing, binding):
        command.add_argument("--out", type=Path, help="만들 파일(기본: dist/에)")
    for command in (binding, publishing):
        command.add_argument("--browser", required=True, help="인쇄할 Chromium의 실행 파일")
        command.add_argument("--only", nargs="+", metavar="주소", help="PDF에 이렇게 시작하는 페이지만 (예: plan/ agree/)")
    for command in (packing, binding, publishing):
        command.add_argument("--site", type=Path, default=SITE, help="만들어 둔 사이트(기본: site)")
        command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make what the command names; 1 where no site has been built yet."""
    if not (options.site / "index.html").exists():
        print(f"만들어 둔 사이트가 없어요: {options.site}. 'make build'를 먼저 해 주세요.", file=sys.stderr)
        return 1
    options.make(options)
    return 0
