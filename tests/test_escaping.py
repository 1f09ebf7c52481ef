"""No data leaves its place: a template's quotes, or the data for scripts (test_poison.py looks at the pages)."""

from __future__ import annotations

import re

from macros.templating.page_json import page_json
from tests.conftest import ROOT

HOSTILE = "<script>hgRan(1)</script><img src=x onerror=hgRan(2)>\"'><b>&amp;"


def test_쪽에_든_자료에서_끝맺는_표시가_나오지_않는다() -> None:
    made = page_json({HOSTILE: ["</script>", "<!--", "\u2028"]})
    assert not set("<>&\u2028") & set(made)


TEMPLATES = [*(ROOT / "docs/.overrides").rglob("*.html"), *(ROOT / "macros/templates").rglob("*.j2")]
SHOWN = re.compile(r"\{\{.*?\}\}", re.DOTALL)
UNSEEN = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.DOTALL)
# What may stand unescaped: JSON of page_json's kind in a script, words of the template itself, and HTML that was escaped where it was made.
SAFE = re.compile(r"\{\{ data \| safe \}\}(?=</script>)|'[^']*' \| safe|\"[^\"]*\" \| safe|\{\{ css_string\(sheet\.leaf\.title\) \| safe|"
                  r"\{\{ sheet\.html \| safe|\{\{ said \| safe|page\.content \| safe")
# What may stand in a tag outside quotes: a word of the template itself, or one that it chose.
OWN = re.compile(r"\{\{ (?:'|checked |hidden |side |kind |names\.|each\().*?\}\}|\{\{ [^{}]*\| int \}\}", re.DOTALL)
# How an address begins that a template makes: by what knows the site's own, by a word of its own, or by a field of such.
ADDRESS = re.compile(r"#|\{\{ (?:link\(|edit\(|to\.|assets|folder|root|site |site\}|first_address\(|'[\w./-]+' \| url|[\w.]+ \| url|"
                     r"config\.(?:extra\.homepage|site_url|extra\.repository)|page\.canonical_url|head\.url|file\.name|address \}|link \})")


def faults(text: str) -> list[str]:
    """Places of a template at which data could leave its quotes, or lead elsewhere."""
    marked = SHOWN.sub(lambda found: re.sub("[\"<>]", "'", found[0]), UNSEEN.sub("", text))
    unquoted = [tag for tag in re.findall(r"<[a-zA-Z][^<>]*>", marked) if "{{" in OWN.sub("", re.sub(r'"[^"]*"', '""', tag))]
    addresses = re.findall(r'\s(?:href|src|action|formaction|xlink:href)="([^"]*\{\{[^"]*)"', marked)
    return [*re.findall(r"\|\s*safe\b", SAFE.sub("", text)), *unquoted, *(one for one in addresses if not ADDRESS.match(one))]


def test_틀은_자료를_따옴표_안에만_넣고_주소는_아는_것으로_시작한다() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES}
    plain = {name for name, text in texts.items() if "{% autoescape false %}" in text}
    assert plain == {"changes.md.j2", "changes.txt.j2", "stale.md.j2"}, "화면이 아닌 글만 바꿔 적지 않아요"
    wrong = {name: found for name, text in texts.items() if name not in plain and (found := faults(text))}
    assert not wrong
    for hostile in ("<p class={{ x }}>", "<a href='{{ x }}'>", '<a href="{{ record.address }}">', "{{ x | safe }}", '<b {{ x }} title="">'):
        assert faults(hostile), hostile
