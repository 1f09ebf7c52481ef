"""Data for the page's scripts."""

from __future__ import annotations

import json
from typing import Any


def page_json(data: Any) -> str:
    """JSON that may stand inside a `<script>`: no character of it can end or open markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
