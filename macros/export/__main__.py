"""What is made from the built site, for those who take it away: `python -m macros.export zip|pdf`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from macros.export import offline, pdf
from macros.export.book import leaves
from macros.progress import counter

PROJECT = Path(__file__).resolve().parent.parent.parent
SITE = PROJECT / "site"
DIST = PROJECT / "dist"
ARCHIVE = DIST / "hyeopchi-guide.zip"
MANUAL = DIST / "hyeopchi-guide.pdf"


def pack(options: argparse.Namespace) -> None:
    """Write the archive that opens without a server."""
    count = offline.write(options.site, options.out, counter("파일을 담고 있어요"))
    print(f"{options.out}: 파일 {count}개, {_size(options.out)}. 압축을 풀고 '{offline.START}'을 여세요.")


def bind(options: argparse.Namespace) -> None:
    """Write the manual as one PDF."""
    menu = leaves((options.site / "index.html").read_text(encoding="utf-8"))
    chosen = [leaf for leaf in menu if not options.only or leaf.file.startswith(tuple(options.only))]
    count = pdf.write(options.site, chosen, options.out, options.browser, lambda text: print(text, flush=True),
                      counter("쪽을 모으고 있어요"))
    print(f"{options.out}: {count}쪽, {_size(options.out)}.")


def _size(file: Path) -> str:
    return f"{file.stat().st_size / 1e6:.1f} MB"


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m macros.export", description="만들어 둔 사이트를 담아 갈 꼴로 만듭니다.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="명령")
    packing = commands.add_parser("zip", help="인터넷 없이 열리는 압축 파일")
    packing.add_argument("--out", type=Path, default=ARCHIVE, help="압축 파일(기본: dist/hyeopchi-guide.zip)")
    packing.set_defaults(make=pack)
    binding = commands.add_parser("pdf", help="책갈피와 쪽 번호가 있는 PDF 한 권")
    binding.add_argument("--out", type=Path, default=MANUAL, help="PDF 파일(기본: dist/hyeopchi-guide.pdf)")
    binding.add_argument("--browser", required=True, help="인쇄할 Chromium의 실행 파일")
    binding.add_argument("--only", nargs="+", metavar="주소", help="이렇게 시작하는 쪽만 (보기: plan/ agree/)")
    binding.set_defaults(make=bind)
    for command in commands.choices.values():
        command.add_argument("--site", type=Path, default=SITE, help="만들어 둔 사이트(기본: site)")
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").exists():
        print(f"만들어 둔 사이트가 없어요: {options.site}. 'make build'를 먼저 해 주세요.", file=sys.stderr)
        return 1
    options.make(options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
