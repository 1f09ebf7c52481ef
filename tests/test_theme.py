"""The theme's templates escape what they show, and the templates of pages keep data from Markdown as from HTML."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from markdown import markdown

from macros.templating.render import environment
from macros.templating.theme import css_text, escaping, title

HOSTILE = "A<B \"><img src=x onerror=hgRan(1)>&amp;'"
EXTENSIONS = ["attr_list", "md_in_html", "toc"]


def page(**meta: str) -> Any:
    """A page as MkDocs has it after its text was read: the title that it found there is HTML."""
    return SimpleNamespace(meta=dict(meta), is_homepage=False, title="A&lt;B &amp; C", toc=[SimpleNamespace(title="A&lt;B", children=[])])


@pytest.mark.parametrize("shown", ["{{ page.meta.title }}", "{{ page.meta.title | e }}", "{{ page.meta.title | striptags }}"])
def test_테마는_제목을_어떻게_보이든_글로만_보인다(shown: str) -> None:
    given = page(title=HOSTILE)
    title(given)
    made = escaping(Environment(loader=DictLoader({"a": f"<p title=\"{shown}\">{shown}</p>"}))).get_template("a").render(page=given)
    assert "<img" not in made and made.count("&lt;img") == 2 and "&amp;lt;" not in made


def test_쪽에서_찾은_제목은_두_번_바뀌지_않는다() -> None:
    given = page()
    title(given)
    made = escaping(Environment(loader=DictLoader({"a": "{{ page.meta.title }}|{{ page.toc[0].title | striptags }}"})))
    assert made.get_template("a").render(page=given) == "A&lt;B &amp; C|A&lt;B"


@pytest.mark.parametrize("text", ["\"; } </style><script>hgRan(1)</script>", "\\\"}", "가\n나", "a{b}", HOSTILE])
def test_스타일에_든_글은_스타일을_끝내지_못한다(text: str) -> None:
    made = str(css_text(text))
    assert not set("<>\"'{};&\n") & set(made)


@pytest.mark.parametrize("text", [
    "[눌러](javascript:hgRan(1))", "![그림](https://evil.example/x.png)", "**굵게** *기울임* __굵게__ _기울임_", "`코드` ``코드``",
    "제목 {: onclick=hgRan(1) }", "제목 { #other .hgClass }", "\\*", "<b>x</b> &lt;b&gt;", "[참조][1]", "[^1]",
])
def test_자료의_글은_마크다운이_되지_못한다(text: str) -> None:
    made = environment(markdown=True).from_string("# {{ text }} { #own }\n\n앞 <span>{{ text }}</span>\n\n<p>{{ text }}</p>\n").render(text=text)
    html = markdown(made, extensions=EXTENSIONS)
    assert not [tag for tag in ("<a", "<img", "<strong", "<em", "<code", "<b>", "onclick=\"", "hgClass\"") if tag in html], html
    assert 'id="own"' in html
