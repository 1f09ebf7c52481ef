"""What several cases count alike, side by side: one row by its id, under whatever label, with the exact median."""

from __future__ import annotations

import json
from dataclasses import replace

from macros.cache.kept import Kept
from macros.models.case import Figure
from macros.reading.guidebook import Guidebook, load
from macros.views.compare import Row, case_figures, funnel_ends
from tests.small_guide import SMALL


def guide_with(*figures: Figure) -> Guidebook:
    """The small guide with one case for each of the figures."""
    guide, _ = load(SMALL, Kept())
    assert guide is not None
    case = next(iter(guide.cases.values()))
    cases = {f"c{number}": case.model_copy(update={"id": f"c{number}", "figures": (figure,)}) for number, figure in enumerate(figures)}
    return replace(guide, cases=cases)


def row_of(*figures: Figure) -> Row:
    """The only row of such a guide."""
    (row,) = case_figures(guide_with(*figures))[1]
    return row


def test_짝수_개의_중앙값은_가운데_두_값의_한가운데다() -> None:
    counts = [Figure(label="모임", unit="회", value=value) for value in (121, 210, 149, 74)]
    assert row_of(*counts).middle_number == "135"
    assert row_of(*counts[:3], Figure(label="모임", unit="회", value=73 + 47)).middle_number == "135"
    assert row_of(*counts[:2], Figure(label="모임", unit="회", value=150), counts[3]).middle_number == "135.5"
    assert row_of(*counts[:3]).middle_number == "149"


def test_이름이_달라도_id가_같으면_한_줄이고_예전_이름을_함께_준다() -> None:
    row = row_of(Figure(label="위원 수", unit="명", value=30, shared="members", earlier_labels=("위원",)),
                 Figure(label="위원", unit="명", value=25, shared="members"), Figure(label="위원 수", unit="명", value=20, shared="members"))
    assert (row.key, row.label, row.values) == ("members", "위원 수", (30, 25, 20))
    assert json.loads(row.formerly_json) == ["위원", "위원 수"]


def test_id가_없으면_이름으로_견주고_둘뿐이면_견주지_않는다() -> None:
    three = [Figure(label="모임", unit="회", value=value) for value in (1, 2, 3)]
    assert (row_of(*three).key, row_of(*three).formerly) == ("모임", ())
    assert case_figures(guide_with(*three[:2]))[1] == []


def test_의제_선별의_첫_수와_마지막_수를_센_것과_함께_나란히_놓고_중앙값은_내지_않는다() -> None:
    guide = guide_with(*(Figure(label=f"제안 {value}", unit="건", value=value, funnel=True) for value in (26, 191, 100)), Figure(
        label="위원", unit="명", value=3))
    first = guide.cases["c0"]
    last = Figure(label="뽑은 의제", unit="개", value=8, funnel=True)
    more = replace(guide, cases={**guide.cases, "c0": first.model_copy(update={"figures": (*first.figures, last)})})
    begun, ended = funnel_ends(more)
    assert (begun.values, begun.middle_number) == ((26, 191, 100, None), "")
    assert (ended.values, ended.counts) == ((8, 191, 100, None), ("뽑은 의제(개)", "제안 191(건)", "제안 100(건)", ""))
    assert funnel_ends(guide_with(last, last)) == []
