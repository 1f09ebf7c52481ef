"""Pages hold words, links and our own pictures: what runs or loads stops the build with a sentence and its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.templating.page_guard import EXTENSIONS, faults, is_link
from tests.conftest import ROOT

PAGES = sorted((ROOT / "docs").rglob("*.md"))


@pytest.mark.parametrize(("line", "said"), [
    ("<script>alert(1)</script>", "'<script>' 표시는"),
    ("<SCRIPT src=x></SCRIPT>", "'<script>' 표시는"),
    ("앞 <iframe src=x></iframe>", "'<iframe>'"),
    ("<svg><animate onbegin=alert(1)></svg>", "'<svg>'"),
    ("<math><mtext>x</mtext></math>", "'<math>'"),
    ("<style>p{}</style>", "'<style>'"),
    ("<base href=//evil.example>", "'<base>'"),
    ("<meta http-equiv=refresh content=0>", "'<meta>'"),
    ("<form action=x></form>", "'<form>'"),
    ("<p onclick=\"alert(1)\">글</p>", "'onclick' 속성은"),
    ("<p OnMouseOver=alert(1)>글</p>", "'onmouseover' 속성은"),
    ("<b style=\"x\">글</b>", "'style' 속성은"),
    ("## 제목 {: onclick=alert(1) }", "'onclick' 속성은"),
    ("글\n{: onclick=alert(1) }", "'onclick' 속성은"),
    ("[글](https://a.example){ onclick=x }", "'onclick'"),
    ("[글](javascript:alert(1))", "이 링크는 쓸 수 없어요"),
    ("[글](JaVaScRiPt:alert(1))", "이 링크는"),
    ("<a href=\" java\tscript:x\">글</a>", "이 링크는"),
    ("<a href='&#106;avascript:x'>글</a>", "이 링크는"),
    ("[글][1]\n\n[1]: data:text/html,x", "이 링크는"),
    ("[글](vbscript:x)", "이 링크는"),
    ("[글](file:///etc/passwd)", "이 링크는"),
    ("[글](//evil.example)", "이 링크는"),
    ("![그림](https://evil.example/x.png)", "그림은 이 사이트의"),
    ("![그림](data:image/svg+xml,x)", "그림은 이 사이트의"),
    ("<img src=//evil.example/x>", "그림은"),
    ("<img src=x onerror=alert(1)>", "'onerror' 속성은"),
    ("<img srcset='https://evil.example/x 2x'>", "'srcset' 속성은"),
    ("<div markdown>\n\n[글](javascript:x)\n\n</div>", "이 링크는"),
    ("!!! note\n\n    [글](javascript:x)", "이 링크는"),
    ("| 가 |\n|---|\n| [글](javascript:x) |", "이 링크는"),
    ("??? note \"접힘\"\n\n    <img src=x onerror=alert(1)>", "'onerror' 속성은"),
    ("???+ note \"접힘\"\n\n    ??? note \"또\"\n\n        [글](javascript:x)", "이 링크는"),
    ("<!--><script>alert(1)</script>-->", "'<!--' 표시는"),
    ("<!-- x --!><script>alert(1)</script> -->", "'<!--' 표시는"),
    ("<![CDATA[><script>alert(1)</script>]]>", "'<![' 표시는"),
    ("<?php ><script>alert(1)</script> ?>", "'<?' 표시는"),
    ("<!DOCTYPE x [ > <img src=x onerror=alert(1)> ]>", "표시는"),
    ("<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>", "'<xmp>' 표시는"),
    ("<noembed><p title=\"</noembed><img src=x onerror=alert(1)>\">", "'<noembed>'"),
    ("<textarea><img src=x onerror=alert(1)></textarea>", "'<textarea>'"),
    ("<plaintext>", "'<plaintext>'"),
    ("<my-part>글</my-part>", "'<my-part>'"),
    ("<button popovertarget=x>글</button>", "'<button>'"),
    ("<p data-md-component=search>글</p>", "'data-md-component' 속성은"),
    ("<a name=x>글</a>", "'name' 속성은"),
    ("<a id=hyeopchi>글</a>", "이 사이트가 쓰는 이름"),
    ("## 제목 {#hyeopchi}", "이 사이트가 쓰는 이름"),
    ("## 제목 {#__search}", "이 사이트가 쓰는 이름"),
    ("<img title=\"\n{{ home() }}\n\" src=x onerror=alert(1)>", "'onerror' 속성은"),
    ("{{ home() }}\n<img src=x onerror=alert(1)>", "'onerror' 속성은"),
], ids=lambda value: ascii(value)[:24])
def test_쪽에_적은_위험한_것은_자리와_함께_물리친다(line: str, said: str) -> None:
    found = list(faults(f"---\ntitle: 페이지\n---\n\n{line}\n", "docs/a.md"))
    assert any(said in problem.message for problem in found), found
    assert all(problem.file == "docs/a.md" and problem.line >= 1 and problem.column >= 1 for problem in found)


def test_처음_적힌_자리를_말한다() -> None:
    [problem] = faults("---\ntitle: 페이지\n---\n\n글 [눌러](javascript:x)\n", "docs/a.md")
    assert (problem.line, problem.column) == (5, 8)


@pytest.mark.parametrize("address", ["&#106;avascript:x", "java&Tab;script:x", "javascript&colon;x", "/&#9;/evil.example"])
def test_다르게_적은_주소도_그_줄을_말한다(address: str) -> None:
    [problem] = faults(f"---\ntitle: 페이지\n---\n\n글\n\n글 [눌러]({address})\n", "docs/a.md")
    assert problem.line == 7


@pytest.mark.parametrize("line", [
    "[글](../plan/index.md#rules)",
    "<https://example.org>",
    "[글](mailto:a@example.org)",
    "<a href=\"tel:02-120\">전화</a>",
    "![그림](assets/images/x.png)",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "    <script>x</script>",
    "javascript:는 쓰지 않아요. onclick=x",
    "<p class=\"hg-lead\">글</p>",
    "{{ rules(\"limit\") }}",
    "<b>굵게</b>",
])
def test_글과_링크와_코드의_본보기는_적을_수_있다(line: str) -> None:
    assert not list(faults(f"{line}\n", "docs/a.md"))


def test_빌드가_읽는_표시는_모두_여기서도_읽는다() -> None:
    read = re.search(r"^markdown_extensions:\n(.*?)^$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert read and set(re.findall(r"^  - ([\w.]+)", read[1], re.MULTILINE)) <= set(EXTENSIONS)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT / "docs").as_posix())
def test_지금_쪽에는_물리칠_것이_없다(path: Path) -> None:
    assert not list(faults(path.read_text(encoding="utf-8"), "docs/a.md"))


@pytest.mark.parametrize(("address", "right"), [
    ("https://a", True), ("HTTP://a", True), ("a/b#c", True), ("?q=1", True), ("#a", True), ("mailto:x", True), ("\x01javascript:x", False),
    ("java\nscript:x", False), ("blob:x", False), ("/\\evil.example", False), ("a:b", False), ("./a:b", True),
])
def test_링크는_쪽과_편지와_전화만_가리킨다(address: str, right: bool) -> None:
    assert is_link(address) is right
