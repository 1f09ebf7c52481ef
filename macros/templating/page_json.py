"""Data for the page's scripts."""

from __future__ import annotations

import json
from typing import Any


def unmarked(json_text: str) -> str:
    """JSON, the same to whoever reads it as JSON, in which a program that takes it for a page finds no mark."""
    return json_text.replace("<", "\\u003c").replace(">", "\\u003e")


def page_json(data: Any) -> str:
    """JSON that may stand inside a `<script>`: no character of it can end or open markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
