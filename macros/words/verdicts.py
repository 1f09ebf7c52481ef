"""How verdicts are said in Korean, for the command line and the workbook: the twin of js/verdict-words.js and js/budget/words.js."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from macros.rules.evaluate import FLOOR, Verdict
from macros.rules.terms import CapRule, Pair

Level = Literal["breach", "care", "unknown", "ok", "na"]
LEVELS: Mapping[Level, str] = {
    "breach": "위반", "care": "주의", "unknown": "확인 필요", "ok": "지킴", "na": "해당 없음",
}
SIGNS: Mapping[Level, str] = {"breach": "✕", "care": "!", "unknown": "?", "ok": "✓", "na": "–"}
OPERATORS = {"at_most": "이내", "below": "미만", "at_least": "이상", "above": "초과", "equal": "와 같게"}
ANSWERS = {"yes": "예", "no": "아니요", "unknown": "모름"}


def level_of(status: str, severity: str) -> Level:
    """A failed prohibition is a breach, any other failure calls for care."""
    if status == "fail":
        return "breach" if severity == "prohibited" else "care"
    return next(level for level in LEVELS if level == status)


def limit_text(rule: CapRule, num: int, den: int) -> str:
    """`10% 이내`, `1/3 이상`, `1,000,000,000원 이내`."""
    share = f"{num * 100 // den}%" if num * 100 % den == 0 else f"{num}/{den}"
    return f"{share if rule.pairs[0].of else f'{num:,}원'} {OPERATORS[rule.operator]}"


def limit_won(operator: str, num: int, den: int, whole: int) -> int:
    """The limit in won: what a part may be at most (rounded down) or has to be at least (up)."""
    return -(-num * whole // den) if operator in FLOOR else num * whole // den


def mending(rule: CapRule, pair: Pair, verdict: Verdict) -> list[tuple[str, int]]:
    """What would mend a failing cap, in won, each alone enough."""
    floor = rule.operator in FLOOR
    own, rest = (verdict.add, verdict.cut) if floor else (verdict.cut, verdict.add)
    if pair.of is not None and not pair.part.within(pair.of):
        own = None  # one won in the part does more or less, depending on where it stands
    ways = [("더 넣어야 할 금액" if floor else "줄여야 할 금액", own),
            ("또는 옮겨 오면 되는 금액" if floor else "또는 옮기면 되는 금액", verdict.move),
            ("또는 나머지에서 줄이면 되는 금액" if floor else "또는 나머지에 더 넣으면 되는 금액", rest)]
    return [(word, amount) for word, amount in ways if amount]
