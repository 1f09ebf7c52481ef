"""When the content last changed: what files that are made from it say of themselves."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime


def content_time() -> datetime:
    """In UTC: the time that the build names (SOURCE_DATE_EPOCH, in seconds), or else now."""
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or time.time()), UTC)


def content_day() -> str:
    """`2026. 11. 22.`"""
    made = content_time()
    return f"{made.year}. {made.month}. {made.day}."
