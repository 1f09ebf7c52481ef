"""Every field of words of every record is poisoned at once: in no kind of output does any of it stand raw.

The pages' contents, copies, lists, calendars and feed are made here without a build. A whole poisoned site is made and
read by hand: `python -m tests.poison FOLDER`, then `mkdocs build` there, then `python -m tests.raw_marks FOLDER/site`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from markdown import markdown

from macros.api.files import _listed
from macros.api.lists import lists
from macros.api.tables import list_csv, tables
from macros.calendars.files import calendars
from macros.checks import run, unfit
from macros.finish.markdown import markdown as copy_of
from macros.models.kinds import ROWS
from macros.pages.macros import Macros
from macros.reading.guidebook import Guidebook, load
from macros.reading.problems import report
from macros.templating.html_blocks import HtmlBlocksExtension
from tests import poisoned_pages, raw_marks
from tests.conftest import ROOT
from tests.no_page import NoPage
from tests.poison import CHECKED, UNFIT, around, poison_data

EXTENSIONS = ["attr_list", "md_in_html", "admonition", "pymdownx.details", "toc", "tables", "fenced_code"]
ONE_EACH = {kind.id: kind.page for kind in ROWS if kind.page}
WHOLE = ("glossary", "rules", "conflicts", "sources", "deadline_planner", "tools", "home", "coverage", "checked_dates", "timelines", "year_strip",
         "case_cards", "district_table", "district_map", "budget_calculator", "duties", "articles", "checklist_progress", "priority_sheet",
         "components")
# Only the longest page of each kind is read as Markdown too: that takes ten times as long.
ARTICLE = '<article class="md-content__inner md-typeset">{}</article>'


def unread() -> None:
    """What was found in texts before is forgotten, and what was looked for."""
    unfit.fault.cache_clear()
    unfit._looked_for.cache_clear()


@pytest.fixture(scope="module")
def poisoned(guide: Guidebook, tmp_path_factory: pytest.TempPathFactory) -> Guidebook:
    """The guidebook of a poisoned copy of the data: nothing in it is wrong but what it says.

    The check tells an editor of signs that look like markup. That is taken away: outputs must hold without it. So is what it says
    of words, which a text may have from a reference: here what references say stands in the text itself. What is left of what the check
    says of texts is asked of the hostile words alone, which are the same everywhere: the rest stood in the data before.
    """
    data = Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("poison") / "data"))
    assert poison_data(guide, data) > 20_000
    made, problems = load(data)
    with pytest.MonkeyPatch.context() as patch:
        left = tuple(one for one in unfit.UNFIT if one.message not in {unfit.SHOWN, unfit.WEB} and one not in unfit.OUSTED)
        patch.setattr(unfit, "UNFIT", left)
        unread()
        for field in {one.field for one in left}:
            told = [unfit.fault(around(text), field=field, cell=cell) for text in ("글", "2021년") for cell in (False, True)]
            assert not any(told), (field, told)
        patch.setattr(unfit, "UNFIT", ())
        unread()
        problems = problems or (run(made) if made else [])
    unread()
    assert made is not None and not problems, report(problems[:5])
    return made


def macros_of(guide: Guidebook) -> Macros:
    """The macros, without the files that some pages name: those are written and read elsewhere."""
    macros = Macros(guide, NoPage())
    macros._entry = lambda kind, key: SimpleNamespace(copies=())  # type: ignore[method-assign,assignment,return-value]
    return macros


def pages(guide: Guidebook, kind: str) -> Iterator[tuple[str, str]]:
    """The contents of all pages of a kind, as Markdown leaves them."""
    macros = macros_of(guide)
    names = [(key, macros.door(ONE_EACH[kind])(key)) for key in getattr(guide, kind)] if kind in ONE_EACH else [(kind, macros.door(kind)())]
    for key, text in names:
        yield key, markdown(text, extensions=[*EXTENSIONS, HtmlBlocksExtension()])


@pytest.mark.parametrize("kind", [*ONE_EACH, *(f"{name}" for name in WHOLE if name not in ONE_EACH)])
def test_쪽과_글_사본에_날것이_없다(poisoned: Guidebook, kind: str) -> None:
    raw: dict[str, list[str]] = {}
    seen = False
    longest = ""
    for key, html in pages(poisoned, kind):
        seen = seen or "hgRan" in html
        longest = max(longest, html, key=len)
        if found := list(raw_marks.page(html.encode())):
            raw[key] = found[:5]
    assert not list(raw_marks.copy(copy_of(ARTICLE.format(longest)).encode()))
    assert seen or kind not in ONE_EACH, "나쁜 글이 나오지 않아 아무것도 재지 못했어요."
    assert not raw


def test_다른_시스템이_읽는_자료와_달력에_날것이_없다(poisoned: Guidebook) -> None:
    for kind, made in lists(poisoned).items():
        assert not list(raw_marks.data(_listed(made))), kind
        assert not list(raw_marks.table(list_csv(made))), kind
    for _, key, _, content in tables(poisoned):
        assert not list(raw_marks.table(content)), key
    for address, content in calendars(poisoned):
        assert not list(raw_marks.calendar(content)), address


def test_나쁜_자료로_만드는_사본은_검사의_그_줄을_찾는다() -> None:
    assert CHECKED in (ROOT / UNFIT).read_text(encoding="utf-8")


def test_날것을_알아본다() -> None:
    """The counter itself: what must not be is found."""
    for html in ("<img src=x onerror=hgRan(1)>", "<a href='javascript:hgRan(4)'>x</a>", "<b>A<B</b>", "<p onclick=x>", "<script>hgRan(2)</script>",
                 "<strong>hgBold</strong>", "<h1 class='hgClass'>x</h1>", "<a href=https://evil.example>x</a>"):
        assert list(raw_marks.page(html.encode())), html
    assert list(raw_marks.copy(b"[hgLink](javascript:hgRan(4))")) and list(raw_marks.copy(b"**hgBold**"))
    assert list(raw_marks.data(b'"<img src=x>"')) and list(raw_marks.table(b"=hg"))
    assert not list(raw_marks.page(b"<p>&lt;img src=x onerror=hgRan(1)&gt; A&lt;B</p>"))


def test_보통_쪽에_없는_것을_알아본다() -> None:
    plain = poisoned_pages.read("<p class=a><a href=x>글</a><script src=a.js></script>")
    for html in ("<p class=a onclick=x>", "<img src=x onerror=hgRan(1)>", "<a href='javascript:hgRan(4)'>", "<script>hgRan(2)</script>",
                 "<svg onload=x>", "<p class=hgClass>", "<script src=https://evil.example/a.mjs></script>"):
        assert list(poisoned_pages.foreign([plain], poisoned_pages.read(html))), html
    assert not list(poisoned_pages.foreign([plain], poisoned_pages.read("<p class=a>hgRan(1) &lt;img&gt; <a href=y>글</a>")))
