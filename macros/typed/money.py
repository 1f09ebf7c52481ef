"""Money as people type it, in whole won: `1,234,000`, `금 1,200,000원정`, `12,000천원`, `1억 2,000만원`. The twin of js/money.js."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.typed import korean
from macros.typed.text import UNDECIDED, UnreadError, clean, lookalikes, mixed, signed

MOST = 10**15
NUMBER = "숫자로 적어 주세요(예: 12,000,000 또는 1,200만원)."
HEAD = re.compile(r"(?:일금|금)? ?(?:₩|\\|KRW)? ?", re.IGNORECASE)
TAIL = re.compile(r" ?(원)? ?(정|整)?([.,]?-|\.)?$")
BELOW_ZERO = "0원보다 적은 금액은 넣을 수 없어요."
# What is no amount, and the sentence about it; tried one after the other.
NONE = re.compile("[-−–—‒‐]+|없음|해당 ?없음|무|N/?A", re.IGNORECASE)
EXPONENT = re.compile(r"([0-9]+)(?:\.([0-9]+))?[eE]\+?([0-9]{1,2})")
OTHERS = (
    (re.compile("%|퍼센트|프로$"), "비율이 아니라 금액을 적어 주세요."),
    (re.compile("[$€¥£]|달러|유로|위안|USD|EUR|JPY", re.IGNORECASE), "원으로 바꾼 금액을 적어 주세요."),
    (re.compile("[~∼〜]|[0-9] ?[-−–—] ?[0-9]|부터|까지"), "금액 하나만 적어 주세요."),
    (re.compile("[0-9천백십만억조원] ?[×✕xX*÷/+=]|^="), "계산식이 아니라 계산한 금액을 적어 주세요."),
    (re.compile("[0-9] ?(?:명|인|개|회|건|곳|시간|개월|개소|단체|㎡)$"), "금액을 원으로 적어 주세요."),
    (re.compile("[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2089\u2150-\u2189\u2460-\u249b]"), NUMBER),
)
UNITS = frozenset("십백천만억조")
UNIT_ALONE = "단위 앞에 숫자도 적어 주세요."
UNIT_BEHIND = re.compile(r" ?\(((?:천|백만|만|억)원)\)")
AMOUNT = re.compile("(?<![A-Za-z0-9.,])[0-9][0-9.,천백십만억조]*(?: ?[0-9][0-9.,천백십만억조]*)*원?(?![A-Za-z0-9])")
# Words alone that can only be an amount (백만, 삼천만, 일억 오천만); 오만, 구조, 백조 may be other words.
CLEAR = re.compile("(?:[0-9천백십]+[조억만])*(?:[0-9]?[천백십])+[0-9]?[억만]")


@dataclass(frozen=True)
class Money:
    """`won` None: not known, either said so (미정), blank, or because of `error`. `likely`: the right form to offer."""

    won: int | None
    error: str | None = None
    blank: bool = False
    likely: str | None = None


def parse(typed: str) -> Money:
    """What a field of money keeps of a text."""
    text = clean(typed)
    if not text:
        return Money(None, blank=True)
    if UNDECIDED.fullmatch(text):
        return Money(None)
    try:
        return Money(_amount(text))
    except UnreadError as refusal:
        return Money(None, str(refusal), likely=refusal.likely)


def _amount(text: str) -> int:
    """The won that the text says. Raises UnreadError, with the likely right form of the whole text."""
    if NONE.fullmatch(text):
        raise UnreadError("금액이 없으면 0을 적어 주세요.", "0")
    below, bare = signed(HEAD.sub("", text, count=1))
    bare = HEAD.sub("", bare, count=1)
    try:
        won = _unsigned(bare, text != bare and not below)
    except UnreadError as wrong:
        raise UnreadError(BELOW_ZERO) if below and wrong.likely else wrong from None
    if below and won:
        raise UnreadError(BELOW_ZERO)
    if won > MOST:
        raise UnreadError("너무 큰 금액이에요(1,000조 원까지).")
    return won


def _unsigned(text: str, is_marked: bool) -> int:
    """`is_marked`: ₩ or 금 stands before it."""
    tail = TAIL.search(text)
    assert tail  # it may be empty
    core = _joined(text[:tail.start()])
    says_won = bool(tail[1])
    exponent = EXPONENT.fullmatch(core)
    if exponent:
        raise UnreadError("숫자를 끝까지 적어 주세요.", _written_out(*exponent.groups()))
    if not core or not re.fullmatch("[0-9.,천백십만억조]+", core):
        raise _unreadable(text)
    if not re.search("[0-9]", text[:tail.start()]):
        _demand_amount(core, says_won, bool(tail[2]))
    if tail[3] == "-" and not (says_won or tail[2] or is_marked):
        raise UnreadError("끝의 ‘-’를 지워 주세요.", _sound(core, False))
    try:
        return korean.won_of(core, says_won or bool(tail[2]))
    except UnreadError as wrong:
        raise UnreadError(wrong.why, _sound(wrong.likely, says_won)) from None


def _demand_amount(core: str, says_won: bool, is_ended: bool) -> None:
    """In words alone an amount is clear (백만) or says 원 and how many: 조정, 구조, 일정 are other words, 만원 is a unit. `is_ended`: with 정."""
    if CLEAR.fullmatch(core):
        return
    if core in UNITS:
        raise UnreadError(UNIT_ALONE, f"1{core}원" if core in "천만억조" and (says_won or not is_ended) else None)
    if not says_won:
        is_word = is_ended or not UNITS & set(core)
        raise UnreadError(NUMBER, None if is_word else _sound(f"{core}원", False))


def _joined(text: str) -> str:
    """Without blanks; one between digits parts groups of three, as a comma does."""
    parted = re.sub("(?<=[0-9]) (?=[0-9])", ",", text)
    return korean.with_digits(parted.replace(" ", ""))


def _sound(likely: str | None, says_won: bool) -> str | None:
    """A likely form that can be read itself: all that is wrong put right."""
    if not likely:
        return None
    found = parse(likely)
    if found.won is None:
        return found.likely
    return likely if not says_won or likely.endswith("원") else f"{likely}원"


def _written_out(whole: str, fraction: str | None, power: str) -> str | None:
    digits, places = whole + (fraction or ""), int(power) - len(fraction or "")
    if places < 0 or int(digits) * 10**places > MOST:
        return None
    return f"{int(digits) * 10**places:,}"


def _unreadable(text: str) -> UnreadError:
    """Why a text with other signs than an amount's cannot be read; the one amount in it is the likely one."""
    why = next((why for pattern, why in OTHERS if pattern.search(text)), None)
    if why:
        return UnreadError(why)
    letters, plain = lookalikes(text)
    if letters:
        return UnreadError(mixed(letters), _sound(plain, False))
    found = AMOUNT.findall(UNIT_BEHIND.sub(r"\1", text))
    likely = found[0].strip(" ") if len(found) == 1 else None
    return UnreadError(NUMBER, _sound(likely, False) if likely else None)
