"""YAML as plain values, by libyaml: the parser in Python takes eight times as long, for each of the test processes."""

from __future__ import annotations

from typing import Any

import yaml


def plain(text: str) -> Any:
    """What a text says, in mappings, lists and plain values."""
    return yaml.load(text, yaml.CSafeLoader)
