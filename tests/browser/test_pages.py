"""Every page in a real browser: it fits a phone, it is free of faults that axe knows, it prints, it reads without scripts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.api.feed import FOR_MAINTAINERS
from macros.reading.guidebook import Guidebook
from macros.words.verdicts import LEVELS
from tests.access.faults import STRIP, THIN, addresses, faults, probe
from tests.access.page import ROOM, screen
from tests.conftest import ROOT

# One page of each template: all 180 are tried before a release (tests/access).
KINDS = ["", "plan/local-research/", "plan/agenda-plan/", "apply/2021/", "budget/rules/", "prepare/composition/",
         "prepare/council/", "understand/strategic-project/",
         "cases/dobong/", "cases/case-comparison/", "dates/2021/",
         "checklists/planning/", "checklists/progress/", "tools/budget/", "tools/deadlines/",
         "tools/budget-change/", "tools/council/", "tools/evaluation/", "tools/strategic-matching/", "tools/priorities/",
         "tools/eligibility/", "tools/package/",
         "forms/application-2-1/", "agree/articles/", "districts/",
         "districts/dobong/", "districts/deliberation-2019/", "evaluate/evaluation-indicators/",
         "maintain/components/", "maintain/edit/",
         "reference/accessibility/", "reference/sources/", "reference/conflicts/", "reference/changes/", "404.html"]
# In the dark and on a phone the same templates stand; the ones with the most parts of their own are tried again.
DARK = ["", "plan/agenda-plan/", "budget/rules/", "cases/dobong/", "dates/2021/"]
# Tried with something in them, in both schemes, where they are tested.
FILLED = ["checklists/planning/", "checklists/progress/", "tools/budget/", "tools/budget-change/", "tools/council/", "tools/evaluation/",
          "tools/strategic-matching/", "tools/priorities/"]


@pytest.mark.parametrize("address", [address for address in KINDS if address not in FILLED])
def test_쪽의_종류마다_접근성_결함이_없고_320픽셀에_들어간다(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/" + address)
    if address == "tools/package/":  # what makes it loads once the page stands
        page.locator("[data-module=package][data-ready]").wait_for()
    # Menus open one at a time: each lies over what stands below it.
    page.evaluate("document.querySelectorAll('details:not(.hg-toolbar details, .hg-desk__menu)').forEach(one => one.open = true)")
    width = page.evaluate("document.documentElement.scrollWidth")
    wrong = [f"320픽셀에서 너비가 {width}예요"] if width > 320 else []
    screen(page, 1280, "light")
    page.evaluate(THIN)
    if address:
        page.evaluate(STRIP)
    wrong += faults(page)
    if address in DARK:
        screen(page, 390, "dark")
        wrong += faults(page, rules=ROOM)
    assert not wrong, wrong


def test_초점은_늘_보이고_줄이라면_움직이지_않는다(page: Page) -> None:
    """Where a bar stays in view; on every page: tests/access."""
    page.set_viewport_size({"width": 390, "height": 844})
    wrong = {}
    for address in ("tools/budget/", "tools/council/", "tools/priorities/"):
        page.goto("/" + address)
        page.locator("[data-module][data-ready]").wait_for()
        page.locator(".hg-menu > summary").press("Enter")
        wrong[address] = [*probe(page, "focus"), *probe(page, "motion")]
    assert not any(wrong.values()), wrong


def test_다른_쪽도_320픽셀에_들어간다(page: Page, built: Path) -> None:
    """1280 px at 400% zoom: no page scrolls sideways. Every tenth page beside the templates above: all would take minutes."""
    page.set_viewport_size({"width": 320, "height": 640})
    wide = {}
    for address in sorted({*addresses(built)[::10], *FILLED} - ({*KINDS} - {*FILLED})):
        page.goto("/" + address.lstrip("/"), wait_until="domcontentloaded")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[address] = width
    assert not wide, wide


@pytest.mark.parametrize("address", ["plan/local-research/", "checklists/planning/", "tools/budget/"])
def test_스크립트가_없어도_읽힌다(browser: Browser, site: str, address: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/" + address)
    text = page.locator("main").inner_text()
    context.close()
    assert len(text) > 500


def test_쪽마다_제목과_설명과_큰제목이_하나씩_있다(built: Path) -> None:
    for address in addresses(built):
        html = (built / address.lstrip("/") / "index.html").read_text(encoding="utf-8")
        assert len(re.findall(r"<h1[ >]", html)) == 1, address
        assert re.search(r'<meta name="description" content="[^"]', html), address
        assert re.search(r"<title>[^<]*협치 길잡이</title>", html), address


def test_단계에서_사례와_규칙과_도구로_갔다가_돌아온다(page: Page) -> None:
    page.goto("/plan/agenda-plan/")
    page.locator("summary", has_text="비목과 부문의 한도").click()
    page.locator("main a", has_text="인건비성 경비 한도").first.click()
    assert page.url.endswith("/budget/rules/#rule-labour-cap")
    rule = page.locator("#rule-labour-cap")
    rule.locator("summary", has_text="예시와 관련 페이지").press("Enter")
    rule.get_by_role("link", name="예산 한도 계산기").click()
    assert page.url.endswith("/tools/budget/")
    page.go_back()
    page.locator("#rule-labour-cap").locator("summary", has_text="예시와 관련 페이지").press("Enter")
    page.locator("#rule-labour-cap").get_by_role("link", name="의제별 세부 계획 수립").first.click()
    assert page.url.endswith("/plan/agenda-plan/")
    page.goto("/plan/agenda-discovery/")
    page.locator("#cases ~ .hg-cards a", has_text="도봉구").first.click()
    assert page.url.endswith("/cases/dobong/")
    page.locator(".hg-milestone__steps a").first.click()
    assert "/plan/" in page.url


def test_근거와_문서_간_차이는_그_자리에서_펼쳐지고_스크립트가_없으면_쪽_끝으로_간다(page: Page, browser: Browser, site: str) -> None:
    page.goto("/budget/rules/")
    assert page.locator("details.hg-conflicts").count() == 1
    keys = page.locator(".hg-conflict").evaluate_all("all => all.map((one) => one.dataset.conflict)")
    assert len(keys) == len(set(keys)) > 1
    mark = page.locator(".hg-rule a.hg-ref--differs").first
    mark.focus()
    page.keyboard.press("Enter")
    expect(mark).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".hg-noted")).to_contain_text("이 길잡이의 기준")
    page.keyboard.press("Escape")
    expect(page.locator(".hg-noted")).to_have_count(0)
    page.goto("/prepare/council/")
    mark = page.locator("a.hg-ref").first
    note = page.locator(mark.get_attribute("href") or "")
    mark.click()
    expect(page.locator(".hg-noted")).to_have_text(note.text_content() or "")
    assert "#" not in page.url
    page.emulate_media(media="print")
    expect(note).to_be_visible()  # on paper the notes stand at the end
    margins = page.evaluate("document.adoptedStyleSheets.map((sheet) => sheet.cssRules[0].cssText).join()")
    assert f"{site}/prepare/council/" in margins  # and the margin names the page in full
    plain = browser.new_context(base_url=site, java_script_enabled=False).new_page()
    plain.goto("/prepare/council/")
    plain.locator("a.hg-ref").first.click()
    assert plain.url.endswith("#note-1")
    plain.context.close()


def test_사례에서_우리_구와_비교하러_가서_적은_숫자는_남는다(page: Page, guide: Guidebook) -> None:
    page.goto(f"/cases/{next(iter(guide.cases))}/")
    expect(page.locator("main h2").first).to_contain_text("의사결정 방식")
    page.get_by_role("link", name="우리 구와 비교").click()
    row = page.locator("[data-ours]").first
    row.evaluate("row => { row.dataset.middle = '1562.5'; }")
    row.locator("input").fill("2,797")
    expect(row.locator(".hg-ours__said")).to_have_text("중앙값(1,562.5)보다 1,234.5명 많아요")
    page.reload()
    expect(row.locator("input")).to_have_value("2,797")
    row.locator("input").fill("스물")
    expect(row.locator(".hg-ours__said")).to_contain_text("숫자로 적어 주세요")


def paste(field: Locator, text: str) -> None:
    """As a browser pastes what was copied in a spreadsheet."""
    field.evaluate("""(field, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        field.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
    }""", text)


def test_붙여_넣은_한_열은_다음_칸까지_차례로_들어가고_되돌릴_수_있다(page: Page) -> None:
    page.goto("/cases/")
    fields = page.locator("[data-ours] input")
    fields.first.fill("7")
    paste(fields.first, "30\r\n149\r\n1,780\r\n")
    assert [fields.nth(at).input_value() for at in range(4)] == ["30", "149", "1,780", ""]
    page.reload()
    assert [fields.nth(at).input_value() for at in range(3)] == ["30", "149", "1,780"]
    paste(fields.nth(1), "1\t2")
    assert [fields.nth(at).input_value() for at in range(3)] == ["30", "1", "2"]
    page.get_by_role("button", name="되돌리기").click()
    assert [fields.nth(at).input_value() for at in range(3)] == ["30", "149", "1,780"]
    paste(fields.first, "위원\t30\n회의\t149")
    expect(page.get_by_text("한 열이나 한 줄만 복사해")).to_be_visible()
    assert fields.first.input_value() == "30"


@pytest.mark.parametrize(("unit", "middle", "typed", "told"), [
    ("천원", "945000", "855000천원", "855,000천원으로 읽었어요. 중앙값(945,000)보다 90,000천원 적어요"),
    ("천원", "945000", "8억 5,500만원", "855,000천원으로 읽었어요. 중앙값(945,000)보다 90,000천원 적어요"),
    ("천원", "945000", "945,000,500원", "945,000.5천원으로 읽었어요. 중앙값(945,000)보다 0.5천원 많아요"),
    ("천원", "945000.5", "945,000", "중앙값(945,000.5)보다 0.5천원 적어요"),
    ("천원", "945000", "855,000,000", "중앙값(945,000)보다 854,055,000천원 많아요. 중앙값과 100배 넘게 차이 나요. 단위(천원)를 확인해 주세요. "
                                      "원으로 적은 금액이면 ‘855,000,000원’처럼 ‘원’까지 적어 주세요."),
    ("명", "25", "28명", "28명으로 읽었어요. 중앙값(25)보다 3명 많아요"),
    ("개", "", "28건", "28개로 읽었어요."),
    ("회", "121", "28명", "숫자로 적어 주세요(예: 3). 혹시 ‘28’인가요?"),
])
def test_단위를_붙여_적은_우리_구의_수를_그_줄의_단위로_읽는다(page: Page, unit: str, middle: str, typed: str, told: str) -> None:
    page.route("**/cases/", lambda route: route.fulfill(body=re.sub(
        r'data-middle="?[^" >]*"? data-unit="?[^" >]*"?', f'data-middle="{middle}" data-unit="{unit}"', route.fetch().text(), count=1),
        content_type="text/html; charset=utf-8"))
    page.goto("/cases/")
    row = page.locator("[data-ours]").first
    row.locator("input").fill(typed)
    expect(row.locator(".hg-ours__said")).to_have_text(told)


def test_휴대전화에서도_우리_구의_칸이_화면_안에_있다(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/cases/")
    for field in page.locator("[data-ours] input").all():
        box = field.bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 390


def test_우리_구의_수는_이름이_바뀌어도_남고_예전_이름으로_보관한_수도_열린다(page: Page) -> None:
    page.goto("/cases/")
    page.evaluate("localStorage.setItem('hyeopchi.ours', JSON.stringify({'예전 이름': '17', '없는 이름': '3'}))")
    page.route("**/cases/", lambda route: route.fulfill(body=re.sub(
        r'data-ours="?[^" >]*"? data-formerly="?[^">]*"?(?= data-middle)', 'data-ours="kept-by-id" data-formerly="[&#34;예전 이름&#34;]"',
        route.fetch().text(), count=1), content_type="text/html; charset=utf-8"))
    page.reload()
    row = page.locator("[data-ours=kept-by-id]")
    expect(row.locator("input")).to_have_value("17")
    row.locator("input").fill("18")
    assert json.loads(page.evaluate("localStorage.getItem('hyeopchi.ours')")) == {"없는 이름": "3", "kept-by-id": "18"}


def test_홈에는_문이_셋_있고_하던_일과_지금의_달을_보인다(page: Page) -> None:
    page.clock.set_fixed_time("2021-07-08T09:00:00+09:00")
    kept = {"hyeopchi.budget": {"current": "b", "plans": [{"id": "a", "district": "강서구"}, {
                "id": "b", "district": "<b>노원구", "year": "2021", "version": "1차", "content": {"projects": [{}]}}]},
            "hyeopchi-checklist": {"plans": [{"id": "a", "district": "은평구", "year": "2021", "items": {
                "x": {"state": "done"}, "y": {"state": "doing", "due": "2021-07-09"}, "z": {"due": "어제"}}}]},
            "hyeopchi.deadlines": {"plans": "깨진 것"}, "hyeopchi.sheet.council": {"plans": [{"content": {"title": "빈 것"}}]}}
    page.add_init_script(f"for (const [key, value] of Object.entries({json.dumps(kept)})) localStorage.setItem(key, JSON.stringify(value))")
    page.goto("/")
    expect(page.locator(".hg-recent li")).to_have_text(["체크리스트: 은평구 2021년 완료 1가지 · 다음 기한 2021년 7월 9일, 1일 남음",
                                                        "예산 한도 계산기: <b>노원구 2021년 1차 "])
    expect(page.locator("[aria-current=date]")).to_contain_text("7월 지금")
    assert page.locator(".hg-start-failed").count() == 0
    doors = page.locator(".hg-door")
    assert doors.count() == 3
    assert [one.locator("li").count() for one in doors.all()] == [3, 3, 3]
    assert page.locator(".hg-year__month").count() == 12


def test_홈은_최근에_바뀐_것을_말한다(built: Path) -> None:
    told = (line for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines() if line.startswith("- "))
    first = next(line for line in told if not FOR_MAINTAINERS.search(line))
    html = (built / "index.html").read_text(encoding="utf-8").replace("\u2060", "")  # what keeps a line from beginning with a dot
    assert re.split(r"[.:(]", first.removeprefix("- "))[0] in html[html.index('id="latest"'):]


def test_좁은_화면에서는_긴_쪽의_차례가_글_앞에_접혀_있다(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/budget/rules/")
    page.locator(".hg-contents summary").click()
    page.locator(".hg-contents").get_by_role("link", name="예산을 바꿀 때").click()
    assert page.url.endswith("#change")
    # A table of sentences is a card a row, each cell under its column's name.
    cell = page.locator(".hg-stacked td[data-label]").first
    assert cell.evaluate("one => getComputedStyle(one.parentElement).display") == "block"
    assert cell.evaluate("one => getComputedStyle(one, '::before').content.includes(one.dataset.label)")
    page.set_viewport_size({"width": 1280, "height": 844})
    assert not page.locator(".hg-contents").is_visible()


def test_자바스크립트가_없어도_휴대전화의_메뉴가_열린다(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto("/plan/agenda-plan/")
    page.locator("label.md-header__button[for=__drawer]").click()
    page.get_by_role("navigation", name="계획 수립", exact=True).get_by_role("link", name="지역 조사").click()
    assert page.url.endswith("/plan/local-research/")
    context.close()


def test_인쇄하면_접힌_것이_펴지고_메뉴가_없다(page: Page) -> None:
    page.goto("/apply/2021/")
    page.emulate_media(media="print")
    assert not page.locator(".md-header").is_visible()
    assert page.locator("details.hg-notes__sources li").first.is_visible()
    # One step of the procedure alone, and afterwards all of it again.
    page.evaluate("const heads = () => [...document.querySelectorAll('article h2')].filter((one) => one.checkVisibility()).length;"
                  "window.print = () => { window.printed = heads(); }")
    page.locator("[data-module=print-part] button").nth(2).dispatch_event("click")
    assert page.evaluate("window.printed") == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("article h2:visible").count() > 5


def test_계산기의_본보기가_든_쪽도_끝까지_인쇄되고_표의_머리가_장마다_나온다(page: Page) -> None:
    page.goto("/maintain/components/")
    page.emulate_media(media="print")
    assert page.evaluate("[...document.querySelectorAll('article h2')].filter((one) => !one.checkVisibility()).length") == 0
    page.goto("/districts/")
    page.locator("th .hg-sort").first.wait_for(state="attached")
    # A button in a repeated head stays blank.
    assert page.evaluate("getComputedStyle(document.querySelector('th .hg-sort')).display") == "contents"


def test_글자_하나로는_쪽이_넘어가지_않고_찾기에는_그대로_쳐진다(page: Page) -> None:
    """WCAG 2.1.4: the theme's keys for the next page, the page before and the search do nothing."""
    page.goto("/plan/agenda-plan/")
    for key in ("n", "p", ".", ",", "s", "f", "/"):
        page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert page.url.endswith("/plan/agenda-plan/")
    assert not page.evaluate("document.getElementById('__search').checked")
    page.keyboard.press("Control+k")
    page.keyboard.type("n.p,")
    assert page.locator(".md-search__input").input_value() == "n.p,"


def test_없는_쪽에서_찾을_수_있다(page: Page) -> None:
    page.goto("/404.html")
    assert page.locator(".hg-door").count() == 3
    page.get_by_label("찾을 말").fill("시설비 한도")
    page.get_by_role("button", name="찾기", exact=True).click()
    page.locator(".hg-result__link").first.wait_for()


def test_부품_쪽은_스크립트가_만드는_상태까지_보여_준다(page: Page) -> None:
    page.goto("/maintain/components/")
    items = page.locator("[data-part=items] .hg-check")
    assert items.evaluate_all("items => items.map(item => item.dataset.state)") == ["none", "doing", "done", "na", "doing"]
    assert items.last.get_attribute("data-late") is not None
    levels = page.locator("[data-part=levels] .hg-level").evaluate_all("all => all.map(one => one.dataset.level)")
    assert levels == list(LEVELS)
    fields = page.locator("[data-part=amounts] input")
    assert fields.evaluate_all("all => all.map(one => one.getAttribute('aria-invalid'))") == ["false", "false", "true"]
    assert page.evaluate("localStorage.length") == 0
    assert page.locator(".hg-tokens").first.locator("tbody tr").count() > 30


def test_화면의_밝기는_기기를_따르고_고르면_그대로_남는다(page: Page) -> None:
    def scheme() -> str:
        return str(page.evaluate("document.body.dataset.mdColorScheme"))

    page.emulate_media(color_scheme="dark")
    page.goto("/plan/")
    assert scheme() == "slate" and page.evaluate("localStorage.length") == 0
    page.emulate_media(color_scheme="light")
    page.wait_for_function("document.body.dataset.mdColorScheme === 'default'")
    page.get_by_role("button", name="어두운 화면으로 바꾸기").press("Enter")
    assert scheme() == "slate"
    light = page.get_by_role("button", name="밝은 화면으로 바꾸기")
    expect(light).to_be_focused()
    page.goto("/budget/")
    assert scheme() == "slate" and light.is_visible()
    light.click()
    page.reload()
    assert scheme() == "default"


def test_긴_목록은_치는_대로_줄고_가려진_곳으로_가면_다시_보인다(page: Page) -> None:
    for address, items in (("budget/rules/", ".hg-rule"), ("reference/sources/", ".hg-sections tbody tr")):
        page.goto("/" + address)
        box = page.locator(".hg-filter input")
        whole = page.locator(items).count()
        word = (page.locator(items).nth(whole // 2).locator("h3, th").first.text_content() or "").split()[-1]
        box.fill(word)
        left = page.locator(f"{items}:visible").count()
        assert 0 < left < whole
        expect(page.locator(".hg-filter [role=status]")).to_contain_text(f"{whole}개 가운데 {left}개")
        hidden = page.locator(f"{items}[hidden]").first.get_attribute("id")
        page.evaluate("id => { location.hash = id; }", hidden)
        expect(page.locator(f"[id='{hidden}']")).to_be_in_viewport()
        expect(box).to_have_value("")
        assert page.locator(f"{items}[hidden]").count() == 0


def test_가운뎃점은_줄의_처음에_오지_않고_복사하면_보이지_않는_글자가_남지_않는다(page: Page) -> None:
    """Browsers may break a line before a middle dot; what holds it there stays out of what is copied."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/districts/dongdaemun/")
    begun = """() => {
      const range = document.createRange(), texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
      const top = (node, at) => (range.setStart(node, at), range.setEnd(node, at + 1), range.getBoundingClientRect().top);
      let dots = 0, first = 0;
      while (texts.nextNode()) {
        const node = texts.currentNode;
        for (const { index } of node.data.matchAll(/(?<=[가-힣)]\\u2060)·/g)) {
          dots += 1;
          first += top(node, index) > top(node, index - 2) + 4;
        }
      }
      return [dots, first];
    }"""
    page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
    dots, first = page.evaluate(begun)
    assert dots > 5 and first == 0
    copied = page.evaluate("""() => {
      const article = document.querySelector("article");
      getSelection().selectAllChildren(article);
      const before = String(getSelection());
      document.execCommand("copy");
      return [before.includes("\\u2060"), String(getSelection()).includes("\\u2060"), before.replaceAll("\\u2060", "") === String(getSelection())];
    }""")
    assert copied == [True, False, True]
