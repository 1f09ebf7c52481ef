/**
 * Korean as people type it: what says nothing of the matter, and everyday words for the same thing. Words of
 * this guide's own field are no part of it: they are in data/glossary.yaml.
 */

const list = (text) => text.trim().split(/\s+/);

/** Particles after a noun. */
export const PARTICLES = new Set(list(`
    은 는 이 가 을 를 의 에 로 와 과 도 만 나 란 요 께 야 인 랑 에서 에게 한테 으로 까지 부터 보다 마다 처럼 이나 이란 라는 이라는 에는 에도
    에서는 에게는 으로는 로는 와는 과는 까지는 부터는 에만 이라고 라고 대로 조차 밖에 이라도 라도 로서 으로서 로써 으로써 이랑 하고 께서 마저 으 해 한 할 함 이어도
    이면 이라면 인데 이고 이며 이라서 이어야 이지만 부터는 까지만 만큼 에서의 에의 으로의 로의 별로 이든 든지 판
  `));

/** Question words and what else names nothing; the verbs among them, by their stems, are in EMPTY_VERBS. */
export const EMPTY = new Set(list(`
    어떻게 어떤 어떤가요 어떡해 어떡하나 어디 어디서 어디에 어디에서 어디로 어디까지 어느 언제 언제까지 언제부터 언제쯤 누가 누구 누구를 누구와 누구에게 누구랑 누구나
    무엇 무엇을 무엇이 무엇인가요 무엇인지 뭐 뭐가 뭐를 뭘 뭐예요 뭐에요 뭐야 뭔가요 뭔지 무슨 왜 얼마 얼마나 얼마까지 얼마인가요 얼마예요 몇 몇일 며칠
    수 것 거 게 걸 건 때 좀 꼭 다 더 잘 못 안 또 및 등 또는 그리고 대한 관한 관해 위한 위해 따른 적당 적절 충분 통한 같은 같이 새로 많이 조금 자주 바로 빨리
    모두 전부 각각 아직 이미 벌써 너무 지금 예전 그냥 직접 다시 진짜 여러 혹시 제가 저는 우리 저희 이거 그거 이런 그런 그럼 근데
    하나 하나요 하고 한 할 함 해 된 될 됨 돼 되 없이 쓸 들어갈 인가 인가요 인지 인지요 입니까 입니다 이에요 예요 이예요 일까 일까요 이면 이라면 라면 나요 까요 건가요 건지 거죠 거예요
    알려줘 알려주세요 가능 전에 전까지 후에 뒤 뒤에 먼저 동안 명 명이 명을 명은 명까지 명이나 개가 개를 번이나
    거야 거에요 거예요 건데 거라 거지 거라면 걸까요 뭘로 뭐로 무엇으로 뭔데 어때 어때요 어떤지 어떨까요 하기 하죠 하지 되죠 되지 돼죠 아무 어느정도 안에 데서 데 곳
    곳에서 쪽에 거의 나중에 도중에 통째로 늦어도 최소한 굳이 일단 내 새 날 때도 때는 때에 것도 것은 것이 것을 거는 이렇게 그렇게 저렇게 구는 구도 구가 구에 구의 구를
    구랑 구와 구에서 구끼리 시에서 시에 시가 시는 시도 내년에 올해 작년에
    내가 네가 대체 도대체 쭉 원래 아예 게다가 뭐부터 뭘부터 무슨소리 대략 아무거나 아무나 이럴때 그럴때 얘네 걔네 무조건 당장 요즘 요새 제발 한번
    뜻 뜻은 뜻이 의미 의미는 정의 정의는 개념 개념은 설명 이란 궁금 찾기 보기 주세요 수있나 수있나요 몇프로까지
  `));

/** A syllable that a word of this guide takes on: 실행계획서, 예산안, 부서별. */
export const SUFFIXES = new Set(list("서 표 안 별 용 식 형 측 쪽 들 건 님 일"));

export const EMPTY_VERBS = new Set(list(`
    하 되 있 없 쓰 들어가 담 열리 열 걸리 들 보 받 내 정하 알 알리 싶 주 이루어지 가능하 필요하 궁금하 어떻 어떠하 대하 관하 위하 따르 통하 같 괜찮 해주 말 모르
    찾 계시 적당하 적절하 충분하 좋 맞 나오 오 가 넣 받아주 알려주 보여주 봐주 똑같 드리
  `));

/** 문제 되나, 상관 없나: with a verb of EMPTY_VERBS behind it a noun that asks whether something may be. */
export const ASKING = new Set(list("문제 상관 지장 탈 무리"));

/** Further verbs that only colour the one before them: 받아 놓고, 모아 두기, 해 보려고. */
export const HELPING = new Set(list("놓 두 보 주 버리 드리 가지 나가 내 오 가 지 있 치우 대"));

/**
 * Verbs that people use for this guide's matters; those of SAME and of the glossary's everyday words come on
 * top.
 */
export const VERBS = list(`
    남 남기 나누 나뉘 모으 모이 모자라 묶 엮 합치 섞 빼 더하 늘 늘리 줄 줄이 옮기 미루 늦 늦추 앞당기 넘 넘기 넘치 맡 맡기 빌리 사 팔 버리 고르 뽑 앉히 물 묻 따지 살피 돌보
    떨어지 밀리 깎 깎이 붙 붙이 맞 맞추 어기 지키 틀리 다르 다투 싸우 다치 그만두 멈추 끝나 끝내 시작하 배우 가르치 만나 부르 불리 돕 도와주 나서 나가 빠지 들이 쉬 놀 벌 잃 갚
    세우 만들 짓 고치 바꾸 바뀌 돌려주 돌려받 물어내 갖추 채우 비우 적 읽 듣 말하 올리 내리 퍼뜨리 나오 들어오 오 가 걷 쌓 얻 잡 놓치 놓 두 세 재 매기 겹치 서두르
    급하 늦어지 줄어들 늘어나 높이 낮추 받아들이 메우 메꾸 돌리 챙기 치르 마치 막히 막 잊 빠뜨리 넘어가 넘어오 넘겨주 보내 가져오 가져가 뽑히 정해지 달라지 없애 없어지
    생기 사라지 꾸리 꾸미 이끌 기다리 잇 끊 끊기 올라가 내려가 어긋나 갈리 나타나 보이 돌려쓰 쪼개 지우 되살리 키우 긁 떼 높 낮 많 빠르 느리 어렵 쉽 힘들 나쁘 낡
    자르 버려지 나눠주 밀리 찍 맺 끝내 이어지 접 밝히 알아보 찾아보 따르 뒤집 거르 거절하 거부하
  `);

/**
 * Words that name a kind of result, by the result's label: 의제 체크리스트 asks for a checklist, whatever it says of
 * itself.
 */
export const KINDS = new Map(
  Object.entries({
    체크리스트:
      "체크리스트 점검표 점검목록 자가점검 자가점검표 확인목록 확인표 체크표 점검사항 확인사항 점검항목",
    서식: "서식 양식 폼 템플릿 틀 견본 빈양식 작성양식 서류양식 제출양식",
    도구: "도구 계산기 계산 셈 계산하기 자동계산 모의계산 시뮬레이션",
    일정: "일정 마감 마감일 일시 일정표 캘린더 달력 날짜 스케줄 타임라인 연표 추진일정",
    "협약 조문": "조문 조항 협약조항",
    규칙: "규칙 규정 한도 제한 상한",
    사례: "사례 예시 실례 본보기 우수사례 모범사례",
  }).flatMap(([label, words]) => list(words).map((word) => [word, label])),
);

/** They ask what a word means: the glossary answers. */
export const DEFINING =
  /(뜻|의미|정의|개념|이란|란|뭐야|뭐예요|뭐에요|뭔가요|뭔지|무엇인가요|무엇인지|무슨\s*말\S*)\s*\??$/;

/** The words with which a query asks for a value, by the kind of answer (macros/search/answers.py). */
export const ASKS = {
  rule:
    /얼마|몇|한도|상한|하한|제한|최대|최소|최저|비율|비중|퍼센트|프로|%|금액|규모|인원|정원|나이|연령|면적|시간|기준|규정|가능|되나|돼|[할될쓸]\s?수|해야|안\s?되|금지/,
  date: /언제|기한|마감|날짜|일정|며칠|몇\s?[일월]|시기|기간|까지|스케줄|일시/,
  due: /언제|기한|마감|시한|며칠|몇\s?[일월]|시기|기간|까지/,
  article: /\d+\s?조|몇\s?조|조문|조항/,
  body: /누가|누구|구성|위원(?!회)|인원|들어가|참여|멤버/,
  form: /서식|양식|폼|템플릿|파일|다운|내려받|틀/,
  office: /어디|문의|연락|담당|부서|물어/,
};
/**
 * Of these, the words that say nothing else: whoever asks for the 한도 of something need not find the word
 * there.
 */
export const GENERIC = Object.fromEntries(
  Object.entries({
    rule: "한도 상한 하한 제한 최대 최소 최저 기준 규정 규칙 이내 이상 기간 몇년 명 년 점 세 살 판",
    date: "기한 마감 날짜 일정 시기 기간 스케줄 일시 예정 판",
    due: "기한 마감 시한 시기 기간 서울시 받 내 넣 알리 만들",
    article: "협약 협약서 조문 조항 조 내용",
    body: "구성 구성원 위원 인원 멤버 참여 참여하 들어가 구성하",
    form: "서식 양식 폼 템플릿 파일 다운로드 내려받기 내려받 틀",
    office: "문의 문의처 연락 연락처 부서 담당",
    term: "용어 말",
  }).map(([kind, words]) => [kind, new Set(list(words))]),
);
/**
 * What a figure with a unit is the value of, in words; 몇 명 wants one with that unit: a share of people is no
 * answer.
 */
export const UNITS = Object.fromEntries(
  Object.entries({
    "%": "비율 비중 퍼센트 프로",
    명: "인원 정원 사람수 수",
    원: "금액 액수 규모",
    세: "나이 연령",
    시간: "시간",
    "㎡": "면적 크기 넓이",
    년: "기간",
    점: "점수 배점",
  }).map(([unit, words]) => [unit, list(words)]),
);
export const COUNTED = /몇\s?(명|%|퍼센트|프로|년|시간|점|세|살)(?![가-힣]*제)/;
/** They ask for a day and nothing else. */
export const DAYS = /언제|기한|마감|날짜|며칠/;
/** They want a figure: a rule without one is no answer. */
export const FIGURES =
  /얼마|몇|한도|상한|하한|최대|최소|최저|비율|비중|퍼센트|프로|%|금액|규모|인원|정원|나이|연령|면적/;

/** They ask for a floor or a ceiling; a figure that is the other of the two is no answer. */
export const LIMITS = [
  { asked: /최소|최저|하한|적어도/, other: /(이내|이하|미만)$/ },
  { asked: /최대|최고|상한/, other: /(이상|초과)$/ },
];

/** They ask where the sources differ. */
export const DIFFERING = /다르|다른|달라|차이|서로|어느\s?쪽|충돌|모순|맞나/;

/** Words that mean the same in an office; the first of each need not be the official one. */
export const SAME = `
    돈 예산 금액 사업비 비용 | 서식 양식 폼 템플릿
  `.split("|").map(list);

/** Without a trailing particle, if enough is left to be a word. */
export function bare(word) {
  for (let cut = Math.min(3, word.length - 2); cut > 0; cut -= 1) {
    if (PARTICLES.has(word.slice(-cut))) return word.slice(0, -cut);
  }
  return word;
}
