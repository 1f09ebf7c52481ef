"""The policy in every page: the site works under it, and nothing that came in from outside the code could run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros.finish.policy import policy, with_policy
from tests.browser.engines import FAULTS
from tests.browser.test_pages import KINDS

HOSTILE = "</script><script>hgRan = 1</script><img src=x onerror='hgRan = 2'>"
# Everything on a page that opens, is pressed or typed into, once.
USE = """() => {
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  document.querySelectorAll("article button, article label").forEach((one) => {
    if (!one.closest("dialog") && one.checkVisibility() && !/인쇄|저장|받기/.test(one.textContent)) one.click();
  });
  document.querySelectorAll("article input[type=text], article textarea").forEach((one) => {
    one.value = "1,000";
    one.dispatchEvent(new Event("input", { bubbles: true }));
    one.dispatchEvent(new Event("change", { bubbles: true }));
  });
}"""


def test_쪽마다_정책이_있고_적힌_것만_허락한다(built: Path) -> None:
    for path in sorted(built.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        found = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
        assert len(found) == 1 and html.index(found[0]) < html.index("<link"), path
        assert "unsafe" not in found[0] and "*" not in found[0] and "http" not in found[0], path
        # A page that only leads on to another holds no script of the theme, and so no hash.
        after = " 'sha256-" if "<script>" in html else ";"
        assert found[0].startswith(f"default-src 'none'; script-src 'self'{after}"), path
        assert not re.search(r"<[^>]*\s(?:on[a-z]+|style)=", re.sub(r"<script\b.*?</script>", "", html, flags=re.DOTALL)), path


def test_스타일의_해시는_글자_하나만_달라도_다르고_자료는_실행되지_않는다() -> None:
    page = '<meta charset="utf-8"><script type="application/json">{}</script><style>p{}</style>'
    assert policy(page) != policy(page.replace("p{}", "q{}"))
    assert policy(page) == policy(page.replace("{}</script>", "[]</script>"))
    assert policy(page).count("sha256-") == 1
    with pytest.raises(ValueError, match="charset"):
        with_policy("<html>")


@pytest.mark.parametrize("server", [True, False], ids=["서버", "파일"])
def test_쪽을_써도_막히는_것이_없다(browser: Browser, site: str, built: Path, server: bool) -> None:
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(FAULTS)
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.dismiss())
    faults = {}
    for number, address in enumerate(KINDS):
        file = built / address if address.endswith(".html") else built / address / "index.html"
        if server == address.startswith(("tools/", "checklists/", "maintain/edit/")):
            continue  # the policy stands in the page: what has a script of its own is tried from a file, the rest from a server
        page.goto(f"{site}/{address}" if server else file.as_uri())
        page.evaluate(USE)
        if page.locator("[data-module]").count():
            page.evaluate("new Promise((done) => setTimeout(done, 300))")  # a drawer that opens late takes the focus
        if number % 5 == 0:  # the search is the same script everywhere
            page.evaluate("hyeopchi.modules['search/box'].open('협치회의')")
            page.wait_for_selector(".hg-result__link")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        if found := page.evaluate("hgFaults"):
            faults[address] = found
    context.close()
    assert not faults, faults


def test_끼워_넣은_스크립트는_돌지_않는다(browser: Browser, site: str) -> None:
    """The policy itself is tried: what an error in the escaping would let in does not run."""
    context = browser.new_context()
    context.add_init_script(FAULTS)
    page = context.new_page()
    page.goto(f"{site}/plan/")
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.append("globalThis.hgRan = 1"); // as text, past what Trusted Types look over
      document.body.append(script);
      const [image, red] = [document.createElement("img"), document.createElement("p")];
      try { image.setAttribute("onerror", "globalThis.hgRan = 2"); } catch { hgFaults.push("onerror"); }
      image.setAttribute("src", "x");
      red.setAttribute("style", "color:red");
      red.id = "red";
      const far = document.createElement("img");
      far.src = "https://example.org/x.png";
      document.body.append(image, red, far);
    }""")
    page.evaluate("new Promise((done) => { const look = () => (hgFaults.length >= 4 ? done() : setTimeout(look, 20)); look(); })")
    assert page.evaluate("globalThis.hgRan ?? null") is None
    assert page.evaluate("getComputedStyle(document.getElementById('red')).color") != "rgb(255, 0, 0)"
    assert any("example.org" in fault for fault in page.evaluate("hgFaults"))
    context.close()


@pytest.mark.parametrize("server", [True, False], ids=["서버", "파일"])
def test_나중에_부르는_것도_정책_아래에서_돈다(browser: Browser, site: str, built: Path, server: bool) -> None:
    """Whatever a script loads or parses when it is wanted: QR codes, office files, records to edit, pasted tables, workbooks."""
    context = browser.new_context(reduced_motion="reduce", locale="ko-KR")
    context.add_init_script(FAULTS)
    page = context.new_page()

    def open_(address: str, ready: str = "[data-ready]") -> None:
        page.goto(f"{site}/{address}" if server else (built / address / "index.html").as_uri())
        page.locator(ready).first.wait_for(state="attached")

    open_("checklists/planning/")
    page.locator("[data-item] input[value=done]").first.check()
    page.get_by_role("button", name="링크·QR").click()
    page.get_by_role("img", name="이 링크의 QR 코드").wait_for()
    page.keyboard.press("Escape")
    for name in ("한글 파일로 받기", "Word 파일로 받기"):
        page.locator("summary", has_text="한글·Word").press("Enter")
        with page.expect_download():
            page.get_by_role("button", name=name).click()
    assert page.evaluate("hgFaults") == []
    open_("tools/budget/")
    page.locator(".hg-menu > summary").first.click()
    page.locator(".hg-menu li:nth-child(2) button").first.click()
    page.locator(".hg-project").nth(1).wait_for()
    with page.expect_download() as made:
        page.get_by_role("button", name="엑셀로 받기").click()
    workbook = Path(made.value.path()).rename(Path(made.value.path()).with_suffix(".xlsx"))
    page.locator("[data-module=budget-calculator] input[type=file]").first.set_input_files(workbook)
    page.get_by_role("button", name="표 붙여넣기").click()
    field = page.locator(".hg-drawer textarea")
    field.wait_for()
    field.evaluate("""(field) => {
      const data = new DataTransfer();
      data.setData("text/html", "<table><tr><th>과제<th>예산<tr><td>마을 학교<img src=x onerror='hgRan=1'><td>1,000</table>");
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }""")
    page.locator(".hg-drawer table").first.wait_for()
    assert page.evaluate("hgFaults") == [] and page.evaluate("globalThis.hgRan ?? null") is None
    open_("maintain/edit/", ".hg-edit-screen__work")
    page.get_by_label("종류").select_option("rules")
    page.get_by_label("기록", exact=True).select_option(index=1)
    page.locator(".hg-edit-screen__work input").first.wait_for()
    if server:
        page.evaluate("hyeopchi.modules.offline.start()")
    assert page.evaluate("hgFaults") == []
    context.close()


# Ways by which a text would become markup, code or a script's address, as an error in our scripts or the theme's would take them.
SINKS = {
    "innerHTML": "document.body.innerHTML = '<b>x</b>'",
    "insertAdjacentHTML": "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')",
    "outerHTML": "document.querySelector('h1').outerHTML = '<b>x</b>'",
    "srcdoc": "document.createElement('iframe').srcdoc = '<b>x</b>'",
    "DOMParser": "new DOMParser().parseFromString('<b>x</b>', 'text/html')",
    "조각": "document.createRange().createContextualFragment('<b>x</b>')",
    "write": "document.write('<b>x</b>')",
    "스크립트의 글": "document.createElement('script').text = 'hgRan = 1'",
    "스크립트의 주소": "document.createElement('script').src = 'assets/x.js'",
    "다른 곳의 스크립트": "document.createElement('script').setAttribute('src', 'https://example.org/x.js')",
    "워커": "new Worker('assets/x.js')",
    "두 번째 정책": "trustedTypes.createPolicy('other', { createHTML: (text) => text })",
    "같은 이름의 정책": "trustedTypes.createPolicy('hyeopchi', { createHTML: (text) => text })",
    "기본 정책": "trustedTypes.createPolicy('default', { createHTML: (text) => text })",
}
FOREIGN = ("https://example.org/assets/x.js", "//example.org/assets/x.js", "javascript:hgRan=1", "data:text/javascript,hgRan=1", "blob:null/1",
           "../assets/../x.js", "x.js", "assets/%2e%2e/x.js", "assets/..%2fx.js", "assets/x.js?y", "assets/x.js#y", "assets/x.mjs", "assets//x.js",
           "assets/.x.js", "search/../sw.js/x", "plan/index.html", "constructor", "")


@pytest.mark.parametrize("server", [True, False], ids=["서버", "파일"])
def test_글은_정해_둔_한_곳으로만_표시와_스크립트가_된다(browser: Browser, site: str, built: Path, server: bool) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/plan/" if server else (built / "plan" / "index.html").as_uri())
    taken = [name for name, code in SINKS.items() if page.evaluate(f"() => {{ try {{ {code}; return true; }} catch {{ return false; }} }}")]
    assert not taken, taken
    root = site + "/" if server else built.as_uri() + "/"
    foreign = [one if ":" in one or one.startswith("//") else root + one for one in FOREIGN]
    refused = """(addresses) => addresses.filter((one) => {
      try { hyeopchi.modules.trusted.script(one); return true; } catch (error) { return !(error instanceof TypeError); }
    })"""
    assert page.evaluate(refused, foreign) == []
    own = [root + one for one in ("search/index.js", "assets/table/reader.js", "assets/vendor/fflate/index.js", "downloads/budget-2020.js")]
    assert page.evaluate(refused, own) == own
    inert = "hyeopchi.modules.trusted.parse(\"<img src=x onerror='hgRan=1'><script>hgRan=2</script>\", 'text/html').images.length"
    assert page.evaluate(inert) == 1 and page.evaluate("globalThis.hgRan ?? null") is None
    context.close()


@pytest.mark.parametrize("address", ["checklists/planning/", "tools/budget/", "tools/deadlines/"])
def test_나쁜_글은_저장소와_링크에서_와도_글로만_보인다(page: Page, address: str) -> None:
    page.goto("/" + address)
    page.evaluate("""(text) => {
      const item = {state: "done", note: text, who: text, evidence: text, due: "2021-01-01"};
      const id = document.querySelector("[data-item]")?.dataset.item ?? "x";
      localStorage.setItem("hyeopchi-checklist", JSON.stringify({format: "hyeopchi-checklist", version: 1, current: "p1",
        plans: [{id: "p1", district: text, year: text, moves: [], items: {[id]: item, [text]: item}}]}));
      for (const key of Object.keys(localStorage)) {
        if (!key.startsWith("hyeopchi") || key.includes("checklist")) continue;
        localStorage.setItem(key, JSON.stringify({[text]: text, title: text, projects: [{id: text, name: text}]}));
      }
    }""", HOSTILE)
    page.goto(f"/{address}?q={HOSTILE}#{HOSTILE}")
    page.reload()
    page.evaluate("new Promise((done) => setTimeout(done, 300))")
    assert page.evaluate("globalThis.hgRan ?? null") is None
    assert page.locator("img[src=x]").count() == 0


