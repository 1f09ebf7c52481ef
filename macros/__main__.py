"""Commands for editors and for the build: `python -m macros check`."""

from __future__ import annotations

import argparse
import gc
import sys
from importlib import import_module
from io import TextIOWrapper

from macros.reading.problems import visible

# The module of each command, by the command's name; a module may hold several.
COMMANDS = {**{name: name for name in ("check", "schema", "evaluate", "new", "diff", "addresses", "stale", "finish", "serve", "apply", "messages")},
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
    try:
        return int(options.run(options))
    except OSError as error:  # what no command foresaw: a folder that may not be looked into, a full disk
        print(f"열거나 적을 수 없는 것이 있어요: {visible(str(error.filename or error.strerror))}. "
              "있는지, 권한이 있는지, 디스크에 자리가 있는지 확인해 주세요.", file=sys.stderr)
        return 1


if __name__ == "__main__":
    gc.disable()  # a command ends before there is anything worth collecting
    sys.exit(main())
