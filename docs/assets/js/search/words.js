/**
 * Korean as people type it: what says nothing of the matter, and everyday words for the same thing. Words of this
 * guide's own field are no part of it: they are in data/glossary.yaml.
 */
(function (hyeopchi) {
  "use strict";

  const list = (text) => text.trim().split(/\s+/);

  /** Particles after a noun. */
  const PARTICLES = new Set(list(`
    은 는 이 가 을 를 의 에 로 와 과 도 만 나 란 요 께 야 인 랑 에서 에게 한테 으로 까지 부터 보다 마다 처럼 이나 이란 라는 이라는 에는 에도
    에서는 에게는 으로는 로는 와는 과는 까지는 부터는 에만 이라고 라고 대로 조차 밖에 이라도 라도 로서 으로서 로써 으로써 이랑 하고 께서 마저 으 부터는 까지만 만큼 에서의 에의 으로의 로의 별로 이든 든지
  `));

  /** Question words and what else names nothing; the verbs among them, by their stems, are in EMPTY_VERBS. */
  const EMPTY = new Set(list(`
    어떻게 어떤 어떤가요 어떡해 어떡하나 어디 어디서 어디에 어디에서 어디로 어디까지 어느 언제 언제까지 언제부터 언제쯤 누가 누구 누구를 누구와 누구에게 누구랑 누구나
    무엇 무엇을 무엇이 무엇인가요 무엇인지 뭐 뭐가 뭐를 뭘 뭐예요 뭐에요 뭐야 뭔가요 뭔지 무슨 왜 얼마 얼마나 얼마까지 얼마인가요 얼마예요 몇 몇일 며칠
    수 것 거 게 걸 건 때 좀 꼭 다 더 잘 못 안 또 및 등 또는 그리고 대한 관한 관해 위한 위해 따른 적당 적절 충분 통한 같은 같이 새로 많이 조금 자주 바로 빨리 모두 전부 각각 아직 이미 벌써 그냥 직접 다시 진짜 여러 혹시 제가 저는 우리 저희 이거 그거 이런 그런 그럼 근데
    하나 하나요 하고 한 할 함 해 된 될 됨 돼 되 없이 쓸 들어갈 인가 인가요 인지 인지요 입니까 입니다 이에요 예요 이예요 일까 일까요 이면 이라면 라면 나요 까요 건가요 건지 거죠 거예요
    알려줘 알려주세요 가능 전에 전까지 후에 뒤 뒤에 먼저 동안 명 명이 명을 명은 명까지 명이나 개가 개를 번이나
    뜻 뜻은 뜻이 의미 의미는 정의 정의는 개념 개념은 설명 이란 궁금 찾기 보기 주세요 수있나 수있나요 몇프로까지
  `));

  /** A syllable that a word of this guide takes on: 실행계획서, 예산안, 부서별. */
  const SUFFIXES = new Set(list("서 표 안 별 용 식 형 측 쪽 들 건 님"));

  const EMPTY_VERBS = new Set(list(`
    하 되 있 없 쓰 들어가 담 열리 열 걸리 들 보 받 내 정하 알 알리 싶 주 이루어지 가능하 필요하 궁금하 어떻 어떠하 대하 관하 위하 따르 통하 같 괜찮 해주 말 모르 찾 계시 적당하 적절하 충분하 좋 맞 나오 오 가
  `));

  /** Verbs that people use for this guide's matters; those of SAME and of the glossary's everyday words come on top. */
  const VERBS = list(`
    남 남기 나누 나뉘 모으 모이 모자라 묶 엮 합치 섞 빼 더하 늘 늘리 줄 줄이 옮기 미루 늦 늦추 앞당기 넘 넘기 넘치 맡 맡기 빌리 사 팔 버리 고르 뽑 앉히 물 묻 따지 살피 돌보
    떨어지 밀리 깎 깎이 붙 붙이 맞 맞추 어기 지키 틀리 다르 다투 싸우 다치 그만두 멈추 끝나 끝내 시작하 배우 가르치 만나 부르 불리 돕 도와주 나서 나가 빠지 들이 쉬 놀 벌 잃 갚
    세우 만들 짓 고치 바꾸 바뀌 돌려주 돌려받 물어내 갖추 채우 비우 적 읽 듣 말하 올리 내리 퍼뜨리 나오 들어오 오 가 걷 쌓 얻 잡 놓치 놓 두 세 재 매기 겹치 서두르 급하 늦어지 줄어들 늘어나 높이 낮추 받아들이 찍 맺 끝내 이어지 접 밝히 알아보 찾아보 따르 뒤집 거르 거절하 거부하
  `);

  /** Words that name a kind of result, by the result's label: 의제 체크리스트 asks for a checklist, whatever it says of itself. */
  const KINDS = new Map(Object.entries({
    체크리스트: "체크리스트 점검표 점검목록 자가점검 자가점검표 확인목록 확인표 체크표 점검사항 확인사항 점검항목",
    서식: "서식 양식 폼 템플릿 틀 견본 빈양식 작성양식 서류양식 제출양식",
    도구: "도구 계산기 계산 셈 계산하기 자동계산 모의계산 시뮬레이션",
    일정: "일정 일정표 캘린더 달력 날짜 스케줄 타임라인 연표 추진일정",
    "협약 조문": "조문 조항 협약조항",
    규칙: "규칙 규정 한도 제한 상한",
    사례: "사례 예시 실례 본보기 우수사례 모범사례",
  }).flatMap(([label, words]) => list(words).map((word) => [word, label])));

  /** They ask what a word means: the glossary answers. */
  const DEFINING = /(뜻|의미|정의|개념|이란|란|뭐야|뭐예요|뭐에요|뭔가요|뭔지|무엇인가요|무엇인지|무슨\s*말\S*)\s*\??$/;

  /** The words with which a query asks for a value, by the kind of answer (macros/search/answers.py). */
  const ASKS = {
    rule: /얼마|몇|한도|상한|하한|제한|최대|최소|최저|비율|비중|퍼센트|프로|%|금액|규모|인원|정원|나이|연령|면적|시간|기준|규정|가능|되나|돼|[할될쓸]\s?수|해야|안\s?되|금지/,
    date: /언제|기한|마감|날짜|일정|며칠|몇\s?[일월]|시기|기간|까지|스케줄|일시/,
    due: /언제|기한|마감|시한|며칠|몇\s?[일월]|시기|기간|까지/,
    article: /\d+\s?조|몇\s?조|조문|조항/,
    body: /누가|누구|구성|위원(?!회)|인원|들어가|참여|멤버/,
    form: /서식|양식|폼|템플릿|파일|다운|내려받|틀/,
    office: /어디|문의|연락|담당|부서|물어/,
  };
  /** Of these, the words that say nothing else: whoever asks for the 한도 of something need not find the word there. */
  const GENERIC = Object.fromEntries(Object.entries({
    rule: "한도 상한 하한 제한 최대 최소 최저 기준 규정 규칙 이내 이상 기간 몇년 명 년 점 세 살 판",
    date: "기한 마감 날짜 일정 시기 기간 스케줄 일시 예정 판",
    due: "기한 마감 시한 시기 기간 서울시 받 내 넣 알리 만들",
    article: "협약 협약서 조문 조항 조 내용",
    body: "구성 구성원 위원 인원 멤버 참여 참여하 들어가 구성하",
    form: "서식 양식 폼 템플릿 파일 다운로드 내려받기 내려받 틀",
    office: "문의 문의처 연락 연락처 부서 담당",
    term: "용어 말",
  }).map(([kind, words]) => [kind, new Set(list(words))]));
  /** What a figure with a unit is the value of, in words; 몇 명 wants one with that unit: a share of people is no answer. */
  const UNITS = Object.fromEntries(Object.entries({
    "%": "비율 비중 퍼센트 프로", 명: "인원 정원 사람수 수", 원: "금액 액수 규모", 세: "나이 연령", 시간: "시간", "㎡": "면적 크기 넓이", 년: "기간", 점: "점수 배점",
  }).map(([unit, words]) => [unit, list(words)]));
  const COUNTED = /몇\s?(명|%|퍼센트|프로|년|시간|점|세|살)(?![가-힣]*제)/;
  /** They ask for a day and nothing else. */
  const DAYS = /언제|기한|마감|날짜|며칠/;
  /** They want a figure: a rule without one is no answer. */
  const FIGURES = /얼마|몇|한도|상한|하한|최대|최소|최저|비율|비중|퍼센트|프로|%|금액|규모|인원|정원|나이|연령|면적/;

  /** Words that mean the same in an office; the first of each need not be the official one. */
  const SAME = `
    급여 임금 보수 월급 인건비 봉급 | 구매 구입 취득 매입 사다 | 기한 마감 기간 시한 제출기한 | 퍼센트 비율 비중 % 프로 몇프로 몇퍼센트 | 심사 선정 심의
    | 심사위원 심사위원회 선정위원회 사업선정위원회 선정심의 | 성비 성별 남녀 여성비율 특정성별 | 여성 여자 | 남성 남자 | 책임 배상 손해 손해배상 책임소재
    | 사고 안전사고 손해 재해 | 돈 예산 금액 사업비 비용 | 얼마 금액 규모 한도 | 바꾸다 고치다 변경 수정 | 승인 허가 결재 동의
    | 반환 반납 환수 돌려주다 갚다 물어내다 | 벌 제재 불이익 페널티 벌칙 | 신청 접수 응모 지원신청 | 서류 문서 자료 제출서류 | 서식 양식 폼 템플릿
    | 날짜 일정 일시 언제 스케줄 | 물품 비품 장비 기자재 집기 자산 카메라 컴퓨터 태블릿 프린터 프로젝터 가구 노트북 책상 의자 | 통장 계좌 전용계좌 예금계좌 | 도장 직인 날인 서명 | 인원 몇명 정원 사람수 | 연간 한해 일년 | 공사 시설 시설비 리모델링 인테리어 | 교육 연수 강의 강좌 학습 워크숍
    | 회의 모임 미팅 간담회 | 위촉 임명 선임 | 위원 멤버 구성원 | 뽑다 선발 모집 공모 선정 위촉 채용 | 투표 표결 | 보고 보고서 실적보고 결과보고 | 정산 결산
    | 사례 예시 보기 실례 | 담당자 실무자 공무원 | 주민 시민 구민 | 민간 민 | 행정 관 구청 | 점수 배점 평점 | 등급 순위 | 목적 취지 이유 | 절차 순서 과정 단계
    | 방법 방식 요령 | 한도 상한 제한 최대 | 하한 최소 최저 | 금지 불가 | 홍보 광고 | 연기 미루다 늦추다 연장 | 취소 해지 해제 철회 깨다
    | 계약 협약 약정 | 구성 조직 편성 | 역할 임무 업무 기능 하는일 | 차이 다른점 달라진 비교 바뀐 | 비용 경비 | 식비 다과비 급식비 밥값
    | 수당 사례비 참석수당 | 강사료 강사비 강의료 | 조례 법규 자치법규 | 설문 설문조사 여론조사 | 의견수렴 의견청취 | 아이디어 제안 의제 | 토론 숙의 토의
    | 임차 임대 빌리다 대여 대관 | 융합 통합 결합 연계 합치다 묶다 엮다 섞다 | 배분 분담 나누다 | 축소 삭감 감액 줄이다 깎다 | 확대 증액 늘리다 늘다 | 위탁 용역 외주 맡기다 | 이전 이월 옮기다 넘기다
    | 중단 포기 폐지 그만두다 멈추다 엎어지다 | 완료 종료 끝나다 끝내다 마치다 | 수립 세우다 작성 만들다 | 탈락 부적격 떨어지다 밀리다 | 잔액 잔여 남다 | 위반 어기다 | 횡령 유용 빼돌리다 | 국비 나랏돈 | 숙의 곰곰이 | 환수 뺏기다 | 초안 밑그림 | 준수 지키다
    | 교육 배우다 공부 가르치다 초보 왕초보 강좌 | 갈등 분쟁 다툼 다투다 싸우다 | 중복 겹치다 | 지연 늦다 늦어지다 | 협력 협업 돕다 | 매각 처분 판매 팔다 | 시작 착수 시작하다 | 공유 나누다
    | 위치 장소 공간 | 홈페이지 홈피 누리집 웹사이트 | 이메일 메일 | 엑셀 excel xlsx 스프레드시트 | 워크숍 워크샵 | 부서 부처 과 | 시기 시점 | 채점 점수 | 가산점 가점 | 자격 요건 조건
    | 혜택 인센티브 보상 | 의무 책무 | 권한 권리 | 처벌 벌칙 | 설문 앙케트 앙케이트 | 겸직 겸임 투잡 | 매뉴얼 안내서 지침 | 노인 어르신 | 청소년 학생
  `.split("|").map(list);

  /** Without a trailing particle, if enough is left to be a word. */
  function bare(word) {
    for (let cut = Math.min(3, word.length - 2); cut > 0; cut -= 1) {
      if (PARTICLES.has(word.slice(-cut))) return word.slice(0, -cut);
    }
    return word;
  }

  hyeopchi.search.words = { ASKS, COUNTED, DAYS, DEFINING, EMPTY, EMPTY_VERBS, FIGURES, GENERIC, KINDS, PARTICLES, SAME, SUFFIXES, UNITS, VERBS, bare };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
