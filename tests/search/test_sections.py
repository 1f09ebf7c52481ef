"""A page is cut where a reader can be sent."""

from __future__ import annotations

from pathlib import Path

from macros.cache.kept import Kept
from macros.finish.theme_html import content
from macros.search.sections import cut, cut_or_kept

PAGE = """<nav>차림</nav><article class="md-content__inner md-typeset">
<h1 id="x">예산 규칙<a class="headerlink" href="#x">¶</a></h1><p>규칙을 모았어요.</p>
<h2 id="limit">한도</h2><p>모두 <b>10%</b>예요. <a class="hg-cite" href="#">안내서 3쪽</a></p>
<article id="rule-a"><h3 id="rule-a-title">인건비 한도</h3><p>첫째<br>둘째</p><details class="hg-conflict"><p>다툼</p></details>
<dl><div class="hg-checked"><dt>원문 대조일</dt><dd>2026년 11월 29일</dd></div></dl></article>
<p>한도의 끝</p><script>var x = 1;</script>
<h3>이름 없는 제목</h3><p>A &amp; B</p>
</article><footer>발</footer>"""


def parts() -> dict[str, tuple[str, str]]:
    return {section.anchor: (section.title, section.text) for section in cut(PAGE, {"rule-a"})}


def test_쪽머리와_제목과_기록으로_나눈다() -> None:
    assert list(parts()) == ["", "limit", "rule-a"]


def test_쪽머리는_첫_제목과_그_아래_글이다() -> None:
    assert parts()[""] == ("예산 규칙", "규칙을 모았어요.")


def test_기록이_끝나면_글은_앞의_제목으로_돌아간다() -> None:
    assert parts()["limit"] == ("한도", "모두 10%예요.\n한도의 끝\n이름 없는 제목\nA & B")


def test_기록의_제목은_새_부분을_열지_않고_인용과_근거_차이와_대조일은_뺀다() -> None:
    assert parts()["rule-a"] == ("", "인건비 한도\n첫째\n둘째")


def test_부분은_제_근거가_어디인지_안다() -> None:
    page = """<article class="md-content__inner md-typeset"><h1>표</h1><p>나눠요<a class="hg-ref" href="#note-2">2</a></p>
    <h2 id="b">합계</h2><p>더해요<a class="hg-ref" href="#note-1">1</a><a class="hg-ref" href="#difference-1">1</a></p><section class="hg-notes">
    <li id="note-1"><a class="hg-cite" href="../#guide-a1">안내서 3쪽 4.1</a> 전부</li>
    <li id="note-2"><a class="hg-cite" href="../#guide-a2">안내서 5쪽</a></li>
    </section></article>"""
    assert {section.anchor: section.cites for section in cut(page, ())} == {"": ["guide-a2 안내서 5쪽"], "b": ["guide-a1 안내서 3쪽 4.1"]}


def test_본문이_없는_쪽에는_부분이_없다() -> None:
    assert list(cut("<html><body>옮긴 페이지</body></html>", ())) == []


def test_제목의_깊이를_안다() -> None:
    assert [section.level for section in cut(PAGE, {"rule-a"})] == [1, 2, 3]


def test_남겨_둔_것은_다시_자른_것과_같다(tmp_path: Path) -> None:
    def parts(kept: Kept) -> list[tuple[str | int, ...]]:
        return [(one.anchor, one.level, one.title, one.text, *one.cites) for one in cut_or_kept("page/", PAGE, ["rule-a"], kept)]

    kept = Kept(tmp_path / "kept", ("search/sections.py",))
    first = parts(kept)
    kept.save()
    again = Kept(tmp_path / "kept", ("search/sections.py",))
    assert again.find("page/", "\0".join([content(PAGE), "rule-a"]).encode()) is not None
    assert first == parts(again) == [(one.anchor, one.level, one.title, one.text) for one in cut(PAGE, ["rule-a"])]


def test_부분은_어디로_이어지는지_안다() -> None:
    page = '<article class="md-content__inner md-typeset"><h1>페이지</h1><p>글 <a href="../a/">가나</a></p>' \
           '<h2 id="more">더</h2><p><a href="../a/">가나다</a> <a href="../b/#c">라</a></p></article>'
    head, more = cut(page, ())
    assert head.links == ["../a/"] and (more.links, more.linked) == (["../a/", "../b/#c"], 4)
