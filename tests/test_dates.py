"""When several things happen, in a few words."""

from __future__ import annotations

from typing import Any

from macros.models.timeline import Event
from macros.views.dates import in_short
from macros.views.dates_compare import _when


def event(start: str, **values: Any) -> Event:
    return Event.model_validate({"id": "e", "title": "일", "kind": "period", "start": start, "actors": ["city"], "summary": "일이에요.",
                                 "source": {"doc": "guide-2020", "page": 1}, **values})


def test_일정_하나는_제_날짜를_말하고_원문의_줄임형식은_쓰지_않는다() -> None:
    assert in_short([event("2021-07-09")]).replace("\u2060", "") == "2021년 7월 9일(금)"
    assert in_short([event("2021-01", text="’21. 1.")]) == "2021년 1월"
    assert in_short([event("2021", text="연 1회(날짜 없음)")]) == "연 1회(날짜 없음)"


def test_여럿은_처음과_끝의_달과_가짓수를_말하고_달이_없는_것이_있으면_밝힌다() -> None:
    dated = [event("2021-03", end="2021-06-30"), event("2021-01-05")]
    assert in_short(dated) == "2021년 1월 ~ 6월, 일정 2건"
    assert in_short([*dated, event("2021", text="연 1회")]) == "2021년 1월 ~ 6월, 일정 3건(월 미정 1건 포함)"
    assert in_short([event("2021", text="연 1회"), event("2021", text="분기별")]) == "일정 2건"


def test_계획한_날이_있으면_실제의_날은_세지_않는다() -> None:
    assert in_short([event("2020-08"), event("2020-09", actual=True)]) == "2020년 8월"
    assert in_short([event("2020-09", actual=True)]) == "2020년 9월"


def test_기한에는_시작이_없어서_기간과는_끝만_비교한다() -> None:
    """Otherwise `시작이 17일 늦춰졌어요` stands beside `기간 → 기한`, of a day that has no beginning."""
    span, day = event("2020-03-02", end="2020-03-06"), event("2021-03-19", kind="deadline")
    assert list(_when(span, day, "2021")) == ["끝이 13일 늦춰졌어요."]
    assert list(_when(day, span, "2020")) == ["끝이 13일 앞당겨졌어요."]
    assert list(_when(span, event("2021-03-06", kind="deadline"), "2021")) == ["끝나는 날이 같아요."]
    assert list(_when(event("2020-01", end="2020-03"), event("2021-05", kind="deadline"), "2021")) == ["끝나는 달이 2개월 늦춰졌어요."]
    assert list(_when(span, event("2021-03-19", end="2021-03-23"), "2021")) == ["17일 늦춰졌어요."]
