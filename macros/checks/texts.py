"""What no text of the data may hold: how to reach a person, a person's name, a word that stands for what is still to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.checks.walk import texts
from macros.models.kinds import ROWS
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem

PHONE = re.compile(r"(?<![\d-])(?:0\d{1,2}|\(0\d{1,2}\))[-. )]\s?\d{3,4}[-. ]\s?\d{4}(?!\d)"
                   r"|(?<!\d)1[568]\d\d-\d{4}(?!\d)|(?<!\d)01[016789]\d{7,8}(?!\d)")
# Without an area code a number is a telephone's by the word before it.
EXTENSION = re.compile(r"(?:☎|☏|전화|연락처|문의|내선|[Tt]el\.?)\s?(?:번호)?\s?[:.(]?\s?\d{3,4}(?:-\d{4})?(?![\d,회건명개쪽])")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
FAMILY = ("김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반"
          "왕금옥육인맹제모탁국어은편용")
TITLES = "주무관|사무관|서기관|팀장|과장|국장|주임|선생님?|박사|교수|씨"
# Titles that follow a person's name; 사무관리비 and 구의원 are none.
PERSON = re.compile(rf"(?<![가-힣A-Za-z])([{FAMILY}][가-힣]{{2}})\s?({TITLES})"
                    r"(?=[^가-힣]|$|님|[은는이가을를의과와께도])")
COMPOUND = "남궁|황보|제갈|사공|선우|서문|독고"
COMMON = "김이박최정강조윤장임한오서신권황안송류홍"
# A name after what somebody does, a family name of two letters, a family name alone.
AFTER = r"(?=[^가-힣]|$|님|[은는이가을를의과와께도에한])"
OTHER_PERSON = re.compile(rf"(?:담당자?|작성자|문의처|성명)(?:\s?:\s?|\s)(?!이[사것런후유번])(?:{COMPOUND}|[{COMMON}])[가-힣]{{2}}(?=[^가-힣]|$)"
                          rf"|(?<![가-힣])(?:{COMPOUND})[가-힣]{{1,2}}\s?(?:{TITLES}){AFTER}"
                          rf"|(?<![가-힣])[{COMMON}]\s(?:{TITLES}){AFTER}")
# Words of three letters before a title that are no name.
OFFICES = frozenset({"전담의", "구청의", "서울시", "자치구", "이하의", "민간의", "기존의", "현재의", "지역의", "주민의", "소속의",
                     "위원회", "협의회", "연구소"})
UNWRITTEN = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|[Ll]orem ipsum|^\(내용\)$|(?<![A-Za-z])(?:OO+|XX+|oo+|xx+)(?=[가-힣\s]|$)"
                       r"|추후\s?(?:작성|기재|입력|보완|확정|추가)|(?:작성|입력|보완)\s?(?:예정|필요|요망)")
# Numbers of persons and of accounts.
RESIDENT = re.compile(r"(?<!\d)\d{6}-[1-8]\d{6}(?!\d)")
ACCOUNT = re.compile(r"(?:계좌|은행|농협|국민|신한|우리|하나|기업|새마을)[가-힣]{0,4}(?:번호)?\s?[:(]?\s?\d{2,6}-\d{2,6}-\d{2,8}(?!\d)")
# What a slip of the keyboard leaves: letters that are no syllable, one stop too many.
LETTER = re.compile(r"[가-힣]\s?[ㄱ-ㅎㅏ-ㅣ](?=$|[\s.,)])")
STOPS = re.compile(r"[가-힣]\.\.(?!\.)")
# A reference in the wrong parentheses is published as it stands.
ALONE = re.compile(rf"(?<![(（])[(（](?:{'|'.join(sorted({kind.reference for kind in ROWS} | {'날짜', '개수'}))})/[\w./-]+|（（")
# A list typed as text: pages would show the mark within a sentence.
BULLET = re.compile(r"[●■□◆◇▶▷▪▫◦∙❍❏❑※★☆·•‣⁃○]\s+(?=\S)")
BLANK = re.compile(r"[.…?○◯\-_~]+")  # nothing but marks

PHONE_MESSAGE = "전화번호({})는 적지 않아요. 부서 이름이나 대표 누리집으로 바꿔 주세요."
PERSON_MESSAGE = "사람 이름('{}')처럼 보여요. 이름을 빼고 직책만 적어 주세요."
UNWRITTEN_MESSAGE = "아직 쓰지 않은 자리('{}')가 남아 있어요. 내용을 쓰거나 이 항목을 지워 주세요."
WRONG = ((PHONE, PHONE_MESSAGE), (EXTENSION, PHONE_MESSAGE),
         (MAIL, "전자우편 주소({})는 적지 않아요. 부서 이름이나 대표 누리집으로 바꿔 주세요."),
         (RESIDENT, "주민등록번호({})는 적지 않아요. 지워 주세요."), (ACCOUNT, "계좌번호({})는 적지 않아요. 지워 주세요."),
         (ALONE, "값을 가져오려면 보통 괄호를 두 겹으로 써요({}). 예: ((규칙/labour-cap))"),
         (LETTER, "글자가 덜 쓰였어요('{}'). 맞는 글자로 고치거나 지워 주세요."), (STOPS, "마침표가 겹쳤어요('{}'). 하나만 남겨 주세요."),
         (PERSON, PERSON_MESSAGE), (OTHER_PERSON, PERSON_MESSAGE), (UNWRITTEN, UNWRITTEN_MESSAGE))


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
    for pattern, message in WRONG:
        if (found := pattern.search(text)) and not (pattern is PERSON and found[1] in OFFICES):
            return message.format(found[0].strip())
    if cell:
        return None
    if found := BULLET.match(text):
        return f"글머리표('{found[0].strip()}')는 적지 않아요. 여럿이면 목록으로 나누어, 줄마다 '- '로 시작해 주세요."
    return UNWRITTEN_MESSAGE.format(text) if BLANK.fullmatch(text) else None
