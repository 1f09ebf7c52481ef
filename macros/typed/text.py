"""A typed text as the grammar reads it, and why it cannot be read. The twin of js/typed/text.js."""

from __future__ import annotations

import re

from macros.words.marks import composed

# What nobody sees, the blanks of all kinds, and the signs of full width with their plain ones. No other folding: ² is
# not 2.
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
BLANKS = re.compile("[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0xFFE6: ord("₩")}
# Units in Chinese letters, as heads of budget tables still have them (千원, 百萬원).
LETTERS = str.maketrans("百千萬万億兆圓", "백천만만억조원")
UNDECIDED = re.compile(r"미정|모름|\?")
BELOW = re.compile("-|[−–—‒‐△▲▵▽▼]|마이너스")
WRAPPED = re.compile(r"\((.*)\)")


# Letters and signs that are typed, or read from paper, in place of a digit; S, B and Z only before one (1B is none).
_ALIKE = {"0": "OoΟοОо〇○◯ㅇ", "1": "lIiΙІ|ㅣⅠ", "2": "Zz", "5": "Ss", "8": "B"}
LOOKALIKES = str.maketrans({letter: digit for digit, letters in _ALIKE.items() for letter in letters})
_EVERYWHERE, _BEFORE = _ALIKE["0"] + _ALIKE["1"], _ALIKE["2"] + _ALIKE["5"] + _ALIKE["8"]
MIXED = re.compile(f"(?<![A-Za-z])(?:[0-9.,{_EVERYWHERE}]|[{_BEFORE}](?=[0-9.,{_EVERYWHERE}]))+(?![A-Za-z])")


class UnreadError(Exception):
    """A text that is no amount: a sentence that says why, and the likely right form of the whole text, if there is one."""

    def __init__(self, why: str, likely: str | None = None) -> None:
        self.why, self.likely = why, likely
        super().__init__(f"{why} 혹시 ‘{likely}’인가요?" if likely else why)


def clean(typed: str) -> str:
    """The text in composed letters and plain signs, with single blanks."""
    seen = UNSEEN.sub("", composed(typed)).translate(WIDE).translate(LETTERS)
    text = BLANKS.sub(" ", seen).strip(" ")
    quoted = re.fullmatch(r"'([^']*)'?|\"([^\"]*)\"", text)
    return (quoted[1] or quoted[2] or "").strip(" ") if quoted else text


def lookalikes(text: str) -> tuple[str, str]:
    """The letters that stand among digits in place of one, and the text with digits in their place."""
    found: list[str] = []

    def plain(run: re.Match[str]) -> str:
        if not re.search("[0-9]", run[0]):
            return run[0]
        found.extend(re.findall("[^0-9.,]", run[0]))
        return run[0].translate(LOOKALIKES)
    told = MIXED.sub(plain, text)
    return "".join(dict.fromkeys(found)), told


def mixed(letters: str) -> str:
    """What is said of letters in place of digits."""
    return f"숫자 자리에 다른 글자({letters})가 있어요."


def signed(text: str) -> tuple[bool, str]:
    """Whether the text says a number below 0, with a sign or in brackets as books do, and the text without that."""
    wrapped = WRAPPED.fullmatch(text)
    if wrapped:
        return True, wrapped[1].strip(" ")
    sign = BELOW.match(text)
    if sign and sign.end() < len(text):
        rest = text[sign.end():].strip(" ")
        return True, signed(rest)[1]
    return False, text.removeprefix("+").strip(" ")
