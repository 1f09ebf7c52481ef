"""What no text of the data may hold: how to reach a person, a person's name, what is still to be written, marks that pages show as they are.

One table for two programs: the checks read it here, the edit screen gets it with its page. So the patterns are written in what
Python and JavaScript (with its flag `u`) both understand: no `\\w`, `\\d` or `\\b`, which mean different letters there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from macros.checks.ousted import ANY, ASIDE, ONE_WAY, OUT, sentence
from macros.models.kinds import ROWS

FAMILY = ("김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반"
          "왕금옥육인맹제모탁국어은편용")
COMPOUND = "남궁|황보|제갈|사공|선우|서문|독고"
COMMON = "김이박최정강조윤장임한오서신권황안송류홍"
TITLES = "주무관|사무관|서기관|팀장|과장|국장|주임|선생님?|박사|교수|씨"
# Words of three letters before a title that are no name, and what ends the name of an office.
OFFICES = "전담의|구청의|서울시|자치구|이하의|민간의|기존의|현재의|지역의|주민의|소속의|위원회|협의회|연구소"
PLACES = "국과팀단회구실관부장원소청서처당사가자인민층체위시도군읍면동"
REFERRED = "|".join(sorted({kind.reference for kind in ROWS if kind.reference} | {"날짜", "개수"}))
# Syllables by what they end in: the particle after a word hangs on it.
OPEN_ENDED = "".join(chr(code) for code in range(0xAC00, 0xD7A4, 28))
CLOSED = "".join(chr(code) for code in range(0xAC00, 0xD7A4) if (code - 0xAC00) % 28)
IN_L = "".join(chr(code) for code in range(0xAC08, 0xD7A4, 28))
# Before these syllables' 은 and 을 stands a verb (모은, 지을), or they are a word together (마을, 가을).
VERBS = "모이나지부그저주보고두수줍"
PLACED = "마가노"
# Fields that hold sentences and nothing else, and those in which a phrase may stand too.
SENTENCES = ("summary", "definition", "lead", "notes", "reason", "wants", "followed", "sentence", "question", "advice", "formerly", "exceptions",
             "message")
PHRASES = ("text", "details")
NOUNS = "일등수것곳때뒤앞위안밖쪽질양값점중후전길말글뜻책힘땅집돈날달해표"  # words of one syllable with which a phrase may end
# What follows a name.
AFTER = "(?=[^가-힣]|$|님|[은는이가을를의과와께도에한])"
TAGS = "b|i|u|s|p|a|br|hr|em|h[1-6]|strong|span|div|font|img|sup|sub|ul|ol|li|table|tr|td|th"

PHONE = "전화번호({})는 적지 않아요. 부서 이름이나 대표 누리집으로 바꿔 주세요."
PERSON = "사람 이름('{}')처럼 보여요. 이름을 빼고 직책만 적어 주세요."
UNWRITTEN = "아직 쓰지 않은 자리('{}')가 남아 있어요. 내용을 쓰거나 이 항목을 지워 주세요."
BULLET = "글머리표('{}')는 적지 않아요. 여럿이면 목록으로 나누어, 줄마다 '- '로 시작해 주세요."
WEB = "웹 주소({})는 글에 적지 않아요. 기관이나 자료의 이름으로 바꿔 주세요. 근거 문서의 주소는 data/sources에 있어요."
PARTICLE = "'{}': 조사가 앞말과 맞지 않아요. 받침이 있으면 은·을·으로·이에요, 없으면 는·를·와·로·예요를 써요."
UNENDED = "문장이 끝나지 않은 것 같아요('{}'). ‘…해요.’처럼 끝맺어 주세요."
SHOWN = "{}: 글자 그대로 보여요. 표시는 지우고 글만 남겨 주세요."


@dataclass(frozen=True)
class Unfit:
    """A pattern that no text may hold, with what is said of it (`{}`: what was found)."""

    pattern: str
    message: str
    cells: bool = True  # whether a table's cell and a form, which may hold a mark alone, are looked at too
    field: str = ""  # the only field that is looked at; all by default
    but: tuple[str, ...] = ()  # fields that are not looked at
    needs: str = ""  # one of these letters is in whatever it finds: most texts have none of them


DIGITS = "0123456789"
OUSTED = (*(Unfit(pattern, sentence(right), but=ASIDE) for pattern, right in OUT.items()),
          *(Unfit(pattern, sentence(right), cells=False, but=ASIDE) for pattern, right in ONE_WAY.items()))
UNFIT: tuple[Unfit, ...] = (
    Unfit(r"(?<![0-9-])(?:0[0-9]{1,2}|\(0[0-9]{1,2}\)|[+]82[-. ]?[0-9]{1,2})[-. )][ ]?[0-9]{3,4}[-. ][ ]?[0-9]{4}(?![0-9])"
          r"|(?<![0-9])1[568][0-9][0-9]-[0-9]{4}(?![0-9])|(?<![0-9])01[016789][0-9]{7,8}(?![0-9])", PHONE, needs=DIGITS),
    # Without an area code a number is a telephone's by the word before it.
    Unfit(r"(?:☎|☏|전화|연락처|문의|내선|[Tt]el[.]?)[ ]?(?:번호)?[ ]?[:.(]?[ ]?[0-9]{3,4}(?:-[0-9]{4})?(?![0-9,회건명개쪽])", PHONE, needs=DIGITS),
    Unfit(r"[A-Za-z0-9가-힣_.+-]+ ?(?:[@＠]|[(\[](?:at|골뱅이)[)\]]) ?[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)+",
          "전자우편 주소({})는 적지 않아요. 부서 이름이나 대표 누리집으로 바꿔 주세요.", needs="@＠(["),
    Unfit(r"(?<![0-9])[0-9]{6}-[1-8][0-9]{6}(?![0-9])", "주민등록번호({})는 적지 않아요. 지워 주세요.", needs=DIGITS),
    Unfit(r"(?:계좌|은행|농협|국민|신한|우리|하나|기업|새마을)[가-힣]{0,4}(?:번호)?[ ]?[:(]?[ ]?[0-9]{2,6}-[0-9]{2,6}-[0-9]{2,8}(?![0-9])",
          "계좌번호({})는 적지 않아요. 지워 주세요.", needs=DIGITS),
    # A reference in the wrong parentheses is published as it stands.
    Unfit(rf"(?<![(（])[(（](?:{REFERRED})/[A-Za-z0-9가-힣_./-]+|（（",
          "값을 가져오려면 보통 괄호를 두 겹으로 써요({}). 예: ((규칙/labour-cap))", needs="(（"),
    # What a slip of the keyboard leaves: letters that are no syllable, one stop or blank too many (an official letter has two before 끝.).
    Unfit(r"[가-힣][ ]?[ㄱ-ㅎㅏ-ㅣ](?=$|[ .,)])", "글자가 덜 쓰였어요('{}'). 맞는 글자로 고치거나 지워 주세요."),
    Unfit(r"[가-힣][.][.](?![.])", "마침표가 겹쳤어요('{}'). 하나만 남겨 주세요."),
    Unfit(r"[가-힣](?:을를|를을|은는|는은)(?=$|[ .,])", "조사가 겹쳤어요('{}'). 하나만 남겨 주세요."),
    Unfit(rf"(?<![가-힣])[가-힣]*(?:(?![{VERBS}])[{OPEN_ENDED}]은|(?![{VERBS}{PLACED}])[{OPEN_ENDED}]을|[{CLOSED}][를와]"
          rf"|[{OPEN_ENDED}{IN_L}]으로)(?=$|[ .,])|(?<![가-힣])[가-힣]*(?:[{OPEN_ENDED}]이에요|[{CLOSED}]예요)", PARTICLE, but=ASIDE),
    # Behind a bracket the particle goes with the word before it: 참여자(위원 등)예요. `(안)` is read with it: 협약서(안)을.
    Unfit(rf"[가-힣]*(?:[{OPEN_ENDED}][(](?!안[)])[^()]+[)](?:이에요|은|을|과|이)|[{OPEN_ENDED}{IN_L}][(](?!안[)])[^()]+[)]으로"
          rf"|[{CLOSED}][(][^()]+[)](?:예요|는|를|와|가))(?=$|[ .,])", PARTICLE, but=ASIDE, needs="("),
    *(Unfit(r"[^ ]*[가-힣](?<![요다까죠])$", UNENDED, field=field) for field in SENTENCES),
    *(Unfit(rf"[가-힣]+[과와를을의에은는이가] (?![{NOUNS}])[가-힣]$"
            r"|[가-힣]+ [가-힣]+(?:[와를는]|에게|에서|하고|하며|면서|해서|려고|지만)$", UNENDED, field=field)
      for field in PHRASES),
    Unfit(r"(?<![가-힣])([가-힣]+[이가은는을를의에로]) \1(?![가-힣])", "같은 말이 거듭됐어요('{}'). 하나만 남겨 주세요.", but=ASIDE),
    Unfit(r"[(][^()]*$", "괄호가 닫히지 않았어요('{}'). 닫는 괄호를 적어 주세요.", needs="("),
    Unfit(r"(?<![0-9])(?:2월 ?3[01]일|(?:[469]|11)월 ?(?:31)일|(?:1[3-9]|[2-9][0-9])월 ?[0-9]{1,2}일|[0-9]{1,2}월 ?(?:3[2-9]|[4-9][0-9])일)",
          "달력에 없는 날짜({})예요. 맞는 날짜로 고쳐 주세요.", needs=DIGITS),
    Unfit(r"https?://[^ )]*|(?<![A-Za-z0-9])www[.][^ )]*",
          WEB, needs=":w"),
    Unfit(r"[🌀-🫿]", "이모티콘('{}')는 적지 않아요. 지우거나 글로 바꿔 주세요."),
    Unfit(r"[가-힣]+(?:니다|십시오)(?=[.!]|$)", "'{}': 이 길잡이는 해요체로 써요. 예: 해요, 해 주세요.", cells=False,
          but=(*ASIDE, "paragraphs")),  # of letters to be sent
    Unfit(r"[^ ]+ {2,}(?!끝[.])[^ ]+", "낱말 사이에 빈칸이 여럿 있어요('{}'). 한 칸만 남겨 주세요.", cells=False),
    # Titles follow a person's name (사무관리비 and 구의원 are none), a name what somebody does; a family name of two letters, or alone.
    Unfit(rf"(?<![가-힣A-Za-z])(?!{OFFICES})[{FAMILY}][가-힣]{{2}}[ ]?(?:{TITLES})(?=[^가-힣]|$|님|[은는이가을를의과와께도])", PERSON),
    Unfit(rf"(?:담당자?|작성자|문의처|성명)(?:[ ]?:[ ]?|[ ])(?!이[사것런후유번])(?:{COMPOUND}|[{COMMON}])[가-힣]{{2}}(?=[^가-힣]|$|님|에게|께|한테)"
          rf"|(?<![가-힣])(?:{COMPOUND})[가-힣]{{1,2}}[ ]?(?:{TITLES}){AFTER}|(?<![가-힣])[{COMMON}][ ](?:{TITLES}){AFTER}", PERSON),
    Unfit(rf"(?<![가-힣])[{COMMON}](?:[○◯*＊][가-힣○◯*＊]|[가-힣][○◯*＊])(?![가-힣])(?= ?(?:{TITLES}|님|$))", PERSON, needs="○◯*＊"),
    Unfit(rf"^(?!{OFFICES})[{COMMON}][가-힣](?![{PLACES}])[가-힣]$", PERSON, field="who"),
    Unfit(r"(?<![A-Za-z])(?:TODO|FIXME|TBD|XXX)(?![A-Za-z])|[Ll]orem ipsum|^[(](?:내용|제목|이름)[)]$|(?<![A-Za-z])(?:OO+|XX+|oo+|xx+)(?=[가-힣 ]|$)"
          r"|추후[ ]?(?:작성|기재|입력|보완|확정|추가)|(?:작성|입력|보완)[ ]?(?:예정|필요|요망)"
          r"|[(\[<][^()\[\]<>]{0,12}(?:입력|작성|기입)(?:하세[요]|해[ ]?주세[요]|할 것|란)?[)\]>]"
          r"|여기(?:에|는)[ ]?(?:내용을[ ]?)?(?:적으세[요]|쓰세[요]|적어 주세[요]|써 주세[요]|입력)"
          r"|[○◯ㅇ]{2,}(?:을|를|에|이|가)? ?(?:넣|적|쓰|입력|기입)|[?？]{2,}|[(][^()]{0,12}확인 ?(?:필요|요망|예정|할 것)[)]"
          r"|^(?:미작성|작성[ ]?중|확인[ ]?중|준비[ ]?중|추후|나중에)[.]?$", UNWRITTEN),
    Unfit(rf"</?(?:{TAGS})(?: [^<>]*)?/?>", SHOWN, needs="<"),
    Unfit(r"&(?:[A-Za-z]{2,8}|#[0-9]{1,5}|#x[0-9A-Fa-f]{1,4});", SHOWN, needs="&"),
    Unfit(r"[*][*][^* ][^*]*[*][*]|\[[^\[\]]+\]\([^() ]+\)", SHOWN, needs="*["),
    # A list typed as text: pages would show the mark within a sentence.
    Unfit(r"^[●■□◆◇▶▷►▪▫◦∙❍❏❑※★☆·ㆍ•‣⁃○➢➤✓✔ㅇ–—-][ ]+(?=[^ ])|^[oO][ ]+(?=[가-힣])", BULLET, cells=False),
    Unfit(r"^[.…?○◯_~-]+$", UNWRITTEN, cells=False),  # nothing but marks
    *OUSTED,
)
READ: Mapping[str, re.Pattern[str]] = {one.pattern: re.compile(one.pattern) for one in UNFIT}


@lru_cache(maxsize=1 << 16)  # more than all texts: of a change only what is new is looked at
def fault(text: str, *, cell: bool = False, field: str = "", put: tuple[tuple[int, int], ...] = ()) -> tuple[str, str] | None:
    """What of a text is wrong, and the sentence about it; None when nothing is. `put`: from where to where references wrote it."""
    letters = frozenset(text)
    for pattern, message, needs in _looked_for(cell, field, ANY.search(text) is not None):
        if (needs and letters.isdisjoint(needs)) or pattern.search(text) is None:  # as nearly always
            continue
        for found in pattern.finditer(text):
            if not any(start < found.end() and found.start() < end for start, end in put):
                return found[0], message.replace("{}", found[0].strip())
    return None


@cache
def _looked_for(cell: bool, field: str, ousted: bool) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """The patterns for a text of this field, each with what is said of it and what it needs."""
    return tuple((READ[one.pattern], one.message, one.needs) for one in UNFIT
                 if (one.cells or not cell) and one.field in ("", field) and field not in one.but and (ousted or one not in OUSTED))
