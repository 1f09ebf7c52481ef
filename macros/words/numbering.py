"""A source's own numbering, taken from the clause that a citation names: a reader with the paper in hand finds the place by it."""

from __future__ import annotations

import re

# 제8조 · 3.2.2 · (4) · ③ · 2호; a date in brackets (7.10) is none of them.
ORDINAL = r"(?:제\d+조|(?<![\d(])\d+(?:\.\d+)+|\(\d\)|[①-⑳]|(?<= )\d+호)"
PLACE = re.compile(rf"^(?:[^\d()①-⑳]*?(?: 표 \d+)?|\d+)(?:{ORDINAL}[\s,·–~]*)+")
TABLE = re.compile(r" 표 \d+(?=\()")
# A heading with a number before its words (3. 협치조정관), a step of the source's own (4단계), a form (서식 3-2).
HEADING = re.compile(r"^\d{1,2}(?:-\d+)?\. [^▶※(,]+")
NAMED = re.compile(r"^(?:\d(?:[·~]\d)?단계|서식 \d+-\d+)(?=\s|,|$)")
# How the title of an appendix begins, and what people type of a place in it: 부록5 4.2.
APPENDIX = re.compile(r"부록\d+(?:-\d+)?")


def appendix(title: str) -> str:
    """`부록5` of `부록5. 실행계획 목차 예시`; nothing where the title is no appendix's."""
    return found[0] if (found := APPENDIX.match(title)) else ""


def numbering(clause: str | None) -> str | None:
    """`불가 항목 (4)` of `불가 항목 표 1(4)`, `제17조①` of `제17조① 단서`; None where the source has no number there."""
    for pattern in (PLACE, HEADING, NAMED):
        if found := pattern.match(clause or ""):
            return TABLE.sub(" ", found[0]).rstrip(" ,·–~")
    return None
