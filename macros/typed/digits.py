"""Digits with commas and a point: right groups of three, or what is wrong with them. The twin of js/typed/digits.js."""

from __future__ import annotations

import re

from macros.typed.text import UnreadError

SOUND = re.compile(r"([0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]+))?")
GROUPS = "쉼표는 세 자리마다 찍어요."
COMMA = "소수점은 쉼표가 아니라 점으로 찍어요."
POINTS = "세 자리마다 점이 아니라 쉼표를 찍어요."
POINT = "소수점의 앞뒤를 확인해 주세요."


def grouped(digits: str) -> str:
    """1234567 -> `1,234,567`, without leading zeros."""
    return f"{int(digits):,}"


def read(token: str, has_unit: bool) -> tuple[str, str]:
    """The digits before and behind the point. `has_unit`: a unit follows, so that decimals make sense.

    Raises UnreadError, with the likely right form of the token.
    """
    found = SOUND.fullmatch(token)
    if found is None:
        raise _wrong(token, has_unit)
    whole, fraction = found[1].replace(",", ""), found[2] or ""
    if not has_unit and re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", token):
        raise UnreadError(POINTS, grouped(whole + fraction))
    return whole, fraction


def _wrong(token: str, has_unit: bool) -> UnreadError:
    """Why the token cannot be read."""
    if has_unit and re.fullmatch("[0-9]+,[0-9]{1,2}", token):
        return UnreadError(COMMA, token.replace(",", "."))
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+){2,}|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]*", token):
        return UnreadError(POINTS, _regrouped(token.partition(",")[0]))
    before, point, after = token.partition(".")
    if "," not in token:
        return UnreadError(POINT, (before or f"0{token}") if token.count(".") == 1 and token != "." else None)
    likely = None if re.search("[,.]", after) else _regrouped(before)
    return UnreadError(GROUPS, likely and likely + (point + after if after.strip("0") else ""))


def _regrouped(token: str) -> str | None:
    digits = re.sub("[.,]", "", token)
    return grouped(digits) if digits else None
