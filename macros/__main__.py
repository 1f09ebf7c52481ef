"""Commands for editors and for the build: `python -m macros check`."""

from __future__ import annotations

import argparse
import sys

from macros.commands import addresses, check, diff, evaluate, new, schema, stale

COMMANDS = (check, schema, evaluate, new, diff, addresses, stale)


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="협치 길잡이의 자료를 다뤄요.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="명령")
    for command in COMMANDS:
        command.add(commands)
    options = parser.parse_args(arguments)
    return int(options.run(options))


if __name__ == "__main__":
    sys.exit(main())
