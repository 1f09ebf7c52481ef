"""The theme's style sheet without what no page uses: what can match stays, in its order and its media."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.finish.unused_css import names, without_unused

USED = names(['<p class="md-a md-b"><i class=bare>'], ["add('md-open')"])


@pytest.mark.parametrize(("css", "kept"), [
    ("p{x:1}.md-a{x:1}.md-gone{x:1}", "p{x:1}.md-a{x:1}"),
    (".md-a .md-gone,.md-b>.bare{x:1}", ".md-b>.bare{x:1}"),
    (".md-open{x:1}.md-header--shadow{x:1}.md-annotation{x:1}", ".md-open{x:1}.md-header--shadow{x:1}"),
    ("[data-md-color-switching] *,.md-a{x:1}", ".md-a{x:1}"),
    (":is(.md-gone,.md-a) p{x:1}.md-a:not(.md-gone){x:1}", ":is(.md-gone,.md-a) p{x:1}.md-a:not(.md-gone){x:1}"),
    ("@media print{.md-gone{x:1}}@media print{.md-a{x:1}.md-gone{x:1}}", "@media print{.md-a{x:1}}"),
    ('@charset "UTF-8";@keyframes a{to{x:1}}.md-a{x:1}', '@charset "UTF-8";@keyframes a{to{x:1}}.md-a{x:1}'),
    (":root{--in:url('data:a,b');--out:url('data:c;d');--size:1}.md-a{x:var(--in)}",
     ":root{--in:url('data:a,b');--size:1}.md-a{x:var(--in)}"),
])
def test_쓰는_것만_남는다(css: str, kept: str) -> None:
    assert without_unused(css, USED) == kept


def test_괄호가_맞지_않으면_알린다() -> None:
    with pytest.raises(ValueError, match="괄호"):
        without_unused(".md-a{x:1", USED)


def test_쪽에_있는_테마의_부품은_모두_제_모양을_지닌다(built: Path) -> None:
    """Of the classes that the theme's own sheet knows and a page has, none is missing in the joined one."""
    theme = next((built / "assets/stylesheets").glob("main.*.css")).read_text(encoding="utf-8")
    known = set(re.findall(r"\.([a-zA-Z][\w-]*)", re.sub(r"url\([^)]*\)", "", theme)))
    for page in ("index.html", "plan/agenda-review/index.html", "maintain/components/index.html", "404.html"):
        html = (built / page).read_text(encoding="utf-8")
        link = re.search(r'<link rel="stylesheet" href="[./]*(assets/[^"]*)">', html)
        assert link
        joined = (built / link[1]).read_text(encoding="utf-8")
        there = known & {word for value in re.findall(r'class="([^"]*)"', html) for word in value.split()}
        there.discard("js")  # on the page's root, only for parts that no page has
        assert len(there) > 30 and not [name for name in there if f".{name}" not in joined]
        assert "\n.md-typeset .mermaid" not in joined and len(joined) < 0.85 * (len(theme) + 90_000)
