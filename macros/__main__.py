"""Commands for editors and for the build: `python -m macros check`."""

from __future__ import annotations

import argparse
import gc
import sys
from importlib import import_module
from io import TextIOWrapper

# The module of each command, by the command's name; a module may hold several.
COMMANDS = {**{name: name for name in ("check", "schema", "evaluate", "new", "diff", "addresses", "stale", "finish", "serve", "apply")},
            **dict.fromkeys(("zip", "pdf", "publish"), "publish")}


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    given = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a window of old Windows has no letter for some of what is said
            stream.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(prog="python -m macros", description="협치 길잡이의 자료를 다뤄요.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="명령")
    # Only the command that is asked for is imported: the check answers at once, whatever the others need.
    asked = [COMMANDS[name] for name in given[:1] if name in COMMANDS]
    for name in asked or dict.fromkeys(COMMANDS.values()):
        import_module(f"macros.commands.{name}").add(commands)
    options = parser.parse_args(given)
    return int(options.run(options))


if __name__ == "__main__":
    gc.disable()  # a command ends before there is anything worth collecting
    sys.exit(main())
