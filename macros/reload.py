"""`mkdocs serve` builds again and again in one process, and Python keeps the modules that it has imported."""

from __future__ import annotations

import sys
import time
from pathlib import Path

LOADED = time.time()


def forget_changed() -> None:
    """Forget this package's modules if one of their files was saved since they were imported."""
    folder = Path(__file__).parent
    if any(path.stat().st_mtime > LOADED for path in folder.rglob("*.py")):
        for name in [name for name in sys.modules if name.startswith("macros.")]:
            del sys.modules[name]
