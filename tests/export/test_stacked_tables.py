"""Tables of sentences carry their columns' names for phones; tables of figures stay as they are."""

from __future__ import annotations

import pytest

from macros.finish.stacked_tables import stacked

LONG = "서울시에 보고하고 승인을 받은 다음에만 바꿀 수 있어요"


def table(rows: str, head: str = "<tr><th>누가</th><th>무엇을</th></tr>", opened: str = "<table>") -> str:
    return f"{opened}<thead>{head}</thead><tbody>{rows}</tbody></table>"


def test_글이_긴_표의_칸은_제_열의_이름을_지니고_첫_칸은_줄의_이름이다() -> None:
    html = stacked(f"<p>앞</p>{table(f'<tr><th scope=row>구</th><td class=a><strong>{LONG}</strong></td></tr>')}<p>뒤</p>")
    assert html == ('<p>앞</p><table class="hg-stacked"><thead><tr><th>누가</th><th>무엇을</th></tr></thead><tbody><tr><th scope=row>구</th>'
                    f'<td class=a data-label="무엇을"><strong>{LONG}</strong></td></tr></tbody></table><p>뒤</p>')


def test_이미_있는_이름에_더하고_머리의_꾸밈과_숨은_말은_빼고_따옴표는_막는다() -> None:
    head = '<tr><th>가</th><th>&quot;<em>나</em>&quot; &amp; 다<span class="hg-hidden">숨은 말</span></th></tr>'
    html = stacked(table(f"<tr><td>1</td><td>{LONG}</td></tr>", head, '<table class="hg-fields">'))
    assert 'class="hg-stacked hg-fields"' in html and 'data-label="&quot;나&quot; &amp; 다"' in html


@pytest.mark.parametrize("html", [
    table("<tr><td>강서구</td><td>945,000</td></tr>"),  # figures are compared in columns
    table(f"<tr><td colspan=2>{LONG}</td></tr>"),
    table(f"<tr><td>{LONG}</td></tr>"),  # a cell short of the head
    table(f"<tr><td>1</td><td>{LONG}</td></tr>", opened='<table data-module="table-sort">'),
    f"<table><tr><td>1</td><td>{LONG}</td></tr></table>",
])
def test_숫자의_표와_칸이_이어진_표는_그대로_둔다(html: str) -> None:
    assert stacked(html) == html
