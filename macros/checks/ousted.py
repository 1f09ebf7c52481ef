"""Words that went out of use in this guide, each with the word that officials use, and the one way of writing amounts and counts.

A word of everyday speech may still be searched by, and a document's own words stay as they are: such fields are not looked at.
Written in what Python and JavaScript (with its flag `u`) both understand, as macros/checks/unfit.py is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

# Where readers' own words, other names and documents' own words stand.
ASIDE = ("everyday", "synonyms", "asked", "lines", "wording")
TABLE = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
OUT: Mapping[str, str] = TABLE["out"]
# One way of spacing and of counting. Names of things have it as their source has it.
ONE_WAY: Mapping[str, str] = TABLE["one_way"]
ANY = re.compile("|".join((*OUT, *ONE_WAY)))


def sentence(right: str) -> str:
    """What is said of a word (`{}`) that has a better one."""
    return f"이 길잡이에서 쓰지 않는 말이에요('{{}}'). {right}처럼 써 주세요."
