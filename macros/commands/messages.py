"""`python -m macros messages [낱말]`: slips and the sentences that the check says of them, to find a message and what to do.

The list is the one whose every sentence a test proves (tests/broken/broken.yaml).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from macros.commands import PROJECT
from macros.reading.yaml_file import read

PROVEN = PROJECT / "tests" / "broken" / "broken.yaml"

LONGEST = 200  # characters of a slip that show it


def add(commands: Any) -> None:
    """The command and its options."""
    parser = commands.add_parser("messages", help="검사가 하는 말을 실수마다 보여 줘요")
    parser.add_argument("word", nargs="?", default="", metavar="낱말", help="이 낱말이 든 것만. 예: 날짜")
    parser.set_defaults(run=lambda options: messages(options.word))


def listed(word: str, proven: Path = PROVEN) -> list[str]:
    """Each slip with how it is written and what is said of it, those in which the word stands."""
    value: Any = read(proven.read_bytes(), proven.name).value
    found = []
    for one in value:
        wrong = str(one.get("put") or "").strip()
        shown = [f"  이렇게 적으면: {wrong}"] if 0 < len(wrong) < LONGEST else []
        lines = [f"{one['name']} ({one['file']})", *shown, f"  이렇게 알려 줘요: {one['says']}"]
        if word in " ".join(lines):
            found.append("\n".join(lines))
    return found


def messages(word: str) -> int:
    """Prints them; 1 when there is none."""
    if not PROVEN.is_file():
        print(f"실수와 알림의 목록({PROVEN.relative_to(PROJECT)})이 없어요.", file=sys.stderr)
        return 1
    found = listed(word)
    print("\n".join(found) if found else f"‘{word}’이(가) 든 알림이 없어요. 더 짧은 낱말로 찾아보세요.")
    return 0 if found else 1
