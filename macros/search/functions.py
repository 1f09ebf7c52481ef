"""What the site itself can do, by the words that people use for it: no record tells these, and a page tells them once.

A pattern is words that must all stand in what is typed, in any order; `|` parts words that will do for one another. A verb stands
as its beginning that no ending changes: 내려받, 합치|합쳐. The engine (docs/assets/js/search/functions.js) puts the places first where a
pattern covers most of the query.
"""

from __future__ import annotations

from dataclasses import dataclass

_GET = "받|다운|내려|저장|내보|변환|뽑"
_EXCEL = "엑셀|xlsx|스프레드시트"
_LOSE = "날아|날라|사라|없어|지워|날렸|잃"
_TYPED = "메모|적어둔|입력|작성|적은|적던|적다|쓰던|쓴내용|작업|내용|표시"
_CHECKS = "체크리스트|점검표|체크표|확인표|체크한|체크하|점검한|표시한"
# What a tool does with what is typed into it, by the words of people who do not know its name.
_JUDGED = ("계산|셈|재기|재주|판정|맞는지|되는지|넘는지|넘었는지|어겼는지|지켰는지|지키는지|받아야하는지|해야하는지|봐주|알려주|따져|걸러주|검사"
           "|자동|도구|점검하|확인하|확인해|나오는거|나오는것|나오는곳")
_TOGETHER = "합치|합쳐|합칠|취합|모으|모아|병합|함께|같이|공동|여럿|여러사람|협업|나눠|나누"


@dataclass(frozen=True)
class Function:
    """What the site does: the places that do or tell it, the fittest first, and the patterns that ask for it."""

    name: str
    at: tuple[str, ...]
    patterns: tuple[str, ...]


FUNCTIONS: tuple[Function, ...] = (
    Function("파일 받기", ("downloads/", "downloads/#forms"), (
        "다운로드", "다운받", "다운", "내려받", "내려받기", "첨부파일", "첨부", "붙임파일", "파일받",
        "파일 저장|어디|목록|모음", "한글파일", "hwp",
        "hwpx", "docx", "워드파일", "워드 받|다운|파일", "자료실", "파일")),
    Function("서식 파일", ("downloads/#forms", "forms/"), (
        "서식|양식|신청서|명단|템플릿 받|다운|내려|파일|hwp|한글|docx|워드",
        "작성예시|채운보기|예시파일|견본")),
    Function("서식", ("forms/", "downloads/#forms"), ("양식|서식 모음|목록|모아|전체",)),
    Function("엑셀로 받기", ("downloads/", "tools/budget/#엑셀에서-계산하려면", "downloads/#workbooks"), (
        f"{_EXCEL} {_GET}|출력|파일|옮기", "엑셀로")),
    Function("자동 계산 엑셀 파일", ("downloads/#workbooks", "tools/budget/#엑셀에서-계산하려면"), (
        f"{_EXCEL} 계산|수식|자동|계산기", f"{_EXCEL} 예산|한도")),
    Function("통째로 받기", ("downloads/#whole", "downloads/", "maintain/hosting/#offline"), (
        "압축", "zip", "집파일", "알집", "통째", "전체 다운|내려|받기",
        "한꺼번에|일괄|한번에 다운|내려|받기", "오프라인", "usb", "유에스비", "외장하드",
        "인터넷|와이파이|네트워크|통신 없|안되|안돼|끊|안터|차단|막|연결", "내부망|폐쇄망|행정망|업무망")),
    Function("한 권(PDF)", ("downloads/#whole", "downloads/"), (
        "pdf", "피디에프", "책자", "한권", "제본", "전자책", "사이트|전체|안내서 인쇄|출력")),
    Function("인쇄", ("checklists/", "tools/budget/", "downloads/#whole", "reference/accessibility/#use"), (
        "인쇄", "출력", "프린트", "프린터", "종이 뽑|받|인쇄", "a4", "회의자료 인쇄|출력|뽑")),
    Function("링크로 나누기", ("checklists/", "tools/budget/", "maintain/checklist-file/#link",
        "maintain/plan-file/#link"), (
        "링크", "url", "공유하|공유할|공유해", "공유", "주소 복사|보내",
        "링크|주소 공유|복사|보내|만들|전달", "카톡|카카오톡|메신저|메일 공유|보내|전달",
        "다른사람|동료|직원|팀원 보내|공유|전달|보여")),
    Function("저장과 이어 쓰기", ("tools/budget/#적은-내용은-어디에-남나요", "checklists/",
        "tools/package/#privacy"), (
        "저장", "임시저장", "자동저장", "저장하|저장되|저장할|저장해", f"{_TYPED} 저장|보관|남|기록|이어",
        f"{_TYPED} {_LOSE}", "이어서|계속|나중에 작성|쓰기|하기|입력",
        "다른컴퓨터|다른pc|집에서 이어|열|옮", "브라우저 닫|껐|끄",
        "개인정보|유출|서버|보안|쿠키 저장|남|전송|어디|안전|올라", "백업")),
    Function("되돌리기", ("tools/budget/", "checklists/", "tools/"), (
        "되돌리기", "되돌리", "되돌려", "되살리", "되살려", "복구", "복원", "실행취소", "undo", "ctrl+z", "컨트롤z", "원래대로",
        "잘못|실수 입력|지웠|지운|눌|삭제", "초기화", "입력|방금|작성 취소")),
    Function("파일 열기", ("tools/budget/#open", "checklists/", "tools/package/"), (
        "불러오|불러올|불러와", "파일 열기|열려면|여는|열어", "저장한|받은|받아둔 파일|것|계획 열|다시",
        "업로드", "가져오기", "붙여넣")),
    Function("읽기 편한 화면", ("reference/accessibility/#use", "reference/accessibility/"), (
        "글자|글씨|폰트|화면 크기|크게|키우|확대|작|커", "확대", "다크모드|다크", "야간모드",
        "어두운|밝은|까만|검은|밤 화면|모드|배경|테마", "고대비", "화면 낭독|읽어",
        "낭독기", "스크린리더", "시각장애|저시력|노안|색맹|색약", "음성 읽|듣", "단축키", "키보드",
        "마우스없이", "접근성", "모바일|스마트폰|휴대폰|핸드폰",
        "앱 설치|있|다운")),
    Function("체크리스트 합치기", ("checklists/", "maintain/checklist-file/#merge"), (
        f"{_CHECKS} {_TOGETHER}|공유|파일|링크",
        f"{_CHECKS} 저장|인쇄|출력|기록|작성|메모|담당자",)),
    Function("캘린더에 넣기", ("dates/", "tools/deadlines/", "downloads/#others"), (
        "캘린더|달력|ics|아웃룩|구글캘린더 넣|추가|등록|내보|동기화|구독|파일|저장|받|연동|알림",
        "캘린더", "달력", "ics", "일정|기한|마감 알림|알려|휴대폰|핸드폰|아웃룩")),
    Function("용어", ("reference/glossary/",), (
        "용어집", "용어|낱말|단어|말뜻|어려운말 사전|찾|풀이|집|모음|모르|정리|목록|설명", "단어장")),
    Function("근거 문서", ("reference/sources/",), (
        "출처", "원문", "원본", "근거문서", "근거자료", "참고문헌", "어디서나온")),
    Function("바뀐 것", ("reference/changes/",), (
        "업데이트", "변경이력", "개정이력", "수정이력", "새소식", "공지사항", "달라진 점|것|내용",
        "바뀐 점|것|내용",
        "2020 2021 규칙|기준|지침|제도|규정|내용 비교|차이|달라|바뀐|다른", "작년|지난해|예전 올해|지금 규칙|기준|지침|규정 달라|바뀐|차이|다른",
        "최신 정보|내용|자료|반영")),
    Function("소식 구독", ("downloads/#others", "reference/changes/"), (
        "rss", "atom", "피드", "소식|업데이트|바뀐것|바뀐내용|변경사항 구독|알림|받기|받아|메일|알려")),
    Function("틀린 곳 알리기", ("maintain/editing/", "reference/accessibility/#report"), (
        "오타", "오류|틀린|잘못|오기 신고|알리|알려|제보|수정|고쳐|고치|내용|곳|바로", "수정요청",
        "의견|건의|불편|제안 보내|남기|접수|사이트", "사이트|홈페이지 문의|연락|담당")),
    Function("자료를 가져다 쓰기", ("downloads/data/", "downloads/"), (
        "csv", "json", "api", "오픈데이터", "공개데이터|공공데이터", "원자료", "로우데이터",
        "데이터 받|다운|내려|활용|가져|파일", "표 데이터|csv")),
    Function("자치구 지도", ("districts/", "districts/#map"), (
        "지도", "구별|자치구|우리구 현황|목록|지도|찾|비교|정보", "우리구")),
    Function("예산 한도 계산기", ("tools/budget/",), (
        f"한도 {_JUDGED}|계산기|초과", f"예산|지원금|사업비|금액|인건비|시설비|민간이전 규정|기준|한도|비율 {_JUDGED}|계산기",
        "예산|예산안|예산서|예산표 계산기|점검|검산|계산", "예산|계획 두개|둘|두계획|당초 비교|대조")),
    Function("예산 변경 판정", ("tools/budget-change/",), (
        f"변경|바꾸|바꿀|바꿔|바뀌|전용 예산|사업비|돈|금액|계획 {_JUDGED}|계산기", "변경|바꾸|바꿀 승인|통보|보고 도구|판정|알려주|계산기|판단",
        "승인 통보 판단|판정|구분|가려|할지|받을지|인지",
        "변경|승인요청|통보 공문 글|문구|만들|초안|자동|써주")),
    Function("협치회의 구성 점검", ("tools/council/",), (
        f"위원|협치회의|민간|성별|여성|여자|남녀|구성 수|비율|성비|인원|명수|몇명|구성 {_JUDGED}|계산기",
        "비율|성비 점검표|점검|계산|계산기|판정")),
    Function("기한 계산", ("tools/deadlines/",), (
        "기한|마감|마감일|날짜|며칠|몇일|데드라인|일수|영업일 넣으면|나오는|계산|세어|세는|세기|역산|거꾸로|자동|계산기|도구|뽑아|알려주",
        "디데이", "d-day", "남은날 계산|며칠")),
    Function("자격·한도 점검", ("tools/eligibility/",), (
        f"자격|조건|요건 {_JUDGED}|점검|계산기|자가진단|자가점검|진단", "컨소시엄|단체|우리 신청|자격|지원 되는지|가능한지 점검|확인|판정")),
    Function("성과평가 등급", ("tools/evaluation/",), (
        f"등급|평가점수|성과평가 점수|등급|순위|결과 {_JUDGED}|계산기|넣으면|예상|모의|환산|몇등급", "등급 계산|계산기|판정|예상")),
    Function("의제 우선순위표", ("tools/priorities/",), (
        "의제|과제|안건|우선순위|후보 점수|순위|우선순위|배점|가중치 매기|매길|매겨|계산|계산기|채점|도구|표|집계|합산",
        "점수표|채점표 합산|집계|순위", "우선순위|순위 표|양식|빈표|계산|계산기|집계|채점표|평가표", "의제 채점|채점표")),
    Function("대응투자 점검", ("tools/strategic-matching/",), (
        f"대응투자|매칭|구비|시비 {_JUDGED}|계산기|20%|비율 계산|계산기|판정|맞는지|점검", "대응투자|매칭 계산|계산기|판정|맞는지|점검")),
    Function("연간 일정 만들기", ("tools/year/",), (
        "연간|일년|한해|1년|올해|내년|새해|다음해|우리구 일정|일정표|스케줄|달력|계획표 만들|짜기|짜는|짤|미리|옮기|예상|작성|세우",
        "작년|지난해|지난판 일정|날짜 옮기|그대로|참고")),
    Function("판마다 날짜 비교", ("dates/compare/",), (
        "판|판별|판끼리|연도별|연도끼리|작년|지난해|해마다 날짜|일정|기한|마감 비교|차이|달라|바뀐|나란히",
        "2020 2021 날짜|일정|기한|마감 비교|차이|달라|바뀐|나란히")),
    Function("구를 나란히 보기", ("cases/case-comparison/", "cases/#compare", "districts/"), (
        "구|자치구|옆구|다른구|이웃구|구끼리|구랑|사례|다섯구 비교|나란히|견줘|견주|대조",)),
    Function("표 붙여넣기", ("tools/budget/#open", "tools/package/#tables"), (
        "표|명단|엑셀|한글|워드|복사 붙여|긁어|끌어다|복붙|가져오|불러", "복붙", "붙여넣기", "드래그")),
    Function("제출 꾸러미", ("tools/package/",), (
        "신청서|서식|양식|계획서|서류|공문 자동|알아서|한번에|저절로 채|채우|채워|작성|입력|만들|써주",
        "낼|제출할|제출 서류|서식|파일|것 한꺼번에|한번에|모아|묶|합쳐",
        "제출|서류|제출서류|계획서 묶|한번에|한꺼번에|모아|꾸러미|한파일|일괄", "꾸러미",
        "서식 자동 채|작성|입력")),
    Function("우리 구의 진행", ("checklists/progress/", "checklists/"), (
        "진행|진도 상황|률|현황|어디까지|표시", "다음회의")),
    Function("도구", ("tools/",), ("도구 모음|목록|전체|모두", "계산기 모음|목록|전체|종류|어디")),
    Function("이 길잡이", ("",), (
        "사용법|이용방법|이용법|사용방법|도움말|매뉴얼", "첫화면|처음화면|메인|홈으로",
        "사이트맵|전체메뉴")),
)
