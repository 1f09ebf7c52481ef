"""Home-made words that went out of use do not come back where readers, editors and council members meet them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from macros.finish.small import small_script
from macros.models.common import Weighed
from macros.reading.guidebook import Guidebook
from macros.schema.words import words
from macros.templating.render import environment
from tests.conftest import ROOT

# Each with the word that officials use.
OUT = {r"까닭": "이유", r"견[주줘줄준줌]": "비교", r"갈래": "종류, 분야", r"(?<!글)꼴": "형식, 모양", r"있으면 된 것": "완료 확인 자료",
       r"셈(?:하|해|했|한 |할 )": "계산", r"읽기에 따라|것으로 읽[어기]": "해석", r"이렇게도 찾아": "다른 검색어", r"낸 곳": "발행 기관",
       r"준다고 해요": "줘요, 주도록 정하고 있어요", r"부딪[치쳐칠]": "충돌", r"본디": "원래", r"북돋": "활성화",
       r"정한 때 없음": "기한 규정 없음", r"맡은 쪽": "수행 주체", r"(?:예산을|사업비를|사업비로는) 짜|짤 수": "편성",
       r"정한 선[과보]": "기준", r"언제의 값인지 적혀": "기준 시점", r"가장 크게는": "최대",
       r"마다의": "별", r"(?:보여|알려) 드[려리]": "보여 줘요, 알려 줘요", r"저절로(?! \[)": "자동으로",
       r"이를 [가-힣]+을를? ": "이것을", r"해석에 따라 (?:판정이 )?갈려요": "해석에 따라 판정이 달라요", r"민관 함께": "민관 공동",
       r"판별 변경|연도판": "연도별", r"하나하나에서": "별로", r"이보다 조금 많아요": "○○여 명",
       r"상충": "문서 간 차이", r"다음년도|이듬해": "다음 연도", r"함께 움직이는 사업": "연계 사업", r"아는 날": "기준일", r"기준 밖": "기준 미충족",
       r"이어서 볼 것|알아 둘 것": "관련 안내, 유의 사항", r"여러 길로": "여러 방법으로", r"검사합": "무결성 확인값", r"지어낸 구": "가상의 구",
       r"마다의(?![가-힣])": "별", r"\d\)*개구(?!리)": "개 구", r"저절로": "자동으로", r"이를 계획을": "목적어가 둘", r"판별 변경": "연도별 변경",
       r"(?:새|없는|옮긴|첫|이 기록의) 쪽[을이은에의으]": "페이지"}
# An amount of a sentence: 10억 원, 9억 5,000만 원. Documents' own words and forms have it as they have it.
AMOUNT = re.compile(r"\d(?:억|백만|만|천만)원|\d\.\d+억")
OWN_WORDS = re.compile(r"‘[^’]*’|wording: .*|note: \"9\.5.*")
# One way of spacing and of counting. Names of things have it as their source has it: 수립계획서, 100인 원탁회의, 50인+ 협치테이블.
ONE_WAY = {r"\d개구": "7개 구", r"\d인(?= 내외| 이내| 이상|\(겸직\))|\b\d+인\b(?! 원탁회의|\+)": "10명", r"\d조원|\d+만명": "1조 원, 13만 명",
           r"협치조례": "협치 조례", r"상호학습": "상호 학습", r"숙의공론(?! 과정관리 데이터| 기반조성)": "숙의·공론", r"사업총액": "사업 총액",
           r"총 사업비": "총사업비", r"민관합동": "민관 합동", r"협치강사": "협치 강사"}
# Words by which readers search, and names that older files hold.
KEPT = re.compile(r"/저절로 |everyday:|synonyms:|「|『|줄 셈|한도 셈")
NAMED = ("data/functions.yaml", "data/wordings.yaml", "data/headings.yaml", "data/sources.yaml")  # what people type, what documents print
FOLDERS = {"data": ("*.yaml", "*.md"), "docs": ("*.md", "*.html", "*.js"), "macros": ("*.py", "*.j2", "*.yaml"), ".github": ("*.yml", "*.md")}
APART = ("docs/assets/vendor/", "docs/assets/js/search/", "macros/search/")


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


def test_금액은_한_가지로_적는다() -> None:
    found = [f"{name}:{number}" for name, number, line in lines() if name.startswith("data/") and not name.startswith("data/forms/")
             and not KEPT.search(line) and AMOUNT.search(OWN_WORDS.sub("", line))]
    assert not found, f"'10억 원', '9억 5,000만 원'처럼 써 주세요: {found}"


@pytest.mark.parametrize("word", ONE_WAY)
def test_띄어쓰기와_단위는_한_가지로_적는다(word: str) -> None:
    found = [f"{name}:{number}" for name, number, line in lines() if name.startswith("data/") and name not in NAMED
             and not name.startswith("data/forms/") and not KEPT.search(line) and re.search(word, OWN_WORDS.sub("", line))]
    assert not found, f"{ONE_WAY[word]}처럼 써 주세요: {found}"


def test_나간_말을_찾아낸다() -> None:
    assert re.search(next(iter(OUT)), "까닭이 있어요") and not KEPT.search("까닭이 있어요")


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
