"""What is said of checklists on pages and in files alike."""

EXAMPLES = "수행 주체와 ‘완료 확인 자료’는 이 길잡이의 예시예요. 우리 구 여건에 맞게 바꾸세요."
