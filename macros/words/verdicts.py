"""How verdicts are said in Korean, for the command line and the workbook: the twin of js/verdict-words.js and js/budget/words.js."""

from __future__ import annotations

from collections.abc import Mapping

from macros.models.rule import Ask, Band, Cap, Results
from macros.rules.judge import FLOOR, Verdict
from macros.rules.terms import Comparison, Rule
from macros.words.korean import particle
from macros.words.vocabulary import VOCABULARY, Level

LEVELS: Mapping[Level, str] = {level: said.word for level, said in VOCABULARY.verdicts.items()}
# What a rule that only informs says is no judgement: it is counted nowhere, has no colour and no exit code.
JUDGED: tuple[Level, ...] = ("breach", "care", "unknown", "ok", "na")
SIGNS: Mapping[Level, str] = {level: said.sign for level, said in VOCABULARY.verdicts.items()}
COMPARED = VOCABULARY.compared
OPERATORS = VOCABULARY.operators
ANSWERS = VOCABULARY.answers
APART = " (해석에 따라 달라져 확인 필요)"  # after a result that another reading would change


def level_of(status: str, severity: str) -> Level:
    """A failed prohibition is a breach, any other failure calls for care; what only informs does not judge."""
    if severity == "info":
        return "info"
    if status == "fail":
        return "breach" if severity == "prohibited" else "care"
    return next(level for level in LEVELS if level == status)


def word_of(status: str, severity: str, results: Results | None = None) -> str:
    """What the verdict is called; of what only informs, whether it is as it says, in the rule's own words if it has any."""
    level = level_of(status, severity)
    return (own_result(status, results) or COMPARED[status]) if level == "info" else LEVELS[level]


def own_results(record: object) -> Results | None:
    """The names that the rule has for its results; most have none."""
    return record.results if isinstance(record, Ask) else None


def own_result(status: str, results: Results | None) -> str:
    """What the rule itself calls this result; nothing where it has no word for it."""
    return {"ok": results.ok, "fail": results.fail}.get(status, "") if results else ""


def said_of(status: str, record: Cap | Band | Ask) -> str:
    """What the verdict is called in a tool: `위반`; of what only informs with the rule's own word, `참고: 가점 없음`."""
    word = LEVELS[level_of(status, record.severity)]
    own = own_result(status, own_results(record))
    return f"{word}: {own}" if own else word


def standing(verdict: Verdict, severity: str) -> Level:
    """The verdict's level. What is kept as it is read here, but cannot be measured as it may be read too, is open."""
    return level_of("unknown" if verdict.unmeasured else verdict.status, severity)


def sheet_level(verdict: Verdict, record: Cap | Band | Ask, chosen: bool = False) -> Level:
    """The verdict's level in a tool. A band's row that hangs on how its rule is read is open until a reading is chosen."""
    apart = isinstance(record, Band) and verdict.result is not None and verdict.differs and not chosen
    return level_of("unknown" if apart else verdict.status, record.severity)


def share_text(num: int, den: int) -> str:
    """`10%`, or `1/3` where no whole number of hundredths says it."""
    return f"{num * 100 // den}%" if num * 100 % den == 0 else f"{num}/{den}"


def limit_text(rule: Rule, num: int, den: int) -> str:
    """`10% 이내`, `1/3 이상`, `1,000,000,000원 이내`."""
    return f"{share_text(num, den) if rule.readings[0].of else f'{num:,}원'} {OPERATORS[rule.operator]}"


def limit_won(operator: str, num: int, den: int, whole: int) -> int:
    """The limit in won: what a part may be at most (rounded down) or has to be at least (up)."""
    return -(-num * whole // den) if operator in FLOOR else num * whole // den


def own_fix(rule: Rule, pair: Comparison, verdict: Verdict) -> int | None:
    """What has to be cut from a part that is too large, or added to one that is too small, in won.

    None where the part lies only partly in its whole: one won does more or less then, depending on where it stands.
    """
    known = pair.of is None or pair.part.within(pair.of)
    return (verdict.add if rule.operator in FLOOR else verdict.cut) if known else None


def mending(rule: Rule, pair: Comparison, verdict: Verdict) -> list[tuple[str, int]]:
    """What would mend a failing cap, in won, each alone enough."""
    floor = rule.operator in FLOOR
    rest = verdict.cut if floor else verdict.add
    ways = [("더 넣어야 할 금액" if floor else "줄여야 할 금액", own_fix(rule, pair, verdict)),
            ("또는 옮겨 오면 되는 금액" if floor else "또는 옮기면 되는 금액", verdict.move),
            ("또는 나머지에서 줄이면 되는 금액" if floor else "또는 나머지에 더 넣으면 되는 금액", rest)]
    return [(word, amount) for word, amount in ways if amount]


def shrinking(rule: Rule, pair: Comparison, verdict: Verdict, whole: str) -> str | None:
    """Why more has to be cut than stands over the limit (or added than is lacking): the base, `whole`, moves along."""
    own = own_fix(rule, pair, verdict)
    if pair.of is None or not own:
        return None
    gap = abs(verdict.part - limit_won(rule.operator, verdict.num, verdict.den, verdict.whole))
    if own <= gap:
        return None
    if rule.operator in FLOOR:
        return f"모자란 금액은 {gap:,}원이지만, 더 넣으면 기준인 {whole}도 늘어서 더 많이 넣어야 해요."
    return f"넘은 금액은 {gap:,}원이지만, 줄이면 기준인 {whole}도 줄어서 더 많이 줄여야 해요."


def readings_told(verdict: Verdict, followed: str, labels: Mapping[str, str], severity: str) -> list[str]:
    """Where readings part, and which could not be measured; nothing where all lead to the same."""
    told = []
    if verdict.differs:
        own = dict(verdict.readings).get(followed, verdict.status)
        apart = [(key, status) for key, status in verdict.readings if key == followed or (status == "fail") != (own == "fail")]
        said = " · ".join(f"{labels.get(key, key)}: {LEVELS[level_of(status, severity)]}" for key, status in apart if status != "unknown")
        told.append(f"해석에 따라 판정이 달라요({said})")
    if verdict.unmeasured:
        names = ", ".join(labels.get(key, key) for key, status in verdict.readings if status == "unknown")
        told.append(f"다른 해석으로는 아직 판정할 수 없어요({names})")
    return told


def information(rule: Rule, verdict: Verdict, part: str, choice: str | None) -> str:
    """What a rule that only informs says of the plan; `choice` names what its amount hangs on."""
    if not verdict.readings:
        return f"{choice}{particle(choice or '', '을/를')} 고르지 않아 금액을 알 수 없어요."
    limit = limit_won(rule.operator, verdict.num, verdict.den, verdict.whole if rule.readings[0].of else 1)
    if verdict.status in ("na", "unknown"):
        return f"{limit:,}원{'' if verdict.status == 'na' else ', 미정인 금액이 있어 아직 비교할 수 없어요'}."
    gap = verdict.part - limit
    compared = f"보다 {abs(gap):,}원 {'많아요' if gap > 0 else '적어요'}" if gap else "과 같아요"
    return f"{part} {verdict.part:,}원이 {limit:,}원{compared}."
