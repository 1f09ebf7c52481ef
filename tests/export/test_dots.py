"""No line begins with a middle dot."""

from __future__ import annotations

import pytest

from macros.finish.dots import joined


@pytest.mark.parametrize(("html", "expected"), [
    ("<p>한글·Word 파일</p>", "<p>한글\u2060·Word 파일</p>"),
    ("<p><a>앞</a> · <a>뒤</a>\n· 끝</p>", "<p><a>앞</a>\u00a0· <a>뒤</a>\u00a0· 끝</p>"),
    ("<p><b>가</b>·나\u00a0· 다</p>", "<p><b>가</b>\u2060·나\u00a0· 다</p>"),
    ('<p title="가·나">다</p><button>링크·QR</button><code>가·나</code>', '<p title="가·나">다</p><button>링크·QR</button><code>가·나</code>'),
    ("<head><title>가·나</title></head><script>a = '가·나' > b</script>", "<head><title>가·나</title></head><script>a = '가·나' > b</script>"),
    ("<label>시·구 <select><option>가·나</option></select></label><p>시·구</p>",
     "<label>시·구 <select><option>가·나</option></select></label><p>시\u2060·구</p>"),
    ("<p>점이 없는 글</p>", "<p>점이 없는 글</p>"),
])
def test_가운뎃점은_앞의_글과_떨어지지_않는다(html: str, expected: str) -> None:
    assert joined(html) == expected
