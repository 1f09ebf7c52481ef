"""What no text of the data may hold: how to reach a person, a person's name, a word that stands for what is still to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.checks.walk import texts
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem

PHONE = re.compile(r"(?<![\d-])(?:0\d{1,2}|\(0\d{1,2}\))[-. )]\s?\d{3,4}[-. ]\s?\d{4}(?!\d)"
                   r"|(?<!\d)1[568]\d\d-\d{4}(?!\d)|(?<!\d)01[016789]\d{7,8}(?!\d)")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
FAMILY = ("김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반"
          "왕금옥육인맹제모탁국어은편용")
# Titles that follow a person's name; 사무관리비 and 구의원 are none.
PERSON = re.compile(rf"(?<![가-힣A-Za-z])([{FAMILY}][가-힣]{{2}})\s?(주무관|사무관|서기관|팀장|과장|국장|주임|선생님?|박사|교수|씨)"
                    r"(?=[^가-힣]|$|님|[은는이가을를의과와께도])")
# Words of three letters before a title that are no name.
OFFICES = frozenset({"전담의", "구청의", "서울시", "자치구", "이하의", "민간의", "기존의", "현재의", "지역의", "주민의", "소속의",
                     "위원회", "협의회", "연구소"})
UNWRITTEN = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|추후\s?(?:작성|기재|입력|보완|확정|추가)|(?:작성|입력|보완)\s?(?:예정|필요|요망)")
BLANK = re.compile(r"[.…?○◯\-_~]+")  # nothing but marks


def check_texts(guide: Guidebook) -> Iterator[Problem]:
    """Every text of every record, and the references in them that lead nowhere."""
    yield from guide.misreferred
    for kind, key, place, _, at, text in texts(guide):
        wrong = fault(text, cell="rows" in at or kind == "forms")
        if wrong:
            yield guide.problem(kind, key, (*place, *at), wrong)


@lru_cache(maxsize=1 << 16)  # more than all texts: of a change only what is new is looked at
def fault(text: str, *, cell: bool = False) -> str | None:
    """What is wrong with a text; None when nothing is. A table's `cell` may hold nothing but a mark."""
    if found := PHONE.search(text):
        return f"전화번호({found[0]})는 적지 않아요. 부서 이름이나 대표 누리집으로 바꿔 주세요."
    if found := MAIL.search(text):
        return f"전자우편 주소({found[0]})는 적지 않아요. 부서 이름이나 대표 누리집으로 바꿔 주세요."
    if (found := PERSON.search(text)) and found[1] not in OFFICES:
        return f"사람 이름('{found[0]}')처럼 보여요. 이름을 빼고 직책만 적어 주세요."
    if found := UNWRITTEN.search(text):
        return f"아직 쓰지 않은 자리('{found[0]}')가 남아 있어요. 내용을 쓰거나 이 항목을 지워 주세요."
    if not cell and BLANK.fullmatch(text):
        return f"아직 쓰지 않은 자리('{text}')가 남아 있어요. 내용을 쓰거나 이 항목을 지워 주세요."
    return None
