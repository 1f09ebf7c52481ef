"""`mkdocs serve` builds again and again in one process, and Python keeps the modules that it has imported."""

from __future__ import annotations

import sys
import time
from pathlib import Path

_loaded = time.time()


def forget_changed() -> bool:
    """Forget this package's modules if one of their files was saved since they were imported; whether they were.

    This module stays: it would take the time of its own next import for that of the others, and miss a change.
    """
    global _loaded
    folder, now = Path(__file__).parent, time.time()
    if not any(path.stat().st_mtime > _loaded for path in folder.rglob("*.py")):
        return False
    _loaded = now
    for name in [name for name in sys.modules if name.startswith("macros.") and name != __name__]:
        del sys.modules[name]
    return True
