"""Words that went out of use in this guide, each with the word that officials use, and the one way of writing amounts and counts.

A word of everyday speech may still be searched by, and a document's own words stay as they are: such fields are not looked at.
Written in what Python and JavaScript (with its flag `u`) both understand, as macros/checks/unfit.py is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

# Where readers' own words, other names and documents' own words stand.
ASIDE = ("everyday", "synonyms", "asked", "wording")
OUT: Mapping[str, str] = {
    r"까닭": "이유", r"견[주줘줄준줌]": "비교", r"갈래": "종류, 분야", r"(?<!글)꼴": "형식, 모양", r"있으면 된 것": "완료 확인 자료",
    r"셈(?:하|해|했|한 |할 )": "계산", r"읽기에 따라|것으로 읽[어기]": "해석", r"이렇게도 찾아": "다른 검색어", r"낸 곳": "발행 기관",
    r"준다고 해요": "줘요, 주도록 정하고 있어요", r"부딪[치쳐칠]": "충돌", r"본디": "원래", r"북돋": "활성화",
    r"정한 때 없음": "기한 규정 없음", r"맡은 쪽": "수행 주체", r"(?:예산을|사업비를|사업비로는) 짜|짤 수": "편성",
    r"정한 선[과보]": "기준", r"언제의 값인지 적혀": "기준 시점", r"가장 크게는": "최대",
    r"마다의(?![가-힣])": "별", r"(?:보여|알려) 드[려리]": "보여 줘요, 알려 줘요", r"저절로": "자동으로",
    r"이를 [가-힣]+을를? ": "이것을", r"해석에 따라 (?:판정이 )?갈려요": "해석에 따라 판정이 달라요", r"민관 함께": "민관 공동",
    r"판별 변경|연도판": "연도별", r"하나하나에서": "별로", r"이보다 조금 많아요": "○○여 명",
    r"상충": "문서 간 차이", r"다음년도|이듬해": "다음 연도", r"함께 움직이는 사업": "연계 사업", r"아는 날": "기준일", r"기준 밖": "기준 미충족",
    r"이어서 볼 것|알아 둘 것": "관련 안내, 유의 사항", r"여러 길로": "여러 방법으로", r"검사합": "무결성 확인값", r"지어낸 구": "가상의 구",
    r"[0-9][)]*개구(?!리)": "개 구", r"이를 계획을": "이것을",
    r"(?:새|없는|옮긴|첫|이 기록의) 쪽[을이은에의으]": "페이지",
    r"라서예요|[은는인한된] 거예요": "때문이에요, 것이에요", r"다달이": "매월", r"퍼뜨": "확산", r"수 없게 급": "없을 만큼 급",
    r"폭이 넓은 (?:숫자|쌍점|기호)": "전각",
}
# One way of spacing and of counting. Names of things have it as their source has it: 수립계획서, 100인 원탁회의, 50인+ 협치테이블.
ONE_WAY: Mapping[str, str] = {
    r"[0-9]개구": "7개 구", r"[0-9]인(?= 내외| 이내| 이상|[(]겸직[)])|(?<![0-9])[0-9]+인(?![가-힣])(?! 원탁회의|[+])": "10명",
    r"[0-9]조원|[0-9]+만명": "1조 원, 13만 명",
    r"협치조례": "협치 조례", r"상호학습": "상호 학습", r"숙의공론(?! 과정관리 데이터| 기반조성)": "숙의·공론", r"사업총액": "사업 총액",
    r"총 사업비": "총사업비", r"민관합동": "민관 합동", r"협치강사": "협치 강사",
    r"(?<![가-힣])(?:두|세|네|다섯|여섯|일곱) 구(?![가-힣]*[분체획역간성])": "3개 구", r"(?:서울시|(?<![가-힣])시) 지원금": "시비 지원금",
    r"[0-9](?:억|백만|만|천만|천)원|(?<![0-9-])[0-9]+[.][0-9]+억": "10억 원, 9억 5,000만 원",
}
ANY = re.compile("|".join((*OUT, *ONE_WAY)))


def sentence(right: str) -> str:
    """What is said of a word (`{}`) that has a better one."""
    return f"이 길잡이에서 쓰지 않는 말이에요('{{}}'). {right}처럼 써 주세요."
