"""Blocks of HTML put aside at once: the page is the one that Markdown makes by itself."""

from __future__ import annotations

import re

import pytest
from markdown import Extension, Markdown
from mkdocs.config import load_config

from macros.templating import html_blocks
from tests.conftest import ROOT

TEXTS = {
    "목록 안의 목록": '# 제목 { #a }\n\n글 **굵게**.\n\n<ul class="x">\n<li>하나\n<ul>\n<li>둘</li>\n</ul>\n</li>\n</ul>\n\n## 다음 { #b }\n\n끝',
    "빈 줄이 든 표": "<table>\n<tr><td>하나</td></tr>\n\n<tr><td>&lt;둘&gt;</td></tr>\n</table>\n\n글",
    "잇단 덩어리": "<div>하나</div>\n<p class='x'>둘</p>\n<details><summary>셋</summary><p>넷</p></details>\n글이 바로 이어져요.",
    "글이 붙은 덩어리": "<div>하나</div> 뒤의 *글*\n\n<p>둘</p>\n",
    "마크다운을 바란 덩어리": '<div markdown="1">\n\n**굵게** 그리고 [링크](a.md)\n\n</div>\n\n<p>둘</p>',
    "닫히지 않은 덩어리": "<div><p>하나</p>\n\n글\n",
    "이름이 비슷한 것": "<ul><li>하나</li></ul>\n\n<ulx>둘</ulx>\n\n<path d='M0'></path>",
    "울타리 안의 HTML": "```html\n<div>\n<p>보기</p>\n</div>\n```\n\n<div>\n<p>진짜</p>\n</div>",
    "줄 가운데의 태그": "글 <span>안</span>과 <br> 그리고 <code>&lt;p&gt;</code>\n\n<p>끝 <a href='#x'>링크</a></p>",
    "속성의 꺾쇠": '<p data-x="a &gt; b">하나</p>\n\n<form><p>둘</p></form>\n\n- 하나\n- 둘',
}


def made(text: str, extra: list[Extension]) -> tuple[str, list[object]]:
    """The HTML and the contents, spaces between tags set aside."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    markdown = Markdown(extensions=[*config.markdown_extensions, *extra], extension_configs=config.mdx_configs or {})
    html = markdown.convert(text)
    return re.sub(r"\n\s*", "\n", html).strip(), list(vars(markdown)["toc_tokens"])


@pytest.mark.parametrize("name", TEXTS)
def test_따로_둔_덩어리도_마크다운이_만든_것과_같다(name: str) -> None:
    assert made(TEXTS[name], [html_blocks.HtmlBlocksExtension()]) == made(TEXTS[name], [])


def test_덩어리는_한_번에_따로_두고_두_번_더해도_하나다() -> None:
    extensions: list[str | Extension] = ["toc"]
    html_blocks.add(extensions)
    html_blocks.add(extensions)
    assert len(extensions) == 2
    markdown = Markdown(extensions=extensions)
    lines = markdown.preprocessors["hg_html_blocks"].run(TEXTS["목록 안의 목록"].split("\n"))
    assert len(markdown.htmlStash.rawHtmlBlocks) == 1 and not any("<ul" in line for line in lines)
