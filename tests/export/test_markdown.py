"""Every page has a copy that programs can read, and one list names them all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.cache.kept import Kept
from macros.finish.built import pages
from macros.finish.markdown import markdown
from macros.finish.text_pages import COPY, MAKERS, copies


def page(content: str) -> str:
    return f'<html><nav>차례</nav><article class="md-content__inner md-typeset">{content}</article></html>'


@pytest.mark.parametrize(("html", "expected"), [
    ('<h1 id="a">제목<a class="headerlink" href="#a">¶</a></h1><p>글 <strong>굵게</strong> <a href="../x/">링크</a></p>',
     "# 제목\n\n글 **굵게** [링크](../x/)\n"),
    ("<ul><li>하나<ul><li>안쪽</li></ul></li><li><p>둘</p></li></ul>", "- 하나\n  - 안쪽\n- 둘\n"),
    ("<ol><li>첫째</li><li>둘째</li></ol>", "1. 첫째\n2. 둘째\n"),
    ('<ol><li>앞</li><li><a href="#b"><span aria-hidden="true">2</span>2022년 신청</a></li></ol>', "1. 앞\n2. [2022년 신청](#b)\n"),
    ("<ol><li><span>할 일</span><ul><li>가</li><li>나</li></ul>\n<p>덧붙임</p></li><li>다음</li></ol><p>끝</p>",
     "1. 할 일\n   - 가\n   - 나\n\n   덧붙임\n\n2. 다음\n\n끝\n"),
    ("<table><tr><td>칸<ul><li>가</li><li>나</li></ul></td></tr></table>", "| 칸 - 가 - 나 |\n| --- |\n"),
    ("<table><thead><tr><th>가</th><th>나|다</th></tr></thead><tbody><tr><td>1</td><td><p>2</p></td></tr></tbody></table>",
     "| 가 | 나\\|다 |\n| --- | --- |\n| 1 | 2 |\n"),
    ("<table><tr><th>가</th><th>나</th><th>다</th></tr><tr><th colspan=2>합계</th><td>1</td></tr></table>",
     "| 가 | 나 | 다 |\n| --- | --- | --- |\n| 합계 | | 1 |\n"),
    ("<script>alert(1)</script><p>글</p><button>누르기</button><svg><text>그림</text></svg>", "글\n"),
    ("<p>한<br>줄</p><img src='x'><p>&lt;태그&gt; &amp; 글</p>", "한 줄\n\n&lt;태그> & 글\n"),
    ("<p>[누르기](javascript:x) ![x](y) **a** _b_ a_b &amp;lt;b&gt; {: onclick=x } `c` \\</p>",
     "\\[누르기\\](javascript:x) !\\[x\\](y) \\*\\*a\\*\\* \\_b\\_ a_b &amp;lt;b> \\{: onclick=x } \\`c\\` \\\\\n"),
    ("<h1># 제목</h1><p>1. 첫째 1.5</p><p>1.5배</p><p>- 가</p><p>-5</p><p>===</p><p><span> </span>&gt; 인용</p><p>~~~</p><p>!!! note</p>",
     "# \\# 제목\n\n1\\. 첫째 1.5\n\n1.5배\n\n\\- 가\n\n-5\n\n\\===\n\n\\> 인용\n\n\\~~~\n\n\\!!! note\n"),
    ('<p><span class="hg-badge">제안</span> 40일 전 <span class="hg-hidden">→ </span>가</p>', "\\[제안\\] 40일 전 → 가\n"),
    ('<p>발굴 <span class="hg-count">협치회의 4회</span> <span class="hg-count">주민 6회</span></p>', "발굴 \\[협치회의 4회\\] \\[주민 6회\\]\n"),
    ('<ol><li><span class="hg-funnel__value">11<span>개</span></span>\n<span><span>상정한 의제</span> '
     '<span class="hg-figure__note">8억 원이에요.</span></span></li></ol><dl><dt>사업</dt><dd><span>2</span>'
     '<span>개</span> <span class="hg-figure__note">3억 원이에요.</span></dd></dl>',
     "1. 11개: 상정한 의제\n\n   8억 원이에요.\n\n사업\n\n2개\n\n3억 원이에요.\n"),
    ("<p><code>a`b</code> <code>[x]_*</code> <a href=\"a b(c)/?q=%EA#한\">가</a></p>", "`` a`b `` `[x]_*` [가](a%20b%28c%29/?q=%EA#%ED%95%9C)\n"),
])
def test_보이는_글이_마크다운이_된다(html: str, expected: str) -> None:
    assert markdown(page(html)) == expected


def test_쪽이_아니면_사본도_없다() -> None:
    assert markdown("<html><body>글</body></html>") == ""


def test_쪽마다_사본이_있고_목록에_있다(built: Path) -> None:
    listed = (built / "llms.txt").read_text(encoding="utf-8")
    assert listed.startswith("# 협치 길잡이\n\n> ")
    pages = [path for path in built.rglob("index.html") if "md-content__inner" in path.read_text(encoding="utf-8")]
    assert len(pages) > 150
    for path in pages:
        address = path.with_name(COPY).relative_to(built).as_posix()
        assert f"]({address})" in listed and path.with_name(COPY).exists(), address
    assert {link for link in re.findall(r"\]\(([^)]+)\)", listed) if not (built / link).exists()} == set()


def test_사본에는_쪽의_숫자와_근거가_있다(built: Path) -> None:
    text = (built / "budget/rules" / COPY).read_text(encoding="utf-8")
    assert text.startswith("# 예산 규칙\n") and "10억 원 이내" in text and "2020 안내서 143쪽" in text
    assert not re.search(r"</?[a-z]+[ >]", text)


def test_간직한_사본은_쪽이_바뀌면_새로_쓴다(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for content in ("<h1>하나</h1>", "<h1>둘</h1>"):
        (site / "index.html").write_text(page(content), encoding="utf-8")
        assert copies(site, pages(site), Kept(tmp_path / "kept", MAKERS))[""][0] == copies(site, pages(site), Kept())[""][0]
