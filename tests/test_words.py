"""Home-made words that went out of use do not come back where readers, editors and council members meet them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from macros.checks.ousted import OUT
from macros.checks.unfit import fault
from macros.finish.small import small_script
from macros.models.common import Weighed
from macros.reading.guidebook import Guidebook
from macros.schema.words import words
from macros.templating.render import environment
from tests.conftest import ROOT

# Words by which readers search, and names that older files hold.
KEPT = re.compile(r"/저절로 |everyday:|synonyms:|「|『")
FOLDERS = {"docs": ("*.md", "*.html", "*.js"), "macros": ("*.py", "*.j2", "*.yaml"), ".github": ("*.yml", "*.md")}
APART = ("macros/checks/ousted.yaml", "docs/assets/vendor/", "docs/assets/js/search/", "macros/search/")


def lines() -> Iterator[tuple[str, int, str]]:
    """Every line that may be read by somebody, with its file and number."""
    paths = [ROOT / "CONTRIBUTING.md", ROOT / "README.md"]
    paths += [path for folder, kinds in FOLDERS.items() for kind in kinds for path in (ROOT / folder).rglob(kind)]
    for path in paths:
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(APART):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                yield name, number, line


@pytest.mark.parametrize("word", OUT)
def test_나간_말은_다시_쓰지_않는다(word: str) -> None:
    found = [f"{name}:{number}" for name, number, line in lines() if re.search(word, line) and not KEPT.search(line)]
    assert not found, f"{OUT[word]}(으)로 써 주세요: {found}"


@pytest.mark.parametrize(("text", "field", "told"), [
    ("문서가 다른 까닭이에요.", "reason", "이유"), ("이듬해에 실행해요.", "text", "다음 연도"), ("12개구가 해요.", "text", "개 구"),
    ("한 구에 10억원까지예요.", "text", "10억 원"), ("한 구에 1.5억까지예요.", "text", "10억 원"), ("10인 이내로 꾸려요.", "text", "10명"),
    ("협치조례를 만들어요.", "text", "협치 조례"), ("까닭", "everyday", ""), ("10억원 이내", "wording", ""), ("100인 원탁회의를 열어요.", "text", ""),
    ("한 구에 10억 원, 10명 이내예요.", "text", "")])
def test_검사는_자료의_나간_말을_나은_말과_함께_알린다(text: str, field: str, told: str) -> None:
    found = fault(text, field=field)
    assert told in found[1] if found else not told


def test_가져온_값의_말은_나간_말이_아니다() -> None:
    text = "서울시가 10억원을 줘요."
    assert fault(text) and not fault(text, put=((5, 9),))


def test_스크립트는_이_길잡이의_이름을_자료에서_가져간다(guide: Guidebook) -> None:
    """A guide of another city has other names: data/names.yaml tells them, assets/js/names.js hands them on. Search knows words, not names."""
    names = [guide.names[key].name for key in ("guide", "subject", "plan", "city", "asked", "council", "assembly", "notice")]
    scripts = [path for path in (ROOT / "docs/assets/js").rglob("*.js") if "search" not in path.relative_to(ROOT).parts]
    found = {path.name: said for path in scripts if (said := [name for name in names if name in small_script(path.read_text(encoding="utf-8"))])}
    assert scripts and not found


def test_표지와_대괄호의_말은_서로_다르다() -> None:
    """A rule shows what a breach of it is, and in brackets how strongly the source says it: one word for both would stand there twice."""
    badges = environment().get_template("_parts/rule.html.j2").module.severities  # type: ignore[attr-defined]
    assert not set(badges.values()) & set(words().choices(Weighed, "force").values())


def test_규칙의_줄은_단위를_말하고_알려_주기만_하는_규칙은_판정한다고_하지_않는다() -> None:
    """`7 이내` of what? And beside `판정하지 않음` nothing may stand that reads like a verdict."""
    card = environment().get_template("_parts/rule.html.j2").module
    row = dict.fromkeys(("at_most", "below", "at_least", "above", "equal"))
    assert card.condition({**row, "at_most": 3}, "위") == "3위 이내"  # type: ignore[attr-defined]
    assert "판정하지 않아요" in card.broken({"severity": "info"})  # type: ignore[attr-defined]
    assert "판정하지 않아요" not in card.broken({"severity": "care"})  # type: ignore[attr-defined]


def test_쪽도_조항도_없는_인용은_절의_제목을_말한다() -> None:
    """Notes that say the document alone cannot be told from one another."""
    source = SimpleNamespace(short="계획", title_of={"a1": "운영 성과"}.get)
    guide = SimpleNamespace(sources={"doc": source})
    one = environment().get_template("_parts/cite.html.j2").module.one  # type: ignore[attr-defined]

    def shown(**given: object) -> str:
        place = SimpleNamespace(**{"doc": "doc", "section": "a1", "page": None, "clause": None, **given})
        return " ".join(re.sub("<[^>]*>", "", one(place, guide, SimpleNamespace(citation=lambda _: "x"), str)).split())

    assert shown() == "계획 운영 성과"
    assert (shown(page=3), shown(clause="표"), shown(section=None)) == ("계획 3쪽", "계획 표", "계획")
