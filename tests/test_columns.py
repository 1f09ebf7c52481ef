"""Which columns of a table hold figures, which sentences, and which neither."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from macros.checks.sums import check_tables
from macros.models.common import Table
from macros.reading.guidebook import Guidebook
from macros.templating.render import environment
from macros.views.columns import column_kinds, in_order, named_by, total_cells

DISTRICTS = ("나래구", "가온구", "다솜구")


def looks(*rows: list[Any]) -> tuple[str, ...]:
    columns = [f"칸{number}" for number in range(len(rows[0]))]
    return column_kinds(Table.model_validate({"id": "t", "title": "표", "columns": columns, "rows": list(rows)}))


def test_글로_적은_숫자도_오른쪽에_맞추고_해와_이름은_그대로_둔다() -> None:
    assert looks(["가", "81.7%", "3,248.5", "2020", "2명 넘게", 3], ["나", "–", "", "2021", "1.5", "없음"]) == \
        ("", "number", "number", "", "", "number")


def test_긴_글이_든_칸은_좁아지지_않고_줄의_이름은_빼고_본다() -> None:
    long = "휴대전화에서 다섯 줄로 서게 될 만큼 긴 글"
    assert looks([long, long, "짧은 글"], ["나", "", "글"]) == ("", "words", "")


def rows_shown(*rows: list[Any], ordered: bool = False) -> list[Any]:
    table = Table.model_validate({"id": "t", "title": "표", "columns": ["구", "값"], "rows": list(rows), "ordered": ordered})
    return [row[1] for row in in_order(table, DISTRICTS).rows]


def test_자치구의_줄은_이름_순서로_서고_평균은_끝에_남는다() -> None:
    assert rows_shown(["다솜구", 1], ["가온구", 2], ["나래구", 3], ["세 구 평균", 4]) == [2, 3, 1, 4]
    assert rows_shown(["다솜", 1], ["가온", 3], ["가온", 2]) == [3, 2, 1]  # a district's own rows keep their order


def test_순서에_뜻이_있거나_다른_줄이_섞인_표는_적은_순서대로_둔다() -> None:
    rows = (["다솜구", 1], ["가온구", 2])
    assert rows_shown(*rows, ordered=True) == [1, 2]
    assert rows_shown(rows[0], ["계", 5], rows[1]) == [1, 5, 2]
    assert rows_shown(["나중", 1], ["가장 먼저", 2]) == [1, 2]


def test_자치구의_열도_이름_순서로_서고_칸이_따라간다() -> None:
    table = Table.model_validate({"id": "t", "title": "표", "columns": ["단계", "다솜구", "가온구", "비고"], "rows": [["처음", 1, 2, "글"]],
                                  "totals": {"다솜구": 1, "가온구": 2}})
    shown = in_order(table, DISTRICTS)
    assert (shown.columns, shown.rows) == (("단계", "가온구", "다솜구", "비고"), (("처음", 2, 1, "글"),))
    assert total_cells(shown) == (2, 1, None)
    apart = table.model_copy(update={"columns": ("단계", "다솜구", "비고", "가온구")})
    assert in_order(apart, DISTRICTS).columns == apart.columns
    assert in_order(table.model_copy(update={"ordered": True}), DISTRICTS).columns == table.columns


def test_합계의_이름은_합계_앞의_빈칸까지_차지한다() -> None:
    table = Table.model_validate({"id": "t", "title": "표", "columns": ["가", "나", "다", "라"], "rows": [["글", "글", 1, "글"]],
                                  "totals": {"다": 1}})
    assert (named_by(table), total_cells(table)) == (2, (1, None))
    first = table.model_copy(update={"totals": {"가": 1}})
    assert (named_by(first), total_cells(first)) == (0, (1, None, None, None))


def test_참석율의_칸은_모두_오른쪽에_선다(guide: Guidebook) -> None:
    rates = next(table for table in guide.topics["deliberation-2019"].sections[2].tables)
    assert set(column_kinds(rates)[1:]) == {"number"}


def with_hours(total: str) -> Table:
    """A table of meetings: whole numbers, hours with half hours, their mean, and words."""
    return Table.model_validate({"id": "t", "title": "표", "columns": ["구", "회의(회)", "시간", "1회 평균", "설명"],
                                 "rows": [["가온구", 2, "3.5", "1.8", "글"], ["나래구", 1, "1,000", "1,000.0", "글"]],
                                 "totals": {"회의(회)": 3, "시간": total}})


def test_소수가_있는_합계도_적고_글의_칸에는_합계가_없다고_하지_않는다() -> None:
    page = environment().get_template("_parts/table.html.j2").module.one(  # type: ignore[attr-defined]
        with_hours("1,003.5"), SimpleNamespace(districts={}), None, None)
    foot = page[page.index("<tfoot>"):page.index("</tfoot>")]
    assert '<td class="hg-number">3</td><td class="hg-number">1,003.5</td>' in foot
    assert foot.count("(합계 없음)") == 1 and foot.rstrip().endswith("<td>–</td></tr>")


def test_소수가_있는_합계도_더한_값과_비교한다(monkeypatch: pytest.MonkeyPatch) -> None:
    def told(total: str) -> list[str]:
        monkeypatch.setattr("macros.checks.sums.everything", lambda guide: [("topics", "t", (), with_hours(total))])
        return list(check_tables(SimpleNamespace(problem=lambda *said: said[-1])))  # type: ignore[arg-type]
    assert told("1,003.5") == []
    assert "더하면 1,003.5인데 합계에는 1,003로" in told("1,003")[0]
