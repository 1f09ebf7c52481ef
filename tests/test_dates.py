"""When things happen, in a few words; a year's months; two editions' dates side by side."""

from __future__ import annotations

from typing import Any

import pytest

from macros.models.common import Moment
from macros.models.timeline import Event, Timeline
from macros.reading.guidebook import Guidebook
from macros.views.dates import in_short, year
from macros.views.dates_compare import _when, compare
from macros.words.korean import days_in_month


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
    assert in_short([*dated, event("2021", text="연 1회")]) == "2021년 1월 ~ 6월, 일정 3건(시기 미정 1건 포함)"
    assert in_short([event("2021", text="연 1회"), event("2021", text="분기별")]) == "일정 2건"


def test_계획한_날이_있으면_실제의_날은_세지_않는다() -> None:
    assert in_short([event("2020-08"), event("2020-09", actual=True)]) == "2020년 8월"
    assert in_short([event("2020-09", actual=True)]) == "2020년 9월"


def test_기한에는_시작이_없어서_기간과는_끝만_비교한다() -> None:
    """Otherwise `시작일이 17일 늦춰졌어요` stands beside `기간 → 기한`, of a day that has no beginning."""
    span, day = event("2020-03-02", end="2020-03-06"), event("2021-03-19", kind="deadline")
    assert list(_when(span, day, "2021")) == ["종료일이 13일 늦춰졌어요."]
    assert list(_when(day, span, "2020")) == ["종료일이 13일 앞당겨졌어요."]
    assert list(_when(span, event("2021-03-06", kind="deadline"), "2021")) == ["종료일이 같아요."]
    assert list(_when(event("2020-01", end="2020-03"), event("2021-05", kind="deadline"), "2021")) == ["끝나는 달이 2개월 늦춰졌어요."]
    assert list(_when(span, event("2021-03-19", end="2021-03-23"), "2021")) == ["17일 늦춰졌어요."]


def moment(text: str) -> Moment:
    return event(text).start


@pytest.mark.parametrize(("start", "end", "days"), [
    ("2021-08-28", None, "28일"), ("2021-08", None, ""), ("2021-08", "2021-09-03", ""), ("2021-08-12", "2021-08-20", "12일 ~ 20일"),
    ("2021-07-10", "2021-08-14", "10일 ~ 8월 14일"), ("2021-12-20", "2022-01", "20일 ~ 2022년 1월"), ("2021-08-12", "2021-08", "12일부터")])
def test_달의_칸에는_기한이_아니어도_그_달의_날을_적는다(start: str, end: str | None, days: str) -> None:
    assert days_in_month(moment(start), moment(end) if end else None) == days


def test_달마다_시작하는_일정에_날을_붙인다(small: Guidebook) -> None:
    found = year(small)
    assert found
    shown = {one.id: days for month in found[1] for one, days in month.events}
    assert shown["city-approval-2020"] and shown["submission-2020"]
    assert all(bool(one.start.day) == bool(days) for month in found[1] for one, days in month.events)


def timeline(edition: str, *events: Event) -> Timeline:
    return Timeline.model_validate({"id": f"city-{edition}", "title": "일정", "short": "절차", "edition": edition, "summary": "일정이에요.",
                                    "checked_on": "2026-11-29", "source": {"doc": "guide-2020", "page": 1}, "events": events})


def test_여러_차례_한_일은_모두_그_계획의_실제_날짜가_된다(small: Guidebook) -> None:
    plan, new = event("2020-07-10", id="talk-2020"), event("2021-08", id="talk-2021")
    first = event("2020-08-12", id="actual-before-2020", actual=True, same_as="talk-2020")
    second = event("2020-08-31", id="actual-talk-2020", actual=True)
    found = compare(small, timeline("2020", plan, first, second), timeline("2021", new))
    assert [(row.old, row.actual) for row in found.rows] == [(plan, (first, second))]
    assert not found.only_old
    unplanned = compare(small, timeline("2020", second), timeline("2021", new))
    assert [(row.old, row.actual) for row in unplanned.rows] == [(second, ())]
    apart = compare(small, timeline("2020", plan, first, second), timeline("2021", event("2021-08", id="other-2021")))
    assert apart.only_old == ((plan, (first, second)),)
