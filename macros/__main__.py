"""Commands for editors and for the build: `python -m macros check`."""

from __future__ import annotations

import argparse
import gc
import sys
from importlib import import_module

COMMANDS = ("check", "schema", "evaluate", "new", "diff", "addresses", "stale", "serve")


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    given = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="python -m macros", description="협치 길잡이의 자료를 다뤄요.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="명령")
    # Only the command that is asked for is imported: the check answers at once, whatever the others need.
    for name in [name for name in COMMANDS if name in given[:1]] or COMMANDS:
        import_module(f"macros.commands.{name}").add(commands)
    options = parser.parse_args(given)
    return int(options.run(options))


if __name__ == "__main__":
    gc.disable()  # a command ends before there is anything worth collecting
    sys.exit(main())
