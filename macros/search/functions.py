"""What the site itself can do, by the words that people use for it: no record tells these, and a page tells them once."""

from __future__ import annotations

from collections.abc import Mapping

# By address: its name, then what people type. Verbs stand as 받다: any form of them counts.
FUNCTIONS: Mapping[str, tuple[str, ...]] = {
    "downloads/": ("파일 받기", "다운로드", "내려받기", "내려받다", "파일 내려받기", "첨부파일", "첨부 파일", "붙임 파일", "한글 파일",
                   "hwp", "hwpx", "docx", "xlsx", "엑셀 파일", "엑셀 내려받다", "워드 파일", "서식 파일", "저장하기", "파일 저장"),
    "downloads/#whole": ("통째로 받기", "압축", "압축 파일", "zip", "전체 다운로드", "한꺼번에 받기", "오프라인", "인터넷 없이", "인터넷 안되다",
                         "인터넷 끊기다", "usb", "pdf", "책자", "한 권으로"),
    "downloads/data/": ("데이터 받기", "csv", "json", "오픈데이터", "공개 데이터", "원자료", "api"),
    "districts/": ("자치구", "지도 보기", "구별 현황", "자치구 지도", "자치구 목록"),
    "dates/": ("일정", "캘린더에 넣기", "캘린더 넣다", "달력 넣다", "달력 파일", "캘린더 등록", "ics", "구글 캘린더", "아웃룩"),
    "reference/glossary/": ("용어집", "용어 사전", "낱말 사전", "용어 풀이", "단어장"),
    "reference/sources/": ("출처", "원문", "근거 문서", "원본 문서"),
    "reference/changes/": ("달라진 것", "업데이트", "변경 이력", "새 소식"),
    "maintain/editing/": ("틀린 곳 고치기", "오타", "오타 신고", "오류 신고", "틀린 내용", "잘못된 내용", "수정 요청", "고쳐 달라고 하기"),
    "reference/accessibility/": ("접근성", "화면 낭독기", "글자 크기", "스크린리더", "단축키"),
    "checklists/": ("체크리스트", "체크리스트 인쇄", "점검표 출력", "인쇄하다", "출력하다", "프린트"),
    "forms/": ("서식", "양식 모음", "서식 목록", "양식 목록"),
    "tools/": ("도구", "계산기 목록", "도구 모음"),
    "maintain/hosting/#offline": ("인터넷이 끊겨도 열리기", "오프라인 캐시"),
}
