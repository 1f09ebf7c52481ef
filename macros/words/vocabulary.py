"""The words for verdicts, comparisons, answers and units: said in one place (vocabulary.yaml) for all who say them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import yaml

from macros.models.common import Record, Text

FILE = Path(__file__).with_name("vocabulary.yaml")
Level = Literal["breach", "care", "unknown", "ok", "na", "info"]


class Said(Record):
    """What a verdict is called, and the sign before it."""

    word: Text
    sign: Text


class Vocabulary(Record):
    """The words. Verdicts stand from the gravest on; the first of a unit's words is the one that the guide writes."""

    verdicts: Mapping[Level, Said]
    compared: Mapping[str, Text]
    answers: Mapping[str, Text]
    operators: Mapping[str, Text]
    units: Mapping[str, tuple[Text, ...]]


VOCABULARY = Vocabulary.model_validate(yaml.safe_load(FILE.read_text(encoding="utf-8")), strict=False)
