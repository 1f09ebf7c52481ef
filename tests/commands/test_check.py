"""`make check`: all problems of all files in one round, and those of the menu."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.cache.kept import Kept
from macros.changes.digits import odd_digits
from macros.checks import read
from macros.commands.messages import listed
from macros.commands.page_faults import page_faults
from macros.reading.guidebook import load
from macros.site.menu import check_menu, check_unlisted
from tests.small_guide import small_guide

KEPT = Kept()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The small guide, to be broken."""
    return small_guide(tmp_path)


def put(path: Path, find: str, text: str) -> None:
    """Break a file."""
    before = path.read_text(encoding="utf-8")
    assert find in before
    path.write_text(before.replace(find, text, 1), encoding="utf-8")


def test_짜임과_모양과_가리킨_것과_글의_틀림이_한_번에_나온다(data: Path) -> None:
    put(data / "rules/labour-cap.yaml", "severity:", "severty:")
    (data / "actors.yaml").write_text((data / "actors.yaml").read_text(encoding="utf-8").replace("- id: ", "- {id: \n- id: ", 1), encoding="utf-8")
    (data / "conflicts/none.yaml").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    some = next(path for path in sorted((data / "rules").glob("*.yaml")) if "\nconflicts: [" in path.read_text(encoding="utf-8")
                and path.stem != "labour-cap")
    put(some, "\nconflicts: [", "\nconflicts: [no-such-conflict, ")
    other = next(path for path in sorted((data / "topics").glob("*.yaml")))
    put(other, "\nsummary: ", "\nsummary: ((규칙/no-such-rule)) ")
    guide, found = read(data, KEPT)
    files = {problem.file for problem in found}
    assert guide is None
    assert files == {f"data/{name}" for name in ("rules/labour-cap.yaml", "actors.yaml", "conflicts/none.yaml",
                                                 f"rules/{some.name}", f"topics/{other.name}")}, [one.as_text() for one in found]
    # What only follows, that whoever names the rule or an actor finds none, is not said.
    assert not any("labour-cap'" in problem.message or "주체(" in problem.message for problem in found)


def test_메뉴에만_있는_쪽과_메뉴에_없는_쪽을_자리와_함께_알려_준다(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    for name in ("index", "left"):
        (docs / f"{name}.md").write_text("# 처음\n", encoding="utf-8")
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("site_name: 길잡이\nnav:\n  - 처음: index.md\n  - 준비:\n      - indx.md\nplugins:\n  - other.md\n", encoding="utf-8")
    assert [problem.as_text() for problem in (*check_menu(settings, docs), *check_unlisted(settings, docs))] == [
        "mkdocs.yml:5:9 메뉴의 'indx.md'은(는) docs/에 없는 페이지예요. 페이지를 만들거나 이 줄을 지워 주세요. 혹시 'index.md'인가요?",
        "mkdocs.yml:2:1 docs/left.md이(가) 메뉴에 없어요. 알맞은 자리에 '- 제목: left.md'을(를) 적어 주세요."]
    settings.write_text("site_name: 길잡이\nnav: [index.md, {준비: left.md}]\n", encoding="utf-8")
    assert not [*check_menu(settings, docs), *check_unlisted(settings, docs)]


def test_페이지의_틀린_부름도_검사가_자리와_함께_알려_준다(data: Path, tmp_path: Path) -> None:
    guide, _ = load(data, KEPT)
    assert guide is not None
    docs = tmp_path / "pages"
    docs.mkdir()
    key = next(iter(guide.cases))
    page = docs / "page.md"
    for text, said in ((f'{{{{ case(“{key}”) }}}}', "둥근 따옴표예요"), (f'{{{{ case("{key}x") }}}}', f"혹시 '{key}'인가요?"),
                       (f'{{{{ cases("{key}") }}}}', "없는 매크로예요"), ("[여기](nowhere.md)", "nowhere.md"), ("((규칙/no-such))", "없는 id예요"),
                       (f'{{{{ case("{key}") }}}}', "")):
        for _ in range(2):  # what was found sound is not looked at again, what was not is
            page.write_text(f"# 제목\n\n{text}\n", encoding="utf-8")
            found = page_faults(docs, guide)
            assert [(one.file, one.line) for one in found] == ([("docs/page.md", 3)] if said else []), (text, found)
            assert all(said in one.message for one in found)


def test_한_구의_수가_자릿수만_다르면_살펴보게_한다(data: Path) -> None:
    case = data / "cases/nowon.yaml"
    text = case.read_text(encoding="utf-8")
    one = "  - label: 모인 사람\n    value: 1234\n    unit: 명\n    source: {doc: guide-2020, section: ch3.1.11.2, page: 53}\n"
    for other, odd in ((12340, True), (1234, False), (1243, False)):
        case.write_text(text.replace("figures:\n", "figures:\n" + one + one.replace("1234", str(other)).replace("사람", "주민")), encoding="utf-8")
        guide, problems = load(data, KEPT)
        assert guide is not None, problems
        assert ["자릿수만 달라요" in one.message for one in odd_digits(guide)] == [True] * odd


def test_실수와_알림을_낱말로_찾는다() -> None:
    assert len(listed("")) > 300
    found = listed("날짜는 따옴표로 감싸")
    assert 0 < len(found) < 10 and all("이렇게 알려 줘요" in one for one in found)
    assert listed("없는 낱말이에요") == []
