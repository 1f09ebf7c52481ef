"""The command line: one module a command, each with `add(commands)` for its options and a function that does it."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
ROOT = PROJECT / "data"
KEPT = PROJECT / ".cache" / "records"
