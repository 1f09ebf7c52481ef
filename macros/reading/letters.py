"""What a text of the data may hold: letters that people see, no sign of a template, no more than a page can bear.

The edit screen says the same (docs/assets/js/edit/letters.js); a test keeps the two alike.
"""

from __future__ import annotations

import re

from macros.words import marks

# Nobody sees these, or tells them from a blank, or they turn what stands around them: format characters, blanks of other
# widths, fillers, variation selectors, tags, surrogates, and what has no meaning of its own. Pasted from web pages and
# word processors they break search and links; put in on purpose they hide words from those who check a change.
UNSEEN = re.compile(
    "[\u0085\u00a0\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u2800\u3000\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000110bd\U000110cd"
    "\U00013430-\U00013455\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Where a template of Jinja begins. Ours never read data as one; whoever takes the data elsewhere may.
TEMPLATE = re.compile(r"\{[{%#]")
LONGEST = 2_000  # letters; the longest text of the data has 223
# Texts without these need no closer look: YAML's escapes begin with the first.
SUSPECT = re.compile(r"\\|\{[{%#]")


def unseen(letter: str) -> str:
    """What to do about a letter that nobody sees, or that only 한글 shows: its bullets are letters of its own."""
    if "\ue000" <= letter <= "\uf8ff" or letter >= "\U000f0000":
        return f"한글(HWP)에서만 보이는 글머리표나 기호(U+{ord(letter):04X})가 있어요. 지우거나 '-'나 '•'로 바꿔 주세요."
    return f"눈에 보이지 않는 글자(U+{ord(letter):04X})가 있어요. 지우거나 보통 빈칸으로 바꿔 주세요."


def unusable(code: int) -> str:
    """What to do about a control character."""
    return f"쓸 수 없는 글자(U+{code:04X})가 있어요. 지워 주세요."


PILED = f"한 글자에 부호가 {marks.MOST}개 넘게 붙어 있어요. 남는 것을 지워 주세요."


def fault(text: str) -> str | None:
    """What is wrong with a value or a key, whatever notation it was written in; None when nothing is."""
    if len(text) > LONGEST:
        return f"글이 너무 길어요({len(text):,}자). {LONGEST:,}자까지 쓸 수 있어요. 나누어 적어 주세요."
    if found := CONTROL.search(text):
        return unusable(ord(found[0]))
    if found := UNSEEN.search(text):
        return unseen(found[0])
    if next(marks.piles(text), None):
        return PILED
    if found := TEMPLATE.search(text):
        return f"'{found[0]}' 기호는 쓸 수 없어요. 프로그램이 명령으로 읽을 수 있어요. 꼭 필요하면 사이를 한 칸 띄어 주세요."
    return None
