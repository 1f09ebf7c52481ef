"""The search, as readers use it: in the header's box, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.reading.guidebook import Guidebook
from tests.conftest import ROOT
from tests.kept_page import Standing
from tests.plain_yaml import plain
from tests.search.box import FIELD, RESULT, STATUS, engine, found, loaded, open_box, type_in
from tests.search.measure import FORMS, load, load_judged, measure

AXE = ROOT / "tests" / "vendor" / "axe-core" / "axe.min.js"
OPEN = "document.getElementById('__search').checked"
# What comes of texts of which each is asked for before the one before it is answered.
AT_ONCE = "(texts) => Promise.all(texts.map((text) => hyeopchi.modules['search/box'].client.find(text).then((found) => found && found.text)))"
TYPE_AT_ONCE = """(texts) => {
  const field = document.querySelector(".md-search__input");
  for (const text of texts) {
    field.value = text;
    field.dispatchEvent(new Event("input"));
  }
  return hyeopchi.modules['search/box'].answered();
}"""
# A worker that never runs: its script cannot be read.
NO_WORKER = """{
  const Real = Worker;
  Worker = class extends Real { constructor(address) { super(String(address).replace(".js", "-not-there.js")); } };
}"""


@pytest.fixture
def plan(page: Page) -> Page:
    """A page that is not the home page, so that addresses must be worked out."""
    page.goto("/plan/")
    return page


@pytest.fixture
def asked(standing: Standing) -> Iterator[Page]:
    """The same for tests that only ask: what can be found is loaded and read once for all of them."""
    page = standing("/plan/", FIELD)
    yield page
    type_in(page, "")
    page.keyboard.press("Escape")


def test_사람들이_치는_말의_답이_위에_온다(asked: Page) -> None:
    """A fault of the engine misses many; that a record has another name or is gone costs a few (the bench tells of each)."""
    figures = measure(load(), lambda texts: found(asked, texts))
    assert figures.three >= 0.9 and figures.first >= 0.85, figures


def test_남이_낸_물음의_답도_위에_온다(asked: Page) -> None:
    figures = measure(load_judged(), lambda texts: found(asked, texts))
    assert figures.count == 140 and figures.three >= 0.97 and figures.first >= 0.88, figures


def test_달리_쳐도_다섯_안에_온다(asked: Page) -> None:
    """Every third query; the bench tries them all."""
    figures = {form: measure(load()[::3], lambda texts: found(asked, texts), form) for form in FORMS}
    assert len(figures) > 4 and all(one.five >= 0.9 for one in figures.values()), figures


SPELLINGS = [
    ("7월 10일", "7월10일", "7. 10.", "7.10", "7/10", "７월 １０일"),
    ("2021년 7월 9일", "2021. 7. 9.", "2021-07-09", "'21. 7. 9."),
    ("70%", "70 퍼센트", "70프로"), ("제10조", "10조"), ("2개월 이내", "두 달 이내"), ("10억원", "10억 원", "1,000,000,000원", "1,000,000천원"),
    ("10억 5천만원", "10억5천", "10억 5천", "10억 5천만"), ("제8조 5항", "제8조 ⑤"), ("시민회의 3,000명", "시민회의 3천 명", "시민회의 3천명"),
    ("부록5 4.1", "부록 5 4.1"), ("3.2.1(5)", "3.2.1의 (5)", "3.2.1 제5항", "3-2-1 (5)"), ("TFT 구성", "ㅅㄹㅅ 구성"),
    ("민관협력", "민·관 협력", "민ㆍ관협력", "민 관 협력"), ("협치회의", "협치 회의", "협치회의는", "협치회의를"),
    # letters by their names, numbers in words, syllables alike, stray spaces, the keyboard left in English
    ("TFT", "티에프티", "티 에프티"), ("OJT", "오제이티"), ("3천만원", "삼천만원", "삼천만 원"), ("70%", "칠십 퍼센트"), ("15일 이내", "십오일 이내"),
    ("참석률", "참석율"), ("협치추진단", "협 치 추 진 단", "협치추 진단"), ("인건비", "dlsrjsql"), ("보조금 반환", "qhwhrma qksghks"),
    # verbs in any form, words between those of a phrase
    ("예산을 바꾸려면", "예산을 바꿔도 되나요", "예산 바꿨을 때", "예산 바꾸시려면"), ("의제를 합쳐도 되나요", "의제를 합치려면"),
    ("위원을 뽑으려면", "위원 뽑을 때", "위원을 새로 뽑아야 하나요"),
]


def test_어떻게_적어도_첫_답이_같다(asked: Page) -> None:
    for spellings in SPELLINGS:
        firsts = {text: results[0] for text, results in zip(spellings, found(asked, spellings), strict=True)}
        assert len(set(firsts.values())) == 1, firsts


# What is typed, and the label of the kind of result that it names.
NAMED_KINDS = {
    "시설비 계산기": "도구", "분과위원회 점검표": "체크리스트", "민간이전 한도": "규칙", "평가서류 제출 스케줄": "일정",
    "의제별 실행계획 템플릿": "서식", "해지 조항": "협약 조문", "주민총회 사례": "사례",
}


CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def initials(name: str) -> str:
    """The first consonants of a name's syllables."""
    return "".join(CONSONANTS[(ord(one) - ord("가")) // 588] for one in name)


BODY = "prepare/coordinator/"


def days(guide: Guidebook) -> list[str]:
    """Two days of the timelines, in words and in digits."""
    first, second = (next(one.start for one in guide.timelines["city-2020"].events if one.id == name and one.start)
                     for name in ("actual-assembly-2020", "submission-2020"))
    return [f"{first.month}월 {first.day}일", f"{second.year}. {second.month}. {second.day}."]


def test_무엇을_찾는지_말하면_그_종류가_먼저_온다(asked: Page, guide: Guidebook) -> None:
    named = {**NAMED_KINDS, **dict.fromkeys(days(guide), "일정")}
    firsts = dict(zip(named, found(asked, list(named)), strict=True))
    engine(asked)
    labels = asked.evaluate("Object.fromEntries(hyeopchi.data.search.entries.map(([at, , label]) => [at, hyeopchi.data.search.labels[label][0]]))")
    assert {typed: labels[results[0]] for typed, results in firsts.items()} == named
    assert set(asked.evaluate("[...hyeopchi.modules['search/words'].KINDS.values()]")) <= set(labels.values())


# A form of a verb, and its stem; None where it only looks like one.
STEMS = {
    "남으면": "남", "남았을때": "남", "바꿔야하나요": "바꾸", "바꿨는데": "바꾸", "나눌까요": "나누", "돌려줬는데": "돌려주",
    "만드는": "만들", "골라서": "고르", "도와주나요": "돕", "쓸수있나요": "쓰", "하시겠어요": "하", "되었습니까": "되",
    "뽑지않으면": "뽑", "그만두고싶은데": "그만두", "사업": None, "남녀": None, "주민": None,
}


def test_동사는_어느_형식이든_줄기로_읽는다(asked: Page) -> None:
    engine(asked)
    found_stems = asked.evaluate("""(forms) => {
      const known = new Set("남 바꾸 나누 돌려주 만들 고르 돕 쓰 하 되 뽑 그만두 사 주".split(" "));
      return Object.fromEntries(forms.map((form) => [form, hyeopchi.modules['search/verbs'].stem(form, known)]));
    }""", list(STEMS))
    assert found_stems == STEMS


# A list that repeats the words in its name and its text, weighing more, and the page that it lists.
LISTING = {
    "labels": [["자료", 2.0], ["안내", 1.0]], "kinds": {}, "editions": {}, "terms": [],
    "functions": {"words": [], "functions": []}, "plain": [],
    "entries": [["all/", "회의록 공개", 0, "회의록 공개 회의록 공개", None], ["one/", "회의록을 공개할 때", 1, "회의록은 공개해요.", None],
                ["two/", "다른 쪽", 1, "예산", None]],
}
FIRST_OF = """(data) => {
  const { Engine } = hyeopchi.modules['search/engine'];
  const { whole } = hyeopchi.modules['search/turns'];
  return whole(new Engine(data).search("회의록 공개")).results[0].entry.at;
}"""


def test_목록은_늘어놓은_것보다_앞에_오지_않는다(asked: Page) -> None:
    engine(asked)
    firsts = [asked.evaluate(FIRST_OF, {**LISTING, "lists": lists}) for lists in ({}, {"0": [1]}, {"0": [2]})]
    assert firsts == ["all/", "one/", "all/"]


# What is typed, an answer, and the place that it has at worst.
TYPED = [
    ("협칟회의", "prepare/council/", 3), ("인걸비 한도", "budget/rules/#rule-labour-cap", 3),
    ("ㅁㄱㅇㅈ", "budget/rules/#rule-transfer-cap", 1),
    ("ㅈㅇ ㅈㅅ", "agree/articles/#article-14", 3),
    ("ㅇㄱㅂ ㅎㄷ", "budget/rules/#rule-labour-cap", 1),
    ("민간이젼 한도", "budget/rules/#rule-transfer-cap", 2),
    ("첨부파일", "downloads/", 1), ("인터넷 안 되는 데서 쓰기", "downloads/#whole", 1),
    ("어두운 화면", "reference/accessibility/#use", 1),
    ("달력에 추가", "dates/", 1), ("압축파일", "downloads/#whole", 1), ("3.2.2 (4)", "budget/rules/#rule-property-essential", 2),
    ("남은 돈 돌려줘야 하나요", "agree/articles/#article-11", 3), ("은평구", "cases/eunpyeong/", 3), ("예산계산기", "tools/budget/", 3),
    ("논의주체 명단", "forms/participants-2-2/", 3), ("우리 동네 분과위원회는 누가 들어가나요", "prepare/subcommittee/", 3),
    ("숙의 뜻", "reference/glossary/#term-deliberation", 3), ("구비가 뭔가요", "reference/glossary/#term-district-funds", 3),  # the card comes first
    ("겸직 조정관이어도 점수 받을 수 있어요?", "apply/programmes/#rule-strategic-coordinator", 2),
    ("자본으로 잡은 돈을 경상으로 돌릴 수 있어요?", "budget/rules/#rule-change-capital-wall", 1),
    ("위원 성비 맞는지 계산해 보기", "tools/council/", 1), ("마감일 계산기", "tools/deadlines/", 1),
    ("변경 승인 누구한테 받나", "budget/rules/#rule-change-approval", 1),
    ("옆 구랑 나란히 놓고 보기", "cases/case-comparison/", 1),
    ("부록5 4.2", "budget/rules/#rule-budget-table-required", 2), ("운영지침 3.2.2 제4항", "budget/rules/#rule-property-essential", 1),
    ("강남구 지원금", "districts/gangnam/#grant", 2), ("마포구 지원금", "districts/mapo/#grant", 2),
    ("월급 줘도 되나", "budget/rules/#rule-labour-cap", 1),
    ("이의제", "evaluate/platform-evaluation-2018/#objection", 1), ("디비 입력", "evaluate/process-database-2021/#forum-data", 1),
    ("협약을 깨고 싶으면", "agree/articles/#article-12", 3), ("컨설턴트", "prepare/consulting-group/", 1),
    ("OJT", "reference/glossary/#term-ojt", 1), ("예산을 바꾸려면", "budget/rules/#rule-change-approval", 1),
    ("예산 바꿨을 때", "budget/rules/#rule-change-approval", 1), ("예산 바꾸시려면", "budget/rules/#rule-change-approval", 1),
    ("시설비 계산기", "tools/budget/", 1),
]


def places(plan: Page) -> set[str]:
    """Everywhere that the search leads to: an answer of which the record is gone is nobody's fault."""
    engine(plan)
    return set(plan.evaluate("hyeopchi.data.search.entries.map(([at]) => at)"))


def test_틀리게_치거나_제_말로_쳐도_찾는다(asked: Page, guide: Guidebook) -> None:
    submission = next(event for event in guide.timelines["city-2021"].events if event.id == "submission-2021")
    day = f"{submission.start.month}월 {submission.start.day}일"
    name = guide.bodies["coordinator"].name
    wanted = [*TYPED, (day, "dates/2021/#submission-2021", 1), (day, "plan/plan-submission/", 3), (initials(name), BODY, 1),
             (name[:2] + initials(name[2:]), BODY, 1)]
    results = found(asked, [typed for typed, _, _ in wanted])
    there = places(asked)
    # An answer without a part is the page as a whole: whichever part of it comes.
    missed = {typed: shown[:3] for (typed, answer, place), shown in zip(wanted, results, strict=True)
              if answer in there and answer not in {*shown[:place], *(at.split("#")[0] for at in shown[:place])}}
    assert not missed and sum(answer in there for _, answer, _ in wanted) > 0.8 * len(wanted)


# The names of each record's answers with the words that ask for them, and whether its card comes; a wrong card is worse than none.
ASKED_BY_NAME = """() => {
  const { whole } = hyeopchi.modules["search/turns"];
  const { Query } = hyeopchi.modules["search/query"];
  const engine = new hyeopchi.modules["search/engine"].Engine(hyeopchi.data.search);
  whole(engine.prepare());
  const asks = { rule: "기준", date: "언제", due: "언제까지", form: "서식", body: "구성", term: "뜻", office: "어디", article: "" };
  return engine.answers.all.map((answer) => {
    const name = answer.kind === "article" ? answer.subject.split("(")[0] : answer.subject.replace(/\\(.*?\\)/g, " ");
    const cards = whole(engine.answers.find(new Query(`${name} ${asks[answer.kind]}`, engine.corpus, engine.lexicon)));
    return [answer.kind, cards.length ? cards.some(({ at }) => at === answer.at) : null];
  });
}"""
CARDS = """async (texts) => {
  const found = [];
  for (const text of texts) found.push((await hyeopchi.modules["search/box"].client.find(text)).answers.map(({ at }) => at));
  return found;
}"""


def test_기록이_아는_것은_카드로_답하고_모르는_것은_카드가_없다(asked: Page) -> None:
    answers = plain((ROOT / "tests" / "search" / "answers.yaml").read_text(encoding="utf-8"))
    loaded(asked)
    cards = dict(zip([*answers["card"], *answers["none"]], asked.evaluate(CARDS, [*answers["card"], *answers["none"]]), strict=True))
    there = {at.split("#")[0] for at in places(asked)} | places(asked)
    wrong = {text: cards[text][:1] for text, at in answers["card"].items() if at in there and cards[text][:1] != [at]}
    needless = {text: cards[text] for text in answers["none"] if cards[text]}
    # A rule that an editor adds may answer what nobody could before, and one that they rename is asked for by another name.
    assert len(wrong) <= 0.06 * len(answers["card"]) and len(needless) <= 0.04 * len(answers["none"]), (wrong, needless)
    named = asked.evaluate(ASKED_BY_NAME)
    assert sum(right is False for _, right in named) <= 3 and sum(right is True for _, right in named) > 0.95 * len(named)


def test_카드는_값과_판과_조항을_보이고_글쇠로_먼저_닿는다(plan: Page) -> None:
    open_box(plan, "사업계획서 제출 기한")
    card = plan.locator(".hg-answer__link")
    assert card.count() == 2 and plan.locator(STATUS).inner_text().startswith("바로 볼 답이 있어요.")
    expect(card.first.locator(".hg-answer__figure")).to_contain_text("년")
    expect(card.first.locator(".hg-answer__grounds")).to_contain_text("년판")
    plan.keyboard.press("ArrowDown")
    assert plan.evaluate("document.activeElement.classList.contains('hg-answer__link')")
    type_in(plan, "주차 가능한가요")
    assert card.count() == 0 and not plan.locator(".hg-answer").is_visible()
    plan.fill(FIELD, "사업계획서 제출 기한")
    plan.press(FIELD, "Enter")
    plan.wait_for_url("**/dates/2021/#*")


def test_치는_동안에도_답이_보인다(asked: Page, guide: Guidebook) -> None:
    name = guide.bodies["coordinator"].name
    for results in found(asked, ["협", "협ㅊ", "협치", "협치ㅈ", "협치조", "협치좆", "협치조저", "협치조정", "협치조정ㄱ"]):
        assert results
    assert found(asked, [name[:-1] + initials(name[-1]), name[:-1]])[1][0] == BODY
    # It is found apart from the page, and what was typed before is never shown after.
    assert len(asked.workers) == 1
    assert asked.evaluate(AT_ONCE, ["협치", "분과위원회", "인건비 한도"]) == [None, None, "인건비 한도"]
    asked.evaluate(TYPE_AT_ONCE, ["분과위원회", "", name])
    assert asked.locator(RESULT).first.get_attribute("href") == asked.evaluate("new URL('../prepare/coordinator/', location.href).href")


def test_결과마다_무엇인지_적혀_있다(asked: Page) -> None:
    open_box(asked, "인건비성 경비 한도")
    first = asked.locator(RESULT).first
    expect(first.locator(".hg-result__label")).to_have_text("규칙")
    expect(first.locator(".hg-result__title mark").first).to_be_visible()
    expect(first.locator(".hg-result__path")).to_contain_text("예산 규칙")


def test_찾은_수를_알린다(plan: Page) -> None:
    open_box(plan, "분과위원회")
    assert plan.locator(STATUS).inner_text().endswith("건을 찾았어요.")
    assert plan.locator(STATUS).get_attribute("role") == "status"
    # A page stands once, with its further parts; the count is of what fits well; a filter leaves its kind.
    type_in(plan, "예산")
    assert plan.locator(RESULT).count() == 10 and plan.locator(".hg-result__part").count() > 0
    kind = plan.locator(".hg-filters__one[data-value]").first
    kind.click()
    plan.wait_for_function("new Set([...document.querySelectorAll('.hg-result__label')].map((one) => one.textContent)).size === 1")
    assert set(plan.locator(".hg-result__label").all_inner_texts()) == {kind.get_attribute("data-value")}
    assert kind.get_attribute("aria-pressed") == "true"


def test_덜_맞는_것은_그렇다고_적고_빠진_말을_댄다(asked: Page) -> None:
    open_box(asked, "협치회의 위원 냉장고")
    assert asked.locator(STATUS).inner_text().startswith("일치하는 결과는 없어요")
    expect(asked.locator(".hg-result__weak").first).to_be_visible()
    expect(asked.locator(".hg-result__weak").first).to_contain_text("없는 말: 냉장고")


def test_없는_말은_없다고_한다(asked: Page) -> None:
    open_box(asked)
    type_in(asked, "쀍쀍쀍")
    assert asked.locator(STATUS).inner_text().startswith("검색 결과가 없어요")
    assert asked.locator(RESULT).count() == 0
    assert asked.locator(".hg-empty li a").count() == 4
    # A slip is a guess, and the guess is a link; where nothing is found the nearest terms are links.
    type_in(asked, "협칟회의")
    expect(asked.locator(".hg-meant a").first).to_have_text("협치회의")
    asked.locator(".hg-meant a").first.click()
    expect(asked.locator(".hg-meant a")).to_have_count(0)
    assert asked.input_value(FIELD) == "협치회의"


def test_탭으로_결과에_가도_닫히지_않고_나가면_닫힌다(asked: Page) -> None:
    open_box(asked, "분과위원회")
    for _ in range(3 + asked.locator(".hg-filters button").count()):
        asked.keyboard.press("Tab")
        if asked.evaluate("document.activeElement.classList.contains('hg-result__link')"):
            break
    assert asked.evaluate(OPEN)
    assert asked.evaluate("document.activeElement.classList.contains('hg-result__link')")
    asked.focus(".md-logo")
    assert not asked.evaluate(OPEN)


def test_화살표로_고르고_엔터로_간다(plan: Page, guide: Guidebook) -> None:
    open_box(plan, guide.bodies["coordinator"].name)
    plan.keyboard.press("ArrowDown")
    plan.keyboard.press("ArrowDown")
    plan.keyboard.press("ArrowUp")
    assert plan.evaluate("document.activeElement === document.querySelector('.hg-result__link')")
    plan.keyboard.press("Enter")
    plan.wait_for_url("**/prepare/coordinator/")


def test_이에스시로_닫으면_주소에서도_지운다(asked: Page) -> None:
    open_box(asked, "협치")
    assert "q=" in asked.url
    asked.keyboard.press("Escape")
    assert not asked.evaluate(OPEN) and "q=" not in asked.url


def test_주소에_찾을_말을_적어_열_수_있고_뒤로_오면_그대로_있다(page: Page, guide: Guidebook) -> None:
    name = guide.bodies["coordinator"].name
    page.goto(f"/plan/?q={name}")
    page.wait_for_selector(RESULT)
    page.keyboard.press("Enter")
    page.wait_for_url("**/prepare/coordinator/")
    # What was found is marked there, with a way to the next place and off.
    expect(page.locator(".hg-found__count")).to_contain_text("군데")
    marked = page.evaluate("CSS.highlights.get('hg-found').size")
    assert marked > 0 and page.locator("article mark").count() == 0
    page.click(".hg-found button >> text=다음")
    assert page.inner_text(".hg-found__count") == f"1/{marked}"
    page.click(".hg-found button >> text=이전")
    assert page.inner_text(".hg-found__count") == f"{marked}/{marked}"
    page.click(".hg-found button >> text=표시 끄기")
    assert page.locator(".hg-found").count() == 0 and not page.evaluate("CSS.highlights.has('hg-found')")
    page.go_back()
    page.wait_for_selector(RESULT)
    assert page.input_value(FIELD) == name


def test_첫_화면의_칸에서_찾고_워커가_서지_못하면_쪽에서_찾는다(page: Page) -> None:
    page.add_init_script(NO_WORKER)
    page.goto("/")
    page.fill("#hg-home-query", "시설비 한도")
    page.keyboard.press("Enter")
    page.wait_for_selector(RESULT)
    assert page.input_value(FIELD) == "시설비 한도" and not page.workers


def test_더_보기는_이어서_보여_주고_그곳으로_간다(asked: Page) -> None:
    open_box(asked, "예산")
    asked.click("[data-hg-search-more]")
    asked.wait_for_function("document.activeElement.classList.contains('hg-result__link')")
    assert asked.locator(RESULT).count() == 20
    assert asked.evaluate("document.activeElement === document.querySelectorAll('.hg-result__link')[10]")


def test_글은_꾸밈이_되지_못한다(asked: Page) -> None:
    open_box(asked)
    type_in(asked, "<img src=x onerror=alert(1)> 협치")
    assert asked.locator(".md-search img").count() == 0


def test_파일로_연_사이트에서도_찾는다(browser: Browser, built: Path) -> None:
    page = browser.new_page(bypass_csp=True)  # waiting for a condition is what the pages' policy forbids
    page.goto((built / "plan" / "index.html").as_uri())
    open_box(page, "인건비 한도")
    assert not page.workers  # where none starts
    page.locator(RESULT).first.click()
    page.wait_for_url("**/index.html#rule-labour-cap")
    assert Path(page.url.removeprefix("file://").split("#")[0]).is_file()
    expect(page.locator(".hg-found")).to_be_visible()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_열린_칸에_접근성_흠이_없다(plan: Page, scheme: str) -> None:
    plan.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    plan.reload()
    open_box(plan, "협치회의 위원 임기")
    plan.add_script_tag(path=AXE)
    faults = plan.evaluate("axe.run('.md-search').then(({violations}) => violations.map(({id, nodes}) => [id, nodes.map(n => n.html)]))")
    assert not faults


def test_좁은_화면에서_다_보인다(plan: Page) -> None:
    plan.set_viewport_size({"width": 390, "height": 800})
    loaded(plan)
    plan.click(".md-header__button[for=__search]")
    plan.keyboard.insert_text("시설비 한도")
    expect(plan.locator(RESULT).first).to_be_visible()
    assert plan.evaluate("document.querySelector('.md-search__scrollwrap').scrollWidth <= 390")
