// Written by `python -m macros schema` from the models (macros/models/): change those.

/** 근거 문서: 근거 문서와 그 절의 목록이에요. */
declare namespace Data.sources {
  interface Source {
    /** id */ id: string;
    /** 제목 */ title: string;
    /** 약칭 */ short: string;
    /** 발행 기관 */ issuer: string;
    /** 발행일 */ date: string;
    /** 문서번호 */ number?: string;
    /** 이용 조건 */ terms: string;
    /** 비고 */ remarks?: string;
    /** 정정 대상 문서 */ corrects?: string;
    /** 적용 연도 */ editions?: string[];
    /** 절 */ sections: Section[];
  }
  interface Section {
    /** 절 id */ id: string;
    /** 제목 */ title: string;
    /** 쪽 */ page?: number;
    /** 적용 연도 */ editions?: string[];
    /** 제외한 이유 */ left_out?: string;
    /** 조건이 붙은 조항 */ conditions?: Condition[];
  }
  interface Condition {
    /** 조항 */ clause: string;
    /** 조건을 나타내는 말 */ words: string | string[];
  }
  type One = Source;
}

/** 적용 연도: 계획을 수립하는 연도의 목록이에요. */
declare namespace Data.editions {
  interface Edition {
    /** 적용 연도 */ id: string;
    /** 제목 */ title: string;
    /** 요약 */ summary: string;
    /** 실행 연도 */ plan_year?: string;
    /** 기준이 되는 문서 */ bases?: Basis[];
    /** 이어서 쓰는 설명 */ holds_on?: HeldOn[];
    /** 아직 정하지 않은 것 */ undecided?: Undecided[];
    /** 근거 */ source: Citation | Citation[];
  }
  interface Basis {
    /** 기준 */ rests_on: Citation;
    /** 표시 */ mark: string;
    /** 안내 */ text: string;
    /** 공문용 안내 */ formal: string;
    /** 근거 */ source: Citation | Citation[];
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  interface HeldOn {
    /** 이어서 쓰는 절 */ rests_on: Citation;
    /** 안내 문장 */ text: string;
  }
  interface Undecided {
    /** 해당 분야 */ area: "rules" | "dates" | "steps" | "checklists" | "programmes" | "forms" | "tools";
    /** 정할 내용 */ text: string;
  }
  type One = Edition;
}

/** 주체: 일을 하는 기구와 부서의 목록이에요. */
declare namespace Data.actors {
  interface Actor {
    /** id */ id: string;
    /** 이름 */ name: string;
    /** 구분 */ side: "private" | "public" | "joint" | "secretariat" | "city" | "council";
    /** 요약 */ summary: string;
    /** 근거 */ source: Citation | Citation[];
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  type One = Actor;
}

/** 용어: 이 길잡이에서 쓰는 말의 뜻이에요. */
declare namespace Data.glossary {
  interface Term {
    /** id */ id: string;
    /** 의무·권장 구분 */ force?: "must" | "should" | "may" | "example" | "reference";
    /** 정한 주체 */ basis?: "stated" | "suggested";
    /** 길잡이의 조언 */ advice?: string[];
    /** 용어 */ term: string;
    /** 뜻 */ definition: string;
    /** 다른 이름 */ synonyms?: string[];
    /** 일상어 */ everyday?: string[];
    /** 설명하는 페이지 */ address?: string;
    /** 근거 */ source: Citation | Citation[];
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  type One = Term;
}

/** 위치가 바뀐 체크리스트 항목: 연도가 바뀌면서 위치를 옮기거나, 나누거나, 합치거나, 삭제한 항목이에요. */
declare namespace Data.moves {
  interface Move {
    /** id */ id: string;
    /** 종류 */ kind: "moved" | "split" | "merged" | "dropped";
    /** 적용 연도 */ edition: string;
    /** 이전 항목 */ before: string[];
    /** 현재 항목 */ now?: string[];
    /** 참고 사항 */ note: string;
  }
  type One = Move;
}

/** 표 머리글 용어: 엑셀과 한글의 표를 읽을 때 열과 행의 종류를 구분하는 용어예요. */
declare namespace Data.headings {
  interface Heading {
    /** id */ id: string;
    /** 이름 */ label: string;
    /** 나타내는 것 */ says: "name" | "item" | "kind" | "also" | "funds" | "natures" | "part" | "fund" | "whole" | "stage" | "nature" | "cost" | "sum" | "count" | "price" | "share" | "serial" | "text" | "rank" | "person" | "position" | "side" | "sex" | "member" | "seat" | "sex-value" | "vacant" | "weight" | "top" | "score";
    /** 뜻 */ means?: string;
    /** 함께 있을 때의 뜻 */ beside?: string;
    /** 우선순위 */ order?: number;
    /** 말 */ words: string[];
  }
  type One = Heading;
}

/** 기관·계획·기구의 이름: 화면과 파일에 공통으로 쓰는 기관, 계획, 기구 등의 이름이에요. */
declare namespace Data.names {
  interface Name {
    /** id */ id: string;
    /** 이름 */ name: string;
    /** 도움말 */ help: string;
  }
  type One = Name;
}

/** 검색 유의어: 이 길잡이를 검색할 때 같은 뜻으로 쓰는 말의 묶음이에요. 기능은 묶음의 어느 말로 검색해도 찾고, 글은 이 길잡이의 글에서 쓰는 말(texts)로도 찾아요. */
declare namespace Data.wordings {
  interface Wording {
    /** id */ id: string;
    /** 이름 */ name: string;
    /** 말 */ words: string[];
    /** 글의 말 */ texts?: string[];
  }
  type One = Wording;
}

/** 길잡이와 도구의 기능: 이 길잡이와 도구의 기능과, 그 기능을 찾을 때 쓰는 검색어예요. */
declare namespace Data.functions {
  interface Function {
    /** id */ id: string;
    /** 이름 */ name: string;
    /** 페이지 */ at: string[];
    /** 검색어 */ asked: string[];
  }
  type One = Function;
}

/** 페이지의 검색어: 한 페이지와 그 부분을 찾는 사람이 검색창에 입력할 만한 말이에요. 페이지의 글에 없는 일상어로 적어요. */
declare namespace Data.queries {
  interface Queries {
    /** id */ id: string;
    /** 페이지 */ page: string;
    /** 검색어 */ lines?: string[];
    /** 페이지의 부분 */ parts?: PartQueries[];
  }
  interface PartQueries {
    /** 위치 */ anchor: string;
    /** 검색어 */ lines: string[];
  }
  type One = Queries;
}

/** 예산 부문·비목·재원: 예산 계획의 부문, 비목, 재원과, 규칙이 비교하는 계산이에요. */
declare namespace Data.budget {
  interface Budget {
    /** 부문 */ parts: Term[];
    /** 비목 */ kinds: Kind[];
    /** 재원 */ funds: Term[];
    /** 선택 항목 */ choices: Choice[];
    /** 함께 쓰는 해석 */ readings: SharedReading[];
    /** 계산 */ measures: Measure[];
    /** 규칙의 묶음 */ rule_topics: RuleTopic[];
    /** 대상 */ subjects: Subject[];
    /** 예시 계획 */ examples: ExamplePlan[];
  }
  interface Term {
    /** id */ id: string;
    /** 이름 */ label: string;
    /** 예전 이름 */ earlier_labels?: string[];
    /** 도움말 */ help: string;
    /** 근거 */ source: Citation | Citation[];
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  interface Kind {
    /** id */ id: string;
    /** 이름 */ label: string;
    /** 예전 이름 */ earlier_labels?: string[];
    /** 도움말 */ help: string;
    /** 함께 계산할 비목 */ also?: FurtherKind[];
    /** 근거 */ source: Citation | Citation[];
  }
  interface FurtherKind {
    /** 비목 */ kind: string;
    /** 이름 */ label: string;
    /** 도움말 */ help: string;
  }
  interface Choice {
    /** id */ id: string;
    /** 이름 */ label: string;
    /** 예전 이름 */ earlier_labels?: string[];
    /** 도움말 */ help: string;
    /** 답 */ options: Option[];
    /** 근거 */ source: Citation | Citation[];
  }
  interface Option {
    /** id */ id: string;
    /** 이름 */ label: string;
    /** 예전 이름 */ earlier_labels?: string[];
  }
  interface SharedReading {
    /** id */ id: string;
    /** 이름 */ label: string;
    /** 예전 이름 */ earlier_labels?: string[];
    /** 도움말 */ help: string;
    /** 근거 */ source: Citation | Citation[];
  }
  interface Measure {
    /** id */ id: string;
    /** 이름 */ label: string;
    /** 세부사업별 이름 */ each_label?: string;
    /** 나머지의 이름 */ others?: string;
    /** 대상 */ subject: string;
    /** 단위 */ unit: "won" | "person" | "point" | "rank" | "district" | "item" | "organisation" | "area" | "year" | "age" | "hour";
    /** 부문 */ parts?: string[];
    /** 비목 */ kinds?: string[];
    /** 재원 */ funds?: string[];
    /** 고른 비목만 계산 */ by_kind?: boolean;
    /** 따로 적을 수 있음 */ told?: boolean;
    /** 칸 */ fields?: string[];
    /** 큰 값 */ larger_of?: string[];
    /** 작은 값 */ smaller_of?: string[];
    /** 모르는 칸 */ open?: string[];
  }
  interface RuleTopic {
    /** id */ id: string;
    /** 제목 */ title: string;
    /** 표시할 페이지 */ page: string;
  }
  interface Subject {
    /** id */ id: string;
    /** 이름 */ label: string;
  }
  interface ExamplePlan {
    /** 제목 */ title: string;
    /** 적용 연도 */ edition: string;
    /** 고른 답 */ choices?: Record<string, string>;
    /** 사업 */ projects: ExampleProject[];
  }
  interface ExampleProject {
    /** 사업 이름 */ name: string;
    /** 부문 */ part: string;
    /** 줄 */ lines: ExampleLine[];
  }
  interface ExampleLine {
    /** 비목 */ kind: string;
    /** 내용 */ name: string;
    /** 금액 */ amounts: Record<string, number>;
  }
  type One = Budget;
}

/** 규칙: 한도(cap), 구간(band), 질문(ask) 가운데 하나예요. */
declare namespace Data.rules {
  interface Cap {
    /** id */ id: string;
    /** 종류 */ kind: "cap";
    /** 의무·권장 구분 */ force?: "must" | "should" | "may" | "example" | "reference";
    /** 정한 주체 */ basis?: "stated" | "suggested";
    /** 길잡이의 조언 */ advice?: string[];
    /** 연도별 의무·권장 구분 */ force_in?: Record<string, "must" | "should" | "may" | "example" | "reference">;
    /** 규칙 이름 */ label: string;
    /** 한 문장 */ sentence: string;
    /** 대상 */ subject: string;
    /** 표시 분류 */ topic: string;
    /** 적용 연도 */ editions: string[];
    /** 중요도 */ severity: "prohibited" | "care" | "info";
    /** 대신하는 규칙 */ replaces?: string[];
    /** 예외 */ exceptions?: string[];
    /** 참고 사항 */ notes?: string[];
    /** 해석 */ reading?: "stated" | "interpreted";
    /** 해석한 이유 */ reading_note?: string;
    /** 문서 간 차이 */ conflicts?: string[];
    /** 계산하는 값 */ part: string;
    /** 분모 */ of?: string;
    /** 판정 단위 */ each?: "project";
    /** 판정 조건 */ asked_when?: string;
    /** 이내·이하 */ at_most?: string | number | ByChoice;
    /** 미만 */ below?: string | number | ByChoice;
    /** 이상 */ at_least?: string | number | ByChoice;
    /** 초과 */ above?: string | number | ByChoice;
    /** 같음 */ equal?: string | number | ByChoice;
    /** 여러 해석 */ readings?: Reading[];
    /** 근거 */ source: Citation | Citation[];
    /** 원문 대조일 */ checked_on: string;
    /** 예시 */ examples: CapExample[];
  }
  interface ByChoice {
    /** 기준 항목 */ by: string;
    /** 금액표 */ amounts: Record<string, number>;
  }
  interface Reading {
    /** id */ id: string;
    /** 이름 */ label?: string;
    /** 예전 이름 */ earlier_labels?: string[];
    /** 계산하는 값 */ part: string;
    /** 분모 */ of?: string;
    /** 비교 기준 */ operator?: "at_most" | "below" | "at_least" | "above" | "equal";
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  interface CapExample {
    /** id */ id: string;
    /** 제목 */ title: string;
    /** 비교할 금액 */ part: number;
    /** 기준 금액 */ of?: number;
    /** 고른 답 */ choice?: string;
    /** 판정 */ expect: "ok" | "fail" | "unknown" | "na" | string;
  }
  interface Band {
    /** id */ id: string;
    /** 종류 */ kind: "band";
    /** 의무·권장 구분 */ force?: "must" | "should" | "may" | "example" | "reference";
    /** 정한 주체 */ basis?: "stated" | "suggested";
    /** 길잡이의 조언 */ advice?: string[];
    /** 연도별 의무·권장 구분 */ force_in?: Record<string, "must" | "should" | "may" | "example" | "reference">;
    /** 규칙 이름 */ label: string;
    /** 한 문장 */ sentence: string;
    /** 대상 */ subject: string;
    /** 표시 분류 */ topic: string;
    /** 적용 연도 */ editions: string[];
    /** 중요도 */ severity: "prohibited" | "care" | "info";
    /** 대신하는 규칙 */ replaces?: string[];
    /** 예외 */ exceptions?: string[];
    /** 참고 사항 */ notes?: string[];
    /** 해석 */ reading?: "stated" | "interpreted";
    /** 해석한 이유 */ reading_note?: string;
    /** 문서 간 차이 */ conflicts?: string[];
    /** 계산하는 값 */ part: string;
    /** 분모 */ of?: string;
    /** 판정 조건 */ asked_when?: string;
    /** 여러 해석 */ readings?: Reading[];
    /** 구간 */ rows: Row[];
    /** 근거 */ source: Citation | Citation[];
    /** 원문 대조일 */ checked_on: string;
    /** 예시 */ examples: CapExample[];
  }
  interface Row {
    /** id */ id: string;
    /** 이내·이하 */ at_most?: string | number | ByChoice;
    /** 미만 */ below?: string | number | ByChoice;
    /** 이상 */ at_least?: string | number | ByChoice;
    /** 초과 */ above?: string | number | ByChoice;
    /** 같음 */ equal?: string | number | ByChoice;
    /** 결과 */ result: string;
    /** 설명 */ detail?: string;
    /** 선택지 */ option?: string;
  }
  interface Ask {
    /** id */ id: string;
    /** 종류 */ kind: "ask";
    /** 의무·권장 구분 */ force?: "must" | "should" | "may" | "example" | "reference";
    /** 정한 주체 */ basis?: "stated" | "suggested";
    /** 길잡이의 조언 */ advice?: string[];
    /** 연도별 의무·권장 구분 */ force_in?: Record<string, "must" | "should" | "may" | "example" | "reference">;
    /** 규칙 이름 */ label: string;
    /** 한 문장 */ sentence: string;
    /** 대상 */ subject: string;
    /** 표시 분류 */ topic: string;
    /** 적용 연도 */ editions: string[];
    /** 중요도 */ severity: "prohibited" | "care" | "info";
    /** 대신하는 규칙 */ replaces?: string[];
    /** 예외 */ exceptions?: string[];
    /** 참고 사항 */ notes?: string[];
    /** 해석 */ reading?: "stated" | "interpreted";
    /** 해석한 이유 */ reading_note?: string;
    /** 문서 간 차이 */ conflicts?: string[];
    /** 질문 */ question?: string;
    /** 예전 질문 */ formerly?: string[];
    /** 어기는 답 */ violated_by?: "yes" | "no";
    /** 어기는 사실 */ violated_when?: Record<string, string>[];
    /** 질문 조건 */ asked_when?: string;
    /** 답하는 계산 */ answered_by?: string;
    /** 적용 조건 */ given?: string[];
    /** 결과의 이름 */ results?: Results;
    /** 근거 */ source: Citation | Citation[];
    /** 원문 대조일 */ checked_on: string;
    /** 예시 */ examples: AskExample[];
  }
  interface Results {
    /** 맞을 때 */ ok: string;
    /** 맞지 않을 때 */ fail: string;
  }
  interface AskExample {
    /** id */ id: string;
    /** 제목 */ title: string;
    /** 적용 연도 */ edition?: string;
    /** 답 */ answer?: "yes" | "no" | "unknown";
    /** 사실별 답 */ answers?: Record<string, string>;
    /** 판정 */ expect: "ok" | "fail" | "unknown" | "na";
  }
  type One = Cap | Band | Ask;
}

/** 단계: 절차의 한 단계예요. 안내, 체크리스트, 사례가 이 단계를 참조해요. */
declare namespace Data.steps {
  interface Step {
    /** id */ id: string;
    /** 페이지의 주소 */ address?: string;
    /** 제목 */ title: string;
    /** 요약 */ summary: string;
    /** 적용 연도 */ editions: string[];
    /** 누가 */ who: string[];
    /** 대신하는 주체 */ stand_ins?: StandIn[];
    /** 언제 */ when?: string[];
    /** 시기 설명 */ when_note?: string;
    /** 할 일 */ activities: Point[];
    /** 숙의·공론 */ deliberation?: Point[];
    /** 숙의·공론이 없는 이유 */ deliberation_none?: string;
    /** 도움말 */ tips?: Tip[];
    /** 방법 */ methods?: Method[];
    /** 표 */ tables?: Table[];
    /** 제출 서류 */ submissions?: Point[];
    /** 검토 사항 */ reviews?: Point[];
    /** 결과물 */ outputs: Output[];
    /** 관련 규칙 */ rules?: string[];
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source: Citation | Citation[];
  }
  interface StandIn {
    /** 대신하는 주체 */ actor: string;
    /** 원래 주체 */ instead_of: string;
    /** 조건 */ condition: string;
  }
  interface Point {
    /** 의무·권장 구분 */ force?: "must" | "should" | "may" | "example" | "reference";
    /** 정한 주체 */ basis?: "stated" | "suggested";
    /** 길잡이의 조언 */ advice?: string[];
    /** 내용 */ text: string;
    /** 세부 내용 */ details?: string[];
    /** 참고 사항 */ note?: string;
    /** 서식 */ forms?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  interface Tip {
    /** 제목 */ title: string;
    /** 내용 */ text: string;
    /** 근거 */ source: Citation | Citation[];
  }
  interface Method {
    /** id */ id: string;
    /** 제목 */ title: string;
    /** 요약 */ summary: string;
    /** 알맞은 때 */ suits?: string;
    /** 원칙 */ principles?: string[];
    /** 순서 */ sequence?: string[];
    /** 주의 사항 */ cautions?: string[];
    /** 근거 */ source: Citation | Citation[];
  }
  interface Table {
    /** id */ id: string;
    /** 표 제목 */ title: string;
    /** 열 */ columns: string[];
    /** 줄 */ rows: ((number | string)[])[];
    /** 합계 */ totals?: Record<string, number | string>;
    /** 맞지 않는 합계 */ mismatched?: string[];
    /** 줄의 순서 */ ordered?: boolean;
    /** 단위 */ unit?: string;
    /** 참고 사항 */ note?: string;
    /** 그래프 */ charts?: BarChart[];
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface BarChart {
    /** id */ id: string;
    /** 그래프의 종류 */ kind?: "bars" | "whole" | "dots";
    /** 제목 */ title: string;
    /** 그릴 열 */ columns: string[];
    /** 이름 열 */ labels?: string[];
    /** 합계 열 */ total?: string;
    /** 큰 것부터 */ largest_first?: boolean;
  }
  interface Output {
    /** 제목 */ title: string;
    /** 내용 */ text: string;
  }
  type One = Step;
}

/** 절차: 단계를 순서대로 묶은 절차예요. */
declare namespace Data.procedures {
  interface Procedure {
    /** id */ id: string;
    /** 제목 */ title: string;
    /** 요약 */ summary: string;
    /** 적용 연도 */ editions: string[];
    /** 주소 */ address: string;
    /** 페이지 */ pages?: "one" | "each";
    /** 단계 */ steps: string[];
    /** 일정표 */ timeline?: string;
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source: Citation | Citation[];
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  type One = Procedure;
}

/** 일정표: 한 연도, 한 절차의 일정을 모두 담아요. */
declare namespace Data.timelines {
  interface Timeline {
    /** id */ id: string;
    /** 페이지의 주소 */ address?: string;
    /** 제목 */ title: string;
    /** 짧은 이름 */ short: string;
    /** 적용 연도 */ edition: string;
    /** 페이지 이름 */ page?: string;
    /** 요약 */ summary: string;
    /** 일정 */ events: Event[];
    /** 근거 */ source: Citation | Citation[];
    /** 원문 대조일 */ checked_on: string;
  }
  interface Event {
    /** id */ id: string;
    /** 종류 */ kind: "deadline" | "period" | "meeting" | "decision";
    /** 제목 */ title: string;
    /** 실제로 한 일 */ actual?: boolean;
    /** 누가 */ actors: string[];
    /** 시작 */ start: string;
    /** 끝 */ end?: string;
    /** 문서의 날짜 */ text?: string;
    /** 요약 */ summary: string;
    /** 해당하는 일정 */ same_as?: string;
    /** 고친 횟수 */ revision?: number;
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source: Citation | Citation[];
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  type One = Timeline;
}

/** 기한: 기준일부터 앞뒤로 기한을 계산하는 할 일이에요. */
declare namespace Data.deadlines {
  interface Deadlines {
    /** id */ id: string;
    /** 순서 */ order: number;
    /** 기준일 */ known: string;
    /** 요약 */ summary: string;
    /** 적용 연도 */ editions: string[];
    /** 참고 사항 */ note?: string;
    /** 넘기지 않을 일정 */ not_after?: string[];
    /** 일정표 */ timelines?: string[];
    /** 할 일 */ dues: Due[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface Due {
    /** id */ id: string;
    /** 제목 */ title: string;
    /** 정한 주체 */ basis: "stated" | "suggested";
    /** 누가 */ actors: string[];
    /** 기준이 되는 할 일 */ since?: string;
    /** 기간의 끝 */ at?: "quarter" | "half" | "year";
    /** 며칠 전 */ before?: string;
    /** 며칠 후 */ after?: string;
    /** 반복 */ every?: "quarter" | "half";
    /** 기준 월 */ months?: number[];
    /** 날짜가 없는 기한 */ text?: string;
    /** 요약 */ summary: string;
    /** 예시 */ example?: string;
    /** 적용 연도 */ editions?: string[];
    /** 넘기지 않을 일정 */ not_after?: string[];
    /** 단계 */ step?: string;
    /** 관련 규칙 */ rule?: string;
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  type One = Deadlines;
}

/** 체크리스트: 할 일과 확인할 사항을 단계나 구분별로 묶어요. */
declare namespace Data.checklists {
  interface Checklist {
    /** id */ id: string;
    /** 페이지의 주소 */ address?: string;
    /** 제목 */ title: string;
    /** 요약 */ summary: string;
    /** 순서 */ order?: number;
    /** 적용 연도 */ editions: string[];
    /** 절차 */ procedure?: string;
    /** 작성 예시 */ filled: Noted[];
    /** 묶음 */ groups: Group[];
    /** 원문 대조일 */ checked_on: string;
  }
  interface Noted {
    /** 항목 */ item: string;
    /** 상태 */ state: "none" | "doing" | "done" | "na";
    /** 담당 */ who: string;
    /** 메모 */ note?: string;
  }
  interface Group {
    /** id */ id?: string;
    /** 제목 */ title?: string;
    /** 단계 */ step?: string;
    /** 먼저 끝낼 묶음 */ after?: string[];
    /** 항목 */ items: Item[];
  }
  interface Item {
    /** id */ id: string;
    /** 의무·권장 구분 */ force?: "must" | "should" | "may" | "example" | "reference";
    /** 정한 주체 */ basis?: "stated" | "suggested";
    /** 길잡이의 조언 */ advice?: string[];
    /** 연도별 의무·권장 구분 */ force_in?: Record<string, "must" | "should" | "may" | "example" | "reference">;
    /** 내용 */ text: string;
    /** 수행 주체 */ role: "private" | "public" | "joint" | "secretariat" | "city";
    /** 완료 확인 자료 */ evidence: string;
    /** 도움말 */ help?: string;
    /** 일정 */ when?: string[];
    /** 기한(글) */ due_text?: string;
    /** 관련 규칙 */ rule?: string;
    /** 함께 따르는 규칙 */ rules?: string[];
    /** 도구 */ tool?: "budget" | "budget-change" | "strategic-matching" | "council" | "evaluation" | "deadlines" | "priorities";
    /** 근거 */ source: Citation | Citation[];
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  type One = Checklist;
}

/** 사례: 자치구 하나의 사례예요. */
declare namespace Data.cases {
  interface Case {
    /** id */ id: string;
    /** 페이지의 주소 */ address?: string;
    /** 자치구 */ district: string;
    /** 제목 */ title: string;
    /** 시사점 */ lesson: string;
    /** 요약 */ summary: string;
    /** 숫자 */ figures: Figure[];
    /** 과정 */ processes: Process[];
    /** 결정 방법 */ decision: Point[];
    /** 워킹그룹 */ working_groups?: WorkingGroup[];
    /** 워킹그룹 참고 사항 */ working_groups_note?: string;
    /** 참고할 점 */ lessons: Lesson[];
    /** 표 */ tables?: Table[];
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source: Citation | Citation[];
  }
  interface Figure {
    /** 이름 */ label: string;
    /** 값 */ value?: number;
    /** 더할 값들 */ derived?: number[];
    /** 단위 */ unit: string;
    /** 참고 사항 */ note?: string;
    /** 깔때기 차트 */ funnel?: boolean;
    /** 함께 비교하는 값 */ shared?: string;
    /** 예전 이름 */ earlier_labels?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  interface Process {
    /** id */ id: string;
    /** 제목 */ title: string;
    /** 요약 */ summary: string;
    /** 묶음 */ phases: Phase[];
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source: Citation | Citation[];
  }
  interface Phase {
    /** id */ id: string;
    /** 제목 */ title: string;
    /** 한 일 */ milestones: Milestone[];
  }
  interface Milestone {
    /** id */ id: string;
    /** 제목 */ title: string;
    /** 날짜(글) */ date_text?: string;
    /** 시작 */ start?: string;
    /** 끝 */ end?: string;
    /** 누가 */ who?: string[];
    /** 내용 */ text: string;
    /** 세부 내용 */ details?: string[];
    /** 선정한 의제 */ agendas?: string[];
    /** 숫자 */ counts?: Figure[];
    /** 관련 단계 */ steps?: string[];
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface Point {
    /** 의무·권장 구분 */ force?: "must" | "should" | "may" | "example" | "reference";
    /** 정한 주체 */ basis?: "stated" | "suggested";
    /** 길잡이의 조언 */ advice?: string[];
    /** 내용 */ text: string;
    /** 세부 내용 */ details?: string[];
    /** 참고 사항 */ note?: string;
    /** 서식 */ forms?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface WorkingGroup {
    /** id */ id: string;
    /** 의제 */ agenda: string;
    /** 이름 */ name: string;
    /** 인원 */ size: number;
    /** 구성원 */ members: string[];
  }
  interface Lesson {
    /** 내용 */ text: string;
    /** 관련 단계 */ steps?: string[];
    /** 관련 규칙 */ rules?: string[];
  }
  interface Table {
    /** id */ id: string;
    /** 표 제목 */ title: string;
    /** 열 */ columns: string[];
    /** 줄 */ rows: ((number | string)[])[];
    /** 합계 */ totals?: Record<string, number | string>;
    /** 맞지 않는 합계 */ mismatched?: string[];
    /** 줄의 순서 */ ordered?: boolean;
    /** 단위 */ unit?: string;
    /** 참고 사항 */ note?: string;
    /** 그래프 */ charts?: BarChart[];
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface BarChart {
    /** id */ id: string;
    /** 그래프의 종류 */ kind?: "bars" | "whole" | "dots";
    /** 제목 */ title: string;
    /** 그릴 열 */ columns: string[];
    /** 이름 열 */ labels?: string[];
    /** 합계 열 */ total?: string;
    /** 큰 것부터 */ largest_first?: boolean;
  }
  type One = Case;
}

/** 문서 간 차이: 근거 문서끼리, 또는 한 문서 안에서 내용이 다른 곳이에요. */
declare namespace Data.conflicts {
  interface Conflict {
    /** id */ id: string;
    /** 제목 */ title: string;
    /** 서로 다른 내용 */ readings: ConflictReading[];
    /** 따르는 기준 */ followed: string;
    /** 이유 */ reason: string;
    /** 판정하는 규칙 */ carried_by?: string[];
    /** 규칙이 없는 판 */ not_carried?: NotCarried[];
  }
  interface ConflictReading {
    /** 내용 */ text: string;
    /** 근거 */ source: Citation | Citation[];
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  interface NotCarried {
    /** 적용 연도 */ editions: string[];
    /** 해당 규칙 */ rule?: string;
    /** 이유 */ reason: string;
  }
  type One = Conflict;
}

/** 주제: 한 페이지로 된 설명이에요. */
declare namespace Data.topics {
  interface Topic {
    /** id */ id: string;
    /** 페이지의 주소 */ address?: string;
    /** 제목 */ title: string;
    /** 메뉴 */ chapter: "understand" | "prepare" | "apply" | "execute" | "evaluate" | "cases" | "districts";
    /** 순서 */ order: number;
    /** 요약 */ summary: string;
    /** 적용 연도 */ editions: string[];
    /** 절 */ sections: TopicSection[];
    /** 관련 단계 */ steps?: string[];
    /** 관련 규칙 */ rules?: string[];
    /** 관련 주제 */ topics?: string[];
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source: Citation | Citation[];
  }
  interface TopicSection {
    /** id */ id: string;
    /** 제목 */ title: string;
    /** 첫 문장 */ lead?: string;
    /** 내용 */ points?: Point[];
    /** 흐름 */ stages?: Stage[];
    /** 숫자 */ figures?: Figure[];
    /** 표 */ tables?: Table[];
    /** 그림 */ diagram?: Diagram;
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface Point {
    /** 의무·권장 구분 */ force?: "must" | "should" | "may" | "example" | "reference";
    /** 정한 주체 */ basis?: "stated" | "suggested";
    /** 길잡이의 조언 */ advice?: string[];
    /** 내용 */ text: string;
    /** 세부 내용 */ details?: string[];
    /** 참고 사항 */ note?: string;
    /** 서식 */ forms?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  interface Stage {
    /** 제목 */ title: string;
    /** 내용 */ text?: string;
    /** 누가 */ who?: string[];
    /** 날짜(글) */ date_text?: string;
    /** 세부 내용 */ details?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface Figure {
    /** 이름 */ label: string;
    /** 값 */ value?: number;
    /** 더할 값들 */ derived?: number[];
    /** 단위 */ unit: string;
    /** 참고 사항 */ note?: string;
    /** 깔때기 차트 */ funnel?: boolean;
    /** 함께 비교하는 값 */ shared?: string;
    /** 예전 이름 */ earlier_labels?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface Table {
    /** id */ id: string;
    /** 표 제목 */ title: string;
    /** 열 */ columns: string[];
    /** 줄 */ rows: ((number | string)[])[];
    /** 합계 */ totals?: Record<string, number | string>;
    /** 맞지 않는 합계 */ mismatched?: string[];
    /** 줄의 순서 */ ordered?: boolean;
    /** 단위 */ unit?: string;
    /** 참고 사항 */ note?: string;
    /** 그래프 */ charts?: BarChart[];
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface BarChart {
    /** id */ id: string;
    /** 그래프의 종류 */ kind?: "bars" | "whole" | "dots";
    /** 제목 */ title: string;
    /** 그릴 열 */ columns: string[];
    /** 이름 열 */ labels?: string[];
    /** 합계 열 */ total?: string;
    /** 큰 것부터 */ largest_first?: boolean;
  }
  interface Diagram {
    /** 제목 */ title: string;
    /** 상자 묶음 */ groups: NodeGroup[];
    /** 화살표 */ links?: Link[];
    /** 참고 사항 */ note?: string;
  }
  interface NodeGroup {
    /** 제목 */ title: string;
    /** 상자 */ nodes: Node[];
  }
  interface Node {
    /** id */ id: string;
    /** 이름 */ label: string;
    /** 내용 */ text?: string;
  }
  interface Link {
    /** 시작 상자 */ start: string;
    /** 끝 상자 */ end: string;
    /** 화살표 설명 */ label: string;
  }
  type One = Topic;
}

/** 기구: 협치를 하는 기구 하나예요. */
declare namespace Data.bodies {
  interface Body {
    /** id */ id: string;
    /** 페이지의 주소 */ address?: string;
    /** 이름 */ name: string;
    /** 순서 */ order: number;
    /** 다른 이름 */ names?: string[];
    /** 요약 */ summary: string;
    /** 적용 연도 */ editions: string[];
    /** 주체 */ actor?: string;
    /** 구성 */ composition: Point[];
    /** 하는 일 */ duties: Point[];
    /** 운영 */ operation?: Point[];
    /** 구성 방식 */ types?: BodyType[];
    /** 도움말 */ tips?: Tip[];
    /** 표 */ tables?: Table[];
    /** 다른 기구·직위와의 관계 */ links?: BodyLink[];
    /** 관련 규칙 */ rules?: string[];
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source: Citation | Citation[];
  }
  interface Point {
    /** 의무·권장 구분 */ force?: "must" | "should" | "may" | "example" | "reference";
    /** 정한 주체 */ basis?: "stated" | "suggested";
    /** 길잡이의 조언 */ advice?: string[];
    /** 내용 */ text: string;
    /** 세부 내용 */ details?: string[];
    /** 참고 사항 */ note?: string;
    /** 서식 */ forms?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  interface BodyType {
    /** 제목 */ title: string;
    /** 내용 */ text: string;
    /** 세부 내용 */ details?: string[];
  }
  interface Tip {
    /** 제목 */ title: string;
    /** 내용 */ text: string;
    /** 근거 */ source: Citation | Citation[];
  }
  interface Table {
    /** id */ id: string;
    /** 표 제목 */ title: string;
    /** 열 */ columns: string[];
    /** 줄 */ rows: ((number | string)[])[];
    /** 합계 */ totals?: Record<string, number | string>;
    /** 맞지 않는 합계 */ mismatched?: string[];
    /** 줄의 순서 */ ordered?: boolean;
    /** 단위 */ unit?: string;
    /** 참고 사항 */ note?: string;
    /** 그래프 */ charts?: BarChart[];
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface BarChart {
    /** id */ id: string;
    /** 그래프의 종류 */ kind?: "bars" | "whole" | "dots";
    /** 제목 */ title: string;
    /** 그릴 열 */ columns: string[];
    /** 이름 열 */ labels?: string[];
    /** 합계 열 */ total?: string;
    /** 큰 것부터 */ largest_first?: boolean;
  }
  interface BodyLink {
    /** 기구 */ body: string;
    /** 내용 */ text: string;
  }
  type One = Body;
}

/** 연계 사업: 지역사회혁신계획의 연계 사업 하나예요. */
declare namespace Data.programmes {
  interface Programme {
    /** id */ id: string;
    /** 페이지의 주소 */ address?: string;
    /** 이름 */ name: string;
    /** 순서 */ order: number;
    /** 요약 */ summary: string;
    /** 배경 */ background?: Point[];
    /** 연도별 내용 */ editions_detail: ProgrammeEdition[];
    /** 관련 규칙 */ rules?: string[];
    /** 관련 주제 */ topics?: string[];
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source: Citation | Citation[];
    /** 원문 대조일 */ checked_on: string;
  }
  interface Point {
    /** 의무·권장 구분 */ force?: "must" | "should" | "may" | "example" | "reference";
    /** 정한 주체 */ basis?: "stated" | "suggested";
    /** 길잡이의 조언 */ advice?: string[];
    /** 내용 */ text: string;
    /** 세부 내용 */ details?: string[];
    /** 참고 사항 */ note?: string;
    /** 서식 */ forms?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  interface ProgrammeEdition {
    /** 적용 연도 */ edition: string;
    /** 요약 */ summary: string;
    /** 자격 */ eligibility?: Point[];
    /** 내용 */ contents?: Point[];
    /** 금액 */ amounts?: Point[];
    /** 기간 */ periods?: Point[];
    /** 선정 */ selection?: Point[];
    /** 하는 일 */ duties?: Point[];
    /** 결과 */ results?: Point[];
    /** 흐름 */ stages?: Stage[];
    /** 표 */ tables?: Table[];
    /** 그림 */ diagram?: Diagram;
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source: Citation | Citation[];
  }
  interface Stage {
    /** 제목 */ title: string;
    /** 내용 */ text?: string;
    /** 누가 */ who?: string[];
    /** 날짜(글) */ date_text?: string;
    /** 세부 내용 */ details?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface Table {
    /** id */ id: string;
    /** 표 제목 */ title: string;
    /** 열 */ columns: string[];
    /** 줄 */ rows: ((number | string)[])[];
    /** 합계 */ totals?: Record<string, number | string>;
    /** 맞지 않는 합계 */ mismatched?: string[];
    /** 줄의 순서 */ ordered?: boolean;
    /** 단위 */ unit?: string;
    /** 참고 사항 */ note?: string;
    /** 그래프 */ charts?: BarChart[];
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface BarChart {
    /** id */ id: string;
    /** 그래프의 종류 */ kind?: "bars" | "whole" | "dots";
    /** 제목 */ title: string;
    /** 그릴 열 */ columns: string[];
    /** 이름 열 */ labels?: string[];
    /** 합계 열 */ total?: string;
    /** 큰 것부터 */ largest_first?: boolean;
  }
  interface Diagram {
    /** 제목 */ title: string;
    /** 상자 묶음 */ groups: NodeGroup[];
    /** 화살표 */ links?: Link[];
    /** 참고 사항 */ note?: string;
  }
  interface NodeGroup {
    /** 제목 */ title: string;
    /** 상자 */ nodes: Node[];
  }
  interface Node {
    /** id */ id: string;
    /** 이름 */ label: string;
    /** 내용 */ text?: string;
  }
  interface Link {
    /** 시작 상자 */ start: string;
    /** 끝 상자 */ end: string;
    /** 화살표 설명 */ label: string;
  }
  type One = Programme;
}

/** 서식: 서식이나 계획서 목차 하나예요. */
declare namespace Data.forms {
  interface Form {
    /** id */ id: string;
    /** 페이지의 주소 */ address?: string;
    /** 순서 */ order: number;
    /** 번호 */ number?: string;
    /** 제목 */ title: string;
    /** 문서 이름 */ makes?: string;
    /** 요약 */ summary: string;
    /** 적용 연도 */ editions: string[];
    /** 제출 시기와 제출처 */ submitted: string;
    /** 칸 묶음 */ blocks?: Block[];
    /** 목차 */ outline?: Chapter[];
    /** 표 */ tables?: Table[];
    /** 참고 사항 */ notes?: string[];
    /** 길잡이의 조언 */ advice?: string[];
    /** 관련 단계 */ steps?: string[];
    /** 관련 규칙 */ rules?: string[];
    /** 문서 간 차이 */ conflicts?: string[];
    /** 파일 종류 */ formats?: ("hwpx" | "docx" | "xlsx")[];
    /** 가로 용지 */ wide?: boolean;
    /** 작성 예시 */ filled?: Filled;
    /** 판정할 규칙 */ checks?: string[];
    /** 근거 */ source: Citation | Citation[];
  }
  interface Block {
    /** 제목 */ title: string;
    /** 칸 */ fields: Field[];
    /** 배치 */ layout?: "rows" | "matrix" | "list" | "counts" | "lines";
    /** 열 */ columns?: string[];
    /** 열의 예전 이름 */ earlier_columns?: Record<string, string[]>;
    /** 줄 수 */ length?: number;
  }
  interface Field {
    /** id */ id: string;
    /** 이름 */ label: string;
    /** 예전 이름 */ earlier_labels?: string[];
    /** 작성 요령 */ wants: string;
    /** 누가 */ who?: string;
    /** 예시 */ example?: string;
    /** 관련 규칙 */ rule?: string;
    /** 참고 사항 */ note?: string;
    /** 미리 인쇄된 글 */ printed?: string;
    /** 줄 수 */ lines?: number;
    /** 너비 */ width?: number;
    /** 선택 목록 */ choices?: string[];
    /** 자동 집계 */ counts?: CountOf;
    /** 함께 쓰는 값 */ shared?: string;
    /** 자동으로 채우는 글 */ pattern?: string;
    /** 선택할 글 */ options?: string[];
  }
  interface CountOf {
    /** 집계할 칸 */ field: string;
    /** 집계할 값 */ values?: string[];
  }
  interface Chapter {
    /** 번호 */ number: string;
    /** 제목 */ title: string;
    /** 작성 요령 */ wants?: string;
    /** 함께 쓰는 값 */ shared?: string;
    /** 자동으로 채우는 글 */ pattern?: string;
    /** 반복 */ each?: "task" | "agenda";
    /** 예산표 */ tables?: ("nature" | "funds" | "agendas" | "costs")[];
    /** 하위 제목 */ children?: Chapter[];
  }
  interface Table {
    /** id */ id: string;
    /** 표 제목 */ title: string;
    /** 열 */ columns: string[];
    /** 줄 */ rows: ((number | string)[])[];
    /** 합계 */ totals?: Record<string, number | string>;
    /** 맞지 않는 합계 */ mismatched?: string[];
    /** 줄의 순서 */ ordered?: boolean;
    /** 단위 */ unit?: string;
    /** 참고 사항 */ note?: string;
    /** 그래프 */ charts?: BarChart[];
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source?: Citation | Citation[];
  }
  interface BarChart {
    /** id */ id: string;
    /** 그래프의 종류 */ kind?: "bars" | "whole" | "dots";
    /** 제목 */ title: string;
    /** 그릴 열 */ columns: string[];
    /** 이름 열 */ labels?: string[];
    /** 합계 열 */ total?: string;
    /** 큰 것부터 */ largest_first?: boolean;
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  interface Filled {
    /** 참고 사항 */ note: string;
    /** 채운 값 */ values?: Record<string, string | string[]>;
    /** 채운 줄 */ rows?: ((number | string)[])[];
    /** 채운 글 */ chapters?: Record<string, string[]>;
    /** 근거 */ source?: Citation | Citation[];
  }
  type One = Form;
}

/** 협약 조문: 협약의 조문 하나예요. */
declare namespace Data.articles {
  interface Article {
    /** id */ id: string;
    /** 조 */ number: number;
    /** 제목 */ title: string;
    /** 요약 */ summary: string;
    /** 항 */ clauses: Clause[];
    /** 관련 규칙 */ rules?: string[];
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source: Citation | Citation[];
  }
  interface Clause {
    /** id */ id: string;
    /** 의무·권장 구분 */ force?: "must" | "should" | "may" | "example" | "reference";
    /** 정한 주체 */ basis?: "stated" | "suggested";
    /** 길잡이의 조언 */ advice?: string[];
    /** 조항 */ clause: string;
    /** 내용 */ text: string;
    /** 원문 표현 */ wording?: string;
    /** 의무 주체 */ owes?: "city" | "district" | "council" | "both";
    /** 시기 */ stage?: "signing" | "running" | "changing" | "closing";
    /** 누구에게 */ to?: "city" | "district" | "council" | "both";
    /** 언제까지 */ due?: string;
    /** 관련 규칙 */ rule?: string;
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  type One = Article;
}

/** 자치구: 자치구 하나에 관해 문서가 적은 사실이에요. */
declare namespace Data.districts {
  interface District {
    /** id */ id: string;
    /** 페이지의 주소 */ address?: string;
    /** 이름 */ name: string;
    /** 첫 참여 연도 */ entry?: string;
    /** 지도에서의 위치 */ tile: Tile;
    /** 사실 */ facts: Fact[];
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source: Citation | Citation[];
  }
  interface Tile {
    /** 열 */ col: number;
    /** 행 */ row: number;
  }
  interface Fact {
    /** 대상 */ subject: "entry" | "participation" | "grant" | "deliberation" | "council" | "ordinance" | "strategic" | "mutual" | "platform" | "jobs" | "network" | "consulting" | "school" | "evaluation" | "department" | "other";
    /** 연도 */ year: string;
    /** 사실의 이름 */ label: string;
    /** 값 */ value?: number;
    /** 단위 */ unit?: string;
    /** 내용 */ text?: string;
    /** 값의 기준 시점 */ note?: string;
    /** 문서 간 차이 */ conflicts?: string[];
    /** 근거 */ source: Citation | Citation[];
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  type One = District;
}

/** 도구의 입력 항목: 도구 하나의 입력 항목과 결론이에요. */
declare namespace Data.sheets {
  interface Sheet {
    /** 도구 */ id: "budget-change" | "strategic-matching" | "council" | "evaluation" | "eligibility";
    /** 제목 */ title: string;
    /** 예전 이름 */ earlier_titles?: string[];
    /** 요약 */ summary: string;
    /** 순서 */ order: number;
    /** 판정하는 것 */ subjects: string[];
    /** 적용 연도 */ editions: string[];
    /** 모든 연도 */ every_edition?: boolean;
    /** 부분 */ parts?: SheetPart[];
    /** 예산 줄 */ lines?: boolean;
    /** 칸 묶음 */ groups: FieldGroup[];
    /** 항상 맞아야 하는 조건 */ consistency?: Consistency[];
    /** 질문할 사실 */ facts?: SheetFact[];
    /** 뜻이 바뀐 질문 */ retired?: Retired[];
    /** 결론 */ outcomes?: Outcome[];
    /** 그 결론에만 적용되는 규칙 */ applies_at?: Record<string, string>;
    /** 공문 */ letters?: Letter[];
    /** 문서의 수 */ filling?: Filling;
    /** 등급별 금액 */ amounts?: GradeAmounts;
    /** 근거 */ source: Citation | Citation[];
    /** 예시 */ examples: SheetExample[];
  }
  interface SheetPart {
    /** id */ id: string;
    /** 묶음 */ group: string;
    /** 제목 */ title: string;
    /** 예전 이름 */ earlier_titles?: string[];
    /** 적용 연도 */ editions: string[];
    /** 규칙의 대상 */ subjects: string[];
  }
  interface FieldGroup {
    /** id */ id: string;
    /** 표시할 부분 */ of_part?: string;
    /** 제목 */ title: string;
    /** 안내 글 */ lead?: string;
    /** 적용 연도 */ editions?: string[];
    /** 합계 이름 */ total?: string;
    /** 줄 */ rows?: string[];
    /** 열 */ columns?: string[];
    /** 칸 */ fields: SheetField[];
  }
  interface SheetField {
    /** id */ id: string;
    /** 이름 */ label: string;
    /** 예전 이름 */ earlier_labels?: string[];
    /** 단위 */ unit: "won" | "person" | "point" | "rank" | "district" | "item" | "organisation" | "area" | "year" | "age" | "hour";
    /** 도움말 */ help?: string;
    /** 비워도 됨 */ optional?: boolean;
    /** 가장 작은 값 */ least?: number;
    /** 가장 큰 값 */ most?: number;
    /** 곱할 수 */ times?: number;
  }
  interface Consistency {
    /** id */ id: string;
    /** 계산하는 값 */ part: string;
    /** 분모 */ of: string;
    /** 같음 */ equal?: boolean;
    /** 안내할 칸 */ field: string;
    /** 안내 문구 */ message: string;
  }
  interface SheetFact {
    /** id */ id: string;
    /** 표시할 부분 */ of_part?: string;
    /** 질문 */ question: string;
    /** 예전 질문 */ formerly?: string[];
    /** 도움말 */ help?: string;
    /** 답 */ options?: Option[];
    /** 먼저 충족할 답 */ only_if?: Record<string, string | string[]>;
    /** 질문 조건 */ asked_when?: string;
    /** 답하는 계산 */ answered_by?: string;
  }
  interface Option {
    /** id */ id: string;
    /** 이름 */ label: string;
    /** 예전 이름 */ earlier_labels?: string[];
  }
  interface Retired {
    /** id */ id: string;
    /** 예전 질문 */ question: string;
    /** 지금 묻는 사실 */ now: string[];
  }
  interface Outcome {
    /** id */ id: string;
    /** 결론의 이름 */ outcome?: string;
    /** 제목 */ title: string;
    /** 내용 */ text: string;
    /** 판정 등급 */ level: "breach" | "care" | "ok" | "unknown";
    /** 조건 */ conditions?: Condition[];
    /** 경우 */ when?: OutcomeCase[];
    /** 할 일 */ dues?: string[];
    /** 보낼 공문 */ letter?: "approval" | "notice";
  }
  interface Condition {
    /** 관련 규칙 */ rule: string;
    /** 결과 */ result: string;
  }
  interface OutcomeCase {
    /** 규칙의 결과 */ rules?: Record<string, string>;
    /** 사실의 답 */ facts?: Record<string, string | string[]>;
    /** 함께 인용하는 근거 */ grounds?: string[];
  }
  interface Letter {
    /** 글의 종류 */ id: "approval" | "notice";
    /** 제목 */ title: string;
    /** 수신 */ to: string;
    /** 제목 */ subject: string;
    /** 본문 */ paragraphs: string[];
    /** 붙임 */ enclosed: string;
  }
  interface Filling {
    /** 채울 칸 */ field: string;
    /** 주제 */ topic: string;
    /** 표 */ table: string;
    /** 이름 */ name: string;
    /** 값 */ value: string;
    /** 곱할 수 */ times?: number;
    /** 이 수를 쓰는 적용 연도 */ edition?: string;
  }
  interface GradeAmounts {
    /** 등급 규칙 */ band: string;
    /** 금액 규칙 */ cap: string;
    /** 비교할 칸 */ field: string;
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  interface SheetExample {
    /** id */ id: string;
    /** 표시할 부분 */ of_part?: string;
    /** 제목 */ title: string;
    /** 적용 연도 */ edition: string;
    /** 실제 수 */ real?: boolean;
    /** 참고 사항 */ note?: string;
    /** 숫자 */ figures: Record<string, number>;
    /** 예산 줄 */ lines?: ChangeLine[];
    /** 모든 줄 */ complete?: boolean;
    /** 답 */ answers?: Record<string, string>;
    /** 나와야 할 판정 */ expect: Record<string, string>;
    /** 나와야 할 결론 */ outcome?: string;
    /** 나와야 할 판정 등급 */ level?: "breach" | "care" | "ok" | "unknown";
    /** 근거 */ source?: Citation | Citation[];
  }
  interface ChangeLine {
    /** 사업 */ project: string;
    /** 세목 */ item: string;
    /** 경상·자본 */ nature: "current" | "capital";
    /** 변경 전 */ before: number;
    /** 변경 후 */ after: number;
  }
  type One = Sheet;
}

/** 새 연도의 유지·변경·폐지 결정: 새 연도를 추가하면서 이전 연도의 기록마다 유지, 변경, 폐지 여부를 정해 적는 파일이에요. */
declare namespace Data.openings {
  interface Opening {
    /** 새 판 */ id: string;
    /** 이전 판 */ base: string;
    /** 규칙 */ rules?: Decision[];
    /** 일정표 */ timelines?: Decision[];
    /** 절차 */ procedures?: Decision[];
    /** 단계 */ steps?: Decision[];
    /** 체크리스트 */ checklists?: Decision[];
    /** 연계 사업 */ programmes?: Decision[];
    /** 서식 */ forms?: Decision[];
    /** 도구 */ sheets?: Decision[];
  }
  interface Decision {
    /** 이전 판의 기록 */ id: string;
    /** 처리 결과 */ became: "same" | "changed" | "gone" | "unknown";
    /** 대신하는 기록 */ now?: string;
    /** 메모 */ note?: string;
    /** 근거 */ source?: Citation | Citation[];
  }
  interface Citation {
    /** 문서 */ doc: string;
    /** 절 */ section?: string;
    /** 조항 */ clause?: string;
    /** 쪽 */ page?: number;
    /** 원문 표현 */ wording?: string;
    /** 참고 사항 */ note?: string;
  }
  type One = Opening;
}
