"""The gate: whatever comes in by link, file, store or paste is taken or refused with a sentence, and the page lives on."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.hostile import (
    CHECKLIST,
    KEYS,
    ODD,
    PLAN,
    SHEET,
    SLY,
    VALID,
    Hostile,
    everything,
    left_by_tab,
    link,
    listed,
    odd,
    plan,
    stored,
    text_of,
)
from tests.fuzz_browser import cases, run

ALIVE = """() => [Object.keys(Object.prototype).length, {}.polluted ?? null, [].polluted ?? null, document.querySelectorAll("[data-ready]").length]"""
# What is given as a reader gives it; the answer is the text that the page shows for it.
GIVE = """([way, text]) => new Promise((done) => {
  const told = () => document.querySelector("dialog[open], .hg-drawer:not([hidden]) .hg-drawer__body, .hg-notice:not([hidden])");
  document.querySelectorAll("dialog[open]").forEach((one) => one.close());
  const drawer = document.querySelector(".hg-drawer");
  if (way === "file" || way === "link") drawer?.querySelector("button")?.click();
  const notice = document.querySelector(".hg-notice");
  if (notice) notice.hidden = true;
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const words = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const watch = new MutationObserver(() => {
    if (!told() || told() === before || /읽고 있어요/.test(told().textContent)) return; // that is no answer yet
    finish();
  });
  const before = way === "text" || way === "html" ? null : told();
  const finish = () => { watch.disconnect(); clearTimeout(timer); done(told()?.textContent ?? ""); };
  const timer = setTimeout(finish, 5000);
  if (way === "link") {
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
    location.hash = words;
    return;
  }
  const data = new DataTransfer();
  if (way === "file") {
    data.items.add(new File([bytes], "받은 것.json", { type: "application/json" }));
    const input = document.querySelector("input[type=file]");
    input.files = data.files;
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
    input.dispatchEvent(new Event("change", { bubbles: true }));
    return;
  }
  data.setData(way === "text" ? "text/plain" : "text/html", words);
  const field = document.querySelector(".hg-drawer textarea");
  watch.observe(document.querySelector(".hg-drawer"), { childList: true, subtree: true, attributes: true, characterData: true });
  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  if (field.dispatchEvent(event) && way === "text") {
    field.setRangeText(words);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
})"""


def give(page: Page, one: Hostile) -> str:
    """Gives the input to the open page; what the page says to it."""
    data = one.content if isinstance(one.content, bytes) else one.content.encode("utf-8", "surrogatepass")
    said: str = page.evaluate(GIVE, [one.way, b64encode(data).decode()])
    return said


def opened(page: Page, address: str) -> Page:
    """The page, ready."""
    page.goto(f"/{address}")
    page.wait_for_selector("[data-ready]")
    return page


def alive(page: Page) -> None:
    """Nothing is polluted and the page still stands."""
    keys, record, items, ready = page.evaluate(ALIVE)
    assert (keys, record, items) == (0, None, None) and ready == 1


def titled(page: Page, address: str) -> str:
    """A mark of what stands in the page, which a refusal must not change."""
    if address == CHECKLIST:
        found: str = page.evaluate("JSON.stringify([...document.querySelectorAll('[data-item]')].map((one) => one.dataset.state))")
        return found
    return page.get_by_label("계획 이름" if address == PLAN else "이름(인쇄와 파일에 적혀요)").first.input_value()


def begun(page: Page, address: str) -> None:
    """Something of the reader's own stands in the page."""
    if address != CHECKLIST:
        page.get_by_label("계획 이름" if address == PLAN else "이름(인쇄와 파일에 적혀요)").first.fill("내가 적던 것")


INPUTS = everything()


@pytest.mark.parametrize("way", ["file", "link", "text", "html"])
@pytest.mark.parametrize("address", [PLAN, SHEET, CHECKLIST])
def test_넘치거나_부푼_것은_한도를_말하고_아무것도_바꾸지_않는다(page: Page, address: str, way: str) -> None:
    found = [one for one in INPUTS if one.page == address and one.way == way and not one.taken]
    if not found:
        return
    opened(page, address)
    begun(page, address)
    if way in {"text", "html"}:
        page.get_by_role("button", name="표 붙여넣기").click()
        page.locator(".hg-drawer textarea").wait_for()  # the reader of tables loads when it is first wanted
    before = titled(page, address)
    for one in found:
        said = give(page, one)
        assert any(word in said for word in ("까지", "열지 않았어요", "읽을 수 없어요")), (one.name, said[-200:])
        assert titled(page, address) == before, one.name
        assert "#" not in page.url, one.name
        alive(page)


@pytest.mark.parametrize("one", [one for one in INPUTS if one.taken and one.way in {"file", "link"}], ids=lambda one: one.name)
def test_한도까지는_열린다(page: Page, one: Hostile) -> None:
    opened(page, one.page)
    said = give(page, one)
    assert "열었어요" in said or re.search("링크의 (?:계획|내용) 열기|계획으로 더해요", said), said[-200:]
    if one.page == PLAN and one.way == "file":
        expect(page.locator(".hg-line")).to_have_count(450, timeout=60_000)  # what is not in sight follows by and by
        # By the keyboard: what comes in sight is laid out then, and moves what a mouse was led to.
        page.get_by_role("button", name="줄 넣기").last.press("Enter")
        expect(page.locator(".hg-notice")).to_contain_text("모두 450줄까지 들어가요")
        expect(page.locator(".hg-line")).to_have_count(450)
    if "항목 2,100개" in one.name:  # one more could not be read again
        page.get_by_role("button", name="넣기", exact=True).click()
        kept = page.evaluate("key => localStorage.getItem(key)", KEYS[CHECKLIST])
        assert kept.count('"state":"done"') == 2_100
        page.locator("[data-item] input[value=done]").first.check()
        expect(page.locator(".hg-status__kept").first).to_contain_text("2,100개까지 열 수 있어요. 지금 내용은 파일로 저장하고")
        assert page.evaluate("key => localStorage.getItem(key)", KEYS[CHECKLIST]) == kept
    alive(page)


@pytest.mark.parametrize("address", list(VALID))
def test_다른_종류의_값은_어느_칸에_있어도_거절하거나_바른_값으로_읽는다(page: Page, address: str) -> None:
    opened(page, address)
    begun(page, address)
    places = len(VALID[address]()) + 1
    # Each value, and each place, in a fifth of their pairs: a reader of files takes its values place by place.
    mine = [one for one in odd() if one.page == address]
    for one in [one for number, one in enumerate(mine) if sum(divmod(number, places)) % 5 == 0]:
        said = give(page, one)
        assert said and "undefined" not in said and "[object" not in said and "NaN" not in said, (one.name, said[-200:])
        alive(page)
    titled(page, address)


BROKEN = ["{", "[]", "null", "1e999", '"x"', *(f'{{"plan":{value},"plans":{value}}}' for value in ODD.values())]


STANDS = "[data-ready], [data-module=deadlines] [data-form]:not([hidden])"


def restarted(page: Page, key: str, text: str) -> None:
    """The open page anew, when the store holds this and nothing else."""
    page.evaluate("([key, text]) => { localStorage.clear(); localStorage.setItem(key, text); }", [key, text])
    page.reload()
    page.wait_for_selector(STANDS)


def test_저장소의_읽지_못하는_것은_따로_두고_보여_주고_파일로_준다(page: Page) -> None:
    opened(page, PLAN)
    aside = page.get_by_role("region", name="따로 둔 내용")
    for value in BROKEN:
        restarted(page, KEYS[PLAN], value)
        alive(page)
        if value in {"null", "[]"}:
            continue
        expect(aside).to_contain_text("예산 한도 계산기")
        assert page.evaluate("key => localStorage.getItem(`${key}.broken`)", KEYS[PLAN]) == value
    with page.expect_download() as download:
        aside.get_by_role("button", name="파일로 저장").click()
    assert download.value.path().read_text(encoding="utf-8") == BROKEN[-1]
    aside.get_by_role("button", name="지우기").click()
    expect(aside).to_be_hidden()


# What another tab, or another page of the same address, may have left as its own values: of any kind, at any place.
LEFT = [5, True, "x" * 300, [], {"a": {"b": 1}}, "9999-99-99", "__proto__"]
PLACES: list[list[Any]] = [[], ["state"], ["state", "date"], ["state", "rest"], ["state", "lines", 0, "nature"], ["state", "projects", "p0"],
                           ["state", "answers", "x", "answer"], ["items", "item-0", "due"], ["items", "item-0", "state"], ["meeting"], ["moves"],
                           ["__proto__", "polluted"], ["constructor", "prototype"], [-1], ["items"], ["x"] * 500]
SIDES = {"from": "submission", "date": "2021-07-09", "name": "공론장", "sides": {}, "rest": "keep", "city": True}


STORED = {PLAN: (KEYS[PLAN], listed(stored(plan()))), SHEET: (KEYS[SHEET], listed(VALID[SHEET]())), CHECKLIST: (KEYS[CHECKLIST], VALID[CHECKLIST]()),
          "tools/deadlines/": ("hyeopchi.deadlines", listed(SIDES)),
          "tools/priorities/": ("hyeopchi.sheet.priorities", listed({
              "format": "hyeopchi-sheet", "version": 2, "tool": "priorities", "title": "순위", "agendas": [{"name": "가", "scores": {}}]})),
          **dict.fromkeys(("tools/evaluation/", "tools/year/", "tools/package/", "maintain/edit/", "checklists/progress/", "cases/"), ("", {}))}
OURS = [*(key for key, _ in STORED.values() if key), "hyeopchi.sheet.evaluation", "hyeopchi.year", "hyeopchi-edit", "hyeopchi.ours", "hyeopchi-found"]
UNDECIDED = [*({"path": path, "other": other} for path in PLACES for other in LEFT), 5, {"path": 5},
             *({"path": ["state", str(at)], "other": 1} for at in range(9_000))]
JUNK = ["5", "x", *BROKEN, text_of(listed(5)), text_of({"plans": 5}), text_of({**listed({"a": 5}), "revision": 5, "undecided": "x"}),
        *(text_of({**STORED[PLAN][1], "undecided": {"p0": some}}) for some in (5, "x", [5]))]
# What another tab does while the page stands: its writes are told, it sends messages, it comes to the front.
BESIDE = """([keys, text]) => {
  globalThis.name = text;
  for (const key of keys) {
    localStorage.setItem(key, text);
    dispatchEvent(new StorageEvent("storage", { key, newValue: text, storageArea: localStorage }));
    const channel = new BroadcastChannel(key);
    channel.postMessage({ text });
    channel.close();
  }
  postMessage({ plans: text }, "*");
  document.dispatchEvent(new Event("visibilitychange"));
}"""


# The same with values of the right form: all at once, as a tab does that opens a file.
TOLD = """(left) => {
  localStorage.clear(); // what was put aside fills it
  for (const [key, text] of Object.entries(left)) {
    localStorage.setItem(key, text);
    dispatchEvent(new StorageEvent("storage", { key, newValue: text, storageArea: localStorage }));
  }
  return new Promise((done) => setTimeout(() => requestAnimationFrame(done), 60));
}"""
# What stands wider than a phone, and cannot be moved inside its own frame.
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
HIDDEN_SIGNS = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\ud800-\udfff]|[\u0300\u0316]{9}")


@pytest.mark.parametrize("address", list(STORED))
def test_다른_탭이_남긴_값이_무엇이든_쪽이_서고_고를_수_있다(page: Page, address: str) -> None:
    own, value = STORED[address]
    at = list(STORED).index(address)  # each page gets other junk under each key
    left = {key: JUNK[(at + number) % len(JUNK)] for number, key in enumerate(OURS)}
    if own:
        left[own] = text_of({**value, "revision": {"id": "r", "past": []}, "undecided": {"p0": UNDECIDED}})
    words = json.dumps({"page": address, "words": [5, None, "", ["a"], "가" * 3_000]})
    page.add_init_script(f"for (const [key, text] of Object.entries({json.dumps(left)})) localStorage.setItem(key, text);"
                         f"sessionStorage.setItem('hyeopchi-found', {json.dumps(words)});")
    page.goto(f"/{address}")
    if address != "cases/":
        page.locator("article :is(button, input, select):visible").first.wait_for()
    shown = page.locator("article").first
    assert not re.search(r"undefined|\[object|NaN", shown.inner_text())
    assert not own or page.locator(".hg-clash").count() > 5  # else nothing was tried
    for button in page.locator(".hg-clash").get_by_role("button", name="다른 탭의 값으로 바꾸기").all()[:1]:
        button.click()
    for text in JUNK[at % 3::3]:
        page.evaluate(BESIDE, [OURS, text])
    page.set_viewport_size({"width": 390, "height": 800})
    for name, sly in SLY.items():
        page.evaluate(TOLD, left_by_tab(sly))
        assert page.evaluate(WIDER) <= 0 and not HIDDEN_SIGNS.search(shown.inner_text()), name
        assert page.locator("article :is(img[src=x], script[src=x])").count() == 0, name
        assert max((len(text) for text in page.locator("[role=status]:visible, .hg-notice:visible").all_inner_texts()), default=0) < 700, name
    assert not re.search(r"undefined|\[object|NaN", shown.inner_text())
    assert page.evaluate(ALIVE)[:3] == [0, None, None] and page.locator(".hg-start-failed").count() == 0


def test_저장_공간이_모자라도_읽지_못한_것을_잃지_않는다(page: Page) -> None:
    opened(page, PLAN)
    page.evaluate("""(key) => {
      localStorage.clear();
      localStorage.setItem(key, "{" + "x".repeat(2_400_000));
    }""", KEYS[PLAN])
    opened(page, PLAN)
    assert page.evaluate("key => localStorage.getItem(`${key}.broken`).length", KEYS[PLAN]) == 2_400_001


def test_링크는_주소에서_빠진_뒤에_읽혀서_새로_고쳐도_다시_읽지_않는다(page: Page) -> None:
    opened(page, PLAN)
    page.evaluate("""() => {
      globalThis.hgSeen = [];
      globalThis.DecompressionStream = new Proxy(DecompressionStream, { construct(target, rest) {
        hgSeen.push(location.hash);
        return new target(...rest);
      } });
    }""")
    page.evaluate("hash => { location.hash = hash; }", link(PLAN, text_of(stored(plan()))))
    expect(page.locator(".hg-drawer")).to_contain_text("링크에 든 계획을 열까요?")
    assert set(page.evaluate("hgSeen")) == {""}
    page.reload()
    page.wait_for_selector("[data-ready]")
    expect(page.locator(".hg-drawer")).to_be_hidden()


def test_어디에서_잘린_링크든_온전한_줄까지만_읽는다(page: Page) -> None:
    opened(page, PLAN)
    wanted = plan(2, 3)
    found = page.evaluate("""async ([text, fragment]) => {
      const data = JSON.parse(document.querySelector("[data-calculator]").textContent);
      const kind = hyeopchi.modules.link.create({ name: "plan", version: 1, part: "", units: ["projects", "lines"],
        read: (plain) => ({ value: hyeopchi.modules.plan.fromJson(plain.plan, data).plan }), holds: (plan) => plan.projects.length > 0 });
      const bytes = new TextEncoder().encode(text);
      const results = [];
      for (let cut = 0; cut <= bytes.length; cut += 1) {
        const payload = btoa(String.fromCharCode(...bytes.slice(0, cut))).replace(/[+]/g, "-").replace(/[/]/g, "_").replace(/=+$/, "");
        const { value } = await kind.read(`#plan=1.p.0.${payload || "A"}`);
        results.push(value ? JSON.parse(JSON.stringify(hyeopchi.modules.plan.toJson(value)).replaceAll("n,", ",")) : null);
      }
      return results;
    }""", [text_of(stored(wanted)), ""])
    seen = 0
    for one in found:
        if one is None:
            continue
        seen += 1
        for project, real in zip(one["projects"], wanted["projects"], strict=False):
            assert (project["id"], project["name"], project["part"]) == (real["id"], real["name"], real["part"])
            assert project["lines"] == real["lines"][:len(project["lines"])]
    assert seen > 100 and found[-1]["projects"] == wanted["projects"]


def test_문의_JSON_읽기는_브라우저의_것과_같다(page: Page) -> None:
    opened(page, PLAN)
    texts = [text_of(make()) for make in VALID.values()]
    texts += [json.dumps(make(), indent=2) for make in VALID.values()]
    texts += ['{"a":[1,-2,3.5,1e3,true,false,null,"\\u00e9\\n\\"",{}],"b":[[],[[]]]}', '""', "0", '"\\ud83d\\ude00"', " [1 , 2 ] "]
    wrong = ["", "{", "[1,]", '{"a":1,}', "{a:1}", "'a'", "01", "1.", ".5", "+1", "nul",
             '"\\x"', '"a\nb"', "[1] 2", "NaN", "Infinity", "//x", '{"a" 1}', '"\\u12"']
    same = page.evaluate("""([texts, wrong]) => [
      texts.filter((text) => JSON.stringify(hyeopchi.modules['gate/json'].whole(text, "x")) !== JSON.stringify(JSON.parse(text))),
      wrong.filter((text) => {
        try {
          hyeopchi.modules['gate/json'].whole(text, "x");
          return true;
        } catch (error) {
          return !(error instanceof hyeopchi.modules['gate/limits'].Refusal);
        }
      })]""",
                         [texts, wrong])
    assert same == [[], []]


def test_보이지_않는_글자와_쌓인_붙임표는_글에서_빠진다(page: Page) -> None:
    opened(page, PLAN)
    clean = "([text, lines]) => hyeopchi.modules['gate/text'].clean(text, lines)"
    assert page.evaluate(clean, ["가\u200b나\u202e다\u0000라\ufeff\tᄀ\u1161", False]) == "가나다라 가"
    assert page.evaluate(clean, ["첫 줄\r\n둘째\u2028셋째", True]) == "첫 줄\n둘째\n셋째"
    assert len(page.evaluate(clean, ["a" + "\u0316\u0301" * 10_000, True])) <= 9


@pytest.fixture(params=["저장이 막힌 브라우저", "오래된 브라우저", "저장소가 어지러운 브라우저"])
def poor(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """A browser in which something is missing or wrong, with the errors of the page kept."""
    scripts = {
        "저장이 막힌 브라우저": """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(globalThis, name,
            { get() { throw new DOMException("blocked", "SecurityError"); } });""",
        "오래된 브라우저": """delete globalThis.structuredClone; delete Object.hasOwn; delete Array.prototype.at; delete String.prototype.at;
            delete String.prototype.replaceAll; delete globalThis.CompressionStream; delete globalThis.DecompressionStream;
            delete Element.prototype.replaceChildren; delete Array.prototype.findLast;""",
        "저장소가 어지러운 브라우저": """for (let part = location.pathname; part; part = part.slice(0, -1)) {
            for (const name of ["__palette", "__search", "__announce", "__consent", "__tabs"]) localStorage.setItem(`${part}.${name}`, "{bad"); }""",
    }
    context = browser.new_context(base_url=site, locale="ko-KR", bypass_csp=True, reduced_motion="reduce", service_workers="block")
    context.add_init_script(scripts[request.param])
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", [PLAN, SHEET, "tools/priorities/", CHECKLIST])
def test_모자란_브라우저에서도_도구가_선다(poor: Page, address: str) -> None:
    poor.goto(f"/{address}")
    poor.wait_for_selector("[data-ready]")
    assert poor.evaluate("document.body.dataset.mdColorScheme") in {"default", "slate"}
    if address == PLAN:
        poor.get_by_role("button", name="사업 넣기").click()
        poor.get_by_label("사업명").fill("골목 순찰")
        expect(poor.locator(".hg-project__title")).to_contain_text("골목 순찰")
        poor.get_by_role("button", name="모두 지우기").click()
        poor.get_by_role("button", name="되돌리기").first.click()
        expect(poor.locator(".hg-project")).to_have_count(1)


def test_도구가_시작하지_못하면_말하고_스크립트_없이_보던_것을_보인다(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, bypass_csp=True, service_workers="block")
    page = context.new_page()
    page.add_init_script("document.addEventListener('DOMContentLoaded',"
                         " () => { document.querySelector('[data-calculator]').textContent = '{'; }, true);")
    page.goto(f"/{PLAN}")
    expect(page.locator(".hg-start-failed")).to_contain_text("시작하지 못했어요")
    expect(page.locator("[data-static] table")).to_be_visible()
    context.close()


def test_이상한_주소로_열어도_편집_화면과_기한_계산이_선다(page: Page) -> None:
    for address in ("maintain/edit/#%E0%A4%A", "maintain/edit/#__proto__/constructor", "maintain/edit/#toString",
                    "tools/deadlines/#from=%00&date=%FF&name=%E2%80%AE" + "A" * 5_000, "tools/deadlines/#from=submission&date=9999999-99-99"):
        page.goto("about:blank")
        page.goto(f"/{address}")
        expect(page.locator("[data-module] :is(select, input):visible").first).to_be_visible()
    alive_now = page.evaluate("Object.keys(Object.prototype).length")
    assert alive_now == 0


MANY_ROWS = "사업명\t시비\n" + "\n".join(f"오래 걸리는 사업 {at}\t{at + 1}000" for at in range(1_800))
# Two tables, the second before the first is read; what the page says between them, and whether it can be added meanwhile.
TWICE = """([first, second]) => {
  const field = document.querySelector(".hg-drawer textarea");
  const add = [...document.querySelectorAll(".hg-drawer button")].find((one) => one.textContent === "계획에 더하기");
  const give = (text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    if (field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))) {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    return [document.querySelector(".hg-drawer [role=status]").textContent, add.disabled, field.value.length];
  };
  const slow = performance.now; // each slice is over at once
  performance.now = () => (performance.slow = (performance.slow ?? 0) + 1_000);
  const found = [give(first), second === null ? null : give(second)];
  performance.now = slow;
  return found;
}"""


def test_긴_표는_읽는_중이라_말하고_다_읽은_뒤에야_더하고_칸에는_넣지_않는다(page: Page) -> None:
    opened(page, PLAN)
    page.get_by_role("button", name="표 붙여넣기").click()
    page.locator(".hg-drawer textarea").wait_for()
    [(said, locked, shown), _] = page.evaluate(TWICE, [MANY_ROWS, None])
    assert "읽고 있어요" in said and locked and shown == 0
    status = page.locator(".hg-paste__sums [data-count]")
    expect(status).to_contain_text("1800줄", timeout=60_000)
    expect(page.locator(".hg-drawer")).to_contain_text("이 칸에는 보이지 않아요")
    # The sums of the units come by and by.
    expect(page.locator("[data-ask=unit] small").last).to_have_text("합계 1,620,900,000,000,000원", timeout=60_000)


def test_읽는_동안_준_둘째_표가_첫째와_섞이지_않는다(page: Page) -> None:
    opened(page, PLAN)
    page.get_by_role("button", name="표 붙여넣기").click()
    page.locator(".hg-drawer textarea").wait_for()
    page.evaluate(TWICE, [MANY_ROWS, "사업명\t시비\n나중 사업\t1,000원"])
    expect(page.locator(".hg-paste__table tbody tr, .hg-paste__preview tbody tr")).to_have_count(1, timeout=60_000)
    page.wait_for_timeout(500)  # what is left of the first has had its turn
    expect(page.locator(".hg-paste__preview tbody")).to_contain_text("나중 사업")
    expect(page.locator(".hg-drawer")).not_to_contain_text("오래 걸리는 사업")
    page.get_by_role("button", name="계획에 더하기").click()
    expect(page.locator(".hg-line")).to_have_count(1)
    page.get_by_role("button", name="되돌리기").first.click()
    expect(page.locator(".hg-line")).to_have_count(0)


def test_마구_바꾼_링크와_파일과_저장소와_표에도_쪽이_산다(browser: Browser, site: str) -> None:
    found = run(browser, site, cases(seed=7, count=250))
    assert not found.failures, found.failures[:3]


def test_긴_사업의_줄은_나누어_서고_지우고_넣어도_차례와_초점이_맞다(page: Page) -> None:
    opened(page, PLAN)
    give(page, Hostile("", PLAN, "file", text_of(plan(1, 90))))
    project = page.locator(".hg-project")
    expect(project.locator(".hg-line")).to_have_count(90)
    tables = project.get_by_role("table")
    assert [table.locator("tbody").count() for table in tables.all()] == [40, 40, 10]
    assert [table.locator("caption").text_content() for table in tables.all()] == [
        "1번 사업의 줄", "1번 사업의 줄 (이어서)", "1번 사업의 줄 (이어서)"]
    names = "[...document.querySelectorAll('.hg-line')].map((line) => line.querySelector('[aria-label=내용]').value)"
    project.get_by_role("button", name="줄 40 삭제").click()  # the first of the second table
    assert page.evaluate("document.activeElement.value") == "줄 41"
    for at in range(80, 90):
        project.get_by_role("button", name=f"줄 {at} 삭제").click()
    expect(tables).to_have_count(2)
    assert page.evaluate(names) == [f"줄 {at}" for at in range(80) if at != 40]
    project.get_by_role("button", name="줄 넣기").click()
    expect(tables.last.locator("tbody")).to_have_count(40)
    assert page.evaluate("document.activeElement.value") == ""
    page.get_by_role("button", name="되돌리기").first.click()
    expect(project.locator(".hg-line")).to_have_count(79)
