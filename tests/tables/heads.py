"""Words that real tables have in their heads and sum rows, each tried in a small table of two projects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

UNIT = "(단위: 천원)"
ROWS = (("가람 길", 3_000, 1_000), ("나루 터", 2_000, 500))
NAMES = ("의제명", "과제(사업)명", "사 업 명", "사업(의제)명", "단위과제", "과 제 명", "의제 제목", "사업명(의제)", "항 목", "구분", "사업별")
CITY = ("시비", "시비(보조금)", "서울시비", "시 지원금", "보조금(시비)", "시비지원액", "시(市)비", "市비", "교부금(시비)", "시비(A)", "시비①",
        "서울시")
OWN = ("구비", "구비(매칭)", "자치구비", "자체(구비)", "구비(20%)", "구비부담액", "구비②", "구비 확보액", "매칭비(구비)", "자치구 예산", "한빛구")
OUTSIDE = ("국비", "민간부담", "자부담", "기타(민간)", "특별교부금", "외부재원", "국·시비 외", "자부담(현금)")
WHOLE = ("총사업비", "합 계", "예산액(계)", "계(A+B)", "사업비 총액", "총사업비(시비+구비)", "시비+구비", "시구비 합계")
MONEY = ("사업비", "금 액", "예산(안)", "지원 결정액", "사업비(안)", "21년 예산", "지출계획액", "소요재원", "요구액", "총 소요예산")
PAIRS = ("당초예산액/변경예산액", "변경전(A)/변경후(B)", "승인액/변경액", "원안/수정안", "기 승인/변경 요청", "개정전/개정후", "현재/변경",
         "현행/개선", "본예산/추경예산", "신청/확정", "전년/금년", "2020년/2021년",
         "교부결정액/변경교부액", "종전/변경")
SUMS = ("합계", "총 합 계", "TOTAL", "계(2건)", "총 2건", "사업비 총계", "총 소요액", "- 합계 -", "< 합 계 >", "[합계]",
        "합계액", "전체 사업비", "소 계", "계 :")
UNITS = (UNIT, "[단위 : 천원]", "(단위：천원)", "(금액단위: 천원)", "(단위: 千원)", "단위 천원",
         "(단위: 명, 천원)", "(單位: 千원)", "□ 예산 (단위: 천원)", "(예산단위: 천원)")

Wanted = dict[str, int]


def plan(unit: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A table as the clipboard holds it."""
    return "\n".join([unit, "\t".join(heads), *("\t".join(row) for row in rows)]) + "\n"


def small(name: str = "사업명", city: str = "시비", own: str = "구비", total: str = "합계", unit: str = UNIT) -> str:
    """Two projects with two funds and their sum."""
    rows = [*ROWS, (total, 5_000, 1_500)]
    return plan(unit, (name, city, own), [(label, f"{one:,}", f"{two:,}") for label, one, two in rows])


def with_whole(head: str, *, outside: bool) -> str:
    """The same with the whole of each row before it, or with a third fund behind it."""
    rows = [(*row, 100) for row in ROWS] + [("합계", 5_000, 1_500, 200)]
    if outside:
        return plan(UNIT, ("사업명", "시비", "구비", head, "합계"), [(name, *(f"{one:,}" for one in (a, b, c, a + b + c))) for name, a, b, c in rows])
    return plan(UNIT, ("사업명", head, "시비", "구비"), [(name, *(f"{one:,}" for one in (a + b, a, b))) for name, a, b, _ in rows])


def tables() -> Iterator[tuple[str, str, str, Wanted]]:
    """Each word with its table, for what it is read, and the sums that must come of it."""
    two = {"city": 5_000_000, "own": 1_500_000}
    for slot, words in (("name", NAMES), ("city", CITY), ("own", OWN), ("total", SUMS), ("unit", UNITS)):
        yield from ((word, small(**{slot: word}), "plan", two) for word in words)
    yield from ((word, with_whole(word, outside=True), "plan", {**two, "outside": 200_000}) for word in OUTSIDE)
    yield from ((word, with_whole(word, outside=False), "plan", two) for word in WHOLE)
    for word in MONEY:
        lines = [(name, f"{one:,}", "신규") for name, one, _ in (*ROWS, ("합계", 5_000, 0))]
        yield word, plan(UNIT, ("사업명", word, "비고"), lines), "plan", {"city": 5_000_000}
    for pair in PAIRS:
        rows = [("가람 길", "3,000", "2,500"), ("나루 터", "2,000", "2,200"), ("합계", "5,000", "4,700")]
        yield pair, plan(UNIT, ("사업명", *pair.split("/")), rows), "change", {"before": 5_000_000, "after": 4_700_000}
