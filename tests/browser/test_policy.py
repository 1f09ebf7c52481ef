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
        assert found[0].startswith("default-src 'none'; script-src 'self' 'sha256-"), path
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
        if not server and not address.startswith(("tools/", "checklists/", "maintain/edit/")):
            continue  # what has no script of its own is the same from a file
        page.goto(f"{site}/{address}" if server else file.as_uri())
        page.evaluate(USE)
        if page.locator("[data-module]").count():
            page.evaluate("new Promise((done) => setTimeout(done, 300))")  # a drawer that opens late takes the focus
        if number % 5 == 0:  # the search is the same script everywhere
            page.evaluate("hyeopchi.search.open('협치회의')")
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
      script.textContent = "globalThis.hgRan = 1";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='globalThis.hgRan = 2'><p style='color:red' id=red>");
      const far = document.createElement("script");
      far.src = "https://example.org/x.js";
      document.body.append(far);
    }""")
    page.evaluate("new Promise((done) => { const look = () => (hgFaults.length >= 4 ? done() : setTimeout(look, 20)); look(); })")
    assert page.evaluate("globalThis.hgRan ?? null") is None
    assert page.evaluate("getComputedStyle(document.getElementById('red')).color") != "rgb(255, 0, 0)"
    assert any("example.org" in fault for fault in page.evaluate("hgFaults"))
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


