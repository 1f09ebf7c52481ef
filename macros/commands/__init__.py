"""The command line: one module a command, each with `add(commands)` for its options and a function that does it."""

from __future__ import annotations

import macros
from macros.cache.kept import STORE

PROJECT = macros.ROOT
ROOT = PROJECT / "data"
KEPT = STORE / "records"
